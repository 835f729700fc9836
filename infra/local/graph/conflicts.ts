import { childNamed, type DriveItemRow } from '../state/drive-items.ts';
import type { State } from '../state/state.ts';
import type { Call, Json } from './endpoint.ts';
import { invalidRequest, nameExists } from './errors.ts';
import { freeName } from './names.ts';

export type Conflict = 'fail' | 'replace' | 'rename';

/** From the body (`@microsoft.graph.conflictBehavior`, the old `@name.conflictBehavior`) or the query. */
export function readConflict(call: Call, body: Json | undefined, usual: Conflict): Conflict {
  const value =
    body?.['@microsoft.graph.conflictBehavior'] ??
    body?.['@name.conflictBehavior'] ??
    call.query.other('@microsoft.graph.conflictBehavior') ??
    call.query.other('@name.conflictBehavior');
  if (value === undefined || value === null || value === '') return usual;
  const text = String(value).toLowerCase();
  if (text === 'fail' || text === 'replace' || text === 'rename') return text;
  throw invalidRequest(`Unknown conflict behaviour '${String(value)}'.`);
}

/** The name to use and the item that stands in its place, if that one is to be replaced. */
export function settleName(
  state: State,
  parent: string,
  name: string,
  conflict: Conflict,
  except?: string,
): { name: string; replaces?: DriveItemRow } {
  const there = childNamed(state, parent, name);
  if (!there || there.id === except) return { name };
  if (conflict === 'fail') throw nameExists();
  if (conflict === 'replace') return { name, replaces: there };
  return { name: freeName(name, (candidate) => childNamed(state, parent, candidate) !== undefined) };
}
