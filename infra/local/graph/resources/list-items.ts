import {
  changeListItem,
  countListItems,
  createListItem,
  deleteListItem,
  findListItem,
  type ListItemRow,
  rowsOf,
  versionsOfItem,
} from '../../state/list-items.ts';
import { columnsOf, type ListRow } from '../../state/lists.ts';
import type { SiteRow } from '../../state/sites.ts';
import { onlyKnown } from '../body.ts';
import { type Call, created, type Endpoint, noContent, ok } from '../endpoint.ts';
import { matchesTag, toIdentitySet, toItemETag } from '../entities/identity.ts';
import { listItemsOf } from '../entities/list-item.ts';
import { invalidRequest, itemNotFound, preconditionFailed, Refusal } from '../errors.ts';
import { demandUnique, readFields } from '../field-values.ts';
import { demandList, listOf } from '../find.ts';
import { findMatching } from '../list-query.ts';
import { fromSkipToken, linkWith, type Page, pageOf, pageSize, toSkipToken } from '../paging.ts';
import { expands, pick } from '../query.ts';
import { byOf } from '../rights.ts';
import { readSites, writeSites } from '../scopes.ts';

/** A page of rows: by number when nothing else is asked for, so that a page never depends on how many came before. */
export function pageOfItems(call: Call, site: SiteRow, list: ListRow): Page<object> {
  const { toItem } = listItemsOf(call.state, site, list);
  const fields = expands(call.query, 'fields');
  const shown = (item: ListItemRow) => pick(toItem(item, fields), call.query.select, ['id', 'fields']);
  if (call.query.filter || call.query.orderby) return pageOf(call, findMatching(call, list), shown);
  const after = call.query.skipToken ? Number(fromSkipToken<{ after: number }>(call.query.skipToken).after) || 0 : 0;
  const size = pageSize(call.query);
  const rows = call.state.db.all<ListItemRow>(
    `select * from ${rowsOf(list)} where list = ? and id > ? and deleted_at is null order by id limit ?`,
    list.id,
    after,
    size + 1,
  );
  const value = rows.slice(0, size).map(shown);
  const last = rows[size - 1]?.id;
  return {
    ...(call.query.count ? { '@odata.count': countListItems(call.state, list) } : {}),
    ...(rows.length > size ? { '@odata.nextLink': linkWith(call, '$skiptoken', toSkipToken({ after: last })) } : {}),
    value,
  };
}

function getItems(call: Call) {
  const { site, list } = listOf(call);
  return ok(pageOfItems(call, site, list));
}

function itemOf(call: Call, need: 'read' | 'write') {
  const { site, list } = listOf(call, need);
  const text = call.params.keys.listItem ?? '';
  const item = /^\d{1,15}$/.test(text) ? findListItem(call.state, list, Number(text)) : undefined;
  if (!item) throw itemNotFound('The specified item was not found');
  return { site, list, item };
}

function getItem(call: Call) {
  const { site, list, item } = itemOf(call, 'read');
  const entity = listItemsOf(call.state, site, list).toItem(item, expands(call.query, 'fields'));
  return ok(pick(entity, call.query.select, ['id', 'fields']));
}

function getFields(call: Call) {
  const { site, list, item } = itemOf(call, 'read');
  return ok(listItemsOf(call.state, site, list).toFields(item, call.query.select));
}

async function createOne(call: Call) {
  const { site, list } = listOf(call, 'write');
  if (list.drive) throw new Refusal(400, 'notSupported', 'Rows of a library come with its files.');
  const body = await call.json();
  onlyKnown(body, 'listItem', ['fields', 'contentType']);
  const { state } = call;
  const item = state.db.transaction(() => {
    demandList(state, list);
    const fields = readFields(state, list.id, body.fields ?? {});
    const kept = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
    demandUnique(state, columnsOf(state, list.id), kept, 0);
    return createListItem(state, list, kept, byOf(call.caller));
  });
  return created(listItemsOf(state, site, list).toItem(item, everyField));
}

const everyField = { name: 'fields', select: undefined, expand: [], top: undefined };

/** Only the version that the caller has seen is changed, if they say which that was. */
function demandVersion(call: Call, item: ListItemRow): void {
  const wanted = call.headers.get('if-match');
  if (wanted && !matchesTag(wanted, toItemETag(item.guid, item.version))) throw preconditionFailed();
}

async function change(call: Call, fieldsIn: (body: Awaited<ReturnType<Call['json']>>) => unknown) {
  const before = itemOf(call, 'write');
  const body = await call.json();
  const { state } = call;
  const item = state.db.transaction(() => {
    // Read again: somebody may have been quicker while the body was on its way.
    const current = findListItem(state, before.list, before.item.id);
    if (!current) throw itemNotFound('The specified item was not found');
    demandVersion(call, current);
    const fields = readFields(state, before.list.id, fieldsIn(body));
    demandUnique(state, columnsOf(state, before.list.id), fields, current.id);
    return changeListItem(state, before.list, current, fields, byOf(call.caller));
  });
  return { ...before, item };
}

async function changeFields(call: Call) {
  const { site, list, item } = await change(call, (body) => body);
  return ok(listItemsOf(call.state, site, list).toFields(item));
}

async function changeItem(call: Call) {
  const { site, list, item } = await change(call, (body) => {
    onlyKnown(body, 'listItem', ['fields', 'contentType']);
    if (body.fields === undefined) throw invalidRequest("The property 'fields' is missing.");
    return body.fields;
  });
  return ok(listItemsOf(call.state, site, list).toItem(item, everyField));
}

function deleteItem(call: Call) {
  const { list, item } = itemOf(call, 'write');
  if (list.drive) throw new Refusal(400, 'notSupported', 'Rows of a library go with its files.');
  demandVersion(call, item);
  call.state.db.transaction(() => deleteListItem(call.state, item));
  return noContent;
}

function getVersions(call: Call) {
  const { site, list, item } = itemOf(call, 'read');
  const { toFields } = listItemsOf(call.state, site, list);
  const withFields = expands(call.query, 'fields') ?? everyField;
  return ok(
    pageOf(call, versionsOfItem(call.state, item), (version) => ({
      id: `${version.version}.0`,
      lastModifiedDateTime: version.modified_at,
      lastModifiedBy: toIdentitySet(call.state, version.modified_by),
      fields: toFields({ ...item, ...version }, withFields.select),
    })),
  );
}

const P = '/sites/{site}/lists/{list}/items';
const I = `${P}/{listItem}`;

export const listItemEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: P,
    scopes: readSites,
    service: 'sharepoint',
    units: 2,
    answers: 'page of listItem',
    handle: getItems,
  },
  {
    method: 'POST',
    path: P,
    scopes: writeSites,
    service: 'sharepoint',
    units: 2,
    answers: 'listItem',
    takes: 'listItem',
    handle: createOne,
  },
  { method: 'GET', path: I, scopes: readSites, service: 'sharepoint', units: 1, answers: 'listItem', handle: getItem },
  {
    method: 'PATCH',
    path: I,
    scopes: writeSites,
    service: 'sharepoint',
    units: 2,
    answers: 'listItem',
    takes: 'listItem',
    handle: changeItem,
  },
  { method: 'DELETE', path: I, scopes: writeSites, service: 'sharepoint', units: 2, handle: deleteItem },
  {
    method: 'GET',
    path: `${I}/fields`,
    scopes: readSites,
    service: 'sharepoint',
    units: 1,
    answers: 'fieldValueSet',
    handle: getFields,
  },
  {
    method: 'PATCH',
    path: `${I}/fields`,
    scopes: writeSites,
    service: 'sharepoint',
    units: 2,
    answers: 'fieldValueSet',
    takes: 'fieldValueSet',
    handle: changeFields,
  },
  {
    method: 'GET',
    path: `${I}/versions`,
    scopes: readSites,
    service: 'sharepoint',
    units: 2,
    answers: 'page of listItemVersion',
    handle: getVersions,
  },
];
