import { findDriveItem } from '../../state/drive-items.ts';
import { type Role, touchTree } from '../../state/permissions.ts';
import { onlyKnown } from '../body.ts';
import { type Call, type Endpoint, noContent, ok } from '../endpoint.ts';
import { type Entry, permissionEntries, toPermission } from '../entities/permission.ts';
import { invalidRequest, itemNotFound } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { itemAccess } from '../item-rights.ts';
import { demandTags } from '../locks.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { byOf } from '../rights.ts';
import { readFiles, writeFiles } from '../scopes.ts';

/** Whoever does not own an item sees only what concerns themselves. */
export function visibleEntries(call: Call, found: FoundItem): Entry[] {
  const entries = permissionEntries(call.state, found.site, found.item);
  if (itemAccess(call.state, call.caller, found.site, found.item) === 'owner') return entries;
  const me = byOf(call.caller).toLowerCase();
  return entries.filter(({ row, permission }) =>
    row ? row.person?.toLowerCase() === me || row.created_by.toLowerCase() === me : permission.roles?.includes('write'),
  );
}

function getPermissions(call: Call) {
  const entries = visibleEntries(call, itemOf(call));
  return ok(pageOf(call, entries, ({ permission }) => pick(permission, call.query.select, ['id'])));
}

function entryOf(call: Call, need: 'read' | 'write'): FoundItem & Entry {
  const found = itemOf(call, need);
  const id = call.params.keys.permission ?? '';
  const entry = visibleEntries(call, found).find(({ permission }) => permission.id === id);
  if (!entry) throw itemNotFound('The permission could not be found.');
  return { ...found, ...entry };
}

function getPermission(call: Call) {
  return ok(entryOf(call, 'read').permission);
}

export function readRoles(value: unknown): Role[] {
  const roles = Array.isArray(value) ? value : [];
  if (roles.length === 0 || !roles.every((role) => role === 'read' || role === 'write' || role === 'owner')) {
    throw invalidRequest("roles holds 'read', 'write' or 'owner'.");
  }
  return roles as Role[];
}

async function changePermission(call: Call) {
  const { site, item, row, inherited } = entryOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'permission', ['roles']);
  const roles = readRoles(body.roles);
  demandTags(call, item);
  if (!row || inherited) throw invalidRequest('An inherited permission is changed where it comes from.');
  const { state } = call;
  state.db.transaction(() => {
    state.db.run('update permission set roles = ? where id = ?', JSON.stringify(roles), row.id);
    touchTree(state, item.id);
  });
  return ok(toPermission(state, site, { ...row, roles: JSON.stringify(roles) }));
}

function deletePermission(call: Call) {
  const { item, row, inherited } = entryOf(call, 'write');
  demandTags(call, item);
  if (!row || inherited) throw invalidRequest('An inherited permission cannot be deleted.');
  const { state } = call;
  state.db.transaction(() => {
    state.db.run('delete from permission where id = ?', row.id);
    if (findDriveItem(state, item.drive, item.id)) touchTree(state, item.id);
  });
  return noContent;
}

const I = '/drives/{drive}/items/{item}';

export const permissionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: `${I}/permissions`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 5,
    answers: 'page of permission',
    handle: getPermissions,
  },
  {
    method: 'GET',
    path: `${I}/permissions/{permission}`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 5,
    answers: 'permission',
    handle: getPermission,
  },
  {
    method: 'PATCH',
    path: `${I}/permissions/{permission}`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 5,
    answers: 'permission',
    takes: 'permission',
    handle: changePermission,
  },
  {
    method: 'DELETE',
    path: `${I}/permissions/{permission}`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 5,
    handle: deletePermission,
  },
];
