/** Coming back to the window fires two events at once: both are one return. */
export const SAME_RETURN_MS = 1_000;
/** What was read this lately is shown as it is when a record or another screen is opened. */
export const FRESH_MS = 15_000;
/** While somebody works in the tab, what others do comes at least this often. */
export const REPEAT_MS = 60_000;
/** Who has pressed nothing for so long is not there: nothing is asked until they are. */
export const ACTIVE_MS = 5 * 60_000;

type Needs = {
  /** Reads what others changed. */
  readonly pull: () => void;
  /** False while Microsoft 365 cannot be reached, or has asked to wait. */
  readonly isFree: () => boolean;
  readonly isVisible: () => boolean;
  /** Milliseconds; only the difference counts. */
  readonly now: () => number;
  readonly later: (ms: number, call: () => void) => () => void;
};

/** When a tab reads what others changed: on coming back to it, on opening something, and gently while somebody works. */
export function createPullTimes({ pull, isFree, isVisible, now, later }: Needs) {
  let last = Number.NEGATIVE_INFINITY;
  let active = now();
  let callOff: (() => void) | undefined;

  const isOlder = (ms: number) => now() - last >= ms;

  function stop(): void {
    callOff?.();
    callOff = undefined;
  }

  function plan(): void {
    stop();
    callOff = later(REPEAT_MS, () => {
      callOff = undefined;
      if (!isVisible() || now() - active > ACTIVE_MS) return;
      if (isFree() && isOlder(REPEAT_MS)) read();
      else plan();
    });
  }

  function read(): void {
    last = now();
    plan();
    pull();
  }

  return {
    /** The tab is shown, hidden, or has the keys again. */
    cameOrWent(): void {
      if (!isVisible()) stop();
      else {
        active = now();
        if (isOlder(SAME_RETURN_MS)) read();
      }
    },
    /** A record or another screen was opened. */
    opened(): void {
      active = now();
      if (isVisible() && isFree() && isOlder(FRESH_MS)) read();
    },
    /** A key or a button was pressed. */
    acted(): void {
      active = now();
      // A repeat that is planned sees to it.
      if (callOff !== undefined || !isVisible()) return;
      if (isFree() && isOlder(REPEAT_MS)) read();
      else plan();
    },
    stop,
  };
}
