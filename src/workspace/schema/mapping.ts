import { isDay } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import type { FieldValue, ListItem } from '../../graph/items.ts';
import type { ColumnSpec } from '../../graph/lists.ts';
import type { Column, List, NewRowOf, PatchOf, RowOf } from './define-list.ts';
import { toNames } from './field-names.ts';

/** Our own key in every list. */
export const UID = 'Uid';

/**
 * ## How an edit is known again
 * Each row carries, hidden, the ids of the last edits that were written into it. When an answer is lost, the row itself
 * says whether the edit arrived, even if somebody has changed or undone it since.
 */
export const EDITS = 'Edits';
const EDITS_KEPT = 10;

export function readEdits(fields: { readonly [name: string]: unknown }): readonly string[] {
  const text = fields[EDITS];
  return typeof text === 'string' && text !== '' ? text.split(' ') : [];
}

export function toEditsField(earlier: readonly string[], edit: string): { readonly [name: string]: FieldValue } {
  return { [EDITS]: [...earlier, edit].slice(-EDITS_KEPT).join(' ') };
}

type Values = { readonly [key: string]: unknown };

/** Every field of a list, our own two first. */
export function toFieldNames(list: List): readonly string[] {
  return [UID, EDITS, ...Object.entries(list.columns).flatMap(([key, column]) => toNames(key, column))];
}

/** The columns that make the list. `Title` is not among them: every list has it. */
export function toColumnSpecs(list: List): readonly ColumnSpec[] {
  const uid: ColumnSpec = { name: UID, title: UID, type: 'text', indexed: true, unique: true, hidden: true };
  const edits: ColumnSpec = { name: EDITS, title: EDITS, type: 'text', hidden: true };
  return [uid, edits, ...Object.entries(list.columns).flatMap(([key, column]) => toSpecs(key, column))].filter(
    (spec) => spec.name !== 'Title',
  );
}

function toSpecs(key: string, column: Column): readonly ColumnSpec[] {
  const [name = '', second = ''] = toNames(key, column);
  const spec = { name, title: column.title, indexed: column.indexed };
  switch (column.kind) {
    case 'text':
      return [{ ...spec, type: column.long ? 'long-text' : 'text', max: column.max, unique: column.unique }];
    case 'choice':
    case 'choices':
      return [{ ...spec, type: column.kind, choices: column.choices }];
    case 'number':
    case 'boolean':
    case 'day':
    case 'instant':
      return [{ ...spec, type: column.kind }];
    case 'lookup':
      return [{ ...spec, type: 'text' }];
    case 'person':
      return [
        { ...spec, type: 'text', title: `${column.title}, account` },
        { name: second, title: column.title, type: 'text' },
      ];
    case 'link':
      // A web address may be longer than a line of text can be.
      return [
        { name, title: `${column.title}, address`, type: 'long-text' },
        { name: second, title: column.title, type: 'text' },
      ];
  }
}

/** A row as SharePoint gave it; undefined for a row that somebody made by hand, which has no key of ours. */
export function fromItem<L extends List>(list: L, item: ListItem): RowOf<L> | undefined {
  const uid = item.fields[UID];
  if (typeof uid !== 'string' || uid === '') return undefined;
  const values: { [key: string]: unknown } = {};
  for (const [key, column] of Object.entries(list.columns)) {
    const value = fromFields(key, column, item.fields) ?? (column.required ? emptyOf(column) : undefined);
    if (value !== undefined) values[key] = value;
  }
  return { ...values, uid, version: item.version, created: item.created, changed: item.changed } as RowOf<L>;
}

function fromFields(key: string, column: Column, fields: Values): unknown {
  const [name = '', second = ''] = toNames(key, column);
  const value = fields[name];
  switch (column.kind) {
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'choices':
      return Array.isArray(value) && value.length > 0 ? value : undefined;
    case 'day':
      return isInstant(value) ? londonDay(value) : undefined;
    case 'instant':
      return isInstant(value) ? value : undefined;
    case 'person':
      return isText(value) ? { id: value, name: readText(fields[second]) } : undefined;
    case 'link':
      return isText(value) ? { url: value, text: readText(fields[second]) } : undefined;
    case 'choice':
      // A choice that somebody added in SharePoint, or a newer version of this app, means nothing here yet.
      return isText(value) && (column.required || column.choices.includes(value)) ? value : undefined;
    default:
      return isText(value) ? value : undefined;
  }
}

/** What stands for a required value that SharePoint has lost, so that no screen meets a hole. */
function emptyOf(column: Column): unknown {
  if (column.kind === 'number') return 0;
  if (column.kind === 'boolean') return false;
  if (column.kind === 'choice') return column.choices[0];
  return column.kind === 'choices' ? [] : '';
}

/** The fields of a new row. */
export function toNewFields<L extends List>(list: L, row: NewRowOf<L>): { readonly [name: string]: FieldValue } {
  const values = row as Values;
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { [UID]: row.uid, ...toFields(list, filled) };
}

/** The fields of a change. */
export function toPatchFields<L extends List>(list: L, patch: PatchOf<L>): { readonly [name: string]: FieldValue } {
  return toFields(list, patch as Values);
}

function toFields(list: List, values: Values): { readonly [name: string]: FieldValue } {
  const fields: { [name: string]: FieldValue } = {};
  for (const [key, value] of Object.entries(values)) {
    const column = list.columns[key];
    if (!column) continue;
    const [name = '', second] = toNames(key, column);
    const [kept, beside] = toKept(column, value);
    fields[name] = kept;
    if (second !== undefined) fields[second] = beside ?? null;
  }
  return fields;
}

function toKept(column: Column, value: unknown): readonly [FieldValue, FieldValue?] {
  if (value === undefined || value === null || value === '') return [null];
  switch (column.kind) {
    case 'day': {
      if (typeof value !== 'string' || !isDay(value)) throw new RangeError(`${column.title}: not a day`);
      // Noon in Greenwich is the same day in every zone that a tenant in England may have set.
      return [`${value}T12:00:00Z`];
    }
    case 'person': {
      const person = value as { readonly id: string; readonly name: string };
      return [person.id, person.name];
    }
    case 'link': {
      const link = value as { readonly url: string; readonly text: string };
      return [link.url, link.text];
    }
    default:
      return [value as FieldValue];
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isInstant(value: unknown): value is string {
  return isText(value) && !Number.isNaN(Date.parse(value));
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether two values of a column are the same. Empty is empty: no value, an empty text and an empty choice of several. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return toComparable(one) === toComparable(other);
}

function toComparable(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value) && value.length === 0) return '';
  if (typeof value === 'object' && !Array.isArray(value)) {
    return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
  return JSON.stringify(value);
}
