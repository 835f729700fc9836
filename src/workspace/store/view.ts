import type { Edit } from '../sync/edit.ts';
import type { Queue } from '../sync/queue.ts';
import type { Base, Row } from './server-base.ts';

/** What a person sees of a list: what the server said, with their own unsent edits laid over it in order. */
export type View = {
  rows(list: string): readonly Row[];
  row(list: string, uid: string): Row | undefined;
  /** Something in this list changed: the next read makes a new snapshot. */
  touch(list: string): void;
};

/** Who made the edits and when, for rows that the server has not stamped yet. */
export type ViewFacts = { readonly base: Base; readonly queue: Queue; readonly me: string };

export function createView({ base, queue, me }: ViewFacts): View {
  const snapshots = new Map<string, readonly Row[]>();

  function look(list: string): readonly Row[] {
    const edits = queue.of(list);
    if (edits.length === 0) return [...base.all(list)];
    const mine = new Map<string, Edit[]>();
    for (const edit of edits) mine.set(edit.uid, [...(mine.get(edit.uid) ?? []), edit]);
    const rows: Row[] = [];
    for (const row of base.all(list)) {
      const own = mine.get(row.uid);
      mine.delete(row.uid);
      const seen = own ? lay(row, own, me) : row;
      if (seen) rows.push(seen);
    }
    for (const own of mine.values()) {
      const seen = lay(undefined, own, me);
      if (seen) rows.push(seen);
    }
    return rows;
  }

  return {
    rows(list) {
      const known = snapshots.get(list);
      if (known) return known;
      const made = look(list);
      snapshots.set(list, made);
      return made;
    },
    row(list, uid) {
      return lay(
        base.get(list, uid),
        queue.of(list).filter((edit) => edit.uid === uid),
        me,
      );
    },
    touch: (list) => void snapshots.delete(list),
  };
}

/** A change of a row that is gone shows nothing in the list: the save line holds its text until a person decides. */
function lay(row: Row | undefined, edits: readonly Edit[], me: string): Row | undefined {
  let seen = row;
  for (const edit of edits) {
    if (edit.kind === 'remove') seen = undefined;
    else if (seen) seen = withValues(seen, edit, me);
    else if (edit.kind === 'create') seen = withValues(newRow(edit, me), edit, me);
  }
  return seen;
}

function newRow(edit: Edit, me: string): Row {
  const stamp = { at: edit.madeAt, by: me };
  return { uid: edit.uid, held: { item: '', edits: [] }, version: '', created: stamp, changed: stamp };
}

function withValues(row: Row, edit: Edit, me: string): Row {
  const next: Record<string, unknown> = { ...row };
  for (const [column, value] of Object.entries({ ...edit.values, ...edit.stamps })) {
    if (value === null || value === undefined || value === '') delete next[column];
    else next[column] = value;
  }
  return { ...next, changed: { at: edit.madeAt, by: me } } as Row;
}
