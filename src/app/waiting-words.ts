import { type Edit, looksOf } from '../workspace/sync/edit.ts';
import type { Pause } from '../workspace/sync/pause.ts';

/** `12 seconds`, `2 minutes`, `1 hour`: a long wait is not told in seconds. Rounded up, so that it is never promised too soon. */
export function waitWords(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds < 100) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return `${hours} hours`;
}

/** Why nothing is sent at the moment. `now` is in milliseconds since 1970. */
export function pauseWords({ why, until }: Pause, now: number): string {
  const again = `Trying again in ${waitWords(until - now)}.`;
  switch (why) {
    case 'asked-to-wait':
      return `Microsoft 365 asked us to wait. ${again}`;
    case 'offline':
      return 'You are offline. It goes by itself when you are connected.';
    case 'signed-out':
      return 'Your sign-in has ended. It goes when you have signed in.';
    case 'no-answer':
      return `Microsoft 365 did not answer. ${again}`;
  }
}

/** Where a change stands, and why it waits. */
export function standingWords(edit: Pick<Edit, 'standing' | 'kind'>, pause: Pause | undefined, now: number): string {
  const { standing, kind } = edit;
  switch (standing.is) {
    case 'clash':
      return kind === 'remove'
        ? `${standing.clash.by} changed it in the meantime. Choose whether it is still removed.`
        : `${standing.clash.by} changed this too. Choose what is kept.`;
    case 'removed':
      return 'Somebody removed it in the meantime. What you wrote is kept here.';
    case 'refused':
      return standing.why;
    default:
      if (pause !== undefined) return pauseWords(pause, now);
      return looksOf({ standing } as Edit) > 0 ? 'Looking whether it has arrived.' : 'On its way.';
  }
}
