import { describe, expect, it } from 'vitest';
import { type Filter, noFilter } from '../../../src/domain/checklist/filter.ts';
import { countMarks, matchCells, toCells } from '../../../src/features/checklist/cells.ts';
import { countWords, sizeWords, standingOf, toGridRows } from '../../../src/features/checklist/grid-rows.ts';
import { buildAssessment, buildEvidence, buildPartner, buildPrompt, byUid } from '../build-rows.ts';

const TODAY = '2026-11-23';
const facts = {
  version: '1',
  created: { at: '2026-11-02T09:00:00Z', by: 'Bea Thistledown' },
  changed: { at: '2026-11-02T09:00:00Z', by: 'Bea Thistledown' },
};
const police = buildPartner('police', 'Police');
const icb = buildPartner('icb', 'ICB');
const partners = [police, icb];
const a1 = buildPrompt('FD-A1', 'Each agency spots need', 'A Identify', 1);
const a2 = buildPrompt('FD-A2', 'Referrers know how', 'A Identify', 2);
const b1 = buildPrompt('FD-B1', 'A joint decision point', 'B Decide', 3);
const prompts = [a1, a2, b1];
const assessments = byUid([
  buildAssessment(a1, police, { verdict: 'red', reason: 'Night contacts wait.' }),
  buildAssessment(a2, icb, { verdict: 'green', agreedVerdict: 'green', progress: 'agreed' }),
  buildAssessment(b1, police),
]);
const link = (evidence: string, prompt: typeof a1, partner: typeof police) => ({
  ...facts,
  uid: `${evidence}.${prompt.uid}`,
  title: evidence,
  evidence,
  prompt: prompt.uid,
  partner: partner.uid,
});
const sources = {
  partners,
  prompts,
  assessments,
  actions: [],
  evidence: [
    buildEvidence('old', { periodTo: '2026-01-31' }),
    buildEvidence('policy', { periodTo: '2026-01-31', untilReview: true, reviewBy: '2027-01-31' }),
    buildEvidence('needed', { state: 'needed' }),
  ],
  links: [link('old', a2, icb), link('policy', a1, police), link('needed', b1, police)],
};
const cells = toCells(sources, TODAY);
const match = (change: Partial<Filter>, among = partners) =>
  matchCells(cells, { prompts, partners: among }, { ...noFilter, ...change });

describe('an action after its day', () => {
  const promise = { ...facts, uid: 'train', title: 'Train', theme: 'front-door-2026', prompt: a2.uid, partner: 'icb' };
  const isLate = (change: { readonly dueOn: string; readonly doneOn?: string }) =>
    toCells({ ...sources, actions: [{ ...promise, ...change }] }, TODAY).get(`${a2.uid}.icb`)?.facts.isLate;

  it('makes its cell late until it is done', () => {
    expect(isLate({ dueOn: '2026-11-22' })).toBe(true);
    expect(isLate({ dueOn: '2026-11-23' })).toBe(false);
    expect(isLate({ dueOn: '2026-11-22', doneOn: '2026-11-23' })).toBe(false);
  });
});

describe('the size of the checklist in words', () => {
  it('says what a filter leaves, and one of a thing in the singular', () => {
    expect(sizeWords({ prompts: 32, of: 32, partners: 7 })).toBe('32 prompts by 7 partners');
    expect(sizeWords({ prompts: 2, of: 32, partners: 1 })).toBe('2 of 32 prompts by 1 partner');
    expect(sizeWords({ prompts: 1, of: 1, partners: 2 })).toBe('1 prompt by 2 partners');
  });
});

describe('the heading', () => {
  it('says of what how much is shown, and nothing of it where all is', () => {
    expect(countWords(27, 32, 'benchmark prompt')).toBe('27 of 32 benchmark prompts');
    expect(countWords(2, 7, 'partner')).toBe('2 of 7 partners');
    expect(countWords(1, 1, 'partner')).toBe('1 partner');
  });
});

describe('the number at a mark', () => {
  const count = (change: Partial<Filter>, among = partners) =>
    Object.fromEntries(countMarks(cells, { prompts, partners: among }, { ...noFilter, ...change }));

  it('counts what the other filters leave, whichever marks are chosen', () => {
    expect(count({})).toEqual({ late: 0, stale: 1, 'no-action': 1, disputed: 0 });
    expect(count({ marks: ['stale'] })).toEqual(count({}));
    expect(count({ verdicts: ['red'] })).toMatchObject({ stale: 0, 'no-action': 1 });
    expect(count({}, [icb])).toMatchObject({ stale: 1, 'no-action': 0 });
    expect(count({ group: 'B Decide' })).toMatchObject({ stale: 0, 'no-action': 0 });
    for (const mark of ['stale', 'no-action'] as const) {
      const { prompts: left, keys } = match({ verdicts: ['red'], marks: [mark] });
      expect(left.length === 0 ? 0 : keys?.size).toBe(count({ verdicts: ['red'] })[mark]);
    }
  });

  it('of what is to be confirmed is there wherever the theme has any, also where the filters leave none', () => {
    const brought = byUid([buildAssessment(a1, police, { verdict: 'red', broughtForward: 'front-door-2025' })]);
    const known = toCells({ ...sources, assessments: brought }, TODAY);
    const counts = countMarks(known, { prompts, partners }, { ...noFilter, verdicts: ['green'] });
    expect(counts.get('to-confirm')).toBe(0);
    expect(countMarks(known, { prompts, partners }, noFilter).get('to-confirm')).toBe(1);
  });
});

describe('the rows of the checklist', () => {
  it('stand under their groups, and a closed group keeps its heading only', () => {
    const rows = toGridRows(prompts, prompts, new Set(['A Identify']));
    expect(rows.map((row) => (row.kind === 'group' ? row.name : row.prompt.code))).toEqual([
      'A Identify',
      'B Decide',
      'FD-B1',
    ]);
  });

  it('say of a group what it has, also where a filter shows a part of it', () => {
    const [head] = toGridRows([a2], prompts, new Set());
    expect(head).toMatchObject({ prompts: [a2], all: [a1, a2] });
  });

  it('are found by id, text or group, in any case, and by words of a reason', () => {
    expect(match({ find: 'fd-a2' }).prompts).toEqual([a2]);
    expect(match({ find: '  DECISION ' }).prompts).toEqual([b1]);
    expect(match({ find: 'identify' }).prompts).toEqual([a1, a2]);
    expect(match({ find: 'night' }).prompts).toEqual([a1]);
    expect(match({ find: 'nothing like it' }).prompts).toEqual([]);
  });

  it('are filtered by the cells of the partners that are shown', () => {
    expect(match({ verdicts: ['red'] }).prompts).toEqual([a1]);
    expect(match({ verdicts: ['red'] }, [icb]).prompts).toEqual([]);
    expect(match({ verdicts: ['not-rated'] }, [police]).prompts).toEqual([a2, b1]);
    expect(match({ group: 'B Decide' }).prompts).toEqual([b1]);
  });

  it('keep the cells that do not pass, and tell them apart', () => {
    const { keys } = match({ verdicts: ['red'] });
    expect(keys).toEqual(new Set(['front-door-2026.FD-A1.police']));
    expect(match({}).keys).toBeUndefined();
  });

  it('count what has been agreed', () => {
    expect(standingOf(cells, prompts, icb)).toMatchObject({ of: 3, agreed: 1 });
    expect(standingOf(cells, prompts, police)).toMatchObject({ of: 3, agreed: 0 });
  });
});

describe('a cell has stale evidence', () => {
  it('when a document of its is out of date, but not for a policy that holds, nor for a gap', () => {
    const stale = [...cells.values()].filter((cell) => cell.facts.isStale).map((cell) => cell.key);
    expect(stale).toEqual(['front-door-2026.FD-A2.icb']);
  });
});

describe('a red cell', () => {
  it('asks for an action until there is one for that prompt and partner', () => {
    const key = 'front-door-2026.FD-A1.police';
    expect(cells.get(key)?.facts.needsAction).toBe(true);
    const action = { ...facts, uid: 'x', title: 'Train the desk', theme: 'front-door-2026' };
    const withAction = toCells({ ...sources, actions: [{ ...action, prompt: a1.uid, partner: 'police' }] }, TODAY);
    expect(withAction.get(key)?.facts.needsAction).toBe(false);
  });
});

describe('cells that are made after others', () => {
  const action = { ...facts, uid: 'x', title: 'Train the desk', theme: 'front-door-2026' };
  const changes = {
    'an answer': {
      assessments: new Map(assessments).set(`${a2.uid}.icb`, buildAssessment(a2, icb, { verdict: 'red' })),
    },
    'a first answer': { assessments: new Map(assessments).set(`${a2.uid}.police`, buildAssessment(a2, police)) },
    'an answer less': { assessments: new Map([...assessments].filter(([key]) => key !== `${a1.uid}.police`)) },
    'an action': { actions: [{ ...action, prompt: a1.uid, partner: 'police' }] },
    'a late action': { actions: [{ ...action, prompt: b1.uid, partner: 'icb', dueOn: '2026-11-01' } as const] },
    'stale evidence': { links: [...sources.links, link('old', b1, icb)] },
    'a document': { links: [...sources.links, link('policy', b1, icb)] },
    'a document less': { links: sources.links.slice(1) },
  };

  it.each(Object.entries(changes))('are the same ones but for the one that %s belongs to', (_, change) => {
    const last = { sources, cells };
    const after = toCells({ ...sources, ...change }, TODAY, last);
    expect([...after.keys()].filter((key) => after.get(key) !== cells.get(key))).toHaveLength(1);
    const say = (one: typeof cells) => JSON.stringify([...one.values()]);
    expect(say(after)).toBe(say(toCells({ ...sources, ...change }, TODAY)));
    expect(say(after)).not.toBe(say(cells));
  });

  it('are all there when a prompt or a partner has come', () => {
    const fewer = { ...sources, prompts: [a1, b1] };
    const last = { sources: fewer, cells: toCells(fewer, TODAY) };
    expect([...toCells(sources, TODAY, last).keys()]).toEqual([...cells.keys()]);
  });
});
