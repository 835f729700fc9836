import { isDone, needsPerson, type QueuedFile } from './entry.ts';

/** The whole list in numbers. */
export type Totals = {
  readonly files: number;
  readonly done: number;
  /** Checking, waiting, sending or being registered, and not paused. */
  readonly going: number;
  readonly waiting: number;
  readonly paused: number;
  readonly needs: number;
  /** Of those that go: in bytes. */
  readonly size: number;
  readonly sent: number;
};

export function totalOf(entries: readonly QueuedFile[]): Totals {
  const totals = { files: entries.length, done: 0, going: 0, waiting: 0, paused: 0, needs: 0, size: 0, sent: 0 };
  for (const entry of entries) {
    const { standing, marks, sent } = entry;
    if (isDone(entry)) totals.done += 1;
    else if (needsPerson(entry)) totals.needs += 1;
    else if (entry.isPaused && standing.is !== 'sent') totals.paused += 1;
    else {
      totals.going += 1;
      if (standing.is === 'waiting' || standing.is === 'checking') totals.waiting += 1;
    }
    if (standing.is === 'asks' && standing.question.is === 'refused') continue;
    totals.size += marks.size;
    totals.sent += standing.is === 'done' || standing.is === 'sent' ? marks.size : sent;
  }
  return totals;
}

/** Speed over the last moments, so that a pause or a slow minute shows. */
export function startSpeed(now: () => number): { note(sent: number): void; bytesPerSecond(): number | undefined } {
  let samples: readonly { readonly at: number; readonly sent: number }[] = [];
  return {
    note(sent) {
      const at = now();
      samples = [...samples.filter((sample) => at - sample.at < REMEMBERED_MS), { at, sent }];
    },
    bytesPerSecond() {
      const [first] = samples;
      const last = samples.at(-1);
      if (!first || !last || last.at - first.at < 1_000) return undefined;
      return ((last.sent - first.sent) * 1_000) / (last.at - first.at);
    },
  };
}

const REMEMBERED_MS = 20_000;
