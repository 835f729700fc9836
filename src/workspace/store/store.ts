import type { Cache } from '../cache/cache.ts';
import type { Journal } from '../cache/journal.ts';
import { isStorageFailure } from '../cache/storage-failure.ts';
import { type Edit, needsPerson, type Values } from '../sync/edit.ts';
import { createOutbox, type Surroundings } from '../sync/outbox.ts';
import type { Pause } from '../sync/pause.ts';
import { createPull, type Source } from '../sync/pull.ts';
import { createQueue } from '../sync/queue.ts';
import type { Sent, Server } from '../sync/send-edit.ts';
import type { Tabs } from '../sync/tabs.ts';
import { type Change, createBase, type Draft, type Row } from './server-base.ts';
import { createView } from './view.ts';

/** What became of an edit, as soon as that is known; `kept` is safe on this device and goes when the way is free. */
export type Fate = Sent | { readonly is: 'kept' };

/** An edit that was taken on: what is known soon, and what became of it in the end, if that is in this tab's time. */
export type Accepted = { readonly edit: Edit; readonly soon: Promise<Fate>; readonly landed: Promise<Sent> };

type Wanted = Pick<Edit, 'values' | 'stamps' | 'seen' | 'item'>;

type Caller = { readonly soon: (fate: Fate) => void; readonly landed: (sent: Sent) => void };

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
  readonly openCache: () => Promise<Cache | undefined>;
  readonly openTabs?: ((onTold: (change: Change) => void) => Tabs) | undefined;
  /** Tells this tab's edits from those of the person's other tabs. */
  readonly tab: string;
};

export type Status = {
  readonly pending: readonly Edit[];
  readonly pause: Pause | undefined;
  /** `blocked`: the browser keeps nothing, so unsaved changes do not survive closing the tab. */
  readonly storage: 'opening' | 'kept' | 'blocked';
};

export type Store = ReturnType<typeof createStore>;

/** Rows in memory: server base, my unsent edits over it, and what a person has to decide. Knows nothing of Graph. */
export function createStore(needs: StoreNeeds) {
  const { surroundings, journal, sensitive } = needs;
  const base = createBase();
  const queue = createQueue();
  const view = createView({ base, queue, me: needs.me });
  const links = new Map<string, string>();
  const drafts = new Map<string, Draft>();
  const listeners = new Set<() => void>();
  const callers = new Map<string, Caller>();
  let cache: Cache | undefined;
  let storage: Status['storage'] = 'opening';
  let made = 0;
  let status: Status | undefined;

  const notify = () => {
    status = undefined;
    for (const listener of listeners) listener();
  };

  /** Edits whose last word is on its way to the cache: what the cache says of them is older. */
  const unwritten = new Map<string, number>();
  const noteUnwritten = (edit: Edit, by: 1 | -1) => {
    const left = (unwritten.get(edit.id) ?? 0) + by;
    if (left > 0) unwritten.set(edit.id, left);
    else unwritten.delete(edit.id);
  };

  function applyChange(change: Change): void {
    for (const rows of change.rows ?? []) {
      pull.noteWritten(rows);
      if (!rows.put?.length && !rows.drop?.length) continue;
      base.apply(rows);
      view.touch(rows.list);
    }
    const read = links.size;
    for (const { list, link } of change.links ?? []) link === undefined ? links.delete(list) : links.set(list, link);
    for (const edit of change.edits?.put ?? []) {
      queue.put(edit);
      view.touch(edit.list);
    }
    for (const id of change.edits?.drop ?? []) {
      const edit = queue.get(id);
      queue.drop(id);
      if (edit) view.touch(edit.list);
    }
    for (const draft of change.drafts?.put ?? []) drafts.set(draft.record, draft);
    for (const record of change.drafts?.drop ?? []) drafts.delete(record);
    if (isNews(change) || links.size !== read) notify();
  }

  async function commit(change: Change): Promise<void> {
    for (const edit of change.edits?.put ?? []) noteUnwritten(edit, 1);
    applyChange(change);
    tabs?.tell(change);
    await keep(change);
  }

  async function keep(change: Change): Promise<void> {
    if (!cache) return;
    try {
      await cache.write(change, base);
      for (const edit of change.edits?.put ?? []) {
        noteUnwritten(edit, -1);
        journal.drop(edit.id);
      }
      for (const id of change.edits?.drop ?? []) journal.drop(id);
    } catch (error) {
      goOnWithout(error);
    }
  }

  /** Full, blocked or wiped while we run: memory goes on, and the save line says that closing the tab would lose it. */
  function goOnWithout(error: unknown): void {
    if (!isStorageFailure(error)) throw error;
    storage = 'blocked';
    notify();
  }

  const tabs = needs.openTabs?.(takeFromTab);

  const outbox = createOutbox({
    server: needs.server,
    base,
    queue,
    surroundings,
    commit,
    async reload() {
      if (!cache || storage !== 'kept') return;
      const kept = await cache.readEdits();
      const ids = new Set(kept.map((edit) => edit.id));
      const gone = queue.all().filter((e) => !ids.has(e.id) && !unwritten.has(e.id) && !sensitive.has(e.list));
      const fresh = kept.filter((edit) => !unwritten.has(edit.id));
      applyChange({ edits: { put: fresh, drop: gone.map((edit) => edit.id) } });
    },
    onSent(edit, sent) {
      if (sent.is === 'hot' || sent.is === 'not-there-yet') callers.get(edit.id)?.soon({ is: 'kept' });
      else tellCaller(edit.id, sent);
      notify();
    },
    onPause() {
      for (const caller of callers.values()) caller.soon({ is: 'kept' });
      notify();
    },
  });

  const pull = createPull({
    source: needs.source,
    lists: needs.lists,
    base,
    link: (list) => links.get(list),
    commit,
    surroundings,
    outbox,
    onFailure: notify,
  });

  function accept(kind: Edit['kind'], list: string, uid: string, wanted: Wanted): Accepted {
    const now = surroundings.now();
    made += 1;
    const edit: Edit = {
      id: `${now.toString(36)}.${made.toString(36).padStart(3, '0')}.${needs.tab}`,
      list,
      uid,
      kind,
      ...wanted,
      madeAt: new Date(now).toISOString(),
      standing: { is: 'waiting' },
    };
    if (!sensitive.has(list)) journal.put(edit);
    const { promise: soon, resolve: saySoon } = Promise.withResolvers<Fate>();
    const { promise: landed, resolve: sayLanded } = Promise.withResolvers<Sent>();
    callers.set(edit.id, { soon: saySoon, landed: sayLanded });
    void commit({ edits: { put: [edit] } });
    if (outbox.pause()) saySoon({ is: 'kept' });
    void outbox.flush();
    return { edit, soon, landed };
  }

  function tellCaller(id: string, sent: Sent): void {
    callers.get(id)?.soon(sent);
    callers.get(id)?.landed(sent);
    callers.delete(id);
  }

  /** What another tab made true; it may have sent what somebody here is waiting for. */
  function takeFromTab(change: Change): void {
    const sent = (change.edits?.drop ?? []).flatMap((id) => queue.get(id) ?? []);
    applyChange(change);
    for (const edit of sent) tellCaller(edit.id, { is: 'done', row: base.get(edit.list, edit.uid) });
  }

  async function decide(edit: Edit, next: Edit | undefined): Promise<void> {
    await commit({ edits: next ? { put: [next] } : { drop: [edit.id] } });
    await outbox.flush();
  }

  return {
    /** Reads what this browser keeps, then goes on with what was not sent. Screens may paint as soon as it resolves. */
    async open(): Promise<void> {
      const journalled = journal.read();
      for (const edit of journalled) noteUnwritten(edit, 1);
      applyChange({ edits: { put: journalled } });
      try {
        const opened = await needs.openCache();
        if (!opened) return;
        const kept = await opened.read();
        cache = opened;
        storage = 'kept';
        applyChange({
          rows: kept.rows.map(({ list, rows }) => ({ list, put: rows })),
          links: [...kept.links].map(([list, link]) => ({ list, link })),
          edits: { put: kept.edits.filter((edit) => !queue.get(edit.id)) },
          drafts: { put: kept.drafts },
        });
        await keep({ edits: { put: journalled } });
      } catch (error) {
        goOnWithout(error);
      }
      void outbox.flush();
    },
    rows: view.rows,
    row: view.row,
    /** Whether a list has been read whole at least once, now or before. */
    isRead: (list: string) => links.has(list),
    failure: pull.failure,
    status(): Status {
      status ??= { pending: queue.all(), pause: outbox.pause(), storage };
      return status;
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    create: (list: string, uid: string, values: Values, stamps?: Values) =>
      accept('create', list, uid, { values, stamps, seen: {} }),
    change: (list: string, uid: string, values: Values, seen: Values, stamps?: Values) =>
      accept('change', list, uid, { values, stamps, seen }),
    remove: (list: string, uid: string, seen: Values, item: string) =>
      accept('remove', list, uid, { values: {}, seen, item }),
    pull: pull.run,
    /** Takes a row that a write outside the queue has brought, such as an uploaded file. */
    put: (list: string, row: Row) => commit({ rows: [{ list, put: [row] }] }),
    goOn: outbox.goOn,
    /** Sends an edit again that was refused. */
    retry: (edit: Edit) => decide(edit, { ...edit, standing: { is: 'waiting' } }),
    /** Gives an edit up. The only way, beside success, in which one ends. */
    discard: (edit: Edit) => decide(edit, undefined),
    /** Makes a row again that somebody removed while it was being changed, with what the person wrote. */
    restore: (edit: Edit, whole: Values) =>
      decide(edit, {
        ...edit,
        kind: 'create',
        values: { ...whole, ...edit.values },
        seen: {},
        standing: { is: 'waiting' },
      }),
    /** The person chose, column by column: `mine` are the columns in which their own value wins. */
    settle(edit: Edit, mine: readonly string[]): Promise<void> {
      if (edit.standing.is !== 'clash') return Promise.resolve();
      const { clash } = edit.standing;
      const values = Object.entries(edit.values).filter(([c]) => !clash.columns.includes(c) || mine.includes(c));
      const takesAll = edit.kind === 'remove' && mine.length === 0;
      if (takesAll || (edit.kind !== 'remove' && values.length === 0)) return decide(edit, undefined);
      return decide(edit, {
        ...edit,
        kind: edit.kind === 'create' ? 'change' : edit.kind,
        values: Object.fromEntries(values),
        seen: { ...edit.seen, ...clash.theirs },
        standing: { is: 'waiting' },
      });
    },
    draft: (record: string) => drafts.get(record),
    keepDraft(record: string, values: Values): void {
      void commit({ drafts: { put: [{ record, values, at: new Date(surroundings.now()).toISOString() }] } });
    },
    dropDraft: (record: string) => void commit({ drafts: { drop: [record] } }),
    needsPerson: () => queue.all().filter(needsPerson),
    close(): void {
      outbox.close();
      tabs?.close();
      cache?.close();
    },
  };
}

/** A link alone changes nothing that anybody sees. */
function isNews({ rows = [], edits, drafts }: Change): boolean {
  return rows.some(({ put, drop }) => put?.length || drop?.length) || edits !== undefined || drafts !== undefined;
}
