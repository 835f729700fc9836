import { describe, expect, it } from 'vitest';
import { actionStanding, lateWords } from '../../../src/domain/checklist/action-standing.ts';

describe('an action', () => {
  it.each([
    [{ dueOn: '2026-11-23' }, 'open'],
    [{ dueOn: '2026-11-22' }, 'late'],
    [{ dueOn: '2026-11-22', doneOn: '2026-11-30' }, 'done'],
    [{}, 'open'],
  ] as const)('%o stands as %s on Mon 23 Nov 2026', (action, standing) => {
    expect(actionStanding(action, '2026-11-23')).toBe(standing);
  });

  it('says how late it is', () => {
    expect([lateWords('2026-11-22', '2026-11-23'), lateWords('2026-10-30', '2026-11-02')]).toEqual([
      '1 day late',
      '3 days late',
    ]);
  });
});
