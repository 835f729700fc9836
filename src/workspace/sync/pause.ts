import { type GraphError, isGraphError } from '../../graph/errors.ts';

/** Why nothing is sent and nothing is pulled for the moment. */
export type Pause = {
  readonly why: 'asked-to-wait' | 'offline' | 'signed-out' | 'no-answer';
  /** Milliseconds since 1970; a signed-out queue waits for the person instead. */
  readonly until: number;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 120_000;
/** A wait that Microsoft 365 asks for is kept to the second, up to a day; beyond, the figure is nonsense. */
const LONGEST_ASKED_SECONDS = 86_400;

/** Twice as long after every failure, and never the same for two people at once. `random` is from 0 up to 1. */
export function backOffMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return Math.round(longest / 2 + (longest / 2) * random);
}

/** What a failure does to the whole queue, or undefined if it concerns one edit only. */
export function toPause(error: unknown, facts: { now: number; failures: number; random: number }): Pause | undefined {
  if (!isGraphError(error)) return undefined;
  const backOff = facts.now + backOffMs(facts.failures, facts.random);
  switch (error.kind) {
    case 'throttled':
      return { why: 'asked-to-wait', until: askedUntil(error, facts.now) ?? backOff };
    case 'offline':
      return { why: 'offline', until: backOff };
    case 'signed-out':
      return { why: 'signed-out', until: Number.POSITIVE_INFINITY };
    case 'unreachable':
    case 'unreadable':
    case 'cancelled':
      return { why: 'no-answer', until: askedUntil(error, facts.now) ?? backOff };
    default:
      return undefined;
  }
}

function askedUntil(error: GraphError, now: number): number | undefined {
  const seconds = error.retryAfterSeconds;
  if (seconds === undefined || !(seconds >= 0) || seconds > LONGEST_ASKED_SECONDS) return undefined;
  return now + seconds * 1000;
}
