import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  formatDay,
  formatShortDay,
  isDay,
  weekdayOf,
  yearOf,
} from '../../../src/domain/calendar/day.ts';

const days = fc.integer({ min: -20_000, max: 60_000 }).map((n) => addDays('2000-01-01', n));

describe('a day', () => {
  it('is written year, month, date', () => {
    expect(['2026-11-30', '2028-02-29', '2000-02-29'].map(isDay)).toEqual([true, true, true]);
    expect(
      ['2026-02-29', '2026-11-31', '2026-13-01', '2026-00-10', '26-11-30', '2026-11-30T00:00:00Z', '', 'today'].some(
        isDay,
      ),
    ).toBe(false);
  });

  it('reads with its weekday', () => {
    expect(formatDay('2026-11-30')).toBe('Mon 30 Nov 2026');
    expect(formatDay('2028-02-29')).toBe('Tue 29 Feb 2028');
    expect(formatDay('2027-01-01')).toBe('Fri 1 Jan 2027');
    expect(formatShortDay('2026-12-04')).toBe('Fri 4 Dec');
  });

  it('knows its weekday and its year', () => {
    expect(weekdayOf('2026-11-29')).toBe(0);
    expect(weekdayOf('2026-12-05')).toBe(6);
    expect(yearOf('2026-12-31')).toBe(2026);
  });

  it('moves over months, leap days and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-10-26', -2)).toBe('2026-10-24');
  });

  it('moves by calendar months to the last day where the date does not exist', () => {
    expect(addMonths('2026-04-30', 6)).toBe('2026-10-30');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
  });

  it('is made of numbers', () => {
    expect(dayOf(2026, 3, 1)).toBe('2026-03-01');
    expect(dayOf(2027, 2, 29)).toBe('2027-03-01');
  });

  it('refuses what is not a day', () => {
    expect(() => addDays('soon', 1)).toThrow('Not a day');
  });

  it('comes back from every journey', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(isDay(addDays(day, count))).toBe(true);
        expect(addDays(day, count) < day).toBe(count < 0);
      }),
    );
  });
});
