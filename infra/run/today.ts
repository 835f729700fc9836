const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The day it is for the partnership, as `2026-11-30`. */
export function todayInLondon(now: Date): string {
  return LONDON.format(now);
}
