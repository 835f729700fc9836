import type { Graph } from '../../graph/client.ts';
import { createItem, findItem, type ListItem, removeItem, saveItem } from '../../graph/items.ts';
import type { ListAddress } from '../../graph/lists.ts';
import { refusal } from '../../graph/refusals.ts';
import { createColumnGuard } from '../provision/column-guard.ts';
import type { List } from '../schema/define-list.ts';
import { fromItem, readEdits, toEditsField, toFieldNames, toNewFields, toPatchFields, UID } from '../schema/mapping.ts';
import type { Row } from '../store/server-base.ts';
import type { Server } from './send-edit.ts';

/** A list of the workspace as it was declared, and where it is. */
export type PlacedList = { readonly list: List; readonly at: ListAddress };

/** A row as it is kept: its values, and its number in SharePoint's list. Rows that people made by hand have no key. */
export function toRow(list: List, item: ListItem): Row | undefined {
  const row = fromItem(list, item);
  return row && { ...row, held: { item: item.id, edits: readEdits(item.fields) } };
}

/** The calls of sending on a workspace's own lists. Nothing here waits or tries again: the queue does. */
export function createServer(graph: Graph, places: ReadonlyMap<string, PlacedList>): Server {
  const impatient = graph.withPatience(0);
  const guarded = createColumnGuard(impatient);
  const placeOf = (name: string): PlacedList => {
    const place = places.get(name);
    if (!place) throw refusal('not-found');
    return place;
  };
  const read = (list: List, item: ListItem): Row => {
    const row = toRow(list, item);
    if (!row) throw refusal('unreadable', { mayHaveHappened: true });
    return row;
  };
  return {
    async create(name, uid, values, edit) {
      const { list, at } = placeOf(name);
      const fields = { ...toNewFields(list, { ...values, uid } as never), ...toEditsField([], edit) };
      const create = () => createItem(impatient, at, fields, toFieldNames(list));
      return read(list, await guarded({ list, at }, fields, create));
    },
    async change(name, row, values, edit) {
      const { list, at } = placeOf(name);
      const named = { id: row.held.item, version: row.version };
      const fields = { ...toPatchFields(list, values as never), ...toEditsField(row.held.edits, edit) };
      const save = () => saveItem(impatient, at, named, fields, toFieldNames(list));
      return read(list, await guarded({ list, at }, fields, save));
    },
    async remove(name, row) {
      await removeItem(impatient, placeOf(name).at, { id: row.held.item, version: row.version });
    },
    async find(name, uid) {
      const { list, at } = placeOf(name);
      const item = await findItem(impatient, at, { name: UID, is: uid }, toFieldNames(list));
      return item && toRow(list, item);
    },
  };
}
