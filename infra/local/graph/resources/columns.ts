import type { ColumnDefinition } from '../../state/columns.ts';
import { indexColumn } from '../../state/list-items.ts';
import {
  addColumn,
  type ColumnRow,
  changeColumn,
  columnsOf,
  deleteColumn,
  findColumn,
  touchList,
} from '../../state/lists.ts';
import { readColumnChange, readNewColumn } from '../column-body.ts';
import { type Call, created, type Endpoint, noContent, ok } from '../endpoint.ts';
import { toColumn } from '../entities/list-item.ts';
import { accessDenied, invalidRequest, itemNotFound, nameExists } from '../errors.ts';
import { matches, readFilter } from '../filter.ts';
import { demandList, listOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { pick, selects } from '../query.ts';
import { byOf } from '../rights.ts';
import { manageColumns, readColumns } from '../scopes.ts';

function getColumns(call: Call) {
  const { list } = listOf(call);
  const withHidden = selects(call.query, 'hidden');
  let found = columnsOf(call.state, list.id).filter((column) => withHidden || !column.hidden);
  if (call.query.filter) {
    const wanted = readFilter(call.query.filter);
    found = found.filter((column) =>
      matches(wanted, (field) => Object.entries(toColumn(column)).find(([name]) => name === field)?.[1]),
    );
  }
  return ok(pageOf(call, found, (column) => pick(toColumn(column), call.query.select, ['id'])));
}

function columnOf(call: Call, need: 'read' | 'write'): { list: string; column: ColumnRow } {
  const { list } = listOf(call, need);
  const column = findColumn(call.state, list.id, call.params.keys.column ?? '');
  if (!column) throw itemNotFound('The specified column was not found');
  return { list: list.id, column };
}

function getColumn(call: Call) {
  return ok(pick(toColumn(columnOf(call, 'read').column), call.query.select, ['id']));
}

async function createOne(call: Call) {
  const { list } = listOf(call, 'write');
  const definition = readNewColumn(await call.json());
  const { state } = call;
  const column = state.db.transaction(() => {
    demandList(state, list);
    if (findColumn(state, list.id, definition.name))
      throw nameExists(`A column with the name '${definition.name}' already exists.`);
    const added = addColumn(state, list.id, definition);
    // Values of a column that was removed before come back with its name.
    indexColumn(state, added);
    touchList(state, list.id, byOf(call.caller));
    return added;
  });
  return created(toColumn(column));
}

async function changeOne(call: Call) {
  const { list, column } = columnOf(call, 'write');
  const body = await call.json();
  const before = JSON.parse(column.definition) as ColumnDefinition;
  const after = readColumnChange(before, body);
  if (before.readOnly) throw accessDenied('This column cannot be changed.');
  const { state } = call;
  const changed = state.db.transaction(() => {
    const row = changeColumn(state, column, after);
    indexColumn(state, row);
    if (row.only_once && hasDoubles(call, row)) throw invalidRequest('The column already holds a value twice.');
    touchList(state, list, byOf(call.caller));
    return row;
  });
  return ok(toColumn(changed));
}

const hasDoubles = (call: Call, column: ColumnRow): boolean =>
  call.state.db.get(
    'select value from list_value where list = ? and field = ? group by value having count(*) > 1 limit 1',
    column.list,
    column.name,
  ) !== undefined;

function deleteOne(call: Call) {
  const { list, column } = columnOf(call, 'write');
  if (column.built_in) throw accessDenied('This column cannot be deleted.');
  call.state.db.transaction(() => {
    deleteColumn(call.state, column);
    touchList(call.state, list, byOf(call.caller));
  });
  return noContent;
}

const P = '/sites/{site}/lists/{list}/columns';

export const columnEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: P,
    scopes: readColumns,
    service: 'sharepoint',
    units: 2,
    answers: 'page of columnDefinition',
    handle: getColumns,
  },
  {
    method: 'GET',
    path: `${P}/{column}`,
    scopes: readColumns,
    service: 'sharepoint',
    units: 1,
    answers: 'columnDefinition',
    handle: getColumn,
  },
  {
    method: 'POST',
    path: P,
    scopes: manageColumns,
    service: 'sharepoint',
    units: 2,
    answers: 'columnDefinition',
    takes: 'columnDefinition',
    handle: createOne,
  },
  {
    method: 'PATCH',
    path: `${P}/{column}`,
    scopes: manageColumns,
    service: 'sharepoint',
    units: 2,
    answers: 'columnDefinition',
    takes: 'columnDefinition',
    handle: changeOne,
  },
  {
    method: 'DELETE',
    path: `${P}/{column}`,
    scopes: manageColumns,
    service: 'sharepoint',
    units: 2,
    handle: deleteOne,
  },
];
