import { isDone, isRefused, needsPerson, type QueuedFile } from './entry.ts';

/** The whole list in numbers. */
export type Totals = {
  readonly done: number;
  /** Checking, waiting, sending or being registered, and not paused. */
  readonly going: number;
  readonly waiting: number;
  /** In the library; their rows follow. */
  readonly toRegister: number;
  readonly paused: number;
  readonly needs: number;
  /** They cannot be kept as they are, and nothing can be answered. */
  readonly refused: number;
  readonly cancelled: number;
  /** Of those that go: in bytes. */
  readonly size: number;
  readonly sent: number;
  /** Bytes that are still to come of those that go. */
  readonly left: number;
};

export function totalOf(entries: readonly QueuedFile[]): Totals {
  const nothing = { done: 0, going: 0, waiting: 0, toRegister: 0, paused: 0, needs: 0, refused: 0, cancelled: 0 };
  const totals = { ...nothing, size: 0, sent: 0, left: 0 };
  for (const entry of entries) {
    const { standing, marks, sent } = entry;
    if (standing.is === 'cancelled') totals.cancelled += 1;
    else if (isDone(entry)) totals.done += 1;
    else if (isRefused(entry)) totals.refused += 1;
    else if (needsPerson(entry)) totals.needs += 1;
    else if (entry.isPaused && standing.is !== 'sent') totals.paused += 1;
    else {
      totals.going += 1;
      if (standing.is === 'sent') totals.toRegister += 1;
      else totals.left += marks.size - sent;
      if (standing.is === 'waiting' || standing.is === 'checking') totals.waiting += 1;
    }
    if (standing.is === 'cancelled' || isRefused(entry)) continue;
    totals.size += marks.size;
    totals.sent += standing.is === 'done' || standing.is === 'sent' ? marks.size : sent;
  }
  return totals;
}

/** What a request costs beside its bytes, said in bytes: a thousand small files take longer than their bytes. */
const A_FILE = 100_000;

/** What has been sent and what is to be sent, in bytes and in what each file costs. */
export function workOf({ sent, left, done, going, toRegister }: Totals) {
  return { sent: sent + A_FILE * (done + toRegister), toSend: left + A_FILE * (going - toRegister) };
}

/**
 * Many small files are held up by what Microsoft 365 allows in a minute, not by their bytes: a file and its row are two
 * writes each. Gives the whole minutes that this takes, in seconds.
 */
export function secondsByLimits({ going, toRegister }: Totals, writesInMinute: number): number {
  const writes = (going - toRegister) * 2 + toRegister;
  return Math.floor(writes / writesInMinute) * 60;
}

/**
 * Speed over the last moments, so that a pause or a slow minute shows. The first files are looked at before anything
 * moves: not before some seconds have passed since then is anything said.
 */
export function startSpeed(now: () => number): { note(sent: number): void; bytesPerSecond(): number | undefined } {
  let samples: readonly { readonly at: number; readonly sent: number }[] = [];
  return {
    note(sent) {
      const at = now();
      const remembered = samples.filter((sample) => at - sample.at < REMEMBERED_MS);
      // Until something moves there is no beginning to count from; less than before means that files left the list.
      const isStill = remembered.every((sample) => sample.sent === sent) || sent < (samples.at(-1)?.sent ?? 0);
      samples = isStill ? [{ at, sent }] : [...remembered, { at, sent }];
    },
    bytesPerSecond() {
      const [first] = samples;
      const last = samples.at(-1);
      if (!first || !last || last.at - first.at < KNOWN_AFTER_MS) return undefined;
      return ((last.sent - first.sent) * 1_000) / (last.at - first.at);
    },
  };
}

const REMEMBERED_MS = 20_000;
const KNOWN_AFTER_MS = 5_000;
