/** Time, chance and locks are the caller's, so that a simulation can play them. */
export type Surroundings = {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Calls back once, after that long; returns how to call it off. */
  later(ms: number, call: () => void): () => void;
  /** Runs the work while no other tab of this person runs work under that name. */
  lock<T>(name: string, work: () => Promise<T>): Promise<T>;
};

/** The browser's own time, chance and locks. A lock is held for one run, never for ever. */
export function browserSurroundings(name: string): Surroundings {
  const last = new Map<string, Promise<unknown>>();
  return {
    // Goes on evenly when the device's clock is put right, so that no wait becomes hours.
    now: () => Math.round(performance.timeOrigin + performance.now()),
    random: () => Math.random(),
    later(ms, call) {
      // A browser's timer holds at most 2^31 - 1 milliseconds.
      const timer = setTimeout(call, Math.min(ms, 2_147_483_647));
      return () => clearTimeout(timer);
    },
    async lock(what, work) {
      if ('locks' in navigator) return await navigator.locks.request(`${name}/${what}`, work);
      const turn = (last.get(what) ?? Promise.resolve()).then(work, work);
      last.set(
        what,
        turn.catch(() => undefined),
      );
      return await turn;
    },
  };
}
