import type { Graph } from '../../graph/client.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import type { Fields } from '../../graph/items.ts';
import { getColumns, type ListAddress } from '../../graph/lists.ts';
import type { List } from '../schema/define-list.ts';
import { compareColumns, nameColumn } from './compare-columns.ts';

/** Writes fields into a list, unless one of its columns is not the one that was declared. */
export type ColumnGuard = <T>(
  target: { readonly list: List; readonly at: ListAddress },
  fields: Fields,
  write: () => Promise<T>,
) => Promise<T>;

/**
 * ## No write to a wrong column
 * A site owner can remove a column and make another of its name. SharePoint takes many a value into a column of another
 * kind, and keeps it changed. So the columns of a list are looked at before the first write of a session, and again
 * when SharePoint turns a write down: once more than needed costs two resource units, a wrong write costs the value.
 */
export function createColumnGuard(graph: Graph): ColumnGuard {
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();

  function faultsOf(list: List, at: ListAddress): Promise<ReadonlyMap<string, string>> {
    const found = known.get(at.list) ?? readFaults(graph, list, at);
    known.set(at.list, found);
    found.then(
      (faults) => faults.size > 0 && known.delete(at.list),
      () => known.delete(at.list),
    );
    return found;
  }

  async function refuseWrong(list: List, at: ListAddress, fields: Fields): Promise<void> {
    const faults = await faultsOf(list, at);
    const wrong = Object.entries(fields).flatMap(([name, value]) => {
      const fault = faults.get(name);
      return fault !== undefined && value !== null ? [fault] : [];
    });
    if (wrong[0] !== undefined) throw new GraphError('refused', `${wrong[0]} ${HELP}`);
  }

  return async ({ list, at }, fields, write) => {
    await refuseWrong(list, at, fields);
    try {
      return await write();
    } catch (error) {
      if (!isGraphError(error, 'refused', 'not-found')) throw error;
      known.delete(at.list);
      await refuseWrong(list, at, fields).catch((reason: unknown) => {
        // Only a better reason replaces the first: a reset connection is none.
        if (isGraphError(reason, 'refused')) throw reason;
      });
      throw error;
    }
  };
}

const HELP = '"Check and repair" in Settings says what to do.';

/** Why a field may not be written, by its name. Who may not look at the columns finds out when writing. */
async function readFaults(graph: Graph, list: List, at: ListAddress): Promise<ReadonlyMap<string, string>> {
  try {
    const faults = compareColumns(list, await getColumns(graph, at));
    return new Map(
      faults.flatMap((fault): [string, string][] => {
        const column = nameColumn(fault.spec, list);
        if (fault.is === 'missing') return [[fault.spec.name, `${column} is not there.`]];
        return fault.is === 'wrong-type' ? [[fault.spec.name, `${column} is of another kind now.`]] : [];
      }),
    );
  } catch (error) {
    if (isGraphError(error, 'not-found'))
      throw new GraphError('refused', `The list ${list.title} is not there. ${HELP}`);
    if (isGraphError(error, 'forbidden')) return new Map();
    throw error;
  }
}
