import { GraphError, isGraphError } from '../../graph/errors.ts';
import type { Base, Change } from '../store/server-base.ts';
import { type Edit, looksOf, type Standing, type Values } from './edit.ts';
import { backOffMs, type Way } from './pause.ts';
import { nextEdit, type Queue } from './queue.ts';
import { type Sent, type Server, sendEdit } from './send-edit.ts';
import type { Surroundings } from './surroundings.ts';

export type Outbox = {
  /** Sends what may be sent, and joins a run that is under way; done when nothing more can go for now. */
  flush(): Promise<void>;
  close(): void;
};

export type OutboxNeeds = {
  readonly server: Server;
  readonly base: Base;
  readonly queue: Queue;
  readonly way: Way;
  readonly surroundings: Surroundings;
  /** Settles once what the browser keeps has been read: nothing is sent before. */
  readonly opened: Promise<void>;
  /** Makes a change true in memory, in the cache in one transaction, and in the other tabs. */
  readonly commit: (change: Change) => Promise<void>;
  /** Takes in what other tabs have accepted or sent since, from the cache. */
  readonly reload: () => Promise<void>;
  readonly onSent: (edit: Edit, sent: Sent) => void;
};

export function createOutbox(needs: OutboxNeeds): Outbox {
  const { base, queue, way, surroundings, commit } = needs;
  let running: Promise<void> | undefined;
  let again = false;
  let callOff: (() => void) | undefined;
  /** One lost answer is most often no more than that: the server is looked at once before everything stops. */
  let mayLookAtOnce = true;
  /** Edits that wait for their own time, by id: the row is hot, or may not be visible yet. */
  const notBefore = new Map<string, number>();
  const heat = new Map<string, number>();
  /** When this tab made a row. */
  const madeAt = new Map<string, number>();

  const mayGo = (edit: Edit) => (notBefore.get(edit.id) ?? 0) <= surroundings.now();
  const next = () => (way.isClosed() || way.pause() ? undefined : nextEdit(queue.all(), mayGo));
  const isFresh = ({ list, uid }: Edit) =>
    surroundings.now() - (madeAt.get(`${list}/${uid}`) ?? Number.NEGATIVE_INFINITY) < FRESH_MS;

  /** An edit that was given up while it was under way stays given up. */
  async function standAs(edit: Edit, standing: Standing, rows: Change['rows'] = []): Promise<void> {
    const put = queue.get(edit.id) ? [{ ...edit, standing }] : [];
    await commit({ edits: { put }, rows });
  }

  function wakeLater(): void {
    callOff?.();
    callOff = undefined;
    const now = surroundings.now();
    const times = queue.all().flatMap((edit) => notBefore.get(edit.id) ?? []);
    const soonest = Math.min(...times.filter((time) => time > now));
    if (way.isClosed() || soonest === Number.POSITIVE_INFINITY) return;
    callOff = surroundings.later(soonest - now, () => void flush());
  }

  async function sendOne(edit: Edit): Promise<void> {
    const known = base.get(edit.list, edit.uid);
    // Said before it is sent: a tab that dies between here and the answer leaves an edit that is looked up first.
    if (edit.standing.is === 'waiting') await standAs(edit, { is: 'unsure', looks: 0 });
    let sent: Sent;
    try {
      sent = await sendEdit({ server: needs.server, known, isFresh: isFresh(edit) }, edit);
    } catch (error) {
      const stopped = await stopOrLook(edit, error);
      if (stopped) return;
      sent = { is: 'refused', error: isGraphError(error) ? error : new GraphError('refused', NOT_SAVED) };
    }
    mayLookAtOnce = true;
    if (sent.is !== 'refused') way.isAnswered();
    needs.onSent(edit, await keep(edit, sent));
  }

  /** Says whether the failure concerns all that is to be sent; if not, it is this edit's own. */
  async function stopOrLook(edit: Edit, error: unknown): Promise<boolean> {
    if (!isGraphError(error)) return false;
    const happened = error.mayHaveHappened || edit.standing.is === 'unsure';
    const standing: Standing = happened ? { is: 'unsure', looks: looksOf(edit) } : { is: 'waiting' };
    const isLost = isGraphError(error, 'unreachable', 'unreadable') && error.status !== 503;
    if (isLost && mayLookAtOnce) {
      mayLookAtOnce = false;
      way.noteLost();
    } else if (!way.stopFor(error)) return false;
    await standAs(edit, standing);
    return true;
  }

  /** Makes the outcome true; gives it as it is in the end, for a row that never rests becomes a question. */
  async function keep(edit: Edit, sent: Sent): Promise<Sent> {
    const { list, uid } = edit;
    switch (sent.is) {
      case 'done': {
        notBefore.delete(edit.id);
        heat.delete(edit.id);
        if (edit.kind === 'create') madeAt.set(`${list}/${uid}`, surroundings.now());
        const rows = sent.row ? { put: [sent.row] } : { drop: sent.gone ? [sent.gone] : [] };
        // One transaction: an edit off the queue without its row, or the other way round, would be lost or doubled.
        await commit({ edits: { drop: [edit.id] }, rows: [{ list, ...rows, written: true }] });
        return sent;
      }
      case 'clash':
        await standAs(edit, { is: 'clash', clash: sent.clash }, [{ list, put: [sent.row], written: true }]);
        return sent;
      case 'removed':
        await standAs(edit, { is: 'removed', was: sent.was && toValues(sent.was) });
        return sent;
      case 'refused':
        await standAs(edit, { is: 'refused', why: sent.error.message }, [
          { list, put: sent.row ? [sent.row] : [], written: true },
        ]);
        return sent;
      case 'not-there-yet': {
        const looks = looksOf(edit) + 1;
        notBefore.set(edit.id, surroundings.now() + backOffMs(looks, surroundings.random()));
        await standAs(edit, { is: 'unsure', looks });
        return sent;
      }
      case 'hot':
        return await coolDown(edit, sent);
    }
  }

  async function coolDown(edit: Edit, sent: Extract<Sent, { is: 'hot' }>): Promise<Sent> {
    const rounds = (heat.get(edit.id) ?? 0) + 1;
    heat.set(edit.id, rounds);
    if (rounds >= ROUNDS_BEFORE_ASKING) {
      heat.delete(edit.id);
      return await keep(edit, { is: 'refused', error: new GraphError('conflict', HOT_ROW), row: sent.row });
    }
    notBefore.set(edit.id, surroundings.now() + backOffMs(rounds, surroundings.random()));
    await standAs(edit, { is: 'waiting' }, [{ list: edit.list, put: [sent.row], written: true }]);
    return sent;
  }

  /** Edits of any tab go through one door, so that a person's own are never sent side by side. */
  async function run(): Promise<void> {
    await needs.opened;
    try {
      do {
        again = false;
        if (!next()) continue;
        await surroundings.lock('send', async () => {
          await needs.reload();
          for (let edit = next(); edit; edit = next()) await sendOne(edit);
        });
      } while (again);
    } finally {
      // In the same moment as the last look at `again`: who asks later begins a run of their own.
      running = undefined;
      wakeLater();
    }
  }

  async function flush(): Promise<void> {
    again = true;
    running ??= run();
    await running;
  }

  return {
    flush,
    close: () => callOff?.(),
  };
}

/** What a row holds, without what the store and SharePoint say about it. */
function toValues({ uid: _uid, held: _held, version: _version, created: _by, changed: _at, ...values }: Values) {
  return values;
}

const FRESH_MS = 60_000;
const ROUNDS_BEFORE_ASKING = 3;
const HOT_ROW = 'Others are changing this at the same moment. What you wrote is kept here. Try again in a minute.';
const NOT_SAVED = 'It could not be saved. What you wrote is kept here.';
