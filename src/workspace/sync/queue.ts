import { type Edit, needsPerson } from './edit.ts';

/** The edits that the server does not have yet, in the order in which they were made. */
export type Queue = {
  all(): readonly Edit[];
  of(list: string): readonly Edit[];
  get(id: string): Edit | undefined;
  put(edit: Edit): void;
  drop(id: string): void;
};

export function createQueue(): Queue {
  let edits: readonly Edit[] = [];
  return {
    all: () => edits,
    of: (list) => edits.filter((edit) => edit.list === list),
    get: (id) => edits.find((edit) => edit.id === id),
    put(edit) {
      const others = edits.filter((other) => other.id !== edit.id);
      const later = others.findIndex((other) => other.id > edit.id);
      edits = later < 0 ? [...others, edit] : [...others.slice(0, later), edit, ...others.slice(later)];
    },
    drop(id) {
      edits = edits.filter((edit) => edit.id !== id);
    },
  };
}

export type NextNeeds = {
  readonly mayGo: (edit: Edit) => boolean;
  /** Whether it may go in one round trip with others of which the same is true. */
  readonly mayTravel: (edit: Edit) => boolean;
  readonly most: number;
};

/**
 * The first edit that may be sent, and those right behind it that may travel with it. Edits of one row go strictly in
 * order, so one that waits for a person or for its time holds back the later ones of its row, and of no other.
 */
export function nextEdits(edits: readonly Edit[], { mayGo, mayTravel, most }: NextNeeds): readonly Edit[] {
  const held = new Set<string>();
  const next: Edit[] = [];
  for (const edit of edits) {
    const row = `${edit.list}/${edit.uid}`;
    if (held.has(row)) continue;
    held.add(row);
    if (needsPerson(edit) || !mayGo(edit)) continue;
    if (next.length > 0 && !mayTravel(edit)) break;
    next.push(edit);
    if (next.length === most || !mayTravel(edit)) break;
  }
  return next;
}
