import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../../src/domain/calendar/bank-holidays.ts';
import { weekdayOf } from '../../../src/domain/calendar/day.ts';

/** Written as on the calendars of the time: month and date. */
const years: Record<number, string> = {
  2002: '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

describe('the bank holidays of England', () => {
  it.each(Object.entries(years))('in %s', (year, days) => {
    expect(bankHolidays(Number(year))).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('are at least eight weekdays in every year, in order and none twice', () => {
    for (let year = 1978; year <= 2100; year += 1) {
      const holidays = bankHolidays(year);
      expect(holidays.length, String(year)).toBeGreaterThanOrEqual(8);
      expect(new Set(holidays).size).toBe(holidays.length);
      expect(holidays).toEqual(holidays.toSorted());
      for (const day of holidays) {
        expect(day.slice(0, 4)).toBe(String(year));
        expect([1, 2, 3, 4, 5], day).toContain(weekdayOf(day));
      }
    }
  });
});
