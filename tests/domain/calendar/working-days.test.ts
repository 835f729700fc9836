import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar/day.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../src/domain/calendar/working-days.ts';

const days = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2016-01-01', n));

describe('working days', () => {
  it.each([
    ['2025-02-24', 10, '2025-03-10', 'Reading, notice to fieldwork'],
    ['2025-03-14', 34, '2025-05-06', 'over Good Friday, Easter Monday and early May'],
    ['2025-05-06', 70, '2025-08-13', 'over the spring holiday'],
    ['2024-01-22', 10, '2024-02-05', 'Lancashire'],
    ['2017-11-21', 9, '2017-12-04', 'the old nine-day rule'],
    ['2017-12-08', 15, '2018-01-03', 'draft letter'],
    ['2018-01-03', 9, '2018-01-16', 'comments'],
    ['2018-01-16', 8, '2018-01-26', 'pre-publication'],
    ['2018-01-26', 2, '2018-01-30', 'publication'],
    ['2017-12-08', 34, '2018-01-30', 'Haringey, the whole chain'],
    ['2018-01-30', 70, '2018-05-11', 'Haringey'],
    ['2024-07-18', 70, '2024-10-25', 'Somerset'],
    ['2024-07-18', -34, '2024-05-31', 'Somerset, backwards'],
    ['2024-05-16', -34, '2024-03-26', 'Leeds, backwards'],
    ['2018-12-03', -70, '2018-08-24', 'Durham, backwards'],
    ['2018-07-13', 30, '2018-08-24', 'Durham'],
    ['2026-11-30', 10, '2026-12-14', ''],
    ['2026-12-18', 34, '2027-02-09', 'over Christmas'],
    ['2027-02-09', 70, '2027-05-21', ''],
    ['2026-12-14', 10, '2026-12-30', 'a Wednesday: the start is not always a Monday'],
    ['2026-12-30', 4, '2027-01-06', 'fieldwork over New Year'],
    ['2027-01-11', 10, '2027-01-25', 'no holidays'],
    ['2027-01-25', 34, '2027-03-12', 'from the first day: Friday of week 9'],
    ['2027-01-29', 34, '2027-03-18', 'from the last day: Thursday of week 10'],
    ['2027-03-18', 70, '2027-06-30', ''],
  ])('from %s, %i later, is %s %s', (start, count, result) => {
    expect(addWorkingDays(start, count)).toBe(result);
    expect(workingDaysBetween(start, result)).toBe(count);
  });

  it('are Monday to Friday without bank holidays', () => {
    expect(
      ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'].map((day) =>
        isWorkingDay(day),
      ),
    ).toEqual([true, false, false, false, false, true]);
  });

  it('begin on the next working day when the start is not one', () => {
    expect(addWorkingDays('2026-11-28', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-11-29', -1)).toBe('2026-11-27');
    expect(addWorkingDays('2026-11-28', 0)).toBe('2026-11-28');
  });

  it('skip a one-off holiday that is given', () => {
    expect(addWorkingDays('2026-11-30', 10, ['2026-12-07'])).toBe('2026-12-15');
    expect(workingDaysBetween('2026-11-30', '2026-12-14', ['2026-12-07'])).toBe(9);
  });

  it('count the same there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -120, max: 120 }), (start, count) => {
        const end = addWorkingDays(start, count);
        expect(workingDaysBetween(start, end)).toBe(count);
        if (count !== 0) expect(isWorkingDay(end)).toBe(true);
        if (isWorkingDay(start)) expect(addWorkingDays(end, -count)).toBe(start);
      }),
    );
  });
});
