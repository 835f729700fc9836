import type { Graph } from '../../graph/client.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import { createItem, findItem, getItem, type ListItem, mayBeThere, removeItem, saveItem } from '../../graph/items.ts';
import { refusal } from '../../graph/refusals.ts';
import type { List, NewRowOf, PatchOf, RowOf } from '../schema/define-list.ts';
import { fromItem, isSameValue, toFieldNames, toNewFields, toPatchFields, UID } from '../schema/mapping.ts';
import type { Base } from './base.ts';
import type { ClashField, Removed, Saved } from './snapshot.ts';

type Values = { readonly [key: string]: unknown };
/** A row that changes under our hands more often than this is asked about, never written blindly. */
const TRIES = 5;

/**
 * Lays a change on a row. The write names the version that the person saw. If the row has moved on, what they changed is
 * compared with what others changed: different columns are merged and sent on the new version, the same column is a clash.
 */
export async function writeChange<L extends List>(
  graph: Graph,
  list: L,
  base: Base<L>,
  change: {
    readonly uid: string;
    readonly patch: PatchOf<L>;
    readonly seen: Values;
    readonly version: string | undefined;
  },
): Promise<Saved<L>> {
  const { uid, seen } = change;
  const patch = toChanged(list, change.patch, seen);
  const held = base.find(uid);
  // Nothing differs from what the person saw, so whatever others did meanwhile stands.
  if (held && Object.keys(patch).length === 0) return { outcome: 'saved', row: held.row, before: held.row };
  let current = await findCurrent(graph, list, base, uid, change.version);
  let mayBeMine = false;
  for (let tried = 1; current; tried += 1) {
    const { item, row } = current;
    if (row) {
      const theirs = row as Values;
      const open = entriesOf(patch).filter(([key, mine]) => !isStamp(list, key) && !isSameValue(mine, theirs[key]));
      const clashes = open.filter(([key]) => !isSameValue(seen[key], theirs[key]));
      // Nothing left to send: it is as the person wants it, by their own write whose answer was lost or by another's.
      if (open.length === 0) return { outcome: 'saved', row, before: mayBeMine ? (seen as RowOf<L>) : row };
      if (clashes.length > 0) return { outcome: 'clash', fields: clashes.map(toClash<L>(theirs)), theirs: row };
    }
    try {
      const saved = base.put(await saveItem(graph, base.at, item, toPatchFields(list, patch), base.names));
      if (!saved) throw refusal('unreadable');
      return { outcome: 'saved', row: saved, before: row ?? (seen as RowOf<L>) };
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      if (error.kind === 'not-found') break;
      if (error.kind !== 'conflict' && !error.mayHaveHappened) throw error;
      if (tried >= TRIES) throw error;
      mayBeMine ||= error.mayHaveHappened;
      if (tried > 1) await graph.wait(2 ** tried * 50 * (1 + Math.random()));
      current = await readCurrent(graph, list, base, item.id);
    }
  }
  base.drop(uid);
  return { outcome: 'gone' };
}

/** Makes a row. One of its key that is there already is changed instead, as if the person had seen it empty. */
export async function writeNew<L extends List>(
  graph: Graph,
  list: L,
  base: Base<L>,
  row: NewRowOf<L>,
): Promise<Saved<L>> {
  try {
    const created = base.put(await createItem(graph, base.at, toNewFields(list, row), base.names));
    if (!created) throw refusal('unreadable');
    return { outcome: 'saved', row: created };
  } catch (error) {
    if (!mayBeThere(error)) throw error;
    const found = await findItem(graph, base.at, { name: UID, is: row.uid }, base.names);
    const there = found && base.put(found);
    if (!there) throw error;
    const { uid, ...values } = row as Values & { uid: string };
    const saved = await writeChange(graph, list, base, {
      uid,
      patch: values as PatchOf<L>,
      seen: {},
      version: undefined,
    });
    // The row that my own lost answer belongs to was not there before me.
    const isMine = saved.outcome === 'saved' && isGraphError(error) && error.mayHaveHappened;
    return isMine && saved.before === saved.row ? { outcome: 'saved', row: saved.row } : saved;
  }
}

export async function writeRemoval<L extends List>(
  graph: Graph,
  list: L,
  base: Base<L>,
  uid: string,
  seen: RowOf<L>,
): Promise<Removed<L>> {
  const held = base.find(uid);
  if (!held) return { outcome: 'removed' };
  try {
    await removeItem(graph, base.at, { id: held.item, version: seen.version });
  } catch (error) {
    if (isGraphError(error, 'conflict')) {
      const current = await readCurrent(graph, list, base, held.item);
      if (current?.row) return { outcome: 'changed', theirs: current.row };
    } else if (!isGraphError(error, 'not-found')) {
      throw error;
    }
  }
  base.drop(uid);
  return { outcome: 'removed' };
}

type Current<L extends List> = {
  readonly item: { readonly id: string; readonly version: string };
  /** Missing where the version that the person saw is tried first, unread. */
  readonly row?: RowOf<L> | undefined;
};

async function findCurrent<L extends List>(
  graph: Graph,
  list: L,
  base: Base<L>,
  uid: string,
  version: string | undefined,
): Promise<Current<L> | undefined> {
  const held = base.find(uid);
  if (held && version !== undefined) return { item: { id: held.item, version } };
  if (held) return { item: { id: held.item, version: held.row.version }, row: held.row };
  const found = await findItem(graph, base.at, { name: UID, is: uid }, toFieldNames(list));
  return found && toCurrent(list, found);
}

async function readCurrent<L extends List>(
  graph: Graph,
  list: L,
  base: Base<L>,
  id: string,
): Promise<Current<L> | undefined> {
  try {
    const item = await getItem(graph, base.at, id, base.names);
    base.put(item);
    return toCurrent(list, item);
  } catch (error) {
    if (isGraphError(error, 'not-found')) return undefined;
    throw error;
  }
}

function toCurrent<L extends List>(list: L, item: ListItem): Current<L> {
  return { item: { id: item.id, version: item.version }, row: fromItem(list, item) };
}

/** What of a patch differs from what the person saw; stamps go along with it, or not at all. */
function toChanged<L extends List>(list: L, patch: PatchOf<L>, seen: Values): PatchOf<L> {
  const entries = entriesOf(patch);
  const isChanged = ([key, mine]: readonly [string, unknown]) => !isSameValue(mine, seen[key]);
  const hasChanged = entries.some((entry) => !isStamp(list, entry[0]) && isChanged(entry));
  return Object.fromEntries(hasChanged ? entries.filter(isChanged) : []) as PatchOf<L>;
}

function isStamp(list: List, key: string): boolean {
  return list.columns[key]?.stamp === true;
}

function entriesOf<L extends List>(patch: PatchOf<L>): readonly (readonly [string, unknown])[] {
  return Object.entries(patch).filter(([, value]) => value !== undefined);
}

function toClash<L extends List>(theirs: Values) {
  return ([key, mine]: readonly [string, unknown]): ClashField<L> => ({
    column: key as ClashField<L>['column'],
    mine: mine ?? undefined,
    theirs: theirs[key],
  });
}
