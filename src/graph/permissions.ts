import type { Graph } from './client.ts';
import { itemPath } from './drive.ts';
import { getAll } from './paging.ts';

/** Who is let in to a file or folder, by which door. */
export type Permission = {
  readonly id: string;
  readonly who: string;
  readonly kind: 'person' | 'group' | 'link' | 'app';
  readonly may: 'read' | 'write' | 'owner';
  /** Comes from a folder above, or from the library. */
  readonly isInherited: boolean;
};

type RawIdentity = { displayName?: string; id?: string };
type RawSet = {
  user?: RawIdentity;
  siteUser?: RawIdentity;
  group?: RawIdentity;
  siteGroup?: RawIdentity;
  application?: RawIdentity;
};
type RawPermission = {
  id?: string;
  roles?: readonly string[];
  grantedToV2?: RawSet;
  grantedTo?: RawSet;
  link?: { scope?: string; type?: string };
  inheritedFrom?: object | null;
};

/** GET /drives/{drive}/items/{item}/permissions. Who does not own the item is told only of their own. Costs 5 units. */
export async function getPermissions(graph: Graph, drive: string, item: string): Promise<readonly Permission[]> {
  const all = await getAll<RawPermission>(graph, { kind: 'permission', path: `${itemPath(drive, item)}/permissions` });
  return all.map(toPermission);
}

function toPermission(raw: RawPermission): Permission {
  const set = raw.grantedToV2 ?? raw.grantedTo ?? {};
  const roles = raw.roles ?? [];
  return {
    id: raw.id ?? '',
    ...toWho(set, raw.link),
    may: roles.includes('owner') ? 'owner' : roles.includes('write') ? 'write' : 'read',
    isInherited: raw.inheritedFrom !== undefined && raw.inheritedFrom !== null,
  };
}

function toWho(set: RawSet, link: RawPermission['link']): Pick<Permission, 'who' | 'kind'> {
  if (link) {
    const audience = link.scope === 'anonymous' ? 'Anybody with a link' : 'Everybody in the organisation with a link';
    return { who: link.scope === 'users' ? 'Named people with a link' : audience, kind: 'link' };
  }
  const group = set.group ?? set.siteGroup;
  if (group) return { who: group.displayName ?? 'A group', kind: 'group' };
  const person = set.user ?? set.siteUser;
  if (person) return { who: person.displayName ?? 'Somebody', kind: 'person' };
  return { who: set.application?.displayName ?? 'An app', kind: set.application ? 'app' : 'person' };
}
