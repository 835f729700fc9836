import { previewUrl } from '../../files/tickets.ts';
import { findDriveItem } from '../../state/drive-items.ts';
import type { ListItemRow } from '../../state/list-items.ts';
import { listById } from '../../state/lists.ts';
import type { State } from '../../state/state.ts';
import { type Call, type Endpoint, noContent, ok } from '../endpoint.ts';
import { listItemsOf } from '../entities/list-item.ts';
import { invalidRequest, itemNotFound, Refusal } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { demandUnlocked } from '../locks.ts';
import { expands, pick, type Query } from '../query.ts';
import { byOf } from '../rights.ts';
import { readFiles, readItems, writeFiles } from '../scopes.ts';

function fileOf(call: Call, need: 'read' | 'write') {
  const found = itemOf(call, need);
  if (found.item.folder) throw invalidRequest('This works with files only.');
  return found;
}

/** While a file is checked out nobody else can change it. */
function checkOut(call: Call) {
  const { item } = fileOf(call, 'write');
  demandUnlocked(call, item);
  const { state, caller } = call;
  state.db.run(
    'update drive_item set checked_out_by = ?, seq = ? where id = ?',
    byOf(caller),
    state.ids.seq(),
    item.id,
  );
  return noContent;
}

async function checkIn(call: Call) {
  const { item, drive } = fileOf(call, 'write');
  demandUnlocked(call, item);
  const { state } = call;
  if (!findDriveItem(state, drive.id, item.id)?.checked_out_by) throw invalidRequest('The file is not checked out.');
  state.db.run('update drive_item set checked_out_by = null, seq = ? where id = ?', state.ids.seq(), item.id);
  return noContent;
}

function preview(call: Call) {
  const { site, item } = fileOf(call, 'read');
  return ok({ getUrl: previewUrl(call.state, site, item), postUrl: null, postParameters: null });
}

/** The row that a file or folder has in its library's list. */
export function listItemOf(state: State, { site, drive, item }: FoundItem, query: Pick<Query, 'select' | 'expand'>) {
  const list = drive.list ? listById(state, drive.list) : undefined;
  const row = state.db.get<ListItemRow>(
    'select * from library_item where list = ? and id = ?',
    drive.list,
    item.number,
  );
  if (!list || !row) throw itemNotFound('The root folder has no row.');
  return pick(listItemsOf(state, site, list).toItem(row, expands(query, 'fields')), query.select, ['id', 'fields']);
}

function getListItem(call: Call) {
  return ok(listItemOf(call.state, itemOf(call), call.query));
}

/** No pictures are made here, which the contract allows. */
function getThumbnails(call: Call) {
  itemOf(call);
  return ok({ value: [] });
}

function getThumbnail(call: Call): never {
  itemOf(call);
  throw itemNotFound('There is no thumbnail.');
}

/** A change socket that never speaks would be worse than none: the app falls back on delta when it is refused. */
function refuseSocket(): never {
  throw new Refusal(501, 'notSupported', 'Change sockets are not imitated. Use delta.');
}

/** Nothing here would call back; a server that relies on it has to be tried elsewhere. */
function refuseSubscription(): never {
  throw new Refusal(501, 'notSupported', 'Change notifications are not imitated. Use delta.');
}

const I = '/drives/{drive}/items/{item}';

export const fileActionEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/subscriptions', scopes: [], service: 'graph', handle: refuseSubscription },
  { method: 'POST', path: `${I}/checkout`, scopes: writeFiles, service: 'sharepoint', units: 2, handle: checkOut },
  { method: 'POST', path: `${I}/checkin`, scopes: writeFiles, service: 'sharepoint', units: 2, handle: checkIn },
  { method: 'POST', path: `${I}/preview`, scopes: readFiles, service: 'sharepoint', units: 1, handle: preview },
  {
    method: 'GET',
    path: `${I}/listItem`,
    scopes: readItems,
    service: 'sharepoint',
    units: 1,
    answers: 'listItem',
    handle: getListItem,
  },
  {
    method: 'GET',
    path: `${I}/thumbnails`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of thumbnailSet',
    handle: getThumbnails,
  },
  {
    method: 'GET',
    path: `${I}/thumbnails/{set}/{size}`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    handle: getThumbnail,
  },
  {
    method: 'GET',
    path: `${I}/thumbnails/{set}/{size}/content`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    handle: getThumbnail,
  },
  {
    method: 'GET',
    path: `${I}/subscriptions/socketIo`,
    scopes: ['Files.Read', 'Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'],
    service: 'sharepoint',
    units: 1,
    handle: refuseSocket,
  },
  {
    method: 'GET',
    path: '/sites/{site}/lists/{list}/subscriptions/socketIo',
    scopes: ['Files.Read', 'Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'],
    service: 'sharepoint',
    units: 1,
    handle: refuseSocket,
  },
];
