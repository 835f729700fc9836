import type { Graph } from '../../graph/client.ts';
import { type LibraryChanges, type LibraryItem, pullLibrary } from '../../graph/drive.ts';
import { isGraphError } from '../../graph/errors.ts';
import type { Files } from './snapshot.ts';

export type LibraryBase = {
  snapshot(): Files;
  /** Takes an item that a write has brought, before the next pull brings it too. */
  put(item: LibraryItem): void;
  pull(): Promise<boolean>;
};

/** The library as the server last gave it, by id: names and places are read from the items, never kept as paths. */
export function openLibraryBase(graph: Graph, drive: string): LibraryBase {
  let items: ReadonlyMap<string, LibraryItem> = new Map();
  let shown: Files = { state: 'waiting' };
  let link: string | undefined;
  let written: Map<string, LibraryItem> | undefined;

  async function read(): Promise<{ readonly changes: LibraryChanges; readonly isFull: boolean }> {
    if (link === undefined) return { changes: await pullLibrary(graph, drive), isFull: true };
    try {
      return { changes: await pullLibrary(graph, drive, link), isFull: false };
    } catch (error) {
      if (!isGraphError(error, 'gone')) throw error;
      return { changes: await pullLibrary(graph, drive, error.startAgainAt), isFull: true };
    }
  }

  return {
    snapshot: () => shown,
    put: (item) => {
      written?.set(item.id, item);
      items = new Map(items).set(item.id, item);
      if (shown.state === 'ready') shown = { state: 'ready', items };
    },
    pull: async () => {
      written = new Map();
      try {
        const { changes, isFull } = await read();
        const next = new Map(isFull ? [] : items);
        for (const item of changes.items) next.set(item.id, item);
        for (const id of changes.removed) next.delete(id);
        for (const [id, item] of written) if (!next.has(id)) next.set(id, item);
        link = changes.link;
        if (shown.state === 'ready' && !isFull && changes.items.length + changes.removed.length === 0) return false;
        items = next;
        shown = { state: 'ready', items };
        return true;
      } catch (error) {
        if (!isGraphError(error) || shown.state === 'ready') throw error;
        shown = { state: 'failed', error };
        return true;
      } finally {
        written = undefined;
      }
    },
  };
}
