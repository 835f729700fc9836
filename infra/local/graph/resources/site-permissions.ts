import type { Permission } from '@microsoft/microsoft-graph-types';
import { isObject, listIn, objectIn, textIn } from '../body.ts';
import { type Call, created, type Endpoint, ok } from '../endpoint.ts';
import { invalidRequest } from '../errors.ts';
import { siteOf } from '../find.ts';
import { pageOf } from '../paging.ts';
import { controlSites } from '../scopes.ts';

type GrantRow = { readonly id: string; readonly app: string; readonly name: string; readonly roles: string };

const ROLES = ['read', 'write', 'owner', 'fullcontrol'];

const toGrant = (row: GrantRow): Permission => {
  const application = { id: row.app, displayName: row.name };
  return {
    id: row.id,
    roles: JSON.parse(row.roles) as string[],
    grantedToV2: { application },
    grantedToIdentitiesV2: [{ application }],
  };
};

/** Grants to apps that hold only a Selected scope. */
function getGrants(call: Call) {
  const site = siteOf(call, 'owner');
  const rows = call.state.db.all<GrantRow>('select * from site_grant where site = ? order by rowid', site.id);
  return ok(pageOf(call, rows, toGrant));
}

async function grant(call: Call) {
  const site = siteOf(call, 'owner');
  const body = await call.json();
  const roles = listIn(body, 'roles') ?? [];
  if (roles.length === 0 || !roles.every((role) => ROLES.includes(String(role))))
    throw invalidRequest(`roles holds ${ROLES.join(', ')}.`);
  const [first] = listIn(body, 'grantedToIdentitiesV2') ??
    listIn(body, 'grantedToIdentities') ?? [objectIn(body, 'grantedToV2') ?? objectIn(body, 'grantedTo')];
  const application = isObject(first) ? objectIn(first, 'application') : undefined;
  const app = application && textIn(application, 'id');
  if (!app) throw invalidRequest('The application to grant to is missing.');
  const { state } = call;
  const row = {
    id: state.ids.token(32).toLowerCase(),
    app,
    name: textIn(application, 'displayName') ?? '',
    roles: JSON.stringify(roles),
  };
  state.db.transaction(() => {
    state.db.run('delete from site_grant where site = ? and app = ?', site.id, app);
    state.db.run(
      'insert into site_grant (id, site, app, name, roles) values (?, ?, ?, ?, ?)',
      row.id,
      site.id,
      row.app,
      row.name,
      row.roles,
    );
  });
  return created(toGrant(row));
}

export const sitePermissionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/sites/{site}/permissions',
    scopes: controlSites,
    service: 'sharepoint',
    units: 5,
    answers: 'page of permission',
    handle: getGrants,
  },
  {
    method: 'POST',
    path: '/sites/{site}/permissions',
    scopes: controlSites,
    service: 'sharepoint',
    units: 5,
    answers: 'permission',
    takes: 'permission',
    handle: grant,
  },
];
