import type { Surroundings } from './outbox.ts';

/** The browser's own time, chance and locks. A lock is held for one run, never for ever. */
export function browserSurroundings(name: string): Surroundings {
  let last: Promise<unknown> = Promise.resolve();
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    later(ms, call) {
      // A browser's timer holds at most 2^31 - 1 milliseconds.
      const timer = setTimeout(call, Math.min(ms, 2_147_483_647));
      return () => clearTimeout(timer);
    },
    async lock(what, work) {
      if ('locks' in navigator) return await navigator.locks.request(`${name}/${what}`, work);
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return await turn;
    },
  };
}
