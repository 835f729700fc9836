import type { ColumnSpec, ListColumn } from '../../graph/lists.ts';
import type { List } from '../schema/define-list.ts';
import { toColumnSpecs } from '../schema/mapping.ts';

/** How a live column differs from the one that was declared. */
export type ColumnFault =
  /** `namesake` is somebody else's column under our title. */
  | { readonly is: 'missing'; readonly spec: ColumnSpec; readonly namesake: ListColumn | undefined }
  | { readonly is: 'wrong-type'; readonly spec: ColumnSpec; readonly column: ListColumn }
  | { readonly is: 'not-indexed'; readonly spec: ColumnSpec; readonly column: ListColumn }
  | { readonly is: 'not-unique'; readonly spec: ColumnSpec; readonly column: ListColumn }
  /** `choices` are all that it is to offer then, those that others added among them. */
  | {
      readonly is: 'lacks-choices';
      readonly spec: ColumnSpec;
      readonly column: ListColumn;
      readonly lacking: readonly string[];
      readonly choices: readonly string[];
    }
  /** People see another title; the name by which we read and write is still the same. */
  | { readonly is: 'retitled'; readonly spec: ColumnSpec; readonly column: ListColumn };

/** Columns and choices that the declaration does not know are somebody else's, or a newer version's: no fault. */
export function compareColumns(list: List, columns: readonly ListColumn[]): readonly ColumnFault[] {
  const specs = toColumnSpecs(list);
  const ours = new Set(specs.map((spec) => spec.name.toLowerCase()));
  return specs.flatMap((spec): readonly ColumnFault[] => {
    const column = columns.find((candidate) => candidate.name.toLowerCase() === spec.name.toLowerCase());
    if (column) return compareColumn(spec, column);
    const others = columns.filter((candidate) => !ours.has(candidate.name.toLowerCase()));
    return [{ is: 'missing', spec, namesake: others.find((candidate) => candidate.title === spec.title) }];
  });
}

function compareColumn(spec: ColumnSpec, column: ListColumn): readonly ColumnFault[] {
  if (!holds(column, spec)) return [{ is: 'wrong-type', spec, column }];
  const faults: ColumnFault[] = [];
  if (spec.unique && !column.unique) faults.push({ is: 'not-unique', spec, column });
  else if (spec.indexed && !column.indexed) faults.push({ is: 'not-indexed', spec, column });
  const lacking = (spec.choices ?? []).filter((choice) => !column.choices.includes(choice));
  if (lacking.length > 0) {
    faults.push({ is: 'lacks-choices', spec, column, lacking, choices: [...column.choices, ...lacking] });
  }
  if (!spec.hidden && column.title !== spec.title) faults.push({ is: 'retitled', spec, column });
  return faults;
}

/** Whether a column holds every value that the declared one would, and gives it back the same. */
function holds(column: ListColumn, spec: ColumnSpec): boolean {
  if (column.type === spec.type) return true;
  // Text of several lines takes a line too, but cannot be indexed; a day is a moment at noon.
  if (spec.type === 'text') return column.type === 'long-text' && !spec.indexed;
  return spec.type === 'day' && column.type === 'instant';
}

/** `The column Note of JTAI Evidence`; a hidden one has no title that people know. */
export function nameColumn(spec: ColumnSpec, list: List): string {
  return spec.hidden ? `A hidden column of ${list.title} (${spec.name})` : `The column ${spec.title} of ${list.title}`;
}
