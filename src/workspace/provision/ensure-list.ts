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
  saveColumn,
  saveListDescription,
} from '../../graph/lists.ts';
import { describeList, findList, titleOfList } from '../registry.ts';
import type { List } from '../schema/define-list.ts';
import { toColumnSpecs } from '../schema/mapping.ts';
import { type ColumnFault, compareColumns, nameColumn } from './compare-columns.ts';
import { findDoubles, type ListTarget, needsDescription } from './inspect-lists.ts';
import type { Tally } from './run-steps.ts';

/** Makes a list with all its columns in one call, or takes the one that is there and adds what it lacks. */
export async function ensureList(
  graph: Graph,
  target: ListTarget,
  known: readonly SiteList[],
  tally: Tally,
): Promise<ListAddress> {
  const { site, workspace, list } = target;
  const there = findList(known, workspace, list);
  if (there) return mend(graph, target, there, tally);
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
    return mend(graph, target, adopted, tally);
  }
}

/**
 * Adds what the list lacks. A column of the wrong type is left for a person. The version is written last, so that a run
 * that was cut is seen to be unfinished.
 */
async function mend(graph: Graph, target: ListTarget, found: SiteList, tally: Tally): Promise<ListAddress> {
  const { site, list } = target;
  const at = { site, list: found.id };
  const made: string[] = [];
  for (const fault of compareColumns(list, await getColumns(graph, at))) {
    const done = await mendColumn(graph, at, list, fault);
    if (done) made.push(done);
  }
  const description = needsDescription(found, target);
  if (description) {
    await saveListDescription(graph, at, description);
    made.push(`The version of the list ${list.title}`);
  }
  if (made.length === 0) tally.found();
  else tally.made(...made);
  return at;
}

/** What was done, in words; nothing where nothing can or need be. */
async function mendColumn(graph: Graph, at: ListAddress, list: List, fault: ColumnFault): Promise<string | undefined> {
  const column = nameColumn(fault.spec, list);
  switch (fault.is) {
    case 'missing':
      await ensureColumn(graph, at, fault.spec);
      return column;
    case 'not-indexed':
      await saveColumn(graph, at, fault.column, { indexed: true });
      return `${column}: its index`;
    case 'not-unique':
      if ((await findDoubles(graph, at)).length > 0) return undefined;
      await saveColumn(graph, at, fault.column, { unique: true });
      return `${column}: each key once`;
    case 'lacks-choices':
      await saveColumn(graph, at, fault.column, { choices: fault.choices });
      return `${column}: its choices`;
    case 'wrong-type':
    case 'retitled':
      return undefined;
  }
}

async function ensureColumn(graph: Graph, at: ListAddress, spec: ColumnSpec): Promise<void> {
  try {
    await createColumn(graph, at, spec);
  } catch (error) {
    const isThere = async () => (await getColumns(graph, at)).some((column) => column.name === spec.name);
    if (!isGraphError(error) || !(await isThere())) throw error;
  }
}
