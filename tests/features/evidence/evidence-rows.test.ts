import { describe, expect, it } from 'vitest';
import {
  arrange,
  type Choice,
  countMatches,
  isAnywhere,
  isRow,
  noChoice,
  sizeWords,
  toLines,
} from '../../../src/features/evidence/arrange.ts';
import { type EvidenceRow, type RowSources, toEvidenceRows } from '../../../src/features/evidence/evidence-rows.ts';
import { freshnessWords, rowStateName, toDetail } from '../../../src/features/evidence/row-words.ts';
import { countViews, viewOf } from '../../../src/features/evidence/views.ts';
import { buildEvidence, buildPartner, buildPrompt } from '../build-rows.ts';

const at = (day: string) => ({ at: `${day}T09:00:00Z`, by: 'Dorian Hexwell' });
const loose = {
  id: 'f9',
  kind: 'file',
  name: 'Detention data.xlsx',
  size: 1600,
  version: '1',
  webUrl: 'https://northbridge.sharepoint.com/f9',
  hash: 'A=',
  created: at('2026-11-05'),
  changed: at('2026-11-05'),
} as const;

const theme = 'front-door-2026';
const link = (evidence: string, prompt: string) => ({
  uid: `${evidence}.${prompt}`,
  title: 'x',
  evidence,
  prompt,
  partner: 'police',
  version: '1',
  created: at('2026-10-01'),
  changed: at('2026-10-01'),
});
const wilf = { id: 'wilf', name: 'Wilf Tarnbeck' };
const imani = { id: 'imani', name: 'Imani Larkspur' };

type Library = [
  string,
  { name: string; hash: string; size: number; changed: { at: string; by: string; id?: string } },
][];
const pathway = { name: 'ED pathway.pdf', hash: 'B=', size: 800, changed: at('2026-10-30') };
const library: Library = [
  ['f1', { name: 'Dip sample.docx', hash: 'A=', size: 900, changed: at('2026-10-01') }],
  ['f2', pathway],
];
const filesOf = (held: Library, ...lost: string[]) => ({ items: new Map(held), lost: new Set(lost) });

const sources: RowSources = {
  ownPartners: new Set(['police', 'icb']),
  partners: [buildPartner('police', 'Police'), buildPartner('icb', 'ICB')],
  prompts: [
    buildPrompt('FD-A1', 'Spots need', 'A', 1),
    buildPrompt('FD-A2', 'Refers', 'A', 2),
    { ...buildPrompt('SYV-1.2', 'Prevents', '1', 1), uid: 'syv-2026.SYV-1.2', theme: 'syv-2026' },
  ],
  evidence: [
    buildEvidence('old', {
      title: 'Dip sample',
      theme,
      file: 'f1',
      fingerprint: 'A=',
      note: 'Forty records',
      owner: wilf,
      periodTo: '2026-03-31',
      changed: at('2026-10-01'),
    }),
    buildEvidence('new', {
      title: 'Pathway',
      partner: 'icb',
      theme,
      state: 'approved',
      file: 'f2',
      fileName: 'ED pathway.pdf',
      fingerprint: 'B=',
      approvedFingerprint: 'B=',
      untilReview: true,
      reviewBy: '2027-01-31',
      submittedBy: imani,
      changed: at('2026-11-01'),
    }),
    buildEvidence('gap', {
      title: 'Escalation log',
      theme,
      state: 'needed',
      dueOn: '2026-11-20',
      changed: at('2026-09-01'),
    }),
    buildEvidence('elsewhere', {
      title: 'Youth plan',
      theme: 'syv-2026',
      state: 'submitted',
      submittedBy: imani,
      changed: at('2026-08-01'),
    }),
  ],
  links: [
    link('old', 'front-door-2026.FD-A1'),
    link('old', 'front-door-2026.FD-A2'),
    link('elsewhere', 'syv-2026.SYV-1.2'),
  ],
  unregistered: [{ item: loose, partner: 'police', theme }],
  files: filesOf(library),
  theme,
  today: '2026-11-22',
  countedTo: '2026-11-22',
};
const rows = toEvidenceRows(sources);
const looker = {
  mover: { id: 'wilf', memberships: [{ role: 'lead', partner: 'council', person: { id: 'wilf' } }] },
  today: '2026-11-22',
} as const;

const lines = (change: Partial<Choice>, from = rows) => {
  const choice = { ...noChoice, ...change };
  return toLines(arrange(from, choice.sort, choice.group), choice, looker).map((line) =>
    isRow(line) ? line.title : `${line.group}: ${line.count}`,
  );
};

describe('the evidence register', () => {
  it('puts files that nobody registered first, then what changed last', () => {
    expect(lines({})).toEqual(['Detention data.xlsx', 'Pathway', 'Dip sample', 'Escalation log']);
  });

  it('finds every word wherever it stands: title, file, note, owner, partner or prompt', () => {
    expect(lines({ find: 'fd-a1 police' })).toEqual(['Dip sample']);
    expect(lines({ find: 'detention XLSX' })).toEqual(['Detention data.xlsx']);
    expect(lines({ find: 'forty' })).toEqual(['Dip sample']);
    expect(lines({ find: 'ED wrong' })).toEqual([]);
    expect(lines({ find: 'tarnbeck' })).toEqual(['Dip sample']);
    expect(lines({ find: 'pathway police' })).toEqual([]);
  });

  it('puts what is called just so first, wherever it stands in the order', () => {
    const plans = ['Plan A', 'Plan A, annex', 'Another plan'].map((title, n) => ({
      ...buildEvidence(`plan-${n}`, { title }),
      theme,
      changed: at(`2026-11-0${n + 1}`),
    }));
    const found = lines({ find: 'Plan A' }, toEvidenceRows({ ...sources, evidence: plans }));
    expect(found[0]).toBe('Plan A');
    expect(found).toHaveLength(3);
  });

  it('knows what is found in another list from what is found nowhere', () => {
    expect(lines({ find: 'pathway', partner: 'police' })).toEqual([]);
    expect(isAnywhere(rows, 'PATHWAY icb')).toBe(true);
    expect(isAnywhere(rows, 'pathway police')).toBe(false);
  });

  it('filters by partner and by state, gaps and loose files included', () => {
    expect(lines({ partner: 'icb' })).toEqual(['Pathway']);
    expect(lines({ state: 'needed' })).toEqual(['Escalation log']);
    expect(lines({ state: 'unregistered', partner: 'police' })).toEqual(['Detention data.xlsx']);
  });

  it('shows the theme on the screen, with what is linked to it from elsewhere, or all themes', () => {
    expect(rows.map((row) => row.key)).not.toContain('elsewhere');
    const linked = { ...sources, links: [...sources.links, link('elsewhere', 'front-door-2026.FD-A1')] };
    expect(toEvidenceRows(linked).map((row) => row.key)).toContain('elsewhere');
    expect(toEvidenceRows({ ...sources, theme: undefined }).map((row) => row.key)).toContain('elsewhere');
  });

  it('sorts by any column, both ways', () => {
    expect(lines({ sort: { by: 'title', isDown: false } })).toEqual([
      'Detention data.xlsx',
      'Dip sample',
      'Escalation log',
      'Pathway',
    ]);
    expect(lines({ sort: { by: 'title', isDown: true } })[0]).toBe('Pathway');
    expect(lines({ sort: { by: 'size', isDown: true } })[0]).toBe('Detention data.xlsx');
  });

  it('says how many are shown, one that stands in two groups once', () => {
    const size = (change: Partial<Choice>) => {
      const choice = { ...noChoice, ...change };
      return sizeWords(toLines(arrange(rows, choice.sort, choice.group), choice, looker), rows.length);
    };
    expect(size({})).toBe('4 items');
    expect(size({ group: 'prompt' })).toBe('4 items');
    expect(size({ partner: 'police', group: 'prompt' })).toBe('3 of 4 items');
    expect(countMatches(rows, { ...noChoice, partner: 'police' }, looker)).toBe(3);
  });

  it('groups by partner, owner, state or prompt; an item stands under each prompt that it supports', () => {
    expect(lines({ group: 'partner', find: 'p' })).toEqual([
      'ICB: 1',
      'Pathway',
      'Police: 3',
      'Detention data.xlsx',
      'Dip sample',
      'Escalation log',
    ]);
    expect(lines({ group: 'prompt' })).toEqual([
      'FD-A1 Spots need: 1',
      'Dip sample',
      'FD-A2 Refers: 1',
      'Dip sample',
      'No prompt linked: 3',
      'Detention data.xlsx',
      'Pathway',
      'Escalation log',
    ]);
    expect(lines({ group: 'owner' }).filter((line) => line.includes(':'))).toEqual(['Wilf Tarnbeck: 1', 'No owner: 3']);
    expect(lines({ group: 'state' })[0]).toBe('Unregistered: 1');
  });

  it('counts each list that people come for', () => {
    const counts = countViews(toEvidenceRows({ ...sources, theme: undefined }), looker);
    expect(Object.fromEntries(counts)).toEqual({
      all: 5,
      'to-check': 1,
      needed: 1,
      held: 3,
      stale: 1,
      'no-prompt': 2,
      late: 1,
      unregistered: 1,
      'no-file': 2,
      changed: 0,
      returned: 0,
      duplicates: 2,
      'to-mend': 2,
    });
  });

  it('shows as waiting for a check what was approved with other bytes than lie there now', () => {
    const files = filesOf([['f2', { ...pathway, hash: 'C=' }]]);
    const [row] = toEvidenceRows({ ...sources, files }).filter((each) => each.key === 'new');
    expect(row).toMatchObject({ state: 'submitted', news: ['changed since approval'] });
  });

  it('does not count it for whoever changed the bytes by hand: another person checks those', () => {
    const by = (id: string) =>
      toEvidenceRows({
        ...sources,
        files: filesOf([['f2', { ...pathway, hash: 'C=', changed: { ...at('2026-11-20'), id } }]]),
      });
    const before = countViews(rows, looker).get('to-check') ?? 0;
    expect(countViews(by('dorian'), looker).get('to-check')).toBe(before + 1);
    expect(countViews(by('wilf'), looker).get('to-check')).toBe(before);
  });

  it('says name, size and last change as the library has them now, and finds the new name', () => {
    const changed = { at: '2026-11-20T09:00:00Z', by: 'Wilf Tarnbeck' };
    const files = filesOf([['f2', { name: 'Assault pathway.pdf', hash: 'B=', size: 5000, changed }]]);
    const now = toEvidenceRows({ ...sources, files });
    expect(now.find((row) => row.key === 'new')).toMatchObject({
      fileName: 'Assault pathway.pdf',
      size: 5000,
      changed,
      news: ['renamed'],
    });
    expect(lines({ find: 'assault' }, now)).toEqual(['Pathway']);
    expect(lines({ sort: { by: 'size', isDown: true } }, now)[0]).toBe('Pathway');
  });

  it('puts files that nobody registered in the order of their names, however they were read', () => {
    const files = ['Beta.txt', 'Alpha.txt', 'Gamma.txt'].map((name, index) => ({
      item: { ...loose, id: name, name, changed: at(`2026-11-0${index + 1}`) },
      partner: 'police',
      theme,
    }));
    const titles = (unregistered: typeof files) => lines({}, toEvidenceRows({ ...sources, unregistered })).slice(0, 3);
    expect(titles(files)).toEqual(['Alpha.txt', 'Beta.txt', 'Gamma.txt']);
    expect(titles(files.toReversed())).toEqual(['Alpha.txt', 'Beta.txt', 'Gamma.txt']);
  });

  it('says of a file that was deleted that it is gone', () => {
    const [row] = toEvidenceRows({ ...sources, files: filesOf([], 'f1') }).filter((each) => each.key === 'old');
    expect(row).toMatchObject({ state: 'draft', news: ['deleted'] });
  });

  it('counts what has lost its file as no proof: it is missing, not held, and without a file', () => {
    const evidence = sources.evidence.map((item) => ({ ...item, state: 'approved' as const }));
    const lost = { ...sources, evidence, files: filesOf([], 'f1') };
    const of = (each: RowSources) => toEvidenceRows(each).find(({ key }) => key === 'old') as EvidenceRow;
    const listsOf = (row: EvidenceRow) =>
      (['held', 'no-file', 'changed', 'to-mend', 'stale'] as const).filter((id) => viewOf(id).has(row, looker));
    expect([rowStateName(of(lost)), freshnessWords(of(lost))]).toEqual(['File missing', '']);
    expect(listsOf(of(lost))).toEqual(['no-file', 'changed', 'to-mend']);
    // Whoever does not work for the partner may only not be shown it.
    const reader = { ...lost, ownPartners: new Set(['icb']) };
    expect([rowStateName(of(reader)), of(reader).news]).toEqual(['Approved', ['hidden']]);
    expect(toDetail(of(reader))).toMatch(/^SharePoint does not show you this file\. /);
    expect(listsOf(of(reader))).toEqual(['held', 'to-mend', 'stale']);
    // Not before the library was read.
    expect(rowStateName(of({ ...lost, files: undefined }))).toBe('Approved');
  });

  it('counts freshness to the first day of fieldwork where one is given, and how late a gap is to today', () => {
    const later = toEvidenceRows({ ...sources, countedTo: '2027-02-01' });
    expect(Object.fromEntries(later.map((row) => [row.key, [row.freshness, row.lateDays]]))).toMatchObject({
      old: ['stale', 0],
      new: ['review passed', 0],
      gap: ['not known', 2],
    });
    expect(rows.find(({ key }) => key === 'new')?.freshness).toBe('current');
  });

  it('finds twice the file that two items hold, even where SharePoint gives no hash of it', () => {
    const both = ['one', 'two'].map((uid) => buildEvidence(uid, { theme, file: 'f7' }));
    const rows = toEvidenceRows({ ...sources, evidence: both, unregistered: [], files: undefined });
    expect(rows.flatMap((row) => (row.isDuplicate ? row.key : []))).toEqual(['one', 'two']);
  });

  it('finds twice what lies there twice, whatever the register says of its bytes', () => {
    const twice = (held: Library) =>
      toEvidenceRows({ ...sources, files: filesOf(held) }).flatMap((row) => (row.isDuplicate ? row.key : []));
    expect(twice(library)).toEqual(['file f9', 'old']);
    const [first] = library;
    if (!first) throw new Error('The library is empty');
    expect(
      twice([
        [first[0], { ...first[1], hash: 'C=' }],
        ['f2', { ...pathway, hash: 'C=' }],
      ]),
    ).toEqual(['old', 'new']);
  });

  it('says nothing of a file that somebody added after the library was read', () => {
    const [row] = toEvidenceRows({ ...sources, files: filesOf([]) }).filter((each) => each.key === 'old');
    expect(row).toMatchObject({ state: 'draft', news: [] });
  });

  it('makes anew only the rows that a change touches', () => {
    const madeAnew = (change: Partial<RowSources>) => {
      const before = toEvidenceRows(sources);
      const now = toEvidenceRows({ ...sources, ...change });
      return now.filter((row) => row.item && !before.includes(row)).map((row) => row.key);
    };
    expect(madeAnew({})).toEqual([]);
    const evidence = sources.evidence.map((item) => (item.uid === 'gap' ? { ...item, title: 'Log' } : item));
    expect(madeAnew({ evidence })).toEqual(['gap']);
    expect(madeAnew({ links: sources.links.slice(1) })).toEqual(['old']);
    expect(madeAnew({ files: filesOf(library.slice(1), 'f1') })).toEqual(['old']);
    expect(madeAnew({ unregistered: [] })).toEqual(['old']);
    expect(madeAnew({ partners: [buildPartner('police', 'Police'), buildPartner('icb', 'NHS ICB')] })).toEqual(['new']);
    expect(madeAnew({ today: '2027-06-01' })).toEqual(['old', 'new', 'gap']);
  });

  it('stands in the same order whatever was put in order before', () => {
    const many = ['b 2', 'b 10', 'a', 'B 2'].map((title, n) => ({ ...buildEvidence(`many-${n}`, { title }), theme }));
    const from = (evidence: typeof many) =>
      lines({ sort: { by: 'title', isDown: false } }, toEvidenceRows({ ...sources, unregistered: [], evidence }));
    expect(from(many)).toEqual(['a', 'b 2', 'B 2', 'b 10']);
    expect(from(many.toReversed())).toEqual(['a', 'b 2', 'B 2', 'b 10']);
    expect(from(many.map((item) => (item.title === 'a' ? { ...item, title: 'c' } : item)).slice(1))).toEqual([
      'B 2',
      'b 10',
      'c',
    ]);
  });
});
