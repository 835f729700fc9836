import { formatShortInstant, formatTime, londonDay } from '../domain/calendar/london.ts';

/** `10.41 am` today, `Mon 30 Nov, 10.41 am` on another day. Both instants are ISO 8601. */
export function whenWords(instant: string, now: string): string {
  return londonDay(instant) === londonDay(now) ? formatTime(instant) : formatShortInstant(instant);
}
