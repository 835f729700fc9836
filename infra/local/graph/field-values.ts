import type { ColumnDefinition } from '../state/columns.ts';
import { type Fields, holderOf, toIndexValue } from '../state/list-items.ts';
import { type ColumnRow, columnsOf } from '../state/lists.ts';
import { personByNumber } from '../state/people.ts';
import type { State } from '../state/state.ts';
import { isObject } from './body.ts';
import type { Json } from './endpoint.ts';
import { invalidRequest } from './errors.ts';

/** What somebody wants to write into a row, checked against the list's columns. `null` empties a field. */
export function readFields(state: State, list: string, body: unknown): Fields {
  if (!isObject(body)) throw invalidRequest("The property 'fields' must be an object.");
  const columns = new Map(columnsOf(state, list).map((column) => [column.name, column]));
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@')) continue;
    const lookup = name.endsWith('LookupId') ? columns.get(name.slice(0, -'LookupId'.length)) : undefined;
    const column = columns.get(name) ?? lookup;
    if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
    const definition = JSON.parse(column.definition) as ColumnDefinition;
    if (definition.readOnly) throw invalidRequest(`Field '${name}' is read-only`);
    values[name] = value === null ? null : readValue(state, name, value, definition, body);
  }
  return values;
}

const wrong = (name: string, wanted: string) => invalidRequest(`The value of field '${name}' must be ${wanted}.`);

function readValue(state: State, name: string, value: unknown, column: ColumnDefinition, body: Json): unknown {
  switch (column.kind) {
    case 'text': {
      if (typeof value !== 'string') throw wrong(name, 'text');
      const most = column.text?.maxLength ?? (column.text?.allowMultipleLines ? 63_999 : 255);
      if (value.length > most) throw invalidRequest(`The value of field '${name}' is longer than ${most} characters.`);
      return value;
    }
    case 'choice':
      return readChoice(name, value, column, body);
    case 'number':
    case 'currency':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw wrong(name, 'a number');
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw wrong(name, 'true or false');
      return value;
    case 'dateTime':
      return readMoment(name, value);
    case 'personOrGroup':
    case 'lookup':
      return readLookup(state, name, value, column, body);
    case 'hyperlinkOrPicture':
      if (!isObject(value)) throw wrong(name, 'an object with Url and Description');
      return value;
    case 'calculated':
      throw wrong(name, 'left out, since it is calculated');
  }
}

function readChoice(name: string, value: unknown, column: ColumnDefinition, body: Json): unknown {
  const several = column.choice?.displayAs === 'checkBoxes';
  const known = (each: unknown) =>
    typeof each === 'string' &&
    (column.choice?.allowTextEntry === true || (column.choice?.choices ?? []).includes(each));
  if (!several) {
    if (!known(value)) throw wrong(name, 'one of its choices');
    return value;
  }
  demandType(name, body, 'Collection(Edm.String)');
  if (!Array.isArray(value) || !value.every(known)) throw wrong(name, 'a collection of its choices');
  return value;
}

function readMoment(name: string, value: unknown): string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.test(value)) {
    throw wrong(name, 'a date and time');
  }
  const moment = new Date(/T/.test(value) && !/(Z|[+-]\d\d:\d\d)$/.test(value) ? `${value}Z` : value);
  if (Number.isNaN(moment.getTime())) throw wrong(name, 'a date and time');
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** People and rows of other lists are written by number, under the column's name with `LookupId`. */
function readLookup(state: State, name: string, value: unknown, column: ColumnDefinition, body: Json): unknown {
  if (!name.endsWith('LookupId')) throw invalidRequest(`Field '${name}' is written as '${name}LookupId'.`);
  const several = column.personOrGroup?.allowMultipleSelection || column.lookup?.allowMultipleValues;
  const one = (each: unknown): number => {
    const number = typeof each === 'string' ? Number(each) : each;
    if (typeof number !== 'number' || !Number.isInteger(number)) throw wrong(name, 'a number');
    if (column.kind === 'personOrGroup' && !personByNumber(state, number)) throw wrong(name, 'the number of a person');
    return number;
  };
  if (!several) return String(one(value));
  demandType(name, body, 'Collection(Edm.Int32)');
  if (!Array.isArray(value)) throw wrong(name, 'a collection');
  return value.map(one);
}

function demandType(name: string, body: Json, type: string): void {
  if (body[`${name}@odata.type`] !== type)
    throw invalidRequest(`Field '${name}' needs '${name}@odata.type' of ${type}.`);
}

/** Refuses a value that another row already has in a column of unique values. */
export function demandUnique(state: State, columns: readonly ColumnRow[], fields: Fields, except: number): void {
  for (const column of columns) {
    const value = column.only_once ? toIndexValue(fields[column.name]) : undefined;
    if (value !== undefined && holderOf(state, column.list, column.name, value, except) !== undefined) {
      throw invalidRequest(`The value of field '${column.name}' is already there and must be unique.`);
    }
  }
}
