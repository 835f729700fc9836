import { findPerson } from '../../state/people.ts';
import {
  addPermission,
  type PermissionRow,
  permissionsOn,
  type Role,
  stopInheriting,
  touchTree,
} from '../../state/permissions.ts';
import { isObject, listIn, onlyKnown, textIn } from '../body.ts';
import { type Call, created, type Endpoint, ok } from '../endpoint.ts';
import { toPermission } from '../entities/permission.ts';
import { accessDenied, invalidRequest } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { byOf } from '../rights.ts';
import { writeFiles } from '../scopes.ts';
import { readRoles } from './permissions.ts';

const LONGEST_MESSAGE = 2000;

async function invite(call: Call) {
  const found = itemOf(call, 'write');
  const body = await call.json();
  const members = [
    'recipients',
    'roles',
    'requireSignIn',
    'sendInvitation',
    'message',
    'retainInheritedPermissions',
    'expirationDateTime',
    'password',
  ];
  onlyKnown(body, 'invite', members);
  const roles = readRoles(body.roles);
  if ((textIn(body, 'message') ?? '').length > LONGEST_MESSAGE)
    throw invalidRequest('The message is longer than 2,000 characters.');
  const recipients = listIn(body, 'recipients') ?? [];
  if (recipients.length === 0) throw invalidRequest('Nobody to invite.');
  const { state } = call;
  const by = byOf(call.caller);
  const rows = state.db.transaction(() => {
    if (body.retainInheritedPermissions === false) stopInheriting(state, found.item, by);
    const made = recipients.map((recipient) => inviteOne(call, found, recipient, roles, by));
    touchTree(state, found.item.id);
    return made;
  });
  return ok({ value: rows.map((row) => toPermission(state, found.site, row)) });
}

function inviteOne(
  call: Call,
  { item }: FoundItem,
  recipient: unknown,
  roles: readonly Role[],
  by: string,
): PermissionRow {
  if (!isObject(recipient)) throw invalidRequest('A recipient is an object.');
  onlyKnown(recipient, 'driveRecipient', ['email', 'alias', 'objectId']);
  const address = textIn(recipient, 'objectId') ?? textIn(recipient, 'email') ?? textIn(recipient, 'alias') ?? '';
  const person = findPerson(call.state, address);
  const common = { drive: item.drive, item: item.id, roles, created_by: by };
  if (!person) {
    if (!/^[^@\s]+@[^@\s]+$/.test(address)) throw invalidRequest('The recipient could not be found.');
    return addPermission(call.state, { ...common, email: address });
  }
  call.state.db.run('delete from permission where item = ? and person = ?', item.id, person.id);
  return addPermission(call.state, { ...common, person: person.id });
}

async function createLink(call: Call) {
  const found = itemOf(call, 'write');
  const body = await call.json();
  onlyKnown(body, 'createLink', [
    'type',
    'scope',
    'expirationDateTime',
    'password',
    'message',
    'recipients',
    'retainInheritedPermissions',
    'sendNotification',
  ]);
  const type = textIn(body, 'type') ?? 'view';
  const scope = textIn(body, 'scope') ?? 'organization';
  if (type !== 'view' && type !== 'edit') throw invalidRequest(`A link of type '${type}' is not supported.`);
  if (scope === 'anonymous') throw accessDenied('Anonymous links are switched off here.');
  if (scope !== 'organization') throw invalidRequest(`A link of scope '${scope}' is not supported.`);
  const { state, caller } = call;
  const same = permissionsOn(state, found.item.id).find((row) => row.link === JSON.stringify({ type, scope }));
  if (same) return ok(toPermission(state, found.site, same));
  const row = state.db.transaction(() => {
    if (body.retainInheritedPermissions === false) stopInheriting(state, found.item, byOf(caller));
    const roles: Role[] = [type === 'edit' ? 'write' : 'read'];
    return addPermission(state, {
      drive: found.drive.id,
      item: found.item.id,
      roles,
      link: { type, scope },
      created_by: byOf(caller),
    });
  });
  return created(toPermission(state, found.site, row));
}

const I = '/drives/{drive}/items/{item}';

export const sharingEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    path: `${I}/invite`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 5,
    answers: 'page of permission',
    takes: 'driveItem.invite.request',
    handle: invite,
  },
  {
    method: 'POST',
    path: `${I}/createLink`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 5,
    answers: 'permission',
    takes: 'driveItem.createLink.request',
    handle: createLink,
  },
];
