import { type Day, formatDay, formatShortDay } from './day.ts';

/** A moment, ISO 8601 with its zone: `2026-11-30T09:20:00Z`. */
export type Instant = string;

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The day it is in England at that moment. */
export function londonDay(instant: Instant): Day {
  const { year, month, day } = londonParts(instant);
  return `${year}-${month}-${day}`;
}

/** The time it is in England at that moment: `9.20 am`, `12 noon`, `12 midnight`. */
export function formatTime(instant: Instant): string {
  const { hour, minute } = londonParts(instant);
  const hours = Number(hour);
  if (minute === '00' && hours === 12) return '12 noon';
  if (minute === '00' && hours === 0) return '12 midnight';
  return `${hours % 12 || 12}.${minute} ${hours < 12 ? 'am' : 'pm'}`;
}

/** The time it is in England at that moment, as a clock shows it: `09:20`. */
export function londonClock(instant: Instant): string {
  const { hour, minute } = londonParts(instant);
  return `${hour}:${minute}`;
}

/** `Mon 30 Nov 2026, 9.20 am`. */
export function formatInstant(instant: Instant): string {
  return `${formatDay(londonDay(instant))}, ${formatTime(instant)}`;
}

/** `Mon 30 Nov, 9.20 am`, where the year goes without saying. */
export function formatShortInstant(instant: Instant): string {
  return `${formatShortDay(londonDay(instant))}, ${formatTime(instant)}`;
}

function londonParts(instant: Instant): Record<'year' | 'month' | 'day' | 'hour' | 'minute', string> {
  const parts = LONDON.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') };
}
