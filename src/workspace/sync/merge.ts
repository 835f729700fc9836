import { isSameValue } from '../schema/mapping.ts';
import type { Values } from './edit.ts';

export type Merged = {
  /** What still has to be sent: columns where the server has what the person saw. */
  readonly send: Values;
  /** Columns that somebody else changed to something else in the meantime. */
  readonly clashes: readonly string[];
};

type Wanted = {
  readonly values: Values;
  readonly seen: Values;
  readonly restsOn?: readonly string[] | undefined;
};

/**
 * Field by field: what I want, what I saw, and what is there now. There already: nothing to do. Unchanged since I saw
 * it: send mine. Changed by both, differently, or changed under what my change rests on: a person chooses.
 */
export function mergeEdit(edit: Wanted, theirs: Values): Merged {
  const send: Record<string, unknown> = {};
  const clashes: string[] = [];
  for (const [column, mine] of Object.entries(edit.values)) {
    const now = theirs[column];
    if (isSameValue(mine, now)) continue;
    if (isSameValue(edit.seen[column], now)) send[column] = mine;
    else clashes.push(column);
  }
  for (const column of edit.restsOn ?? []) {
    if (!(column in edit.values) && !isSameValue(edit.seen[column], theirs[column])) clashes.push(column);
  }
  return { send, clashes };
}
