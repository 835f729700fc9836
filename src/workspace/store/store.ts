import type { Cache } from '../cache/cache.ts';
import type { Journal } from '../cache/journal.ts';
import { type Edit, needsPerson, type Values } from '../sync/edit.ts';
import { createOutbox } from '../sync/outbox.ts';
import { createWay, type Pause } from '../sync/pause.ts';
import { createPull, type Source } from '../sync/pull.ts';
import type { Server } from '../sync/send-edit.ts';
import type { Surroundings } from '../sync/surroundings.ts';
import type { Tabs, Told } from '../sync/tabs.ts';
import { type Accepted, createCallers } from './callers.ts';
import { createKeeping, type Storage } from './keeping.ts';
import { createMemory } from './memory.ts';
import type { Change, Row } from './server-base.ts';

type Wanted = Pick<Edit, 'values' | 'stamps' | 'seen' | 'item' | 'restsOn'>;

export type StoreNeeds = {
  readonly server: Server;
  readonly source: Source;
  /** Names of the lists that are pulled, the library among them. */
  readonly lists: readonly string[];
  readonly sensitive: ReadonlySet<string>;
  readonly me: string;
  readonly surroundings: Surroundings;
  readonly journal: Journal;
  /** Rejects where the browser refuses storage; gives nothing where nothing is to be kept. */
  readonly openCache: (onLost: (isForgotten: boolean) => void) => Promise<Cache | undefined>;
  readonly openTabs?: ((onTold: (told: Told) => void) => Tabs) | undefined;
  /** A list has been read to its end; gives whether that is news to a screen, beside the rows that it brought. */
  readonly onRead?: ((list: string, isNewer: (list: string, uid: string) => boolean) => boolean) | undefined;
  /** Tells this tab's edits from those of the person's other tabs. */
  readonly tab: string;
};

export type Status = {
  readonly pending: readonly Edit[];
  /** Why nothing goes, or what is being tried again. */
  readonly pause: Pause | undefined;
  /** `blocked`: the browser keeps nothing, so unsaved changes do not survive closing the tab. */
  readonly storage: Storage;
};

export type Store = ReturnType<typeof createStore>;

/** Rows in memory: server base, my unsent edits over it, and what a person has to decide. Knows nothing of Graph. */
export function createStore(needs: StoreNeeds) {
  const { surroundings, journal, sensitive } = needs;
  const listeners = new Set<() => void>();
  const callers = createCallers();
  let made = 0;
  let status: Status | undefined;

  const notify = () => {
    status = undefined;
    for (const listener of listeners) listener();
  };

  const memory = createMemory({ me: needs.me, onRows: (rows) => pull.noteWritten(rows), onNews: notify });
  const { base, queue, view } = memory;
  const tabs = needs.openTabs?.(takeFromTab);
  const keeping = createKeeping({
    memory,
    journal,
    sensitive,
    openCache: needs.openCache,
    surroundings,
    tell: (change) => tabs?.tell({ change }),
    onStorage: notify,
  });
  const { commit } = keeping;

  const way = createWay({
    surroundings,
    onStop(pause) {
      if (pause.why === 'asked-to-wait') tabs?.tell({ pause });
      hasStopped();
    },
    onAnswered: notify,
    onFree: () => void goOn(),
  });

  const outbox = createOutbox({
    server: needs.server,
    base,
    queue,
    way,
    surroundings,
    opened: keeping.opened,
    commit,
    reload: keeping.reload,
    onSent(edit, sent) {
      if (sent.is === 'hot' || sent.is === 'not-there-yet') callers.isKept(edit.id);
      else callers.tell(edit.id, sent);
      // The server did not find a row: whether it is gone is known when the changes have been read.
      if (sent.is === 'removed' || (sent.is === 'done' && !sent.row && !sent.gone)) void pull.run();
      notify();
    },
  });

  const pull = createPull({
    source: needs.source,
    lists: needs.lists,
    base,
    link: memory.link,
    commit,
    surroundings,
    way,
    onFailure: notify,
    onRead: (list, isNewer) => needs.onRead?.(list, isNewer) && notify(),
  });

  function hasStopped(): void {
    callers.isKept();
    notify();
  }

  async function goOn(): Promise<void> {
    notify();
    await outbox.flush();
    await pull.goOn();
  }

  function accept(kind: Edit['kind'], list: string, uid: string, wanted: Wanted): Accepted {
    const now = surroundings.now();
    // A device's clock may be put back: an edit still comes after those that it was made upon.
    const after = Number.parseInt(queue.all().at(-1)?.id ?? '0', 36);
    made += 1;
    const edit: Edit = {
      id: `${Math.floor(Math.max(now, after + 1)).toString(36)}.${made.toString(36).padStart(3, '0')}.${needs.tab}`,
      list,
      uid,
      kind,
      ...wanted,
      madeAt: new Date(now).toISOString(),
      standing: { is: 'waiting' },
    };
    if (!sensitive.has(list)) journal.put(edit);
    const accepted = callers.add(edit);
    void commit({ edits: { put: [edit] } });
    if (way.pause()) callers.isKept(edit.id);
    // Behind another edit that waits for a person, or for its time, it does not go now.
    void outbox.flush().then(() => callers.isKept(edit.id));
    return accepted;
  }

  /** What another tab made true; it may have sent what somebody here is waiting for. */
  function takeFromTab(told: Told): void {
    if ('pause' in told) {
      way.stopAlso(told.pause);
      hasStopped();
      return;
    }
    // Where its own pulls begin each tab knows for itself: it must have kept every row up to there.
    const { links: _links, rows = [], ...others } = told.change;
    const change: Change = { ...others, rows: rows.map(base.ahead) };
    const known = new Map((change.edits?.drop ?? []).map((id) => [id, queue.get(id)]));
    keeping.take(change);
    callers.hear(told.change, { edit: (id) => known.get(id), row: (edit) => base.get(edit.list, edit.uid) });
    // If the other tab goes away before it has sent them, this one does.
    if (change.edits?.put?.length) void outbox.flush();
  }

  /** What a person decided; an edit that was sent or settled in the meantime, here or in another tab, stays so. */
  async function decide(edit: Edit, next: (now: Edit) => Edit | undefined): Promise<void> {
    const now = queue.get(edit.id);
    if (!now) return;
    const decided = next(now);
    if (!decided) callers.tell(edit.id, { is: 'removed' });
    await commit({ edits: decided ? { put: [decided] } : { drop: [edit.id] } });
    await outbox.flush();
  }

  return {
    /** Reads what this browser keeps, then goes on with what was not sent. Screens may paint as soon as it resolves. */
    async open(): Promise<void> {
      await keeping.open();
      notify();
      void outbox.flush();
    },
    rows: view.rows,
    row: view.row,
    /** Whether a list has been read whole at least once, now or before. */
    isRead: (list: string) => memory.link(list) !== undefined,
    failure: pull.failure,
    status(): Status {
      status ??= { pending: queue.all(), pause: way.trouble(), storage: keeping.storage() };
      return status;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    create: (list: string, uid: string, values: Values, stamps?: Values) =>
      accept('create', list, uid, { values, stamps, seen: {} }),
    change: (list: string, uid: string, values: Values, seen: Values, also?: Pick<Wanted, 'stamps' | 'restsOn'>) =>
      accept('change', list, uid, { ...also, values, seen }),
    remove: (list: string, uid: string, seen: Values, item: string) =>
      accept('remove', list, uid, { values: {}, seen, item }),
    async pull(): Promise<void> {
      await keeping.opened;
      await pull.run();
      await outbox.flush();
    },
    /** Takes a row that a write outside the queue has brought, such as an uploaded file. */
    put: (list: string, row: Row) => commit({ rows: [{ list, put: [row], written: true }] }),
    /** Signed in, back online, or the person says so: what waits is tried again. A wait we were asked for is kept. */
    async goOn(): Promise<void> {
      way.clear();
      await goOn();
    },
    /** Sends an edit again that was refused. */
    retry: (edit: Edit) => decide(edit, (now) => (needsPerson(now) ? { ...now, standing: { is: 'waiting' } } : now)),
    /** Gives an edit up. The only way, beside success, in which one ends. */
    discard: (edit: Edit) => decide(edit, () => undefined),
    /** Makes a row again that somebody removed while it was being changed, with what the person wrote. */
    restore: (edit: Edit) =>
      decide(edit, (now) => {
        if (now.standing.is !== 'removed') return now;
        const values = { ...now.standing.was, ...now.values };
        return { ...now, kind: 'create', values, seen: {}, standing: { is: 'waiting' } };
      }),
    /**
     * The person chose, column by column: `mine` are the columns in which their own value wins. Where columns hang
     * together, `lay` says what goes through.
     */
    settle: (edit: Edit, mine: readonly string[], lay?: Lay) =>
      decide(edit, (now) => settled(now, mine, base.get(now.list, now.uid), lay)),
    draft: (record: string) => memory.draft(record),
    drafts: memory.drafts,
    /** Keeps what a person is typing, so that a tab that goes away brings it back. */
    keepDraft(list: string, record: string, values: Values): void {
      void commit({ drafts: { put: [{ list, record, values, at: new Date(surroundings.now()).toISOString() }] } });
    },
    dropDraft: (record: string) => void commit({ drafts: { drop: [record] } }),
    needsPerson: () => queue.all().filter(needsPerson),
    close(): void {
      way.close();
      outbox.close();
      tabs?.close();
      keeping.close();
    },
  };
}

/** What of an edit goes through over the row that it clashed with. */
export type Lay = (edit: Pick<Edit, 'values' | 'stamps'>, theirs: Values) => Pick<Edit, 'values' | 'stamps'>;

function settled(edit: Edit, mine: readonly string[], row: Row | undefined, lay?: Lay): Edit | undefined {
  if (edit.standing.is !== 'clash') return edit;
  const { clash } = edit.standing;
  const theirs: Values = { ...row, ...clash.theirs };
  const kept = Object.entries(edit.values).filter(([c]) => !clash.columns.includes(c) || mine.includes(c));
  const next = lay?.(edit, theirs) ?? { values: Object.fromEntries(kept), stamps: edit.stamps };
  const columns = Object.keys(next.values);
  if (edit.kind === 'remove' ? mine.length === 0 : columns.length === 0) return undefined;
  return {
    ...edit,
    ...next,
    kind: edit.kind === 'create' ? 'change' : edit.kind,
    seen: {
      ...edit.seen,
      ...pick(
        theirs,
        columns.filter((column) => !(column in edit.values)),
      ),
      ...clash.theirs,
    },
    ...(edit.kind === 'remove' && { item: row?.held.item }),
    standing: { is: 'waiting' },
  };
}

function pick(values: Values, columns: readonly string[]): Values {
  return Object.fromEntries(columns.map((column) => [column, values[column]]));
}
