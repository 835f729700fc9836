import { expect, it } from 'vitest';
import { tellHistory } from '../../src/session/tell-history.ts';
import type { HistoryEntry } from '../../src/workspace/history.ts';
import type { ClashNote } from '../../src/workspace/schema/lists.ts';

function save(id: string, at: string, changes: readonly [string, unknown, unknown][]): HistoryEntry {
  const told = changes.map(([column, from, to]) => ({ column, title: column, from, to }));
  return { id, at, by: 'Bea Thistledown', isFirst: id === '1.0', changes: told };
}

const stamp = { at: '2026-11-23T09:30:00Z', by: 'Dorian Hexwell' };
const note: ClashNote = {
  uid: 'n1',
  version: 'v',
  created: stamp,
  changed: stamp,
  title: 'Reason: FD-A1, Police',
  list: 'assessments',
  record: 'r',
  column: 'reason',
  kept: 'Mine.',
  notKept: '<b>Theirs.</b>',
  notKeptFrom: 'Marta Oakhollow',
  decidedBy: { id: 'p', name: 'Dorian Hexwell' },
  decidedAt: '2026-11-23T09:30:00Z',
};

it('the history is what people answered, in words, with what lost a clash in its place', () => {
  const entries = [
    save('3.0', '2026-11-23T10:00:00Z', [['verdict', 'amber', 'not-applicable']]),
    save('2.0', '2026-11-23T09:00:00Z', [
      ['title', 'a', 'b'],
      ['reason', 'Waits.', undefined],
    ]),
    save('1.0', '2026-11-20T09:00:00Z', [
      ['prompt', undefined, 'front-door-2026.FD-A1'],
      ['verdict', undefined, 'amber'],
    ]),
  ];
  const told = tellHistory({ entries, isWhole: true }, [note]);
  expect(told.map((one) => one.key)).toEqual(['3.0', 'n1', '2.0', '1.0']);
  expect(told[0]?.changes).toEqual([{ title: 'Verdict', from: 'Amber', to: 'Not applicable', isShort: true }]);
  expect(told[1]).toMatchObject({
    by: 'Dorian Hexwell',
    notKept: { title: 'Reason', value: '<b>Theirs.</b>', from: 'Marta Oakhollow' },
  });
  expect(told[2]?.changes).toEqual([{ title: 'Reason', from: 'Waits.', to: '', isShort: false }]);
  expect(told[3]?.changes).toEqual([{ title: 'Verdict', from: '', to: 'Amber', isShort: true }]);
});

it('an action that was added and done is told with who did it, and a proof that was linked', () => {
  const action = { ...note, uid: 'a1', title: 'Book interpreters', theme: 't' };
  const entries = [
    { ...save('3.0', '2026-11-23T12:00:00Z', [['doneOn', undefined, '2026-11-23']]), by: 'Wilf Tarnbeck' },
    save('2.0', '2026-11-23T11:00:00Z', [['owner', { id: 'p', name: 'Dorian Hexwell' }, undefined]]),
    save('1.0', '2026-11-23T10:00:00Z', [['title', undefined, 'Book interpreters']]),
  ];
  const link = { ...note, uid: 'l1', evidence: 'e1', prompt: 'FD-A1', partner: 'police', created: stamp };
  const told = tellHistory({ entries: [], isWhole: true }, [], {
    actions: [{ action, history: { entries, isWhole: true } }],
    links: [{ link, title: 'Dip sample' }],
  });
  expect(told.map(({ by, changes: [one] }) => `${by}, ${one?.title}: ${one?.from} > ${one?.to}`)).toEqual([
    'Wilf Tarnbeck, Action done:  > Book interpreters',
    'Bea Thistledown, Owner of the action "Book interpreters": Dorian Hexwell > None',
    'Bea Thistledown, Action added:  > Book interpreters',
    'Dorian Hexwell, Evidence linked:  > Dip sample',
  ]);
});

it('a verdict that was taken back is not rated again, and not nothing', () => {
  const entries = [
    save('2.0', '2026-11-23T09:00:00Z', [
      ['verdict', 'red', undefined],
      ['progress', 'in-progress', undefined],
    ]),
  ];
  const [told] = tellHistory({ entries, isWhole: true }, []);
  expect(told?.changes.map(({ title, from, to }) => `${title}: ${from} to ${to}`)).toEqual([
    'Verdict: Red to Not rated',
    'Progress: In progress to Not started',
  ]);
});

it('a save that changed nothing of the answer is left out', () => {
  const entries = [save('2.0', '2026-11-23T09:00:00Z', [['title', 'a', 'b']])];
  expect(tellHistory({ entries, isWhole: true }, [])).toEqual([]);
});

it('what was agreed, moved on, given to somebody and confirmed is told in words', () => {
  const entries = [
    save('2.0', '2026-11-23T09:00:00Z', [
      ['agreedVerdict', undefined, 'amber'],
      ['progress', 'ready-to-agree', 'agreed'],
      ['confidence', undefined, 'low'],
      ['owner', { id: 'p', name: 'Dorian Hexwell' }, undefined],
      ['dueOn', undefined, '2026-11-30'],
      ['strengths', 'One tool', 'Two tools'],
      ['broughtForward', 'front-door-2025', undefined],
    ]),
  ];
  const [told] = tellHistory({ entries, isWhole: true }, []);
  expect(told?.changes.map(({ title, from, to }) => `${title}: ${from} > ${to}`)).toEqual([
    'Agreed verdict:  > Amber',
    'Progress: Ready to agree > Agreed',
    'Confidence:  > Low',
    'Owner: Dorian Hexwell > None',
    'Due:  > Mon 30 Nov 2026',
    'Strengths: One tool > Two tools',
    'Brought forward:  > Confirmed',
  ]);
});
