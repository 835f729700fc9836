/** A calendar day with no time and no zone, `2026-11-30`. Days compare as text. */
export type Day = string;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MS_PER_DAY = 86_400_000;

/** True for a day that exists, between the years 1000 and 9999. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  // Engines roll 30 February over into March: the day must come back as it went in.
  return !Number.isNaN(ms) && toDay(ms) === text;
}

/** `year`, `month` (1 to 12), `date` (1 to 31) as a day; a date past the month's end rolls over. */
export function dayOf(year: number, month: number, date: number): Day {
  return toDay(Date.UTC(year, month - 1, date));
}

/** `count` days later; earlier if negative. */
export function addDays(day: Day, count: number): Day {
  return toDay(toMs(day) + count * MS_PER_DAY);
}

/** `count` calendar months later; the last day of the month where the same date does not exist. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day);
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayOf(year, month + count, Math.min(date, lastDate));
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (toMs(to) - toMs(from)) / MS_PER_DAY;
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(toMs(day)).getUTCDay();
}

export function yearOf(day: Day): number {
  return partsOf(day).year;
}

/** `Mon 30 Nov 2026`. */
export function formatDay(day: Day): string {
  return `${formatShortDay(day)} ${partsOf(day).year}`;
}

/** `Mon 30 Nov`, where the year goes without saying. */
export function formatShortDay(day: Day): string {
  const { month, date } = partsOf(day);
  return `${WEEKDAYS[weekdayOf(day)]} ${date} ${MONTHS[month - 1]}`;
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  const ms = toMs(day);
  const at = new Date(ms);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

function toMs(day: Day): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`Not a day: ${day}`);
  return ms;
}

function toDay(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}
