import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Base, type Change, chunkOf, type Draft, type Row } from '../store/server-base.ts';
import type { Edit } from '../sync/edit.ts';

interface Shape extends DBSchema {
  /** Key `list/chunk`. */
  chunks: { key: string; value: { readonly list: string; readonly rows: readonly Row[] } };
  /** Where the next delta of a list begins; key: the list. */
  links: { key: string; value: string };
  edits: { key: string; value: Edit };
  drafts: { key: string; value: Draft };
}

/** All that a browser holds of one workspace for one person. */
export type Kept = {
  readonly rows: readonly { readonly list: string; readonly rows: readonly Row[] }[];
  readonly links: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
  readonly drafts: readonly Draft[];
};

export type Cache = {
  read(): Promise<Kept>;
  readEdits(): Promise<readonly Edit[]>;
  /** Writes a change whole or not at all; `base` holds the rows as they are after it. Lists in `never` are left out. */
  write(change: Change, base: Base): Promise<void>;
  close(): void;
};

/**
 * One database for each tenant, person and workspace, so that nothing of one can be read as another's.
 * Rejects where the browser refuses storage.
 */
export async function openCache(name: string, never: ReadonlySet<string>): Promise<Cache> {
  const database: IDBPDatabase<Shape> = await openDB<Shape>(name, 1, {
    upgrade(made) {
      made.createObjectStore('chunks');
      made.createObjectStore('links');
      made.createObjectStore('edits', { keyPath: 'id' });
      made.createObjectStore('drafts', { keyPath: 'record' });
    },
    // Signing out in another tab deletes the database: let go, so that it can.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return {
    async read() {
      const transaction = database.transaction(['chunks', 'links', 'edits', 'drafts']);
      const [rows, linkKeys, links, edits, drafts] = await Promise.all([
        transaction.objectStore('chunks').getAll(),
        transaction.objectStore('links').getAllKeys(),
        transaction.objectStore('links').getAll(),
        transaction.objectStore('edits').getAll(),
        transaction.objectStore('drafts').getAll(),
      ]);
      return {
        rows: inOrder(rows),
        links: new Map(linkKeys.map((list, i) => [list, links[i] as string])),
        edits,
        drafts,
      };
    },
    readEdits: () => database.getAll('edits'),
    async write(change, base) {
      const transaction = database.transaction(['chunks', 'links', 'edits', 'drafts'], 'readwrite');
      const chunks = transaction.objectStore('chunks');
      const links = transaction.objectStore('links');
      const edits = transaction.objectStore('edits');
      const drafts = transaction.objectStore('drafts');
      const work: Promise<unknown>[] = [];
      for (const [key, list, chunk] of chunksOf(change, never)) {
        work.push(chunks.put({ list, rows: base.chunk(list, chunk) }, key));
      }
      for (const { list, link } of change.links ?? []) {
        if (!never.has(list)) work.push(link === undefined ? links.delete(list) : links.put(link, list));
      }
      for (const edit of change.edits?.put ?? []) if (!never.has(edit.list)) work.push(edits.put(edit));
      for (const id of change.edits?.drop ?? []) work.push(edits.delete(id));
      for (const draft of change.drafts?.put ?? []) work.push(drafts.put(draft));
      for (const record of change.drafts?.drop ?? []) work.push(drafts.delete(record));
      await Promise.all([...work, transaction.done]);
    },
    close: () => database.close(),
  };
}

/** Chunks have no order of their own; rows come back by their numbers, the order in which they were first read. */
function inOrder(chunks: Kept['rows']): Kept['rows'] {
  const lists = Map.groupBy(chunks, (chunk) => chunk.list);
  return [...lists].map(([list, own]) => ({
    list,
    rows: own.flatMap((chunk) => chunk.rows).sort((a, b) => Number(a.held.item) - Number(b.held.item)),
  }));
}

function chunksOf(change: Change, never: ReadonlySet<string>): readonly (readonly [string, string, number])[] {
  const found = new Map<string, readonly [string, string, number]>();
  for (const { list, put = [], drop = [] } of change.rows ?? []) {
    if (never.has(list)) continue;
    for (const uid of [...put.map((row) => row.uid), ...drop]) {
      const chunk = chunkOf(uid);
      found.set(`${list}/${chunk}`, [`${list}/${chunk}`, list, chunk]);
    }
  }
  return [...found.values()];
}
