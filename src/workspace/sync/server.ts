import type { Graph } from '../../graph/client.ts';
import { GraphError } from '../../graph/errors.ts';
import {
  createItem,
  createItems,
  type Fields,
  findItem,
  type ListItem,
  type NewItem,
  removeItem,
  saveItem,
} from '../../graph/items.ts';
import type { ListAddress } from '../../graph/lists.ts';
import { refusal } from '../../graph/refusals.ts';
import { createColumnGuard } from '../provision/column-guard.ts';
import type { List } from '../schema/define-list.ts';
import { fromItem, readEdits, toEditsField, toFieldNames, toNewFields, toPatchFields, UID } from '../schema/mapping.ts';
import type { Row } from '../store/server-base.ts';
import type { NewRow, Server } from './send-edit.ts';

/** A list of the workspace as it was declared, and where it is. */
export type PlacedList = { readonly list: List; readonly at: ListAddress };

/** A row as it is kept: its values, and its number in SharePoint's list. Rows that people made by hand have no key. */
export function toRow(list: List, item: ListItem): Row | undefined {
  const row = fromItem(list, item);
  return row && { ...row, held: { item: item.id, edits: readEdits(item.fields) } };
}

function toNewItem({ id, uid, values, stamps }: NewRow, { list, at }: PlacedList): NewItem {
  const fields = { ...toNewFields(list, { ...values, ...stamps, uid } as never), ...toEditsField([], id) };
  return { at, fields, names: toFieldNames(list) };
}

const asError = (error: unknown) => (error instanceof Error ? error : refusal('unreadable', { mayHaveHappened: true }));

/** The calls of sending on a workspace's own lists. Nothing here waits or tries again: the queue does. */
export function createServer(graph: Graph, places: ReadonlyMap<string, PlacedList>): Server {
  const impatient = graph.withPatience(0);
  const guard = createColumnGuard(impatient);
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
  /** Only into columns that are as they were declared. */
  async function guarded<T>(place: PlacedList, fields: Fields, write: () => Promise<T>): Promise<T> {
    const look = await guard.refuseWrong(place, fields);
    try {
      return await write();
    } catch (error) {
      throw await guard.explain(place, fields, { error, look });
    }
  }

  async function prepare(edit: NewRow) {
    const place = placeOf(edit.list);
    const item = toNewItem(edit, place);
    return { place, item, look: await guard.refuseWrong(place, item.fields) };
  }

  type Prepared = Awaited<ReturnType<typeof prepare>>;

  async function finish({ place, item, look }: Prepared, answer: ListItem | GraphError | undefined): Promise<Row> {
    if (!answer) throw refusal('unreadable', { mayHaveHappened: true });
    if (answer instanceof GraphError) throw await guard.explain(place, item.fields, { error: answer, look });
    return read(place.list, answer);
  }

  return {
    async create(edit) {
      const place = placeOf(edit.list);
      const { at, fields, names } = toNewItem(edit, place);
      return read(place.list, await guarded(place, fields, () => createItem(impatient, at, fields, names)));
    },
    async createAll(edits) {
      const wanted = await Promise.all(edits.map((edit) => prepare(edit).catch(asError)));
      const ready = wanted.flatMap((each) => (each instanceof Error ? [] : [each]));
      const answers = await createItems(
        impatient,
        ready.map(({ item }) => item),
      );
      const answerTo = new Map(ready.map((each, index) => [each, answers[index]]));
      return await Promise.all(
        wanted.map((each) => (each instanceof Error ? each : finish(each, answerTo.get(each)).catch(asError))),
      );
    },
    async change(name, row, values, edit) {
      const place = placeOf(name);
      const { list, at } = place;
      const named = { id: row.held.item, version: row.version };
      const fields = { ...toPatchFields(list, values as never), ...toEditsField(row.held.edits, edit) };
      const save = () => saveItem(impatient, at, named, fields, toFieldNames(list));
      return read(list, await guarded(place, fields, save));
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
