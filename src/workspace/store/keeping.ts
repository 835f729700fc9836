import type { Cache } from '../cache/cache.ts';
import type { Journal } from '../cache/journal.ts';
import { isStorageFailure } from '../cache/storage-failure.ts';
import type { Edit } from '../sync/edit.ts';
import type { Surroundings } from '../sync/surroundings.ts';
import type { Memory } from './memory.ts';
import type { Change, RowsChange } from './server-base.ts';

export type Storage = 'opening' | 'kept' | 'blocked';

/** Making changes true: in memory at once, in the other tabs, and in what the browser keeps. */
export type Keeping = {
  /** Settles once what the browser keeps has been read, or cannot be. */
  readonly opened: Promise<void>;
  open(): Promise<void>;
  commit(change: Change): Promise<void>;
  /** Takes in what another tab made true and has kept itself. */
  take(change: Change): void;
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
  /** Edits of which the journal holds what this tab last knew. */
  const noted = new Set<string>();
  /** Lists of which pages have come that the cache is still to be told. */
  const heldBack = new Set<string>();

  function noteUnwritten(change: Change, by: 1 | -1): void {
    for (const { id } of change.edits?.put ?? []) {
      const left = (unwritten.get(id) ?? 0) + by;
      if (left > 0) unwritten.set(id, left);
      else unwritten.delete(id);
    }
  }

  function toJournal({ edits }: Change): void {
    if (!mayJournal) return;
    for (const edit of edits?.put ?? []) {
      if (sensitive.has(edit.list)) continue;
      journal.put(edit);
      noted.add(edit.id);
    }
    // Another tab may have it in the cache that this one cannot write.
    for (const id of edits?.drop ?? []) journal.end(id);
  }

  /** What is written of a change: the pages of a list that is read from its start all at once, when the last has come. */
  function toKept(change: Change): Change {
    const ended = new Set((change.links ?? []).map(({ list }) => list).filter((list) => heldBack.delete(list)));
    const rows = (change.rows ?? []).map((each): RowsChange => {
      if (ended.has(each.list)) return { ...each, put: [...memory.base.all(each.list)] };
      if (!each.part) return each;
      heldBack.add(each.list);
      return { ...each, put: [] };
    });
    return { ...change, rows };
  }

  async function keep(change: Change): Promise<void> {
    await opened;
    // What could not be written once leaves a hole: after that the rows stay as they are, with the link that fits them.
    if ((storage === 'kept' && (await isWritten(toKept(change)))) || (await isWritten(withoutRows(change)))) {
      for (const id of idsOf(change)) {
        journal.drop(id);
        noted.delete(id);
      }
    } else toJournal(change);
    noteUnwritten(change, -1);
  }

  /** Undefined where the cache cannot be asked. */
  async function readEdits(): Promise<readonly Edit[] | undefined> {
    if (storage !== 'kept' || !cache) return undefined;
    try {
      return await cache.readEdits();
    } catch (error) {
      goOnWithout(error);
      return undefined;
    }
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
    toJournal({ edits: { put: memory.queue.all() } });
  }

  /** Gives what the cache is still to be told. */
  async function read(): Promise<Change> {
    const fresh = await inTime(needs.openCache(lost));
    if (!fresh) return {};
    const kept = await fresh.read();
    cache = fresh;
    if (storage === 'opening') storage = 'kept';
    const ended = journal.ended();
    memory.apply({
      // Other tabs may have told newer ones meanwhile.
      rows: kept.rows.map(({ list, rows }) => memory.base.ahead({ list, put: rows, written: true })),
      links: [...kept.links].map(([list, link]) => ({ list, link })),
      edits: { put: kept.edits.filter(({ id }) => !memory.queue.get(id) && !ended.has(id)) },
      drafts: { put: kept.drafts },
    });
    // Another tab, to which one of the journal's belongs, may have sent it meanwhile.
    const put = journal.read().filter(({ id }) => memory.queue.get(id));
    return { edits: { put, drop: [...ended] } };
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
      memory.apply({ edits: { put: journal.read() } });
      let untold: Change = {};
      try {
        untold = await read();
      } catch (error) {
        goOnWithout(error);
      } finally {
        noteUnwritten(untold, 1);
        sayOpened();
      }
      if (untold.edits?.put?.length || untold.edits?.drop?.length) await keep(untold);
    },
    async commit(change) {
      const { rows = [] } = change;
      const now = { ...change, rows: rows.map((each) => (each.written ? memory.base.ahead(each) : each)) };
      noteUnwritten(now, 1);
      memory.apply(now);
      needs.tell(now);
      await keep(now);
    },
    take(change) {
      memory.apply(change);
      const put = (change.edits?.put ?? []).filter(({ id }) => noted.has(id));
      const drop = (change.edits?.drop ?? []).filter((id) => noted.has(id));
      toJournal({ edits: { put, drop } });
    },
    async reload() {
      const inJournal = new Map(journal.read().map((edit) => [edit.id, edit]));
      const ended = journal.ended();
      const kept = await readEdits();
      const ids = kept && new Set([...kept.map(({ id }) => id), ...inJournal.keys()]);
      const mine = memory.queue.all();
      const isElsewhere = ({ id }: Edit) => !unwritten.has(id) && !ended.has(id);
      const gone = mine.filter((edit) => ids && !ids.has(edit.id) && isElsewhere(edit) && !sensitive.has(edit.list));
      const drop = [...gone, ...mine.filter(({ id }) => ended.has(id))].map(({ id }) => id);
      const put = (kept ?? mine).filter(isElsewhere).map((edit) => inJournal.get(edit.id) ?? edit);
      if (put.length + drop.length > 0) memory.apply({ edits: { put, drop } });
    },
    storage: () => storage,
    close() {
      closed = true;
      cache?.close();
    },
  };
}

function idsOf({ edits }: Change): readonly string[] {
  return [...(edits?.put ?? []).map(({ id }) => id), ...(edits?.drop ?? [])];
}

/** Edits are to survive even where rows are not kept any more. */
function withoutRows({ edits, drafts }: Change): Change {
  return { ...(edits && { edits }), ...(drafts && { drafts }) };
}

const LONGEST_OPENING_MS = 5_000;
