import { isRow, type Line } from './arrange.ts';

/** The rows that are chosen, by their keys, and where the last choice began. */
export type Picking = {
  readonly picked: ReadonlySet<string>;
  /** What Shift goes on from; of these lines only, since others have other places. */
  readonly anchor?:
    | { readonly lines: readonly Line[]; readonly line: number; readonly before: ReadonlySet<string> }
    | undefined;
};

export const nothingPicked: Picking = { picked: new Set() };

/** Chooses a row, or lets it go; at the head of a group, all of the group. */
export function toggleAt({ picked }: Picking, lines: readonly Line[], line: number): Picking {
  const keys = keysAt(lines, line);
  const next = turn(picked, keys);
  return { picked: next, anchor: { lines, line, before: next } };
}

/** Chooses everything between where the last choice began and a line, as often as that end moves. */
export function extendTo(picking: Picking, lines: readonly Line[], from: number, to: number): Picking {
  const { picked } = picking;
  const anchor = picking.anchor?.lines === lines ? picking.anchor : { lines, line: from, before: picked };
  const [first, last] = [Math.min(anchor.line, to), Math.max(anchor.line, to)];
  const keys = lines.slice(first, last + 1).flatMap((line) => (isRow(line) ? line.key : []));
  return { picked: new Set([...anchor.before, ...keys]), anchor };
}

/** Chooses every row of the list; where all of them are chosen already, none. */
export function toggleAll({ picked }: Picking, lines: readonly Line[]): Picking {
  const keys = lines.flatMap((line) => (isRow(line) ? line.key : []));
  return { picked: turn(picked, keys) };
}

/** Where the whole list is counted, beside the heads of its groups. */
export const WHOLE_LIST = -1;

/** How many rows are chosen under each group's head, by its line, and in the whole list; one pass for all of them. */
export function countPicked({ picked }: Picking, lines: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  if (picked.size === 0) return counts;
  const add = (line: number) => counts.set(line, (counts.get(line) ?? 0) + 1);
  let head = WHOLE_LIST;
  for (const [index, line] of lines.entries()) {
    if (!isRow(line)) head = index;
    else if (picked.has(line.key)) {
      add(WHOLE_LIST);
      if (head !== WHOLE_LIST) add(head);
    }
  }
  return counts;
}

/** The next Shift begins where the keyboard is then. */
export function withoutAnchor(picking: Picking): Picking {
  return picking.anchor === undefined ? picking : { picked: picking.picked };
}

function keysAt(lines: readonly Line[], line: number): readonly string[] {
  const at = lines[line];
  if (at === undefined) return [];
  if (isRow(at)) return [at.key];
  const end = lines.findIndex((other, index) => index > line && !isRow(other));
  return lines.slice(line + 1, end < 0 ? undefined : end).flatMap((row) => (isRow(row) ? row.key : []));
}

function turn(picked: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const next = new Set(picked);
  const areAll = keys.every((key) => picked.has(key));
  for (const key of keys) {
    if (areAll) next.delete(key);
    else next.add(key);
  }
  return next;
}
