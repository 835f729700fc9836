import { GraphError } from './errors.ts';

/**
 * ## One pause for everything
 * When Microsoft 365 asks us to wait, refused calls count against us too. So a wait is shared: whatever wants to be sent
 * meanwhile waits as well, or fails at once with the seconds that are left if it has not the patience.
 */
export type Pause = {
  /** Waits until calls may be sent and gives the seconds of patience left; throws `throttled` if it does not suffice. */
  pass(patience: number, signal: AbortSignal | undefined): Promise<number>;
  begin(seconds: number): void;
  onPause(listener: (seconds: number) => void): () => void;
};

export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export function startPause(now: () => number, wait: Wait): Pause {
  let until = 0;
  const listeners = new Set<(seconds: number) => void>();
  return {
    pass: async (patience, signal) => {
      let patienceLeft = patience * 1000;
      for (let left = until - now(); left > 0; left = until - now()) {
        if (left > patienceLeft) throw throttled(Math.ceil(left / 1000));
        patienceLeft -= left;
        await wait(left, signal);
      }
      return patienceLeft / 1000;
    },
    begin: (seconds) => {
      until = Math.max(until, now() + seconds * 1000);
      for (const listener of listeners) listener(seconds);
    },
    onPause: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `isAsked` is false where Microsoft 365 named no time, or nonsense: the seconds are then our own guess. */
export function throttled(seconds: number, isAsked = true): GraphError {
  return new GraphError('throttled', `Microsoft 365 asked us to wait. Try again in ${inWords(seconds)}.`, {
    status: 429,
    retryAfterSeconds: isAsked ? seconds : undefined,
  });
}

function inWords(seconds: number): string {
  if (seconds <= 1) return '1 second';
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** How long an answer asks us to wait, in seconds; undefined if it does not say, or talks nonsense. */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const waits = [headers.get('Retry-After'), headers.get('RateLimit-Reset')].map((text) => toSeconds(text, now));
  const known = waits.filter((seconds) => seconds !== undefined).filter((seconds) => seconds <= LONGEST_WAIT_SECONDS);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** A wait that Microsoft 365 asks for is kept to the second, up to a day; beyond, the figure is nonsense. */
const LONGEST_WAIT_SECONDS = 86_400;

function toSeconds(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(text.trim())) return Number(text);
  const moment = /[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) || moment < now ? undefined : Math.ceil((moment - now) / 1000);
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export const waitForTime: Wait = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
