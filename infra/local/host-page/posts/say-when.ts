const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'Europe/London',
});
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
});

/** `Fri 4 Dec, 4.26 pm`, in the partnership's own time. */
export function sayWhen(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  const day = DAY.format(at).replace(',', '');
  return `${day}, ${CLOCK.format(at).replace(':', '.')}`;
}
