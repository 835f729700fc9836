import { describe, expect, it } from 'vitest';
import { type PackChoice, type PackItem, type PackSource, planPack } from '../../../src/domain/evidence/pack-plan.ts';

const all: PackChoice = { theme: '', partner: '', states: 'every state' };
const item = (uid: string, more: Partial<PackItem> = {}): PackItem => ({
  ...{
    uid,
    title: uid,
    partner: 'police',
    theme: 'fd',
    state: 'approved',
    file: uid,
    fileName: `${uid}.pdf`,
    size: 10,
  },
  ...more,
});

function plan(evidence: readonly PackItem[], choice = all, more: Partial<PackSource<PackItem>> = {}) {
  return planPack(
    {
      evidence,
      partners: [
        { uid: 'council', title: 'Council' },
        { uid: 'police', title: 'Police: CID' },
      ],
      themes: [
        { uid: 'fd', title: 'Front door', year: 2026 },
        { uid: 'da', title: 'Domestic abuse', year: 2025 },
      ],
      prompts: [
        { uid: 'p2', title: '', code: 'FD-B1', theme: 'fd', group: 'B Decide', position: 2 },
        { uid: 'p1', title: '', code: 'FD-A1', theme: 'fd', group: 'A Spot/refer', position: 1 },
        { uid: 'p3', title: '', code: 'DA-A1', theme: 'da', group: 'A See', position: 1 },
      ],
      links: [],
      unregistered: [],
      files: undefined,
      ...more,
    },
    choice,
  );
}

const paths = (made: ReturnType<typeof plan>) => made.files.map(({ path }) => path.join(' / '));

describe('the folders of a pack', () => {
  it('are theme, partner and the first group that a file supports, in names that every system takes', () => {
    const links = ['p2', 'p1', 'p3'].map((prompt) => ({ evidence: 'a', prompt }));
    const made = plan(
      [item('a'), item('b', { partner: 'council', theme: 'da' }), item('c', { theme: undefined })],
      all,
      {
        links,
      },
    );
    expect(paths(made)).toEqual([
      '2025 JTAI Domestic abuse / Council / No prompt yet / b.pdf',
      '2026 JTAI Front door / Police- CID / A Spot-refer / a.pdf',
      'No theme / Police- CID / No prompt yet / c.pdf',
    ]);
    expect(made.files[1]?.prompts).toEqual(['FD-A1', 'DA-A1', 'FD-B1']);
  });

  it('hold each name once, whatever the case of its letters, and none that is too long', () => {
    const long = `${'x'.repeat(150)}.docx`;
    const made = plan([
      item('1', { fileName: 'Plan.pdf' }),
      item('2', { fileName: 'PLAN.PDF' }),
      item('3', { fileName: 'plan.pdf' }),
      item('4', { fileName: long }),
      item('5', { fileName: long }),
      item('6', { fileName: 'a:b?.txt' }),
    ]);
    expect(made.files.map(({ path }) => path.at(-1))).toEqual([
      'Plan.pdf',
      'PLAN (2).PDF',
      'plan (3).pdf',
      `${'x'.repeat(100)}.docx`,
      `${'x'.repeat(100)} (2).docx`,
      'a-b-.txt',
    ]);
  });
});

describe('what goes into a pack', () => {
  it('is what was chosen; what was chosen and cannot go in is told with its reason', () => {
    const items = new Map([
      ['good', { name: 'Renamed.pdf', size: 12, hash: 'h' }],
      ['changed', { name: 'changed.pdf', size: 7, hash: 'other' }],
    ]);
    const files = { items, lost: new Set(['gone']) };
    const evidence = [
      item('good', { approvedFingerprint: 'h' }),
      item('changed', { approvedFingerprint: 'h' }),
      item('gone'),
      // Added after the library was read.
      item('just added'),
      item('elsewhere', { drive: 'another', size: undefined }),
      item('draft', { state: 'draft' }),
      item('needed', { state: 'needed', file: undefined }),
      item('fileless', { file: undefined }),
      item('council', { partner: 'council' }),
    ];
    const made = plan(evidence, { theme: 'fd', partner: 'police', states: 'approved' }, { files });
    expect(made.files.map(({ id, path, size }) => [id, path.at(-1), size])).toEqual([
      ['elsewhere', 'elsewhere.pdf', undefined],
      ['good', 'Renamed.pdf', 12],
      ['just added', 'just added.pdf', 10],
    ]);
    expect(made.leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      ['changed', 'changed since approval'],
      ['draft', 'not approved'],
      ['fileless', 'no file'],
      ['gone', 'gone'],
      ['needed', 'needed'],
    ]);
    expect(made.bytes).toBe(22);
  });

  it('has no file of what is held by its address alone, and says where that is', () => {
    const address = { url: 'https://elsewhere.example/plan' };
    const { leftOut } = plan([item('a', { file: undefined, address })]);
    expect(leftOut).toMatchObject([
      { reason: 'no file', why: 'Only its address is held: https://elsewhere.example/plan' },
    ]);
  });

  it('belongs to a theme also by a prompt that it supports', () => {
    const made = plan([item('a'), item('b')], { ...all, theme: 'da' }, { links: [{ evidence: 'a', prompt: 'p3' }] });
    expect(paths(made)).toEqual(['2025 JTAI Domestic abuse / Police- CID / A See / a.pdf']);
  });

  const loose = (name: string, partner: string, theme = 'fd') => ({
    ...{ item: { id: name, name, webUrl: `https://files.example/${name}`, size: 3 }, partner, theme },
  });

  it('is never a file that nobody has registered; those of the choice are told by partner and name', () => {
    const more = {
      unregistered: [loose('b.txt', 'police'), loose('a.txt', 'police'), loose('c.txt', 'council', 'da')],
    };
    const told = (choice: PackChoice) =>
      plan([], choice, more).unregistered.map(({ name, partner }) => `${partner} ${name}`);
    expect(told(all)).toEqual(['Council c.txt', 'Police: CID a.txt', 'Police: CID b.txt']);
    expect(told({ ...all, partner: 'council' })).toEqual(['Council c.txt']);
    expect(told({ ...all, theme: 'fd' })).toEqual(['Police: CID a.txt', 'Police: CID b.txt']);
    expect(told({ ...all, only: new Set(['b.txt']) })).toEqual(['Police: CID b.txt']);
  });

  it('may be what was chosen one by one, with a reason for each of those that is not in it', () => {
    const evidence = [item('a'), item('b', { theme: 'da' }), item('c'), item('d', { state: 'needed' })];
    const { files, leftOut } = plan(evidence, { ...all, only: new Set(['a', 'b', 'd']) });
    expect(files.map((file) => file.id)).toEqual(['a', 'b']);
    expect(leftOut.map(({ id, reason }) => `${id} ${reason}`)).toEqual(['d needed']);
  });

  it('holds loose files as well that were chosen one by one, in a folder that says so, where it is a zip of files', () => {
    const more = {
      unregistered: [loose('a.pdf', 'police'), loose('A.PDF', 'police'), loose('c.txt', 'council', 'da')],
    };
    const only = new Set(['a', 'a.pdf', 'A.PDF']);
    const choice = { ...all, only, takesLoose: true };
    const made = plan([item('a')], choice, more);
    expect(paths(made)).toEqual([
      '2026 JTAI Front door / Police- CID / No prompt yet / a.pdf',
      '2026 JTAI Front door / Police- CID / Not registered / a.pdf',
      '2026 JTAI Front door / Police- CID / Not registered / A (2).PDF',
    ]);
    expect([made.bytes, made.unregistered]).toEqual([16, []]);
    const left = [{ ...choice, takesLoose: false }, { ...choice, states: 'approved' as const }, all];
    for (const each of left) {
      const without = plan([item('a')], each, more);
      expect([without.files.length, without.unregistered.length]).toEqual([1, each.only === undefined ? 3 : 2]);
    }
  });

  it('may be what waits for checking too', () => {
    const states = ['approved', 'submitted', 'draft', 'returned', 'superseded', 'expired'] as const;
    const evidence = states.map((state) => item(state, { state }));
    const count = (choice: PackChoice['states']) => plan(evidence, { ...all, states: choice }).files.length;
    expect([count('approved'), count('approved and waiting'), count('every state')]).toEqual([1, 2, 6]);
  });
});
