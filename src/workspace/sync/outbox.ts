import { MOST_PARTS } from '../../graph/batch.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import type { Base, Change, Row, RowsChange } from '../store/server-base.ts';
import { type Edit, looksOf, type Standing, type Values } from './edit.ts';
import { backOffMs, type Way } from './pause.ts';
import { nextEdits, type Queue } from './queue.ts';
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

/** An edit whose sending has come to something, and what that makes true. */
type Ended = { readonly edit: Edit; readonly sent: Sent; readonly change: Change };

export function createOutbox(needs: OutboxNeeds): Outbox {
  const { base, queue, way, surroundings, commit } = needs;
  let running: Promise<void> | undefined;
  let again = false;
  let callOff: (() => void) | undefined;
  /** One lost answer is most often no more than that: the server is looked at once before everything stops. */
  let lookedAfter: unknown;
  /** Edits that wait for their own time, by id: the row is hot, or may not be visible yet. */
  const notBefore = new Map<string, number>();
  const heat = new Map<string, number>();
  /** When this tab made a row. */
  const madeAt = new Map<string, number>();

  const mayGo = (edit: Edit) => (notBefore.get(edit.id) ?? 0) <= surroundings.now();
  /** New rows that nobody has sent yet travel together. */
  const mayTravel = ({ kind, standing, list, uid }: Edit) =>
    kind === 'create' && standing.is === 'waiting' && !base.get(list, uid);
  const next = () =>
    way.isClosed() || way.pause() ? [] : nextEdits(queue.all(), { mayGo, mayTravel, most: MOST_PARTS });
  const isFresh = ({ list, uid }: Edit) =>
    surroundings.now() - (madeAt.get(`${list}/${uid}`) ?? Number.NEGATIVE_INFINITY) < FRESH_MS;

  /** An edit that was given up while it was under way stays given up. */
  function toStanding(edit: Edit, standing: Standing, rows: readonly RowsChange[] = []): Change {
    return { edits: { put: queue.get(edit.id) ? [{ ...edit, standing }] : [] }, rows };
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

  async function sendSome(edits: readonly Edit[]): Promise<void> {
    // Said before it is sent: a tab that dies between here and the answer leaves edits that are looked up first.
    const put = edits.flatMap((edit): readonly Edit[] =>
      edit.standing.is === 'waiting' ? [{ ...edit, standing: { is: 'unsure', looks: 0 } }] : [],
    );
    if (put.length > 0) await commit({ edits: { put } });
    const made = edits.length > 1 ? await createTogether(edits) : [];
    const ended: Ended[] = [];
    for (const [index, edit] of edits.entries()) {
      // What has arrived is made true before the server is asked about another.
      if (made[index] instanceof Error) await settle(ended.splice(0));
      const end = await sendOne(edit, made[index]);
      if (end) ended.push(end);
    }
    await settle(ended);
  }

  async function settle(ended: readonly Ended[]): Promise<void> {
    // One transaction: an edit off the queue without its row, or the other way round, would be lost or doubled.
    if (ended.length > 0) await commit(joined(ended.map(({ change }) => change)));
    for (const { edit, sent } of ended) needs.onSent(edit, sent);
  }

  async function createTogether(edits: readonly Edit[]): Promise<readonly (Row | Error | undefined)[]> {
    try {
      return await needs.server.createAll(edits);
    } catch (error) {
      // Turned down as a whole, for its size or its form, says nothing of what is in it: each goes alone.
      const isForItself = isGraphError(error, 'refused', 'too-large');
      return edits.map(() => (isForItself ? undefined : (error as Error)));
    }
  }

  /** `made`: what became of it on its way with others. From there on it is an edit like any other. */
  async function sendOne(edit: Edit, made: Row | Error | undefined): Promise<Ended | undefined> {
    const known = base.get(edit.list, edit.uid);
    const create = made && (() => (made instanceof Error ? Promise.reject(made) : Promise.resolve(made)));
    const server = create ? { ...needs.server, create } : needs.server;
    let sent: Sent;
    try {
      sent = await sendEdit({ server, known, isFresh: isFresh(edit) }, edit);
    } catch (error) {
      const stopped = await stopOrLook(edit, error);
      if (stopped) return undefined;
      sent = { is: 'refused', error: isGraphError(error) ? error : new GraphError('refused', NOT_SAVED) };
    }
    lookedAfter = undefined;
    if (sent.is !== 'refused') way.isAnswered();
    return toEnd(edit, sent);
  }

  /** Says whether the failure concerns all that is to be sent; if not, it is this edit's own. */
  async function stopOrLook(edit: Edit, error: unknown): Promise<boolean> {
    if (!isGraphError(error)) return false;
    const happened = error.mayHaveHappened || edit.standing.is === 'unsure';
    const standing: Standing = happened ? { is: 'unsure', looks: looksOf(edit) } : { is: 'waiting' };
    const isLost = isGraphError(error, 'unreachable', 'unreadable') && error.status !== 503;
    if (isLost && (lookedAfter === undefined || lookedAfter === error)) {
      lookedAfter = error;
      way.noteLost();
    } else if (!way.stopFor(error)) return false;
    await commit(toStanding(edit, standing));
    return true;
  }

  /** What an outcome makes true; a row that never rests becomes a question. */
  function toEnd(edit: Edit, sent: Sent): Ended {
    const { list, uid } = edit;
    switch (sent.is) {
      case 'done': {
        notBefore.delete(edit.id);
        heat.delete(edit.id);
        if (edit.kind === 'create') madeAt.set(`${list}/${uid}`, surroundings.now());
        const rows = sent.row ? { put: [sent.row] } : { drop: sent.gone ? [sent.gone] : [] };
        return { edit, sent, change: { edits: { drop: [edit.id] }, rows: [{ list, ...rows, written: true }] } };
      }
      case 'clash': {
        const rows = [{ list, put: [sent.row], written: true }] as const;
        return { edit, sent, change: toStanding(edit, { is: 'clash', clash: sent.clash }, rows) };
      }
      case 'removed':
        return { edit, sent, change: toStanding(edit, { is: 'removed', was: sent.was && toValues(sent.was) }) };
      case 'refused': {
        const rows = [{ list, put: sent.row ? [sent.row] : [], written: true }] as const;
        return { edit, sent, change: toStanding(edit, { is: 'refused', why: sent.error.message }, rows) };
      }
      case 'not-there-yet': {
        const looks = looksOf(edit) + 1;
        notBefore.set(edit.id, surroundings.now() + backOffMs(looks, surroundings.random()));
        return { edit, sent, change: toStanding(edit, { is: 'unsure', looks }) };
      }
      case 'hot':
        return coolDown(edit, sent);
    }
  }

  function coolDown(edit: Edit, sent: Extract<Sent, { is: 'hot' }>): Ended {
    const rounds = (heat.get(edit.id) ?? 0) + 1;
    heat.set(edit.id, rounds);
    if (rounds >= ROUNDS_BEFORE_ASKING) {
      heat.delete(edit.id);
      return toEnd(edit, { is: 'refused', error: new GraphError('conflict', HOT_ROW), row: sent.row });
    }
    notBefore.set(edit.id, surroundings.now() + backOffMs(rounds, surroundings.random()));
    const rows = [{ list: edit.list, put: [sent.row], written: true }] as const;
    return { edit, sent, change: toStanding(edit, { is: 'waiting' }, rows) };
  }

  /** Edits of any tab go through one door, so that a person's own are never sent side by side. */
  async function run(): Promise<void> {
    await needs.opened;
    try {
      do {
        again = false;
        if (next().length === 0) continue;
        await surroundings.lock('send', async () => {
          await needs.reload();
          for (let some = next(); some.length > 0; some = next()) await sendSome(some);
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

/** Rows of one list stand together: they may lie in the same place of what the browser keeps. */
function joined(changes: readonly Change[]): Change {
  const byList = Map.groupBy(
    changes.flatMap(({ rows = [] }) => rows),
    ({ list }) => list,
  );
  return {
    edits: {
      put: changes.flatMap(({ edits }) => edits?.put ?? []),
      drop: changes.flatMap(({ edits }) => edits?.drop ?? []),
    },
    rows: [...byList].map(([list, rows]) => ({
      list,
      put: rows.flatMap(({ put = [] }) => put),
      drop: rows.flatMap(({ drop = [] }) => drop),
      written: true,
    })),
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
