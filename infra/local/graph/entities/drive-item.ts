import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { downloadUrl } from '../../files/tickets.ts';
import { ancestorsOf, countChildren, type DriveItemRow } from '../../state/drive-items.ts';
import type { DriveRow } from '../../state/drives.ts';
import type { SiteRow } from '../../state/sites.ts';
import type { State } from '../../state/state.ts';
import { toETag, toIdentitySet } from './identity.ts';
import { libraryUrl } from './site.ts';

export type DriveItemEntity = DriveItem & { '@microsoft.graph.downloadUrl'?: string };

export const eTagOf = (item: DriveItemRow): string => toETag(item.guid, item.version);
export const cTagOf = (item: DriveItemRow): string => `"c:{${item.guid.toUpperCase()}},${item.content_version}"`;

/** Makes entities of one drive's rows; remembers folder paths, so a page of a thousand walks up the tree once a folder. */
export function driveItemsOf(
  state: State,
  site: SiteRow,
  drive: DriveRow,
): (item: DriveItemRow, feed?: 'delta') => DriveItemEntity {
  const paths = new Map<string, readonly string[]>();
  const url = libraryUrl(state, site, drive);
  const pathTo = (item: DriveItemRow): readonly string[] => {
    if (item.parent === null) return [];
    const known = paths.get(item.parent);
    if (known) return known;
    const names = ancestorsOf(state, item)
      .slice(1)
      .map((folder) => folder.name);
    paths.set(item.parent, names);
    return names;
  };
  return (item, feed) => {
    const folders = pathTo(item);
    const parentReference = { driveId: drive.id, driveType: drive.kind, siteId: site.id };
    if (item.deleted_at) {
      return {
        id: item.id,
        parentReference: { ...parentReference, ...(item.parent ? { id: item.parent } : {}) },
        deleted: { state: 'deleted' },
        ...(item.folder ? { folder: {} } : { file: {} }),
      };
    }
    const isRoot = item.parent === null;
    return {
      id: item.id,
      name: item.name,
      size: item.size,
      eTag: eTagOf(item),
      ...(item.folder || feed === 'delta' ? {} : { cTag: cTagOf(item) }),
      webUrl: isRoot ? url : [url, ...[...folders, item.name].map(encodeURIComponent)].join('/'),
      createdDateTime: item.created_at,
      lastModifiedDateTime: item.modified_at,
      createdBy: toIdentitySet(state, item.created_by),
      lastModifiedBy: toIdentitySet(state, item.modified_by),
      fileSystemInfo: { createdDateTime: item.fs_created_at, lastModifiedDateTime: item.fs_modified_at },
      parentReference: {
        ...parentReference,
        ...(item.parent ? { id: item.parent } : {}),
        ...(isRoot || feed === 'delta' ? {} : { path: toReferencePath(drive, folders) }),
      },
      ...(isRoot ? { root: {} } : {}),
      ...(item.folder
        ? { folder: { childCount: countChildren(state, item.id) } }
        : {
            file: { mimeType: item.mime ?? 'application/octet-stream', hashes: { quickXorHash: item.quick_xor ?? '' } },
            ...(feed === 'delta' ? {} : { '@microsoft.graph.downloadUrl': downloadUrl(state, site, item) }),
          }),
    };
  };
}

const toReferencePath = (drive: DriveRow, folders: readonly string[]): string =>
  `/drives/${drive.id}/root:${folders.map((name) => `/${encodeURIComponent(name)}`).join('')}`;
