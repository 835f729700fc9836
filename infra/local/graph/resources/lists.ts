import {
  addColumn,
  columnsOf,
  createList,
  deleteList,
  findList,
  type ListRow,
  listById,
  listsOf,
  touchList,
} from '../../state/lists.ts';
import type { SiteRow } from '../../state/sites.ts';
import { listIn, objectIn, onlyKnown, textIn } from '../body.ts';
import { readNewColumn } from '../column-body.ts';
import { type Call, created, type Endpoint, noContent, ok } from '../endpoint.ts';
import { toColumn } from '../entities/list-item.ts';
import { toList } from '../entities/site.ts';
import { accessDenied, invalidRequest, nameExists } from '../errors.ts';
import { matches, readFilter } from '../filter.ts';
import { listOf, siteOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { expands, pick } from '../query.ts';
import { byOf } from '../rights.ts';
import { manageLists, readSites } from '../scopes.ts';
import { pageOfItems } from './list-items.ts';

const TEMPLATES = ['genericList', 'documentLibrary', 'tasks', 'links', 'announcements', 'events', 'contacts'];
const MOST_LISTS = 2000;

function shown(call: Call, site: SiteRow, list: ListRow) {
  const entity = pick(toList(call.state, site, list), call.query.select, ['id']);
  const items = expands(call.query, 'items');
  const columns = expands(call.query, 'columns');
  return {
    ...entity,
    ...(columns
      ? {
          columns: columnsOf(call.state, list.id)
            .filter((column) => !column.hidden)
            .map(toColumn),
        }
      : {}),
    ...(items
      ? {
          items: pageOfItems(
            {
              ...call,
              query: { ...call.query, ...items, expand: items.expand, filter: undefined, orderby: undefined },
            },
            site,
            list,
          ).value,
        }
      : {}),
  };
}

function getLists(call: Call) {
  const site = siteOf(call);
  let found = listsOf(call.state, site.id);
  if (call.query.filter) {
    const wanted = readFilter(call.query.filter);
    found = found.filter((list) =>
      matches(
        wanted,
        (field) =>
          Object.entries(toList(call.state, site, list)).find(
            ([name]) => name.toLowerCase() === field.toLowerCase(),
          )?.[1],
      ),
    );
  }
  return ok(pageOf(call, found, (list) => shown(call, site, list)));
}

function getList(call: Call) {
  const { site, list } = listOf(call);
  return ok(shown(call, site, list));
}

async function createOne(call: Call) {
  const site = siteOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'list', ['id', 'name', 'displayName', 'description', 'list', 'columns', 'contentTypes', 'items']);
  const title = textIn(body, 'displayName')?.trim();
  if (!title || title.length > 255) throw invalidRequest('A list needs a displayName of up to 255 characters.');
  const template = textIn(objectIn(body, 'list') ?? {}, 'template') ?? 'genericList';
  if (!TEMPLATES.includes(template) || template === 'documentLibrary')
    throw invalidRequest(`The template '${template}' is not supported.`);
  const columns = (listIn(body, 'columns') ?? []).map(readNewColumn);
  const { state } = call;
  const by = byOf(call.caller);
  const description = textIn(body, 'description') ?? '';
  const row = state.db.transaction(() => {
    if (findList(state, site.id, title))
      throw nameExists(
        'A list, survey, discussion board, or document library with the specified title already exists in this Web site.',
      );
    if (listsOf(state, site.id).length >= MOST_LISTS) throw accessDenied('A site holds 2,000 lists at most.');
    const list = createList(state, { site: site.id, title, name: title, description, template, by });
    for (const column of columns) {
      if (columnsOf(state, list.id).some((each) => each.name.toLowerCase() === column.name.toLowerCase())) {
        throw invalidRequest(`Two columns with the name '${column.name}'.`);
      }
      addColumn(state, list.id, column);
    }
    return list;
  });
  return created(toList(state, site, row));
}

async function changeOne(call: Call) {
  const { site, list } = listOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'list', ['displayName', 'description']);
  const title = textIn(body, 'displayName')?.trim() ?? list.title;
  if (title === '' || title.length > 255) throw invalidRequest('A list needs a displayName of up to 255 characters.');
  const { state } = call;
  state.db.transaction(() => {
    const other = findList(state, site.id, title);
    if (other && other.id !== list.id) throw nameExists();
    const description = textIn(body, 'description') ?? list.description;
    state.db.run('update list set title = ?, description = ? where id = ?', title, description, list.id);
    touchList(state, list.id, byOf(call.caller));
  });
  return ok(toList(state, site, listById(state, list.id) ?? list));
}

function deleteOne(call: Call) {
  const { list } = listOf(call, 'write');
  if (list.drive) throw accessDenied('This library cannot be deleted.');
  call.state.db.transaction(() => deleteList(call.state, list));
  return noContent;
}

const S = '/sites/{site}/lists';

export const listEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: S,
    scopes: readSites,
    service: 'sharepoint',
    units: 2,
    answers: 'page of list',
    handle: getLists,
  },
  {
    method: 'POST',
    path: S,
    scopes: manageLists,
    service: 'sharepoint',
    units: 2,
    answers: 'list',
    takes: 'list',
    handle: createOne,
  },
  {
    method: 'GET',
    path: `${S}/{list}`,
    scopes: readSites,
    service: 'sharepoint',
    units: 1,
    answers: 'list',
    handle: getList,
  },
  {
    method: 'PATCH',
    path: `${S}/{list}`,
    scopes: manageLists,
    service: 'sharepoint',
    units: 2,
    answers: 'list',
    takes: 'list',
    handle: changeOne,
  },
  { method: 'DELETE', path: `${S}/{list}`, scopes: manageLists, service: 'sharepoint', units: 2, handle: deleteOne },
];
