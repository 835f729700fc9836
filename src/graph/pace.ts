import { readRetryAfter, type Wait } from './pause.ts';

/**
 * ## How fast work in the background may go
 * Microsoft 365 counts resource units in windows of a minute, for all that use the app in a tenant, and requests of one
 * person in windows of five. What is refused counts too, and makes the screen wait. So work in the background spends a
 * window to its end, less a reserve, and then waits for the next. The reserve is for what a person does meanwhile,
 * which is never held back here.
 *
 * Microsoft tells what is left (RateLimit-*) only from 80 % on, and browsers may not be allowed to read it. Until it is
 * known when a window ends, one is taken to begin with the first call.
 */
export type Pace = {
  /** Waits for its turn and takes the units. Rejects with the signal's reason. */
  turn(units: number, signal: AbortSignal | undefined): Promise<void>;
  /** The same, and takes nothing: for what is counted when it is sent by another way. */
  room(units: number): Promise<void>;
  /** A call of the foreground, or so many parts of a batch: counted, never held. */
  spend(units: number, calls?: number): void;
  learn(answer: Response): void;
  /** Units that work in the background may spend in a minute, as far as is known. */
  unitsAMinute(): number;
};

const MINUTE = 60_000;
/** The smallest tenant's; a larger one says so in its headers. */
const UNITS_A_MINUTE = 1_250;
const UNITS_KEPT = 50;
const REQUESTS_IN_FIVE_MINUTES = 3_000;
const REQUESTS_KEPT = 150;

/** A count that begins anew when its window has ended. */
type Window = { readonly lasts: number; endsAt: number; spent: number };

export function startPace(now: () => number, wait: Wait): Pace {
  let limit = UNITS_A_MINUTE;
  const minute: Window = { lasts: MINUTE, endsAt: 0, spent: 0 };
  const fiveMinutes: Window = { lasts: 5 * MINUTE, endsAt: 0, spent: 0 };
  let isMinuteKnown = false;

  function roll(window: Window, isKnown: boolean): void {
    const late = now() - window.endsAt;
    if (late < 0) return;
    window.spent = 0;
    // A window whose end was told is followed by others of the same length; one that was guessed begins when it is used.
    window.endsAt = isKnown
      ? window.endsAt + (Math.floor(late / window.lasts) + 1) * window.lasts
      : now() + window.lasts;
  }

  function look(): void {
    roll(minute, isMinuteKnown);
    roll(fiveMinutes, false);
  }

  function take(units: number, calls = 1): void {
    minute.spent += units;
    fiveMinutes.spent += calls;
  }

  /** When there is room again, in milliseconds since 1970; undefined if there is now. */
  function busyUntil(units: number): number | undefined {
    look();
    if (fiveMinutes.spent + 1 > REQUESTS_IN_FIVE_MINUTES - REQUESTS_KEPT) return fiveMinutes.endsAt;
    return minute.spent + units > limit - UNITS_KEPT ? minute.endsAt : undefined;
  }

  /** Resolves in the very turn in which there is room: nobody else can take it between the look and the taking. */
  async function waitForRoom(units: number, signal: AbortSignal | undefined, taken: () => void): Promise<void> {
    signal?.throwIfAborted();
    for (let until = busyUntil(units); until !== undefined; until = busyUntil(units)) {
      await wait(until - now(), signal);
      signal?.throwIfAborted();
    }
    taken();
  }

  return {
    turn: (units, signal) => waitForRoom(units, signal, () => take(units)),
    room: (units) => waitForRoom(units, undefined, () => undefined),
    spend(units, calls) {
      look();
      take(units, calls);
    },
    unitsAMinute: () => limit - UNITS_KEPT,
    learn({ status, headers }) {
      look();
      const told = readCount(headers, 'RateLimit-Limit');
      const left = readCount(headers, 'RateLimit-Remaining');
      const reset = readCount(headers, 'RateLimit-Reset');
      if (told !== undefined && told > 0) limit = told;
      if (reset !== undefined && reset <= 60) {
        const endsAt = now() + reset * 1000;
        // Told in whole seconds, rounded up: the earliest of several is the nearest to the truth.
        minute.endsAt = isMinuteKnown || endsAt < minute.endsAt ? Math.min(minute.endsAt, endsAt) : endsAt;
        isMinuteKnown = true;
      }
      // What others of this tenant have used counts as well.
      if (left !== undefined) minute.spent = Math.max(minute.spent, limit - left);
      const asked = status === 429 || status === 503 ? readRetryAfter(headers, now()) : undefined;
      if (asked === undefined || asked * 1000 > MINUTE) return;
      minute.spent = limit;
      minute.endsAt = now() + asked * 1000;
      isMinuteKnown = true;
    },
  };
}

function readCount(headers: Headers, name: string): number | undefined {
  const text = headers.get(name);
  return text !== null && /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
