import type { Drive, IdentitySet, List, Site } from '@microsoft/microsoft-graph-types';
import { usedBytes } from '../../state/drive-items.ts';
import type { DriveRow } from '../../state/drives.ts';
import { type ListRow, listById } from '../../state/lists.ts';
import { type SiteRow, siteUrl } from '../../state/sites.ts';
import type { State } from '../../state/state.ts';
import { toIdentitySet } from './identity.ts';

export function toSite(state: State, site: SiteRow): Site {
  return {
    id: site.id,
    name: site.name,
    displayName: site.title,
    description: '',
    createdDateTime: site.created_at,
    lastModifiedDateTime: site.created_at,
    webUrl: siteUrl(state, site),
    siteCollection: { hostname: state.tenant.sharePointHost },
    ...(site.path === '' ? { root: {} } : {}),
  };
}

export function toList(state: State, site: SiteRow, list: ListRow): List {
  const path = list.drive ? encodeURIComponent(list.name) : `Lists/${encodeURIComponent(list.name)}`;
  return {
    id: list.id,
    name: list.name,
    displayName: list.title,
    description: list.description,
    createdDateTime: list.created_at,
    lastModifiedDateTime: list.modified_at,
    createdBy: toIdentitySet(state, list.created_by),
    lastModifiedBy: toIdentitySet(state, list.modified_by),
    eTag: `"${list.id},${list.version}"`,
    webUrl: `${siteUrl(state, site)}/${path}`,
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
  };
}

export const QUOTA = 25 * 1024 ** 4;

export function libraryUrl(state: State, site: SiteRow, drive: DriveRow): string {
  const list = drive.list ? listById(state, drive.list) : undefined;
  return `${siteUrl(state, site)}/${encodeURIComponent(list?.name ?? drive.name)}`;
}

export function toDrive(state: State, site: SiteRow, drive: DriveRow): Drive {
  const used = usedBytes(state, drive);
  const owner: IdentitySet = drive.owner
    ? toIdentitySet(state, drive.owner)
    : { user: { displayName: `${site.title} Owners` } };
  return {
    id: drive.id,
    name: drive.name,
    description: '',
    driveType: drive.kind,
    createdDateTime: drive.created_at,
    lastModifiedDateTime: drive.created_at,
    webUrl: libraryUrl(state, site, drive),
    owner,
    quota: { total: QUOTA, used, remaining: QUOTA - used, deleted: 0, state: 'normal' },
  };
}
