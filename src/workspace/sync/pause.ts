import { isGraphError } from '../../graph/errors.ts';
import type { Surroundings } from './surroundings.ts';

/** Why nothing is sent and nothing is pulled for the moment. */
export type Pause = {
  readonly why: 'asked-to-wait' | 'offline' | 'signed-out' | 'no-answer';
  /** Milliseconds since 1970; a signed-out queue waits for the person instead. */
  readonly until: number;
};

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 120_000;

/** Twice as long after every failure, and never the same for two people at once. `random` is from 0 up to 1. */
export function backOffMs(failures: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return Math.round(longest / 2 + (longest / 2) * random);
}

/** What a failure does to the whole queue, or undefined if it concerns one edit only. */
export function toPause(error: unknown, facts: { now: number; failures: number; random: number }): Pause | undefined {
  if (!isGraphError(error)) return undefined;
  // No time at all would be a loop.
  const wait = error.retryAfterSeconds ? error.retryAfterSeconds * 1000 : undefined;
  const until = facts.now + (wait ?? backOffMs(facts.failures, facts.random));
  switch (error.kind) {
    case 'throttled':
      return { why: 'asked-to-wait', until };
    case 'offline':
      return { why: 'offline', until };
    case 'signed-out':
      return { why: 'signed-out', until: Number.POSITIVE_INFINITY };
    case 'unreachable':
    case 'unreadable':
    case 'cancelled':
      return { why: wait === undefined ? 'no-answer' : 'asked-to-wait', until };
    default:
      return undefined;
  }
}

/** One way to Microsoft 365 for all that is sent and pulled: when it is closed, it is closed for everything. */
export type Way = {
  /** Why nothing goes; undefined when nothing stands in the way. */
  pause(): Pause | undefined;
  /** The same, and what last went wrong while it is tried again: for people, who would see it come and go otherwise. */
  trouble(): Pause | undefined;
  /** An answer did not come. The server is looked at before anything stops. */
  noteLost(): void;
  /** A call failed. Says whether that stops everything; if not, it concerns that call alone. */
  stopFor(error: unknown): boolean;
  /** Another tab was asked to wait. */
  stopAlso(pause: Pause): void;
  /** A good answer came, so what was in the way is not. A wait that we were asked for is kept to its end. */
  isAnswered(): void;
  /** Signed in, back online, or the person says so: try again now. A wait that we were asked for stays. */
  clear(): void;
  isClosed(): boolean;
  close(): void;
};

export type WayNeeds = {
  readonly surroundings: Pick<Surroundings, 'now' | 'random' | 'later'>;
  /** A call of this tab failed. */
  readonly onStop: (pause: Pause) => void;
  /** What was in the way is not any more. */
  readonly onAnswered: () => void;
  /** The way is free again after a time. */
  readonly onFree: () => void;
};

export function createWay({ surroundings, onStop, onAnswered, onFree }: WayNeeds): Way {
  let asked: Pause | undefined;
  let trouble: Pause | undefined;
  let failures = 0;
  let closed = false;
  let callOff: (() => void) | undefined;

  const lasting = (pause: Pause | undefined) => (pause && pause.until > surroundings.now() ? pause : undefined);
  const pause = () => lasting(asked) ?? lasting(trouble);

  /** A shorter wait never cuts a longer one. */
  function stop(next: Pause): void {
    const before = lasting(next.why === 'asked-to-wait' ? asked : trouble);
    const longer = before && before.until >= next.until ? before : next;
    if (next.why === 'asked-to-wait') asked = longer;
    else trouble = longer;
    wakeLater();
  }

  function wakeLater(): void {
    callOff?.();
    callOff = undefined;
    const until = pause()?.until;
    if (closed || until === undefined || until === Number.POSITIVE_INFINITY) return;
    callOff = surroundings.later(until - surroundings.now(), () => {
      if (pause()) wakeLater();
      else onFree();
    });
  }

  return {
    pause,
    trouble: () => pause() ?? trouble,
    noteLost() {
      trouble ??= { why: 'no-answer', until: surroundings.now() };
    },
    stopFor(error) {
      // What was under way when everything stopped, the other parts of a batch for one, is no further failure.
      const isFurther = pause() === undefined;
      const before = isFurther ? failures : Math.max(0, failures - 1);
      const next = toPause(error, { now: surroundings.now(), failures: before, random: surroundings.random() });
      if (!next) return false;
      if (isFurther) failures += 1;
      stop(next);
      onStop(next);
      return true;
    },
    stopAlso: stop,
    isAnswered() {
      failures = 0;
      if (!trouble || trouble.why === 'signed-out') return;
      trouble = undefined;
      onAnswered();
    },
    clear() {
      failures = 0;
      trouble = undefined;
      wakeLater();
    },
    isClosed: () => closed,
    close() {
      closed = true;
      callOff?.();
    },
  };
}
