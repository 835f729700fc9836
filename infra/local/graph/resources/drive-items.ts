import {
  ancestorsOf,
  changeDriveItem,
  countChildren,
  createDriveItem,
  type DriveItemRow,
  deleteDriveItem,
  findDriveItem,
  type ItemChange,
} from '../../state/drive-items.ts';
import { objectIn, onlyKnown, textIn } from '../body.ts';
import { readConflict, settleName } from '../conflicts.ts';
import { type Call, created, type Endpoint, type Json, noContent, ok } from '../endpoint.ts';
import { driveItemsOf, eTagOf } from '../entities/drive-item.ts';
import { matchesTag } from '../entities/identity.ts';
import { accessDenied, invalidRequest, itemNotFound, Refusal } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { itemAccess } from '../item-rights.ts';
import { demandTags, demandUnlocked } from '../locks.ts';
import { demandName } from '../names.ts';
import { fromSkipToken, linkWith, pageSize, toSkipToken } from '../paging.ts';
import { pick, type Query } from '../query.ts';
import { atLeast, byOf } from '../rights.ts';
import { readFiles, readItems, writeFiles } from '../scopes.ts';
import { listItemOf } from './file-actions.ts';
import { visibleEntries } from './permissions.ts';

/** What clients send of an item; what only the service writes is overlooked, as there. */
const SENT =
  'id name description folder file size eTag cTag webUrl parentReference fileSystemInfo createdDateTime lastModifiedDateTime createdBy lastModifiedBy'.split(
    ' ',
  );

/** Children that may be asked for along with their folder; more than these come by their own address. */
const MOST_EXPANDED = 200;

export function shown(call: Call, found: FoundItem, query: Pick<Query, 'select' | 'expand'> = call.query): object {
  const toEntity = driveItemsOf(call.state, found.site, found.drive);
  const entity = pick(toEntity(found.item), query.select, ['id']);
  const more: Record<string, unknown> = {};
  for (const wanted of query.expand) {
    switch (wanted.name.toLowerCase()) {
      case 'children':
        more.children = found.item.folder
          ? childrenOf(call, found)
              .slice(0, MOST_EXPANDED)
              .map((item) => pick(toEntity(item), wanted.select, ['id']))
          : [];
        break;
      case 'permissions':
        more.permissions = visibleEntries(call, found).map(({ permission }) => permission);
        break;
      case 'listitem':
        more.listItem = listItemOf(call.state, found, wanted);
        break;
      case 'thumbnails':
        more.thumbnails = [];
        break;
      default:
        throw invalidRequest(`Could not find a property named '${wanted.name}' on type 'microsoft.graph.driveItem'.`);
    }
  }
  return { ...entity, ...more };
}

function getItem(call: Call) {
  const found = itemOf(call);
  const known = call.headers.get('if-none-match');
  if (known && matchesTag(known, eTagOf(found.item))) return { status: 304 };
  return ok(shown(call, found), { etag: eTagOf(found.item) });
}

const ORDERS: Readonly<Record<string, string>> = {
  name: 'name_key',
  size: 'size',
  lastmodifieddatetime: 'modified_at',
};

function childrenOf(call: Call, { site, item }: FoundItem): DriveItemRow[] {
  const [, field = 'name', way = ''] = /^(\w+)(?:\s+(asc|desc))?$/i.exec(call.query.orderby ?? 'name') ?? [];
  const column = ORDERS[field.toLowerCase()];
  if (!column) throw invalidRequest(`Children cannot be ordered by '${call.query.orderby}'.`);
  return call.state.db
    .all<DriveItemRow>(
      `select * from drive_item where parent = ? and deleted_at is null order by ${column} ${way.toLowerCase() === 'desc' ? 'desc' : 'asc'}, id`,
      item.id,
    )
    .filter((child) => itemAccess(call.state, call.caller, site, child) !== 'none');
}

function getChildren(call: Call) {
  const found = itemOf(call);
  if (call.query.filter) throw invalidRequest('Children cannot be filtered.');
  if (!found.item.folder) return ok({ value: [] });
  const tag = `"${found.item.id},${call.state.db.get<{ n: number }>('select max(seq) n from drive_item where parent = ?', found.item.id)?.n ?? 0}"`;
  const known = call.headers.get('if-none-match');
  if (known && matchesTag(known, tag)) return { status: 304 };
  const rows = childrenOf(call, found);
  const from = call.query.skipToken ? Number(fromSkipToken<{ from: number }>(call.query.skipToken).from) || 0 : 0;
  const to = from + pageSize(call.query);
  const body = {
    ...(call.query.count ? { '@odata.count': rows.length } : {}),
    ...(to < rows.length ? { '@odata.nextLink': linkWith(call, '$skiptoken', toSkipToken({ from: to })) } : {}),
    value: rows
      .slice(from, to)
      .map((item) => shown({ ...call, query: { ...call.query, orderby: undefined } }, { ...found, item })),
  };
  return ok(body, { etag: tag });
}

async function createFolder(call: Call) {
  const found = itemOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'driveItem', SENT);
  const name = textIn(body, 'name') ?? '';
  if (!objectIn(body, 'folder'))
    throw invalidRequest("A folder needs the member 'folder'; files come by their content.");
  const { state } = call;
  const item = state.db.transaction(() => {
    // Read again: it may have gone while the body was on its way.
    if (!findDriveItem(state, found.drive.id, found.item.id)) throw itemNotFound();
    demandFolder(found.item);
    demandName(state, found.drive, found.item, name, true);
    const settled = settleName(state, found.item.id, name, readConflict(call, body, 'fail'));
    if (settled.replaces?.folder) return settled.replaces;
    if (settled.replaces) throw new Refusal(409, 'nameAlreadyExists', 'A file with that name is there already.');
    return createDriveItem(state, {
      drive: found.drive.id,
      parent: found.item.id,
      name: settled.name,
      by: byOf(call.caller),
    });
  });
  return created(shown(call, { ...found, item }));
}

export function demandFolder(item: DriveItemRow): void {
  if (!item.folder) throw invalidRequest('The parent is not a folder.');
}

/** Times that a client brings along: when the file was made and changed where it came from. */
export function readFileTimes(body: Json): { createdAt?: string; modifiedAt?: string } {
  const info = objectIn(body, 'fileSystemInfo');
  const time = (name: string): string | undefined => {
    const text = info && textIn(info, name);
    if (!text) return undefined;
    const moment = new Date(text);
    if (Number.isNaN(moment.getTime())) throw invalidRequest(`The value of '${name}' is not a date and time.`);
    return `${moment.toISOString().slice(0, 19)}Z`;
  };
  const createdAt = time('createdDateTime');
  const modifiedAt = time('lastModifiedDateTime');
  return { ...(createdAt ? { createdAt } : {}), ...(modifiedAt ? { modifiedAt } : {}) };
}

async function changeItem(call: Call) {
  const found = itemOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'driveItem', SENT);
  const { state } = call;
  const item = state.db.transaction(() => {
    const current = findDriveItem(state, found.drive.id, found.item.id);
    if (!current) throw itemNotFound();
    demandTags(call, current);
    demandUnlocked(call, current);
    if (current.parent === null) throw accessDenied('The root folder cannot be changed.');
    const name = textIn(body, 'name') || current.name;
    const parent = newParent(call, found, current, body);
    const moved = name !== current.name || parent.id !== current.parent;
    if (moved) demandName(state, found.drive, parent, name, current.folder === 1);
    const settled = moved ? settleName(state, parent.id, name, readConflict(call, body, 'fail'), current.id) : { name };
    if ('replaces' in settled && settled.replaces) deleteDriveItem(state, settled.replaces);
    const times = readFileTimes(body);
    const change: ItemChange = {
      name: settled.name,
      ...(parent.id === current.parent ? {} : { parent: parent.id }),
      ...(times.createdAt ? { fsCreatedAt: times.createdAt } : {}),
      ...(times.modifiedAt ? { fsModifiedAt: times.modifiedAt } : {}),
    };
    return changeDriveItem(state, current, change, byOf(call.caller));
  });
  return ok(shown(call, { ...found, item }));
}

/** A move stays within its drive and goes by the folder's id; members that hold empty text are not meant. */
function newParent(call: Call, found: FoundItem, item: DriveItemRow, body: Json): DriveItemRow {
  const { state } = call;
  const reference = objectIn(body, 'parentReference') ?? {};
  const id = textIn(reference, 'id') || undefined;
  const drive = textIn(reference, 'driveId') || found.drive.id;
  if (drive.toLowerCase() !== found.drive.id.toLowerCase())
    throw new Refusal(400, 'notSupported', 'A move to another drive is not supported; copy instead.');
  if (id?.toLowerCase() === 'root') throw invalidRequest("The parent's id must be that of the folder, not 'root'.");
  const path = textIn(reference, 'path') || undefined;
  const wanted = id ?? (path ? idOfPath(call, found, path) : item.parent);
  const parent = wanted ? findDriveItem(state, found.drive.id, wanted) : undefined;
  if (!parent) throw itemNotFound('The folder to move to could not be found.');
  demandFolder(parent);
  const access = itemAccess(state, call.caller, found.site, parent);
  if (!atLeast(access, 'write')) throw access === 'none' ? itemNotFound() : accessDenied();
  if (parent.id === item.id || ancestorsOf(state, parent).some((folder) => folder.id === item.id)) {
    throw invalidRequest('A folder cannot be moved into itself.');
  }
  return parent;
}

function idOfPath(call: Call, found: FoundItem, path: string): string {
  const names = (path.split('root:')[1] ?? '').split('/').filter(Boolean).map(decodeURIComponent);
  return itemOf({
    ...call,
    params: { ...call.params, drive: { by: 'id', id: found.drive.id }, item: { id: 'root', path: names } },
  }).item.id;
}

function deleteItem(call: Call) {
  const found = itemOf(call, 'write');
  demandTags(call, found.item);
  demandUnlocked(call, found.item);
  if (found.item.parent === null) throw accessDenied('The root folder cannot be deleted.');
  if (countChildren(call.state, found.item.id) > 0) demandNoLocksBelow(call, found.item);
  call.state.db.transaction(() => deleteDriveItem(call.state, found.item));
  return noContent;
}

function demandNoLocksBelow(call: Call, folder: DriveItemRow): void {
  for (const child of call.state.db.all<DriveItemRow>(
    'select * from drive_item where parent = ? and deleted_at is null',
    folder.id,
  )) {
    demandUnlocked(call, child);
    if (child.folder) demandNoLocksBelow(call, child);
  }
}

const I = '/drives/{drive}/items/{item}';

export const driveItemEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: I, scopes: readItems, service: 'sharepoint', units: 1, answers: 'driveItem', handle: getItem },
  {
    method: 'PATCH',
    path: I,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'driveItem',
    takes: 'driveItem',
    handle: changeItem,
  },
  { method: 'DELETE', path: I, scopes: writeFiles, service: 'sharepoint', units: 2, handle: deleteItem },
  {
    method: 'GET',
    path: `${I}/children`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of driveItem',
    handle: getChildren,
  },
  {
    method: 'POST',
    path: `${I}/children`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'driveItem',
    takes: 'driveItem',
    handle: createFolder,
  },
];
