import type { Graph } from '../../graph/client.ts';
import { isGraphError } from '../../graph/errors.ts';
import {
  type ColumnSpec,
  createColumn,
  createList,
  getColumns,
  getLists,
  type ListAddress,
  type SiteList,
  saveColumnIndex,
} from '../../graph/lists.ts';
import { describeList, findList, titleOfList } from '../registry.ts';
import type { List } from '../schema/define-list.ts';
import { toColumnSpecs } from '../schema/mapping.ts';
import type { Tally } from './run-steps.ts';

/** Makes a list with all its columns in one call, or takes the one that is there and adds what it lacks. */
export async function ensureList(
  graph: Graph,
  target: { readonly site: string; readonly workspace: string; readonly list: List },
  known: readonly SiteList[],
  tally: Tally,
): Promise<ListAddress> {
  const { site, workspace, list } = target;
  const there = findList(known, workspace, list);
  if (there) return mend(graph, { site, list: there.id }, list, tally);
  try {
    const title = titleOfList(workspace, list);
    const description = describeList(workspace, list);
    const made = await createList(graph, site, { title, description, columns: toColumnSpecs(list) });
    tally.made(`The list ${title}`);
    return { site, list: made.id };
  } catch (error) {
    // The name is taken: somebody else made it a moment ago. No good answer: it may have been made all the same.
    if (!isGraphError(error) || !(error.kind === 'name-taken' || error.mayHaveHappened)) throw error;
    const adopted = findList(await getLists(graph, site), workspace, list);
    if (!adopted) throw error;
    return mend(graph, { site, list: adopted.id }, list, tally);
  }
}

async function mend(graph: Graph, at: ListAddress, list: List, tally: Tally): Promise<ListAddress> {
  const columns = await getColumns(graph, at);
  let isWhole = true;
  for (const spec of toColumnSpecs(list)) {
    const column = columns.find((candidate) => candidate.name.toLowerCase() === spec.name.toLowerCase());
    if (!column) {
      await ensureColumn(graph, at, spec);
      isWhole = false;
    } else if (spec.indexed && !column.indexed) {
      await saveColumnIndex(graph, at, column);
      isWhole = false;
    }
  }
  if (isWhole) tally.found();
  else tally.made(`Columns of the list ${list.title}`);
  return at;
}

async function ensureColumn(graph: Graph, at: ListAddress, spec: ColumnSpec): Promise<void> {
  try {
    await createColumn(graph, at, spec);
  } catch (error) {
    const isThere = async () => (await getColumns(graph, at)).some((column) => column.name === spec.name);
    if (!isGraphError(error) || !(await isThere())) throw error;
  }
}
