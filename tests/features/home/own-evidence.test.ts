import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/domain/evidence/standing.ts';
import { groupWork } from '../../../src/features/home/my-work.ts';
import { findOwnEvidence } from '../../../src/features/home/own-evidence.ts';
import { buildEvidence, buildPartner } from '../build-rows.ts';

const today = '2026-11-23';
const me = { id: 'd', name: 'Dorian Hexwell' };
const bea = { id: 'b', name: 'Bea Thistledown' };
const mine = (uid: string, change: Parameters<typeof buildEvidence>[1]) => buildEvidence(uid, { owner: me, ...change });

const evidence = [
  mine('Rota', { state: 'needed', dueOn: '2026-12-01' }),
  mine('Map', { state: 'needed' }),
  mine('Audit', { state: 'approved', periodTo: '2026-03-31' }),
  mine('Policy', { state: 'approved', untilReview: true, reviewBy: '2026-11-01' }),
  mine('Plan', { state: 'returned' }),
  mine('Log', { state: 'approved', file: 'gone', periodTo: '2026-10-31' }),
  mine('Good', { state: 'approved', periodTo: '2026-10-31' }),
  mine('Old', { state: 'superseded', periodTo: '2025-10-31' }),
  buildEvidence('Hers', { state: 'needed', owner: bea }),
];

const work = findOwnEvidence({
  ...{ evidence, me, today, countedTo: today },
  partners: [buildPartner('police', 'Police')],
  standingOf: (item) => standingOf(item, item.file === 'gone' ? null : undefined),
});

describe('my own evidence', () => {
  it('is what is needed of me, and what is past its review, stale, returned or missing, each leading to its item', () => {
    expect(work.map(({ title, detail }) => [title, detail])).toEqual([
      ['Add: Rota', 'Evidence, needed, not there, Police'],
      ['Add: Map', 'Evidence, needed, not there, Police'],
      ['Bring up to date: Audit', 'Evidence, stale, Police'],
      ['Review: Policy', 'Evidence, review passed, Police'],
      ['Put right: Plan', 'Evidence, returned, Police'],
      ['Bring back: Log', 'Evidence, file missing, Police'],
    ]);
    expect(work[0]?.href).toBe('#/evidence/Rota');
  });

  it('stands among the rest by the day on which it is due, or was good last', () => {
    const groups = groupWork(work, today).map(({ title, work: some }) => [title, some.map((one) => one.dueOn)]);
    expect(groups).toEqual([
      ['Late', ['2026-09-30', '2026-11-01']],
      ['Later', ['2026-12-01']],
      ['No date', [undefined, undefined, undefined]],
    ]);
  });
});
