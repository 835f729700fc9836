/** A number from 0 up to 1, the same row of numbers for the same seed. */
export function startRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Event = { readonly at: number; readonly call: () => void | Promise<void> };

/**
 * Virtual time. Things happen one after the other, in the order of their times, and each is let run to its end before
 * the next begins; so the same seed gives the same run, however busy the machine is.
 */
export type Time = {
  now(): number;
  later(ms: number, call: () => void | Promise<void>): () => void;
  wait(ms: number): Promise<void>;
  /** Plays all that is due within so many milliseconds. */
  pass(ms: number): Promise<void>;
  /** Work that needs the event loop but no time, such as storage: time stands still until it is done. */
  during<T>(work: Promise<T>): Promise<T>;
};

export function startTime(start: number): Time {
  let now = start;
  let events: readonly Event[] = [];
  let busy = 0;

  function later(ms: number, call: () => void | Promise<void>): () => void {
    const event = { at: now + Math.max(0, ms), call };
    const place = events.findIndex((other) => other.at > event.at);
    events = place < 0 ? [...events, event] : [...events.slice(0, place), event, ...events.slice(place)];
    return () => {
      events = events.filter((other) => other !== event);
    };
  }

  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (busy > 0) quiet = 0;
    }
  }

  return {
    now: () => now,
    later,
    wait: (ms) => new Promise((resolve) => later(ms, resolve)),
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (let next = events[0]; next && next.at <= end; next = events[0]) {
        events = events.slice(1);
        now = Math.max(now, next.at);
        await next.call();
        await settle();
      }
      now = end;
    },
    async during(work) {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
      }
    },
  };
}

/** Promises and streams of a few links go on within so many turns of the event loop. */
const QUIET_TURNS = 6;
