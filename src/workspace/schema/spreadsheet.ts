import type { Column, List } from './define-list.ts';

/** One column of a sheet that holds a list's rows: values only, no Excel in it. */
export type SheetColumn = {
  /** The row's own key for the value. */
  readonly key: string;
  readonly title: string;
  /** How a cell is written: a person by name, a lookup as the other row's key, a link as words that lead there. */
  readonly kind: 'text' | 'number' | 'yes-no' | 'day' | 'moment' | 'choice' | 'choices' | 'person' | 'link';
  /** In characters; a hint. */
  readonly width: number;
  /** Long text wraps in its cell. */
  readonly wraps?: true;
  readonly choices?: readonly string[];
  readonly required?: true;
  readonly max?: number;
  /** Not for people to change: the row's key, and who and when. */
  readonly isFixed?: true;
};

const NARROWEST = 10;
const WIDEST_LINE = 40;
const LONG_TEXT = 60;

/** The columns of the sheet, the row's own key first: a sheet that comes back is compared row by row by it. */
export function toSheetColumns(list: List): readonly SheetColumn[] {
  const key: SheetColumn = { key: 'uid', title: 'Key', kind: 'text', width: 24, required: true, isFixed: true };
  return [key, ...Object.entries(list.columns).map(([name, column]) => toSheetColumn(name, column))];
}

function toSheetColumn(key: string, column: Column): SheetColumn {
  return {
    key,
    title: column.title,
    kind: toKind(column),
    width: toWidth(column),
    ...(column.kind === 'text' && column.long && { wraps: true }),
    ...(column.kind === 'text' && column.max !== undefined && { max: column.max }),
    ...('choices' in column && { choices: column.choices }),
    ...(column.required && { required: true }),
    ...(column.stamp && { isFixed: true }),
  };
}

function toKind(column: Column): SheetColumn['kind'] {
  switch (column.kind) {
    case 'lookup':
      return 'text';
    case 'boolean':
      return 'yes-no';
    case 'instant':
      return 'moment';
    default:
      return column.kind;
  }
}

/** Wide enough for the title, and for what the cells hold as far as the declaration tells. */
function toWidth(column: Column): number {
  return Math.max(NARROWEST, column.title.length + 2, contentWidth(column));
}

function contentWidth(column: Column): number {
  switch (column.kind) {
    case 'text':
      return column.long ? LONG_TEXT : Math.min(column.max ?? WIDEST_LINE, WIDEST_LINE);
    case 'choice':
      return Math.max(...column.choices.map((choice) => choice.length)) + 2;
    case 'choices':
      return Math.min(column.choices.join(', ').length, WIDEST_LINE);
    case 'day':
      return 16;
    case 'instant':
      return 24;
    case 'number':
    case 'boolean':
      return NARROWEST;
    case 'person':
    case 'lookup':
      return 24;
    case 'link':
      return WIDEST_LINE;
  }
}
