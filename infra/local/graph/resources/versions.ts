import type { DriveItemVersion } from '@microsoft/microsoft-graph-types';
import { downloadUrl } from '../../files/tickets.ts';
import { replaceContent } from '../../state/drive-item-changes.ts';
import { type ContentVersionRow, findDriveItem, versionsOf } from '../../state/drive-items.ts';
import { type Call, type Endpoint, noContent, ok } from '../endpoint.ts';
import { toIdentitySet } from '../entities/identity.ts';
import { invalidRequest, itemNotFound } from '../errors.ts';
import { type FoundItem, itemOf } from '../find.ts';
import { demandUnlocked } from '../locks.ts';
import { pageOf } from '../paging.ts';
import { pick } from '../query.ts';
import { byOf } from '../rights.ts';
import { readFiles, writeFiles } from '../scopes.ts';

type VersionEntity = DriveItemVersion & { '@microsoft.graph.downloadUrl': string };

const toVersion = (call: Call, { site, item }: FoundItem, row: ContentVersionRow): VersionEntity => ({
  id: `${row.version}.0`,
  size: row.size,
  lastModifiedDateTime: row.modified_at,
  lastModifiedBy: toIdentitySet(call.state, row.modified_by),
  '@microsoft.graph.downloadUrl': downloadUrl(call.state, site, { ...item, content_version: row.version }),
});

function fileOf(call: Call, need: 'read' | 'write'): FoundItem {
  const found = itemOf(call, need);
  if (found.item.folder) throw invalidRequest('A folder has no versions.');
  return found;
}

function getVersions(call: Call) {
  const found = fileOf(call, 'read');
  return ok(
    pageOf(call, versionsOf(call.state, found.item), (row) =>
      pick(toVersion(call, found, row), call.query.select, ['id']),
    ),
  );
}

function versionOf(call: Call, need: 'read' | 'write') {
  const found = fileOf(call, need);
  const id = (call.params.keys.version ?? '').toLowerCase();
  const rows = versionsOf(call.state, found.item);
  const version = id === 'current' ? rows[0] : rows.find((row) => `${row.version}.0` === id);
  if (!version) throw itemNotFound('The version could not be found.');
  return { found, version };
}

function getVersion(call: Call) {
  const { found, version } = versionOf(call, 'read');
  return ok(pick(toVersion(call, found, version), call.query.select, ['id']));
}

function getContent(call: Call) {
  const { found, version } = versionOf(call, 'read');
  return {
    status: 302,
    headers: { location: downloadUrl(call.state, found.site, { ...found.item, content_version: version.version }) },
  };
}

/** The old bytes come back as one more version; nothing between is lost. */
function restore(call: Call) {
  const { found, version } = versionOf(call, 'write');
  const { state } = call;
  demandUnlocked(call, found.item);
  state.db.transaction(() => {
    const current = findDriveItem(state, found.drive.id, found.item.id);
    if (!current) throw itemNotFound();
    const content = { hash: version.hash, size: version.size, quickXor: version.quick_xor, mime: current.mime ?? '' };
    replaceContent(state, current, content, byOf(call.caller));
  });
  return noContent;
}

const V = '/drives/{drive}/items/{item}/versions';

export const versionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: V,
    scopes: readFiles,
    service: 'sharepoint',
    units: 2,
    answers: 'page of driveItemVersion',
    handle: getVersions,
  },
  {
    method: 'GET',
    path: `${V}/{version}`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 1,
    answers: 'driveItemVersion',
    handle: getVersion,
  },
  {
    method: 'GET',
    path: `${V}/{version}/content`,
    scopes: readFiles,
    service: 'sharepoint',
    units: 1,
    handle: getContent,
  },
  {
    method: 'POST',
    path: `${V}/{version}/restoreVersion`,
    scopes: writeFiles,
    service: 'sharepoint',
    units: 2,
    handle: restore,
  },
];
