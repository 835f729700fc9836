import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/day.ts';
import { freshnessOn } from '../../../src/domain/evidence/freshness.ts';

describe('freshness', () => {
  it('lasts six calendar months from the end of the period covered', () => {
    const evidence = { periodTo: '2026-05-30' };
    expect(freshnessOn(evidence, '2026-11-30')).toBe('current');
    expect(freshnessOn(evidence, '2026-12-01')).toBe('stale');
  });

  it('counts months, not days, at the end of February', () => {
    expect(freshnessOn({ periodTo: '2026-08-31' }, '2027-02-28')).toBe('current');
    expect(freshnessOn({ periodTo: '2026-08-31' }, '2027-03-01')).toBe('stale');
    expect(freshnessOn({ periodTo: '2027-08-31' }, '2028-02-29')).toBe('current');
  });

  it('of a policy hangs on its review date only', () => {
    const policy = { periodTo: '2020-01-01', reviewBy: '2026-12-30', policy: true };
    expect(freshnessOn(policy, '2026-12-30')).toBe('current');
    expect(freshnessOn(policy, '2026-12-31')).toBe('review passed');
    expect(freshnessOn({ periodTo: '2026-11-01', policy: true }, '2026-11-30')).toBe('not known');
  });

  it('of anything else ends with its review date too', () => {
    expect(freshnessOn({ periodTo: '2026-10-31', reviewBy: '2026-11-29' }, '2026-11-30')).toBe('review passed');
    expect(freshnessOn({ periodTo: '2026-01-31', reviewBy: '2026-11-29' }, '2026-11-30')).toBe('stale');
    expect(freshnessOn({ reviewBy: '2026-12-30' }, '2026-11-30')).toBe('current');
  });

  it('is not known where no day is given', () => {
    expect(freshnessOn({}, '2026-11-30')).toBe('not known');
  });

  it('never comes back by itself', () => {
    const dated = fc.record({
      periodTo: fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-01-01', n)),
      policy: fc.boolean(),
    });
    fc.assert(
      fc.property(dated, fc.integer({ min: 0, max: 900 }), (evidence, later) => {
        const now = freshnessOn(evidence, '2026-01-01');
        const then = freshnessOn(evidence, addDays('2026-01-01', later));
        if (now === 'stale') expect(then).toBe('stale');
      }),
    );
  });
});
