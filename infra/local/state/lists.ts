import { builtInColumns, type ColumnDefinition } from './columns.ts';
import type { State } from './state.ts';

export type ListRow = {
  readonly id: string;
  readonly site: string;
  /** The last part of its address, made from the first title and never changed. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly template: string;
  readonly created_at: string;
  readonly created_by: string;
  readonly modified_at: string;
  readonly modified_by: string;
  readonly version: number;
  readonly last_item: number;
  readonly drive: string | null;
};

export type ColumnRow = {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly position: number;
  readonly definition: string;
  readonly kind: ColumnDefinition['kind'];
  readonly indexed: number;
  readonly only_once: number;
  readonly hidden: number;
  readonly built_in: number;
};

export function findList(state: State, site: string, idOrTitle: string): ListRow | undefined {
  return state.db.get<ListRow>(
    'select * from list where site = ?1 and (id = ?2 or title = ?2 or name = ?2 collate nocase) order by id = ?2 desc limit 1',
    site,
    idOrTitle,
  );
}

export function listById(state: State, id: string): ListRow | undefined {
  return state.db.get<ListRow>('select * from list where id = ?', id);
}

export function listsOf(state: State, site: string): ListRow[] {
  return state.db.all<ListRow>('select * from list where site = ? order by created_at, title', site);
}

export type NewList = {
  readonly site: string;
  readonly title: string;
  readonly name: string;
  readonly description: string;
  readonly template: string;
  readonly by: string;
  readonly drive?: string;
};

export function createList(state: State, list: NewList): ListRow {
  const id = state.ids.guid();
  const now = state.clock.stamp();
  state.db.run(
    `insert into list (id, site, name, title, description, template, created_at, created_by, modified_at, modified_by,
       version, last_item, drive) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)`,
    id,
    list.site,
    list.name,
    list.title,
    list.description,
    list.template,
    now,
    list.by,
    now,
    list.by,
    list.drive ?? null,
  );
  for (const definition of builtInColumns(list.template)) addColumn(state, id, definition, true);
  return listById(state, id) as ListRow;
}

export function touchList(state: State, id: string, by: string): void {
  state.db.run(
    'update list set version = version + 1, modified_at = ?, modified_by = ? where id = ?',
    state.clock.stamp(),
    by,
    id,
  );
}

export function deleteList(state: State, list: ListRow): void {
  for (const table of ['list_item', 'list_item_version', 'list_value', 'list_column']) {
    state.db.run(`delete from ${table} where list = ?`, list.id);
  }
  state.db.run('delete from list where id = ?', list.id);
}

export function columnsOf(state: State, list: string): ColumnRow[] {
  return state.db.all<ColumnRow>('select * from list_column where list = ? order by position', list);
}

export function findColumn(state: State, list: string, idOrName: string): ColumnRow | undefined {
  return state.db.get<ColumnRow>(
    'select * from list_column where list = ?1 and (id = ?2 or name = ?2 collate nocase)',
    list,
    idOrName,
  );
}

export function addColumn(state: State, list: string, definition: ColumnDefinition, builtIn = false): ColumnRow {
  const id = state.ids.guid();
  const { kind, hidden, indexed, enforceUniqueValues, name } = definition;
  state.db.run(
    `insert into list_column (id, list, name, position, definition, kind, indexed, only_once, hidden, built_in)
     values (?, ?, ?, (select coalesce(max(position), 0) + 1 from list_column where list = ?2), ?, ?, ?, ?, ?, ?)`,
    id,
    list,
    name,
    JSON.stringify(definition),
    kind,
    indexed ? 1 : 0,
    enforceUniqueValues ? 1 : 0,
    hidden ? 1 : 0,
    builtIn ? 1 : 0,
  );
  return findColumn(state, list, id) as ColumnRow;
}

export function changeColumn(state: State, column: ColumnRow, definition: ColumnDefinition): ColumnRow {
  state.db.run(
    'update list_column set definition = ?, kind = ?, indexed = ?, only_once = ?, hidden = ? where id = ?',
    JSON.stringify(definition),
    definition.kind,
    definition.indexed ? 1 : 0,
    definition.enforceUniqueValues ? 1 : 0,
    definition.hidden ? 1 : 0,
    column.id,
  );
  return findColumn(state, column.list, column.id) as ColumnRow;
}

export function deleteColumn(state: State, column: ColumnRow): void {
  state.db.run('delete from list_column where id = ?', column.id);
  state.db.run('delete from list_value where list = ? and field = ?', column.list, column.name);
}
