import type { PartCall } from './batch.ts';
import { type ChangesPage, toChangesPage } from './changes.ts';
import type { Graph } from './client.ts';
import { isGraphError } from './errors.ts';
import { getAll } from './paging.ts';
import { refusal } from './refusals.ts';

/** A file or folder of a library. Track it by `id`: names and places change. */
export type LibraryItem = {
  readonly id: string;
  readonly kind: 'file' | 'folder';
  readonly name: string;
  /** Missing for the library's own root. */
  readonly parentId?: string | undefined;
  /** In bytes. */
  readonly size: number;
  /** The version that a change must name; opaque. */
  readonly version: string;
  readonly webUrl: string;
  readonly mimeType?: string | undefined;
  /** SharePoint's own hash of the bytes, base64; missing for a folder. See `quick-xor.ts`. */
  readonly hash?: string | undefined;
  readonly created: { readonly at: string; readonly by: string };
  /** By whoever changed anything of it last: its bytes, its name or its place. */
  readonly changed: { readonly at: string; readonly by: string; readonly id?: string | undefined };
};

export type RawItem = {
  id?: string;
  name?: string;
  size?: number;
  eTag?: string;
  webUrl?: string;
  folder?: object;
  file?: { mimeType?: string; hashes?: { quickXorHash?: string } };
  deleted?: object;
  parentReference?: { id?: string; driveId?: string; siteId?: string };
  createdDateTime?: string;
  createdBy?: RawIdentities;
  lastModifiedDateTime?: string;
  lastModifiedBy?: RawIdentities;
};

export type RawIdentities = { user?: { displayName?: string; id?: string }; application?: { displayName?: string } };

const drivePath = (drive: string) => `/drives/${encodeURIComponent(drive)}`;
export const itemPath = (drive: string, item: string) => `${drivePath(drive)}/items/${encodeURIComponent(item)}`;
/** A name below a folder; the colons belong to the address, each part of the name is encoded on its own. */
export const childPath = (drive: string, folder: string, name: string) =>
  `${itemPath(drive, folder)}:/${encodeURIComponent(name)}`;

/** GET /drives/{drive}/items/{item} */
export async function getItem(graph: Graph, drive: string, item: string): Promise<LibraryItem> {
  return toLibraryItem(await graph.send<RawItem>({ kind: 'item', path: itemPath(drive, item) }));
}

/** GET /drives/{drive}/items/{folder}:/{name}; undefined if there is nothing of that name. */
export async function findChild(
  graph: Graph,
  drive: string,
  folder: string,
  name: string,
): Promise<LibraryItem | undefined> {
  try {
    return toLibraryItem(await graph.send<RawItem>({ kind: 'item', path: childPath(drive, folder, name) }));
  } catch (error) {
    if (isGraphError(error, 'not-found')) return undefined;
    throw error;
  }
}

/** GET /drives/{drive}/items/{folder}/children. May miss what is written meanwhile; for the whole truth pull changes. */
export async function getChildren(graph: Graph, drive: string, folder: string): Promise<readonly LibraryItem[]> {
  const children = await getAll<RawItem>(graph, {
    kind: 'list',
    path: `${itemPath(drive, folder)}/children?$top=1000`,
  });
  return children.map(toLibraryItem);
}

/** POST /drives/{drive}/items/{folder}/children; throws `name-taken`. */
export async function createFolder(graph: Graph, drive: string, parent: string, name: string): Promise<LibraryItem> {
  const created = await graph.send<RawItem>({
    kind: 'create',
    method: 'POST',
    path: `${itemPath(drive, parent)}/children`,
    body: { name, folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
  });
  return toLibraryItem(created);
}

/** PATCH /drives/{drive}/items/{item}; throws `conflict`, `name-taken` and `locked`. */
export async function renameItem(
  graph: Graph,
  drive: string,
  item: Pick<LibraryItem, 'id' | 'version'>,
  name: string,
): Promise<LibraryItem> {
  const path = itemPath(drive, item.id);
  const renamed = await graph.send<RawItem>({
    kind: 'change',
    method: 'PATCH',
    path,
    version: item.version,
    body: { name },
  });
  return toLibraryItem(renamed);
}

/** DELETE /drives/{drive}/items/{item}, on this very version: into the site's recycle bin. Throws `conflict` and `locked`. */
export async function removeFile(
  graph: Graph,
  drive: string,
  file: Pick<LibraryItem, 'id' | 'version'>,
): Promise<void> {
  await graph.send({ kind: 'remove', method: 'DELETE', path: itemPath(drive, file.id), version: file.version });
}

/** An address from which the file's bytes can be fetched without a token, for a few minutes; ask just before use. */
export async function getDownloadUrl(graph: Graph, drive: string, item: string): Promise<string> {
  const found = await graph.send<{ '@microsoft.graph.downloadUrl'?: string }>({
    kind: 'item',
    path: `${itemPath(drive, item)}?select=id,@microsoft.graph.downloadUrl`,
  });
  const url = found?.['@microsoft.graph.downloadUrl'];
  if (!url) throw refusal('unreadable');
  return url;
}

/** The bytes of a file; `/content` is not for browsers. */
export async function getContent(graph: Graph, drive: string, item: string): Promise<Blob> {
  const url = await getDownloadUrl(graph, drive, item);
  const answer = await graph.sendToFile({ kind: 'download', url, timeLimit: 300_000 });
  return answer.blob();
}

/** GET /drives/{drive}/root/delta: the call for its first page, to be sent alone or with others. */
export function toLibraryPull(drive: string, link: string | undefined): PartCall {
  return link === undefined
    ? { kind: 'crawl', path: `${drivePath(drive)}/root/delta?$top=1000` }
    : { kind: 'delta', path: link };
}

export async function getLibraryPage(graph: Graph, more: string): Promise<ChangesPage<LibraryItem>> {
  return toLibraryPage(await graph.send<unknown>({ kind: 'crawl', path: more }));
}

export function toLibraryPage(body: unknown): ChangesPage<LibraryItem> {
  return toChangesPage<RawItem, LibraryItem>(body, toLibraryItem);
}

export function toLibraryItem(raw: RawItem | undefined): LibraryItem {
  if (!raw?.id || raw.name === undefined) throw refusal('unreadable');
  return {
    id: raw.id,
    kind: raw.folder ? 'folder' : 'file',
    name: raw.name,
    parentId: raw.parentReference?.id,
    size: raw.size ?? 0,
    version: raw.eTag ?? '',
    webUrl: raw.webUrl ?? '',
    mimeType: raw.file?.mimeType,
    hash: raw.file?.hashes?.quickXorHash || undefined,
    created: { at: raw.createdDateTime ?? '', by: toName(raw.createdBy) },
    changed: {
      at: raw.lastModifiedDateTime ?? '',
      by: toName(raw.lastModifiedBy),
      id: raw.lastModifiedBy?.user?.id,
    },
  };
}

export function toName(identities: RawIdentities | undefined): string {
  return identities?.user?.displayName ?? identities?.application?.displayName ?? '';
}
