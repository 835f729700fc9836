import { createDriveItem, deleteDriveItem } from '../../state/drive-item-changes.ts';
import { ancestorsOf, type DriveItemRow, findDriveItem } from '../../state/drive-items.ts';
import type { DriveRef } from '../address.ts';
import { objectIn, onlyKnown, textIn } from '../body.ts';
import { readConflict, settleName } from '../conflicts.ts';
import type { Call, Endpoint, Json } from '../endpoint.ts';
import { invalidRequest, itemNotFound, Refusal } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { demandFolder } from '../item-body.ts';
import { itemAccess } from '../item-rights.ts';
import { demandName } from '../names.ts';
import { byOf } from '../rights.ts';
import { writeFiles } from '../scopes.ts';

/** The work goes on behind a monitor address; whether it came to an end is told there, a taken name too. */
async function copy(call: Call) {
  const source = itemOf(call, 'read');
  const body = await call.json();
  onlyKnown(body, 'copy', ['name', 'parentReference', 'childrenOnly', 'includeAllVersionHistory']);
  if (source.item.parent === null) throw invalidRequest('The root folder cannot be copied.');
  const target = targetOf(call, source, body);
  demandFolder(target.item);
  if (
    target.item.id === source.item.id ||
    ancestorsOf(call.state, target.item).some((folder) => folder.id === source.item.id)
  ) {
    throw invalidRequest('A folder cannot be copied into itself.');
  }
  const name = textIn(body, 'name') || source.item.name;
  demandName(call.state, target.drive, target.item, name, source.item.folder === 1);
  const conflict = readConflict(call, body, 'fail');
  const { state } = call;
  const id = state.ids.token(32).toLowerCase();
  const outcome = run(() =>
    state.db.transaction(() => {
      const settled = settleName(state, target.item.id, name, conflict);
      if (settled.replaces) deleteDriveItem(state, settled.replaces);
      return copyTree(call, source, source.item, target.drive.id, target.item.id, settled.name);
    }),
  );
  state.db.run(
    'insert into copy_job (id, status, resource, error, polls) values (?, ?, ?, ?, 0)',
    id,
    'item' in outcome ? 'completed' : 'failed',
    'item' in outcome ? outcome.item.id : null,
    'item' in outcome ? null : JSON.stringify({ code: outcome.refusal.code, message: outcome.refusal.message }),
  );
  return { status: 202, headers: { location: `${state.origins.files}/_api/v2.0/monitor/${id}` } };
}

function run(work: () => DriveItemRow): { item: DriveItemRow } | { refusal: Refusal } {
  try {
    return { item: work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

/** Another drive may be named; without an id it is the top of that drive, without anything the folder it is in. */
function targetOf(call: Call, source: FoundItem, body: Json): FoundItem {
  const reference = objectIn(body, 'parentReference') ?? {};
  const drive: DriveRef = { by: 'id', id: textIn(reference, 'driveId') || source.drive.id };
  const sameDrive = drive.id === source.drive.id;
  const id =
    textIn(reference, 'id') || (sameDrive && !textIn(reference, 'path') ? source.item.parent : 'root') || 'root';
  const path = (textIn(reference, 'path')?.split('root:')[1] ?? '').split('/').filter(Boolean).map(decodeURIComponent);
  return itemOf({ ...call, params: { ...call.params, drive, item: { id, path } } }, 'write');
}

function copyTree(
  call: Call,
  from: FoundItem,
  item: DriveItemRow,
  drive: string,
  parent: string,
  name: string,
): DriveItemRow {
  const { state } = call;
  const content = item.hash
    ? { content: { hash: item.hash, size: item.size, quickXor: item.quick_xor ?? '', mime: item.mime ?? '' } }
    : {};
  const made = createDriveItem(state, {
    drive,
    parent,
    name,
    by: byOf(call.caller),
    createdAt: item.fs_created_at,
    modifiedAt: item.fs_modified_at,
    ...content,
  });
  if (!item.folder) return made;
  const children = state.db.all<DriveItemRow>(
    'select * from drive_item where parent = ? and deleted_at is null',
    item.id,
  );
  for (const child of children) {
    if (itemAccess(state, call.caller, from.site, child) !== 'none')
      copyTree(call, from, child, drive, made.id, child.name);
  }
  const whole = findDriveItem(state, drive, made.id);
  if (!whole) throw itemNotFound();
  return whole;
}

export const copyEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: '/drives/{drive}/items/{item}/copy',
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    takes: 'driveItem.copy.request',
    handle: copy,
  },
];
