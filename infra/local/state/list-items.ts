import { type ColumnRow, columnsOf, type ListRow } from './lists.ts';
import type { State } from './state.ts';

export type Fields = Readonly<Record<string, unknown>>;

export type ListItemRow = {
  readonly list: string;
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly fields: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly modified_at: string;
  readonly modified_by: string;
  readonly seq: number;
  readonly deleted_at: string | null;
};

/** What an index holds for a value: text without regard to case (the column's collation), numbers as numbers. */
export function toIndexValue(value: unknown): string | number | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return undefined;
}

/** The rows of a library are its files and folders. */
export const rowsOf = (list: Pick<ListRow, 'drive'>): 'library_item' | 'list_item' =>
  list.drive ? 'library_item' : 'list_item';

type Which = Pick<ListRow, 'id' | 'drive'>;

export function findListItem(state: State, list: Which, id: number): ListItemRow | undefined {
  return state.db.get<ListItemRow>(
    `select * from ${rowsOf(list)} where list = ? and id = ? and deleted_at is null`,
    list.id,
    id,
  );
}

export function countListItems(state: State, list: Which): number {
  return (
    state.db.get<{ n: number }>(`select count(*) n from ${rowsOf(list)} where list = ? and deleted_at is null`, list.id)
      ?.n ?? 0
  );
}

/** Another item that already holds this value in a column that allows each value once. */
export function holderOf(state: State, list: string, field: string, value: string | number, except: number) {
  return state.db.get<{ item: number }>(
    'select item from list_value where list = ? and field = ? and value = ? and item <> ?',
    list,
    field,
    value,
    except,
  )?.item;
}

export function createListItem(state: State, list: ListRow, fields: Fields, by: string): ListItemRow {
  const now = state.clock.stamp();
  const id = state.db.get<{ last_item: number }>(
    'update list set last_item = last_item + 1 where id = ? returning last_item',
    list.id,
  )?.last_item as number;
  state.db.run(
    `insert into list_item (list, id, guid, version, fields, created_at, created_by, modified_at, modified_by, seq)
     values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
    list.id,
    id,
    state.ids.guid(),
    JSON.stringify(fields),
    now,
    by,
    now,
    by,
    state.ids.seq(),
  );
  indexItem(state, list.id, id, fields);
  return keepVersion(state, findListItem(state, list, id) as ListItemRow);
}

/** `changes` holds only what changes; `null` empties a field. */
export function changeListItem(state: State, list: Which, item: ListItemRow, changes: Fields, by: string): ListItemRow {
  const fields: Record<string, unknown> = { ...JSON.parse(item.fields), ...changes };
  for (const [name, value] of Object.entries(fields)) if (value === null) delete fields[name];
  if (list.drive) return changeLibraryRow(state, list, item, fields, by);
  state.db.run(
    'update list_item set fields = ?, version = version + 1, modified_at = ?, modified_by = ?, seq = ? where list = ? and id = ?',
    JSON.stringify(fields),
    state.clock.stamp(),
    by,
    state.ids.seq(),
    item.list,
    item.id,
  );
  state.db.run('delete from list_value where list = ? and item = ?', item.list, item.id);
  indexItem(state, item.list, item.id, fields);
  return keepVersion(state, findListItem(state, list, item.id) as ListItemRow);
}

function changeLibraryRow(state: State, list: Which, item: ListItemRow, fields: Fields, by: string): ListItemRow {
  const { FileLeafRef: _name, ...kept } = fields;
  state.db.run(
    'update drive_item set fields = ?, version = version + 1, modified_at = ?, modified_by = ?, seq = ? where drive = ? and number = ?',
    JSON.stringify(kept),
    state.clock.stamp(),
    by,
    state.ids.seq(),
    list.drive,
    item.id,
  );
  return findListItem(state, list, item.id) as ListItemRow;
}

export function deleteListItem(state: State, item: ListItemRow): void {
  state.db.run(
    'update list_item set deleted_at = ?, seq = ? where list = ? and id = ?',
    state.clock.stamp(),
    state.ids.seq(),
    item.list,
    item.id,
  );
  state.db.run('delete from list_value where list = ? and item = ?', item.list, item.id);
}

/** Puts a column that has just become indexed, or has just been added, into the index. */
export function indexColumn(state: State, column: ColumnRow): void {
  state.db.run('delete from list_value where list = ? and field = ?', column.list, column.name);
  if (!column.indexed) return;
  for (const row of state.db.all<{ id: number; fields: string }>(
    'select id, fields from list_item where list = ? and deleted_at is null',
    column.list,
  )) {
    addToIndex(state, column.list, row.id, column.name, (JSON.parse(row.fields) as Fields)[column.name]);
  }
}

export function versionsOfItem(state: State, item: ListItemRow) {
  return state.db.all<{ version: number; fields: string; modified_at: string; modified_by: string }>(
    'select * from list_item_version where list = ? and item = ? order by version desc',
    item.list,
    item.id,
  );
}

function keepVersion(state: State, item: ListItemRow): ListItemRow {
  state.db.run(
    'insert into list_item_version (list, item, version, fields, modified_at, modified_by) values (?, ?, ?, ?, ?, ?)',
    item.list,
    item.id,
    item.version,
    item.fields,
    item.modified_at,
    item.modified_by,
  );
  return item;
}

function indexItem(state: State, list: string, id: number, fields: Fields): void {
  for (const column of columnsOf(state, list)) {
    if (column.indexed) addToIndex(state, list, id, column.name, fields[column.name]);
  }
}

function addToIndex(state: State, list: string, id: number, field: string, value: unknown): void {
  const kept = toIndexValue(value);
  if (kept === undefined) return;
  state.db.run(
    'insert or ignore into list_value (list, field, value, item) values (?, ?, ?, ?)',
    list,
    field,
    kept,
    id,
  );
}
