import { bankHolidays } from './bank-holidays.ts';
import { addDays, type Day, weekdayOf, yearOf } from './day.ts';

/**
 * Monday to Friday, without the bank holidays of England. `alsoClosed` holds one-off holidays that are not known here
 * yet; an agency's own closure days do not belong in it: those warn, and never move a date.
 */
export function isWorkingDay(day: Day, alsoClosed: readonly Day[] = []): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !bankHolidays(yearOf(day)).includes(day) && !alsoClosed.includes(day);
}

/**
 * `count` working days later, or earlier if negative. The start is day 0 whether it is a working day or not; 0 gives
 * the start itself.
 */
export function addWorkingDays(start: Day, count: number, alsoClosed: readonly Day[] = []): Day {
  const step = Math.sign(count);
  let day = start;
  for (let left = Math.abs(count); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day, alsoClosed)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` comes first. */
export function workingDaysBetween(from: Day, to: Day, alsoClosed: readonly Day[] = []): number {
  if (to < from) return -workingDaysFrom(to, addDays(from, -1), alsoClosed);
  return workingDaysFrom(addDays(from, 1), to, alsoClosed);
}

function workingDaysFrom(first: Day, last: Day, alsoClosed: readonly Day[]): number {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day, alsoClosed)) count += 1;
  }
  return count;
}
