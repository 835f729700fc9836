import type { ItemReference, Permission } from '@microsoft/microsoft-graph-types';
import { ancestorsOf, type DriveItemRow } from '../../state/drive-items.ts';
import { findPerson } from '../../state/people.ts';
import { type PermissionRow, permissionsOn, rolesOf } from '../../state/permissions.ts';
import { type SiteRow, siteUrl } from '../../state/sites.ts';
import type { State } from '../../state/state.ts';
import { toIdentity } from './identity.ts';

export function toPermission(state: State, site: SiteRow, row: PermissionRow, from?: DriveItemRow): Permission {
  const inheritedFrom = from ? { inheritedFrom: toReference(from) } : {};
  const common = { id: row.id, roles: rolesOf(row), ...inheritedFrom };
  if (row.link) {
    const { type, scope } = JSON.parse(row.link) as { type: 'view' | 'edit'; scope: 'organization' };
    const webUrl = `${siteUrl(state, site)}/_layouts/15/guestaccess.aspx?share=${row.id}`;
    return {
      ...common,
      shareId: `u!${Buffer.from(webUrl).toString('base64url')}`,
      hasPassword: false,
      link: { type, scope, webUrl, preventsDownload: false },
    };
  }
  if (row.email) return { ...common, invitation: { email: row.email, signInRequired: true } };
  const user = toIdentity(state, row.person ?? '');
  return {
    ...common,
    grantedToV2: { user, siteUser: { ...user, loginName: loginName(state, row.person ?? '') } },
    grantedTo: { user },
  };
}

const loginName = (state: State, person: string): string =>
  `i:0#.f|membership|${findPerson(state, person)?.user_name ?? person}`;

const toReference = (item: DriveItemRow): ItemReference => ({
  driveId: item.drive,
  id: item.id,
  path: `/drives/${item.drive}/root:`,
});

export type Entry = { readonly permission: Permission; readonly row?: PermissionRow; readonly inherited: boolean };

/** All permissions that work on an item, its own first; those of the site come last, as its groups. */
export function permissionEntries(state: State, site: SiteRow, item: DriveItemRow): Entry[] {
  const entries: Entry[] = [];
  const chain = [item, ...ancestorsOf(state, item).reverse()];
  for (const each of chain) {
    const inherited = each.id !== item.id;
    for (const row of permissionsOn(state, each.id)) {
      entries.push({ row, inherited, permission: toPermission(state, site, row, inherited ? each : undefined) });
    }
    if (!each.inherits) return entries;
  }
  const root = chain.at(-1) ?? item;
  return [...entries, ...siteGroups(site, root, item.id !== root.id)];
}

function siteGroups(site: SiteRow, root: DriveItemRow, inherited: boolean): Entry[] {
  const groups = [
    { id: '3', name: `${site.title} Owners`, role: 'owner' },
    { id: '5', name: `${site.title} Members`, role: 'write' },
  ];
  return groups.map(({ id, name, role }) => {
    const identity = { id, displayName: name, loginName: name };
    return {
      inherited,
      permission: {
        id: Buffer.from(`group ${id}`).toString('base64url'),
        roles: [role],
        grantedToV2: { siteGroup: identity },
        ...(inherited ? { inheritedFrom: toReference(root) } : {}),
      },
    };
  });
}
