import type { SQLInputValue } from 'node:sqlite';
import { type Fields, type ListItemRow, rowsOf, toIndexValue } from '../state/list-items.ts';
import { type ColumnRow, columnsOf, type ListRow } from '../state/lists.ts';
import type { Call } from './endpoint.ts';
import { invalidRequest, Refusal } from './errors.ts';
import { conjuncts, type Filter, fieldsIn, matches, readFilter } from './filter.ts';

/** SharePoint reads no more rows than this for one question that an index does not narrow down. */
const THRESHOLD = 5000;
const PREFER = /HonorNonIndexedQueriesWarningMayFailRandomly/i;

/** The rows that `$filter` lets through, in the order of `$orderby`. Both take indexed columns only. */
export function findMatching(call: Call, list: ListRow): ListItemRow[] {
  const columns = new Map(columnsOf(call.state, list.id).map((column) => [column.name.toLowerCase(), column]));
  const filter = call.query.filter ? readFilter(call.query.filter) : undefined;
  const order = call.query.orderby ? readOrder(call.query.orderby) : [];
  demandIndexed(call, list, columns, [...(filter ? fieldsIn(filter) : []), ...order.map((each) => each.field)]);
  const rows = filter ? filtered(call, list, filter, columns) : allRows(call, list);
  if (order.length === 0) return rows;
  const keyed = rows.map((row) => ({ row, readField: valuesOf(row) }));
  keyed.sort((a, b) => {
    for (const { field, down } of order) {
      const difference = compareValues(a.readField(field), b.readField(field));
      if (difference !== 0) return down ? -difference : difference;
    }
    return a.row.id - b.row.id;
  });
  return keyed.map((each) => each.row);
}

function demandIndexed(
  call: Call,
  list: ListRow,
  columns: ReadonlyMap<string, ColumnRow>,
  fields: readonly string[],
): void {
  const unindexed = fields.map(nameOf).filter((name) => {
    const column = columns.get(name.toLowerCase());
    if (!column && name.toLowerCase() !== 'id') throw invalidRequest(`Field '${name}' is not recognized`);
    return column !== undefined && !column.indexed;
  });
  if (unindexed.length === 0) return;
  if (!PREFER.test(call.headers.get('prefer') ?? '')) {
    throw invalidRequest(
      `Field '${unindexed[0]}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
    );
  }
  const rows =
    call.state.db.get<{ n: number }>(
      `select count(*) n from ${rowsOf(list)} where list = ? and deleted_at is null`,
      list.id,
    )?.n ?? 0;
  if (rows > THRESHOLD) throw tooMany();
}

const tooMany = () =>
  new Refusal(422, 'notSupported', 'The query uses too many resources.', { inner: 'tooManyResources' });

const allRows = (call: Call, list: ListRow): ListItemRow[] =>
  call.state.db.all<ListItemRow>(
    `select * from ${rowsOf(list)} where list = ? and deleted_at is null order by id`,
    list.id,
  );

/** One indexed condition narrows the rows down; the others are looked at row by row. */
function filtered(call: Call, list: ListRow, filter: Filter, columns: ReadonlyMap<string, ColumnRow>): ListItemRow[] {
  const narrow = conjuncts(filter)
    .filter((each) => columns.get(nameOf(each.field).toLowerCase())?.indexed)
    .map((each) => rangeOf(each))
    .find((range) => range !== undefined);
  let rows: ListItemRow[];
  if (narrow && !list.drive) {
    const where = `from list_value v where v.list = ? and v.field = ? collate nocase and ${narrow.where}`;
    const count =
      call.state.db.get<{ n: number }>(`select count(*) n ${where}`, list.id, narrow.field, ...narrow.values)?.n ?? 0;
    if (count > THRESHOLD) throw tooMany();
    rows = call.state.db.all<ListItemRow>(
      `select i.* from ${rowsOf(list)} i where i.list = ? and i.deleted_at is null and i.id in (select v.item ${where}) order by i.id`,
      list.id,
      list.id,
      narrow.field,
      ...narrow.values,
    );
  } else rows = allRows(call, list);
  return rows.filter((row) => {
    const readField = valuesOf(row);
    return matches(filter, readField);
  });
}

const SQL = { eq: '=', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;

function rangeOf(
  condition: ReturnType<typeof conjuncts>[number],
): { field: string; where: string; values: SQLInputValue[] } | undefined {
  const field = nameOf(condition.field);
  const value = toIndexValue(condition.value);
  if (value === undefined || field.toLowerCase() === 'id') return undefined;
  if (condition.operator in SQL) {
    return { field, where: `v.value ${SQL[condition.operator as keyof typeof SQL]} ?`, values: [value] };
  }
  if (condition.operator === 'startswith')
    return { field, where: 'v.value >= ? and v.value < ?', values: [value, `${value}\u{10ffff}`] };
  return undefined;
}

const nameOf = (field: string): string => field.replace(/^fields\//i, '');

function readOrder(text: string): { field: string; down: boolean }[] {
  return text.split(',').map((part) => {
    const [, field = '', way = 'asc'] = /^\s*([\w/]+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    if (field === '') throw invalidRequest(`Invalid orderby clause: ${text.slice(0, 200)}`);
    return { field, down: way.toLowerCase() === 'desc' };
  });
}

function valuesOf(row: ListItemRow): (field: string) => unknown {
  const fields = JSON.parse(row.fields) as Fields;
  const byName = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
  return (field) => {
    const name = nameOf(field).toLowerCase();
    if (name === 'id') return row.id;
    if (name === 'created' || name === 'createddatetime') return row.created_at;
    if (name === 'modified' || name === 'lastmodifieddatetime') return row.modified_at;
    return byName.get(name);
  };
}

function compareValues(a: unknown, b: unknown): number {
  const left = toIndexValue(a);
  const right = toIndexValue(b);
  if (left === undefined || right === undefined) return (left === undefined ? 0 : 1) - (right === undefined ? 0 : 1);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [x, y] = [String(left).toLowerCase(), String(right).toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}
