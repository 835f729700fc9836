import type { Graph } from '../../graph/client.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import type { Fields } from '../../graph/items.ts';
import { getColumns, type ListAddress } from '../../graph/lists.ts';
import type { List } from '../schema/define-list.ts';
import { compareColumns, nameColumn } from './compare-columns.ts';

type Target = { readonly list: List; readonly at: ListAddress };

/** One look at a list's columns: why a field may not be written, by its name. */
type Look = { readonly faults: Promise<ReadonlyMap<string, string>> };

export type ColumnGuard = {
  /** Throws if one of these fields goes into a column that is not the one that was declared; gives the look it rests on. */
  refuseWrong(target: Target, fields: Fields): Promise<Look>;
  /** SharePoint turned the write down: gives the better reason, if the columns have changed since that look. */
  explain(target: Target, fields: Fields, refused: { readonly error: unknown; readonly look: Look }): Promise<unknown>;
};

/**
 * ## No write to a wrong column
 * A site owner can remove a column and make another of its name. SharePoint takes many a value into a column of another
 * kind, and keeps it changed. So the columns of a list are looked at before the first write of a session, and again
 * when SharePoint turns a write down: once more than needed costs two resource units, a wrong write costs the value.
 */
export function createColumnGuard(graph: Graph): ColumnGuard {
  const known = new Map<string, Look>();

  function lookAt({ list, at }: Target): Look {
    const look = known.get(at.list) ?? { faults: readFaults(graph, list, at) };
    known.set(at.list, look);
    look.faults.then(
      (faults) => faults.size > 0 && forget(at, look),
      () => forget(at, look),
    );
    return look;
  }

  /** A newer look, of another write that was turned down as well, stays. */
  function forget(at: ListAddress, look: Look): void {
    if (known.get(at.list) === look) known.delete(at.list);
  }

  async function refuseWrong(target: Target, fields: Fields): Promise<Look> {
    const look = lookAt(target);
    const faults = await look.faults;
    const wrong = Object.entries(fields).flatMap(([name, value]) => {
      const fault = faults.get(name);
      return fault !== undefined && value !== null ? [fault] : [];
    });
    if (wrong[0] !== undefined) throw new GraphError('refused', `${wrong[0]} ${HELP}`);
    return look;
  }

  return {
    refuseWrong,
    async explain(target, fields, { error, look }) {
      if (!isGraphError(error, 'refused', 'not-found')) return error;
      forget(target.at, look);
      try {
        await refuseWrong(target, fields);
        return error;
      } catch (reason) {
        // Only a better reason replaces the first: a reset connection is none.
        return isGraphError(reason, 'refused') ? reason : error;
      }
    },
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
