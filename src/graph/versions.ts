import type { Graph } from './client.ts';
import { getItem, itemPath, type LibraryItem, type RawIdentities, toName } from './drive.ts';
import { getAll } from './paging.ts';
import { refusal } from './refusals.ts';

/** One of the contents that a file has had. */
export type FileVersion = {
  /** SharePoint's number, `3.0`. */
  readonly id: string;
  readonly at: string;
  readonly by: string;
  /** In bytes. */
  readonly size: number;
  /** What the file holds now. */
  readonly isCurrent: boolean;
};

type RawVersion = {
  id?: string;
  size?: number;
  lastModifiedDateTime?: string;
  lastModifiedBy?: RawIdentities;
  '@microsoft.graph.downloadUrl'?: string;
};

const versionsPath = (drive: string, item: string) => `${itemPath(drive, item)}/versions`;

/** GET /drives/{drive}/items/{item}/versions, newest first. */
export async function getVersions(graph: Graph, drive: string, item: string): Promise<readonly FileVersion[]> {
  const versions = await getAll<RawVersion>(graph, { kind: 'list', path: versionsPath(drive, item) });
  return versions.map(toVersion);
}

/**
 * SharePoint's number of the version that a file was when it was looked at; undefined where it cannot be told. The file's
 * tag does not say it: it counts changes that are no version too.
 */
export async function findVersionAt(
  graph: Graph,
  drive: string,
  file: LibraryItem,
  signal?: AbortSignal,
): Promise<string | undefined> {
  // Whoever saves right after the file was looked at brings one more; five of them do not come in a moment.
  const path = `${versionsPath(drive, file.id)}?$top=5&$select=id,lastModifiedDateTime`;
  const page = await graph.send<{ value?: readonly RawVersion[] }>({ kind: 'list', path, signal });
  const until = Date.parse(file.changed.at);
  const at = (version: RawVersion | undefined) => Date.parse(version?.lastModifiedDateTime ?? '');
  const [found, before] = page.value?.filter((version) => at(version) <= until) ?? [];
  // Instants are in whole seconds: of two within one it is the newer, unless that one came after the look.
  if (at(found) === at(before) && (await getItem(graph, drive, file.id)).version !== file.version) return undefined;
  return found?.id;
}

/** An address for the bytes of one version, for a few minutes; undefined where SharePoint gives none. */
export async function getVersionUrl(
  graph: Graph,
  at: { readonly drive: string; readonly item: string; readonly version: string },
): Promise<string | undefined> {
  const versions = await getAll<RawVersion>(graph, { kind: 'list', path: versionsPath(at.drive, at.item) });
  const found = versions.find((version) => version.id === at.version);
  if (!found) throw refusal('not-found');
  return found['@microsoft.graph.downloadUrl'];
}

/** POST /drives/{drive}/items/{item}/versions/{version}/restoreVersion: its bytes become one version more. Throws `locked`. */
export async function restoreVersion(
  graph: Graph,
  at: { readonly drive: string; readonly item: string; readonly version: string },
): Promise<void> {
  const path = `${versionsPath(at.drive, at.item)}/${encodeURIComponent(at.version)}/restoreVersion`;
  await graph.send({ kind: 'change', method: 'POST', path });
}

function toVersion(raw: RawVersion, index: number): FileVersion {
  if (!raw.id) throw refusal('unreadable');
  return {
    id: raw.id,
    at: raw.lastModifiedDateTime ?? '',
    by: toName(raw.lastModifiedBy),
    size: raw.size ?? 0,
    isCurrent: index === 0,
  };
}
