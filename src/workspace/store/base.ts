import type { Graph } from '../../graph/client.ts';
import { isGraphError } from '../../graph/errors.ts';
import { getItem, type ListChanges, type ListItem, pullItems } from '../../graph/items.ts';
import type { ListAddress } from '../../graph/lists.ts';
import type { List, RowOf } from '../schema/define-list.ts';
import { fromItem, toFieldNames } from '../schema/mapping.ts';
import type { Rows } from './snapshot.ts';

type Held<L extends List> = { readonly row: RowOf<L>; readonly item: string };

/** One list as the server last gave it: rows by key, and where the next pull begins. */
export type Base<L extends List> = {
  readonly at: ListAddress;
  readonly names: readonly string[];
  snapshot(): Rows<RowOf<L>>;
  find(uid: string): Held<L> | undefined;
  /** Takes a row that a write or a single read has brought. */
  put(item: ListItem): RowOf<L> | undefined;
  drop(uid: string): void;
  /** Reads what changed since the last time; true if anything did. */
  pull(): Promise<boolean>;
};

export function openBase<L extends List>(graph: Graph, at: ListAddress, list: L): Base<L> {
  const names = toFieldNames(list);
  const held = new Map<string, Held<L>>();
  const uidByItem = new Map<string, string>();
  let shown: Rows<RowOf<L>> = { state: 'waiting' };
  let link: string | undefined;
  /** Items written since the pull that is under way began: what it brings of them may be older. */
  let written: Set<string> | undefined;

  function place(item: ListItem): RowOf<L> | undefined {
    const row = fromItem(list, item);
    if (!row) return undefined;
    const before = uidByItem.get(item.id);
    if (before !== undefined && before !== row.uid) held.delete(before);
    held.set(row.uid, { row, item: item.id });
    uidByItem.set(item.id, row.uid);
    return row;
  }

  function forget(item: string) {
    const uid = uidByItem.get(item);
    uidByItem.delete(item);
    if (uid !== undefined && held.get(uid)?.item === item) held.delete(uid);
  }

  function show() {
    shown = { state: 'ready', rows: [...held.values()].map((entry) => entry.row) };
  }

  /** Lays changes on what is held; after a full read, what did not come is gone. */
  function merge(changes: ListChanges, isFull: boolean): boolean {
    let hasChanged = shown.state !== 'ready' || changes.removed.length > 0;
    for (const item of changes.items) {
      if (written?.has(item.id)) continue;
      const uid = uidByItem.get(item.id);
      if (uid === undefined || held.get(uid)?.row.version !== item.version) hasChanged = true;
      place(item);
    }
    for (const item of changes.removed) forget(item);
    if (isFull) {
      const came = new Set(changes.items.map((item) => item.id));
      for (const item of [...uidByItem.keys()]) {
        if (came.has(item) || written?.has(item)) continue;
        forget(item);
        hasChanged = true;
      }
    }
    return hasChanged;
  }

  async function read(): Promise<{ readonly changes: ListChanges; readonly isFull: boolean }> {
    if (link === undefined) return { changes: await pullItems(graph, at, names), isFull: true };
    try {
      return { changes: await pullItems(graph, at, names, link), isFull: false };
    } catch (error) {
      // The position is too old: everything again, from the link that came with the refusal if there is one.
      if (!isGraphError(error, 'gone')) throw error;
      return { changes: await pullItems(graph, at, names, error.startAgainAt), isFull: true };
    }
  }

  return {
    at,
    names,
    snapshot: () => shown,
    find: (uid) => held.get(uid),
    put: (item) => {
      written?.add(item.id);
      const row = place(item);
      if (shown.state === 'ready') show();
      return row;
    },
    drop: (uid) => {
      const entry = held.get(uid);
      if (!entry) return;
      written?.add(entry.item);
      forget(entry.item);
      if (shown.state === 'ready') show();
    },
    pull: async () => {
      written = new Set();
      try {
        const { changes, isFull } = await read();
        let hasChanged = merge(changes, isFull);
        link = changes.link;
        // A change by somebody else may have come after mine and before the end of this pull: ask for these rows alone.
        const crossed = changes.items.filter((item) => written?.has(item.id) && uidByItem.has(item.id));
        for (const { id } of crossed)
          hasChanged = place(await getItem(graph, at, id, names)) !== undefined || hasChanged;
        if (hasChanged) show();
        return hasChanged;
      } catch (error) {
        if (!isGraphError(error)) throw error;
        if (shown.state === 'ready') throw error;
        shown = { state: 'failed', error };
        return true;
      } finally {
        written = undefined;
      }
    },
  };
}
