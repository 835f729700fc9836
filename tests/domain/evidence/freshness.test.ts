import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/day.ts';
import { countedTo, freshnessOn } from '../../../src/domain/evidence/freshness.ts';

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

  it.each([
    // The end of the period, the last day on which it is current, the first on which it is stale.
    ['2026-05-31', '2026-11-30', '2026-12-01'],
    ['2026-11-30', '2027-05-30', '2027-05-31'],
    ['2026-12-31', '2027-06-30', '2027-07-01'],
    ['2026-08-29', '2027-02-28', '2027-03-01'],
    ['2027-08-29', '2028-02-29', '2028-03-01'],
    ['2027-08-30', '2028-02-29', '2028-03-01'],
    ['2028-02-29', '2028-08-29', '2028-08-30'],
    ['2027-02-28', '2027-08-28', '2027-08-29'],
    ['2026-01-01', '2026-07-01', '2026-07-02'],
  ])('of what ends on %s lasts to %s, and not to %s', (periodTo, last, next) => {
    expect(freshnessOn({ periodTo }, last)).toBe('current');
    expect(freshnessOn({ periodTo }, next)).toBe('stale');
  });

  it('is counted to today, and in an inspection to the first day of its fieldwork', () => {
    const evidence = { periodTo: '2026-05-31' };
    expect(freshnessOn(evidence, countedTo('2026-11-23'))).toBe('current');
    expect(freshnessOn(evidence, countedTo('2026-11-23', '2026-12-07'))).toBe('stale');
    expect(freshnessOn({ reviewBy: '2026-11-30', untilReview: true }, countedTo('2026-11-23', '2026-12-07'))).toBe(
      'review passed',
    );
  });

  it('of a policy hangs on its review date only', () => {
    const policy = { periodTo: '2020-01-01', reviewBy: '2026-12-30', untilReview: true };
    expect(freshnessOn(policy, '2026-12-30')).toBe('current');
    expect(freshnessOn(policy, '2026-12-31')).toBe('review passed');
    expect(freshnessOn({ periodTo: '2026-11-01', untilReview: true }, '2026-11-30')).toBe('not known');
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
      untilReview: fc.boolean(),
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
