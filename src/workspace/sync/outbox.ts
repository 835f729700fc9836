import { GraphError, isGraphError } from '../../graph/errors.ts';
import type { Base, Change } from '../store/server-base.ts';
import type { Edit, Standing } from './edit.ts';
import { backOffMs, type Pause, toPause } from './pause.ts';
import { nextEdit, type Queue } from './queue.ts';
import { type Sent, type Server, sendEdit } from './send-edit.ts';

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

export type Outbox = {
  /** Sends what may be sent; joins a run that is under way. Never throws. */
  flush(): Promise<void>;
  /** Why nothing is sent or pulled now; undefined when nothing stands in the way. */
  pause(): Pause | undefined;
  /** A pull failed: the same stop for the whole queue. Says whether it was such a failure. */
  stopFor(error: unknown): boolean;
  /** An answer came, so being offline is over. A wait that we were asked for is not. */
  wayIsFree(): void;
  /** The way is free again (signed in, back online): go on at once. */
  goOn(): Promise<void>;
  close(): void;
};

export type OutboxNeeds = {
  readonly server: Server;
  readonly base: Base;
  readonly queue: Queue;
  readonly surroundings: Surroundings;
  /** Makes a change true in memory, in the cache in one transaction, and in the other tabs. */
  readonly commit: (change: Change) => Promise<void>;
  /** Takes in what other tabs have accepted or sent since, from the cache. */
  readonly reload: () => Promise<void>;
  readonly onSent: (edit: Edit, sent: Sent) => void;
  readonly onPause: () => void;
};

export function createOutbox(needs: OutboxNeeds): Outbox {
  const { base, queue, surroundings, commit } = needs;
  let stopped: Pause | undefined;
  let failures = 0;
  let running: Promise<void> | undefined;
  let asked = false;
  let closed = false;
  let wake: (() => void) | undefined;
  /** Edits that wait for their own time, by id: the row is hot, or may not be visible yet. */
  const notBefore = new Map<string, number>();
  const heat = new Map<string, number>();

  const pause = () => (stopped && stopped.until > surroundings.now() ? stopped : undefined);
  const mayGo = (edit: Edit) => (notBefore.get(edit.id) ?? 0) <= surroundings.now();

  const standAs = (edit: Edit, standing: Standing) => commit({ edits: { put: [{ ...edit, standing }] } });

  function stopFor(error: unknown): boolean {
    const next = toPause(error, { now: surroundings.now(), failures, random: surroundings.random() });
    if (!next) return false;
    failures += 1;
    stopped = next;
    needs.onPause();
    wakeLater();
    return true;
  }

  function wakeLater() {
    wake?.();
    wake = undefined;
    if (closed || queue.all().length === 0) return;
    const times = [pause()?.until ?? 0, ...(pause() ? [] : notBefore.values())].filter(
      (time) => time > surroundings.now(),
    );
    const next = Math.min(...times);
    if (!Number.isFinite(next)) return;
    wake = surroundings.later(next - surroundings.now(), () => {
      wake = undefined;
      void flush();
    });
  }

  async function sendOne(edit: Edit): Promise<'next' | 'stop'> {
    const known = base.get(edit.list, edit.uid);
    const looks = edit.standing.is === 'unsure' ? edit.standing.looks : 0;
    // Said before it is sent: a tab that dies between here and the answer leaves an edit that is looked up first.
    if (edit.standing.is === 'waiting') await standAs(edit, { is: 'unsure', looks });
    let sent: Sent;
    try {
      sent = await sendEdit(needs.server, edit, known);
    } catch (error) {
      const happened = isGraphError(error) && (error.mayHaveHappened || edit.standing.is === 'unsure');
      await standAs(edit, happened ? { is: 'unsure', looks } : { is: 'waiting' });
      // One lost answer is most often no more than that: look at once, and stop only when that fails too.
      if (failures === 0 && isGraphError(error, 'unreachable', 'unreadable')) {
        failures = 1;
        return 'next';
      }
      if (stopFor(error)) return 'stop';
      await standAs(edit, { is: 'refused', why: error instanceof Error ? error.message : 'It could not be saved.' });
      return 'next';
    }
    failures = 0;
    stopped = undefined;
    needs.onSent(edit, await keep(edit, sent, looks));
    return 'next';
  }

  /** Makes the outcome true; gives it as it is in the end, for a row that never rests becomes a question. */
  async function keep(edit: Edit, sent: Sent, looks: number): Promise<Sent> {
    const { list, uid } = edit;
    switch (sent.is) {
      case 'done':
        notBefore.delete(edit.id);
        heat.delete(edit.id);
        // One transaction: an edit off the queue without its row, or the other way round, would be lost or doubled.
        await commit({
          edits: { drop: [edit.id] },
          rows: [sent.row ? { list, put: [sent.row] } : { list, drop: [uid] }],
        });
        return sent;
      case 'clash':
        await commit({
          edits: { put: [{ ...edit, standing: { is: 'clash', clash: sent.clash } }] },
          rows: [{ list, put: [sent.row] }],
        });
        return sent;
      case 'removed':
        await commit({ edits: { put: [{ ...edit, standing: { is: 'removed' } }] }, rows: [{ list, drop: [uid] }] });
        return sent;
      case 'refused':
        await commit({
          edits: { put: [{ ...edit, standing: { is: 'refused', why: sent.error.message } }] },
          rows: sent.row ? [{ list, put: [sent.row] }] : [],
        });
        return sent;
      case 'not-there-yet':
        notBefore.set(edit.id, surroundings.now() + backOffMs(looks + 1, surroundings.random()));
        await standAs(edit, { is: 'unsure', looks: looks + 1 });
        return sent;
      case 'hot':
        return await coolDown(edit, sent);
    }
  }

  async function coolDown(edit: Edit, sent: Extract<Sent, { is: 'hot' }>): Promise<Sent> {
    const rounds = (heat.get(edit.id) ?? 0) + 1;
    heat.set(edit.id, rounds);
    const rows = [{ list: edit.list, put: [sent.row] }];
    if (rounds >= ROUNDS_BEFORE_ASKING) {
      heat.delete(edit.id);
      const error = new GraphError('conflict', HOT_ROW);
      await commit({ edits: { put: [{ ...edit, standing: { is: 'refused', why: HOT_ROW } }] }, rows });
      return { is: 'refused', error, row: sent.row };
    }
    notBefore.set(edit.id, surroundings.now() + backOffMs(rounds, surroundings.random()));
    await commit({ edits: { put: [{ ...edit, standing: { is: 'waiting' } }] }, rows });
    return sent;
  }

  async function run(): Promise<void> {
    await surroundings.lock('send', async () => {
      await needs.reload();
      while (!closed && !pause()) {
        const edit = nextEdit(queue.all(), mayGo);
        if (!edit || (await sendOne(edit)) === 'stop') break;
      }
    });
  }

  async function flush(): Promise<void> {
    if (running) {
      asked = true;
      return running;
    }
    if (closed || pause() || !nextEdit(queue.all(), mayGo)) {
      wakeLater();
      return;
    }
    running = run().finally(() => {
      running = undefined;
    });
    await running;
    if (asked) {
      asked = false;
      await flush();
    } else wakeLater();
  }

  return {
    flush,
    pause,
    stopFor,
    wayIsFree() {
      if (stopped?.why !== 'offline' && stopped?.why !== 'no-answer') return;
      stopped = undefined;
      failures = 0;
      needs.onPause();
    },
    async goOn() {
      stopped = undefined;
      needs.onPause();
      await flush();
    },
    close() {
      closed = true;
      wake?.();
    },
  };
}

const ROUNDS_BEFORE_ASKING = 3;
const HOT_ROW = 'Others are changing this at the same moment. What you wrote is kept here. Try again in a minute.';
