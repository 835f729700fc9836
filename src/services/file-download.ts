import { getFileNow, readBytes } from '../graph/download.ts';
import { GraphError, isGraphError } from '../graph/errors.ts';
import { startQuickXor } from '../graph/quick-xor.ts';
import { getVersionUrl } from '../graph/versions.ts';
import {
  type FileStore,
  openMemoryStore,
  openPrivateStore,
  partBytes,
  roomLeft,
} from '../workspace/cache/private-files.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { isNoRoom, noRoom } from './read-for-pack.ts';

/** Where files are gathered before they are handed over. */
export type Gathering = {
  readonly store: FileStore;
  /** In bytes; set where they are gathered in memory, so that no part grows too large for it. */
  readonly partBytes: number | undefined;
};

/** Up to this the memory does. */
const SMALL = 32 * 1024 * 1024;

/** The browser's private storage where it is to be had and has the room, else the memory. */
export async function openGathering(workspace: Workspace, bytes: number): Promise<Gathering> {
  if (bytes > SMALL && workspace.tenant !== undefined) {
    const room = await roomLeft();
    // A large file lies there twice for a while: alone until its hash is known, and in the zip.
    const store =
      room !== undefined && room < bytes * 1.5 ? undefined : await openPrivateStore(workspace.tenant, workspace.me.id);
    if (store) return { store, partBytes: undefined };
  }
  return { store: openMemoryStore(), partBytes: partBytes() };
}

export type Download = {
  readonly drive: string;
  readonly item: string;
  /** SharePoint's number of an old version; left out for what the file holds now. */
  readonly version?: string | undefined;
  /** In bytes, as last known. */
  readonly size: number;
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** The bytes of one file or of one version, compared with SharePoint's hash where there is one. */
export async function downloadFile(workspace: Workspace, download: Download): Promise<Blob> {
  const { graph } = workspace;
  const { drive, item, version, signal } = download;
  const now = version === undefined ? await getFileNow(graph, drive, item, signal) : undefined;
  const getUrl = async (turn: number) => {
    if (now && turn === 0) return now.url;
    const url =
      version === undefined
        ? (await getFileNow(graph, drive, item, signal)).url
        : await getVersionUrl(graph, { drive, item, version });
    if (url === undefined) throw new GraphError('refused', 'SharePoint gives this version only in its own pages.');
    return url;
  };
  const { store } = await openGathering(workspace, now?.size ?? download.size);
  const written = await store.newFile();
  try {
    const hash = startQuickXor();
    let read = 0;
    for await (const piece of readBytes(graph, getUrl, signal)) {
      hash.update(piece);
      await written.write(piece);
      read += piece.length;
      download.onProgress(read);
    }
    if (now?.hash !== undefined && hash.digest() !== now.hash) {
      throw new GraphError('unreadable', 'What came is not what SharePoint holds now. Try again.');
    }
    return await written.close();
  } catch (error) {
    await store.clear();
    throw isNoRoom(error) ? noRoom() : error;
  }
}

/** Whether somebody stopped it, which is no failure. */
export function isStopped(error: unknown): boolean {
  return isGraphError(error, 'cancelled');
}
