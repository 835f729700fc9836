import { changeDriveItem, deleteDriveItem, type ItemChange } from '../../state/drive-item-changes.ts';
import { ancestorsOf, countChildren, type DriveItemRow, findDriveItem } from '../../state/drive-items.ts';
import { objectIn, onlyKnown, textIn } from '../body.ts';
import { readConflict, settleName } from '../conflicts.ts';
import { type Call, type Endpoint, type Json, noContent, ok } from '../endpoint.ts';
import { eTagOf } from '../entities/drive-item.ts';
import { matchesTag } from '../entities/identity.ts';
import { accessDenied, invalidRequest, itemNotFound, Refusal } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { demandFolder, readFileTimes, SENT } from '../item-body.ts';
import { itemAccess } from '../item-rights.ts';
import { demandTags, demandUnlocked } from '../locks.ts';
import { demandName } from '../names.ts';
import { atLeast, byOf } from '../rights.ts';
import { readItems, writeFiles } from '../scopes.ts';
import { shown } from '../shown-item.ts';

function getItem(call: Call) {
  const found = itemOf(call);
  const known = call.headers.get('if-none-match');
  if (known && matchesTag(known, eTagOf(found.item))) return { status: 304 };
  return ok(shown(call, found), { etag: eTagOf(found.item) });
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
];
