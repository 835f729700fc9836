import type { Cache } from '../cache/cache.ts';
import type { Journal } from '../cache/journal.ts';
import { isStorageFailure } from '../cache/storage-failure.ts';
import type { Surroundings } from '../sync/surroundings.ts';
import type { Memory } from './memory.ts';
import type { Change } from './server-base.ts';

export type Storage = 'opening' | 'kept' | 'blocked';

/** Making changes true: in memory at once, in the other tabs, and in what the browser keeps. */
export type Keeping = {
  /** Settles once what the browser keeps has been read, or cannot be. */
  readonly opened: Promise<void>;
  open(): Promise<void>;
  commit(change: Change): Promise<void>;
  /** Takes in the edits that other tabs have accepted, sent or given up since. */
  reload(): Promise<void>;
  storage(): Storage;
  close(): void;
};

export type KeepingNeeds = {
  readonly memory: Memory;
  readonly journal: Journal;
  readonly sensitive: ReadonlySet<string>;
  /** Rejects where the browser refuses storage; gives nothing where nothing is to be kept. */
  readonly openCache: (onLost: (isForgotten: boolean) => void) => Promise<Cache | undefined>;
  readonly surroundings: Pick<Surroundings, 'later'>;
  readonly tell: (change: Change) => void;
  readonly onStorage: () => void;
};

export function createKeeping(needs: KeepingNeeds): Keeping {
  const { memory, journal, sensitive } = needs;
  const { promise: opened, resolve: sayOpened } = Promise.withResolvers<void>();
  let cache: Cache | undefined;
  let storage: Storage = 'opening';
  let mayJournal = true;
  let closed = false;
  /** Edits whose last word is on its way to the cache, by id: what the cache says of them is older. */
  const unwritten = new Map<string, number>();

  function noteUnwritten(change: Change, by: 1 | -1): void {
    for (const { id } of change.edits?.put ?? []) {
      const left = (unwritten.get(id) ?? 0) + by;
      if (left > 0) unwritten.set(id, left);
      else unwritten.delete(id);
    }
  }

  function toJournal({ edits }: Change): void {
    for (const edit of edits?.put ?? []) if (mayJournal && !sensitive.has(edit.list)) journal.put(edit);
    for (const id of edits?.drop ?? []) journal.drop(id);
  }

  async function keep(change: Change): Promise<void> {
    await opened;
    // What could not be written once leaves a hole: after that the rows stay as they are, with the link that fits them.
    if ((storage === 'kept' && (await isWritten(change))) || (await isWritten(withoutRows(change)))) {
      noteUnwritten(change, -1);
      for (const { id } of change.edits?.put ?? []) journal.drop(id);
      for (const id of change.edits?.drop ?? []) journal.drop(id);
    } else toJournal(change);
  }

  async function isWritten(change: Change): Promise<boolean> {
    try {
      await cache?.write(change);
      return cache !== undefined;
    } catch (error) {
      goOnWithout(error);
      return false;
    }
  }

  /** Full, blocked or wiped while we run: memory goes on, and the save line says that closing the tab would lose it. */
  function goOnWithout(error: unknown): void {
    if (!isStorageFailure(error)) throw error;
    if (closed || storage === 'blocked') return;
    storage = 'blocked';
    toJournal({ edits: { put: memory.queue.all() } });
    needs.onStorage();
  }

  function lost(isForgotten: boolean): void {
    if (isForgotten) mayJournal = false;
    cache = undefined;
    goOnWithout(new DOMException('The browser took its storage back', 'InvalidStateError'));
  }

  async function read(): Promise<void> {
    const fresh = await inTime(needs.openCache(lost));
    if (!fresh) return;
    const kept = await fresh.read();
    cache = fresh;
    if (storage === 'opening') storage = 'kept';
    memory.apply({
      // Other tabs may have told newer ones meanwhile.
      rows: kept.rows.map(({ list, rows }) => memory.base.ahead({ list, put: rows, written: true })),
      links: [...kept.links].map(([list, link]) => ({ list, link })),
      edits: { put: kept.edits.filter((edit) => !memory.queue.get(edit.id)) },
      drafts: { put: kept.drafts },
    });
  }

  /** Some browsers never answer when storage is broken; screens do not wait for that. */
  function inTime(opening: Promise<Cache | undefined>): Promise<Cache | undefined> {
    return new Promise((resolve, reject) => {
      let late = false;
      const callOff = needs.surroundings.later(LONGEST_OPENING_MS, () => {
        late = true;
        reject(new DOMException('Storage did not answer', 'TimeoutError'));
      });
      const settle = (cacheOrNone: Cache | undefined) => {
        callOff();
        if (late || closed) cacheOrNone?.close();
        resolve(cacheOrNone);
      };
      opening.then(settle, (error) => {
        callOff();
        reject(error);
      });
    });
  }

  return {
    opened,
    async open() {
      const journalled = { edits: { put: journal.read() } };
      noteUnwritten(journalled, 1);
      memory.apply(journalled);
      try {
        await read();
      } catch (error) {
        goOnWithout(error);
      } finally {
        sayOpened();
      }
      // Another tab, to which one of these belongs, may have sent it meanwhile.
      const put = journalled.edits.put.filter((edit) => memory.queue.get(edit.id));
      if (put.length > 0) await keep({ edits: { put } });
    },
    async commit(change) {
      const { rows = [] } = change;
      const now = { ...change, rows: rows.map((each) => (each.written ? memory.base.ahead(each) : each)) };
      noteUnwritten(now, 1);
      memory.apply(now);
      needs.tell(now);
      await keep(now);
    },
    async reload() {
      if (storage !== 'kept' || !cache) return;
      try {
        const kept = await cache.readEdits();
        const ids = new Set(kept.map((edit) => edit.id));
        const isElsewhere = (id: string) => !unwritten.has(id);
        const gone = memory.queue
          .all()
          .filter(({ id, list }) => !ids.has(id) && isElsewhere(id) && !sensitive.has(list));
        const put = kept.filter(({ id }) => isElsewhere(id));
        if (put.length + gone.length > 0) memory.apply({ edits: { put, drop: gone.map(({ id }) => id) } });
      } catch (error) {
        goOnWithout(error);
      }
    },
    storage: () => storage,
    close() {
      closed = true;
      cache?.close();
    },
  };
}

/** Edits are to survive even where rows are not kept any more. */
function withoutRows({ edits, drafts }: Change): Change {
  return { ...(edits && { edits }), ...(drafts && { drafts }) };
}

const LONGEST_OPENING_MS = 5_000;
