import { runAtOnce } from '../../graph/at-once.ts';
import type { Graph } from '../../graph/client.ts';
import { createItem, findItem, getItems, type ListItem, mayBeThere } from '../../graph/items.ts';
import type { ListAddress } from '../../graph/lists.ts';
import type { List, NewRowOf } from '../schema/define-list.ts';
import { toFieldNames, toNewFields, UID } from '../schema/mapping.ts';
import type { Tally } from './run-steps.ts';

/** Makes the rows whose keys are not there; a row that is there is left as people have made it. */
export async function ensureRows<L extends List>(
  graph: Graph,
  at: ListAddress,
  list: L,
  rows: readonly NewRowOf<L>[],
  tally: Tally,
): Promise<void> {
  const known = new Set((await getItems(graph, at, [UID])).map((item) => item.fields[UID]));
  await runAtOnce(4, rows, async (row) => {
    if (known.has(row.uid)) return tally.found();
    const { made } = await ensureRow(graph, at, list, row);
    if (made) tally.made(`${list.title}: ${'title' in row ? row.title : row.uid}`);
    else tally.found();
  });
}

/** Makes a row, or gives the one with its key: a unique key that is taken and an answer that is lost look alike. */
export async function ensureRow<L extends List>(
  graph: Graph,
  at: ListAddress,
  list: L,
  row: NewRowOf<L>,
  /** It is there in all likelihood: then it is looked for first, and nothing is asked for that would be refused. */
  isExpected = false,
): Promise<{ readonly item: ListItem; readonly made: boolean }> {
  const names = toFieldNames(list);
  const known = isExpected ? await findItem(graph, at, { name: UID, is: row.uid }, names) : undefined;
  if (known) return { item: known, made: false };
  try {
    return { item: await createItem(graph, at, toNewFields(list, row), names), made: true };
  } catch (error) {
    if (!mayBeThere(error)) throw error;
    const item = await findItem(graph, at, { name: UID, is: row.uid }, names);
    if (!item) throw error;
    return { item, made: false };
  }
}
