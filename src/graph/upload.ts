import type { Graph } from './client.ts';
import { childPath, findChild, getItem, itemPath, type LibraryItem, type RawItem, toLibraryItem } from './drive.ts';
import { GraphError, isGraphError } from './errors.ts';
import { hashOf } from './quick-xor.ts';
import { isRecord, refusal } from './refusals.ts';
import { readFile, sendPieces, type UploadSession } from './upload-pieces.ts';

export type { UploadSession } from './upload-pieces.ts';

export type Upload = {
  readonly drive: string;
  readonly folder: string;
  readonly name: string;
  readonly content: Blob;
  /**
   * `refuse` throws `name-taken`; `keep-both` lets SharePoint add a number to the name. Nothing is replaced, save the one
   * file that is named here, and only as long as it is the version that was seen: else this throws `conflict`.
   */
  readonly whenTaken: 'refuse' | 'keep-both' | { readonly replaces: Pick<LibraryItem, 'id' | 'version'> };
  /** Bytes that the server has. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  /** Where to go on with what was begun before. */
  readonly session?: UploadSession | undefined;
  /** Called when a session is opened and after each piece. Given, a session outlives a stop, for its owner to go on with. */
  readonly onSession?: ((session: UploadSession) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Above this a file goes in pieces; an empty file can only go in one. */
export const ONE_REQUEST = 10 * 1024 * 1024;
const FIVE_MINUTES = 300_000;

/** Puts a file into a folder. Throws `name-taken`, `conflict`, `locked`, `full`, `file-changed`, `cancelled` and the errors of any call. */
export async function saveFile(graph: Graph, upload: Upload): Promise<LibraryItem> {
  return upload.content.size <= ONE_REQUEST ? saveWhole(graph, upload) : saveInPieces(graph, upload);
}

/** PUT /drives/{drive}/items/{folder}:/{name}:/content, or PUT /drives/{drive}/items/{item}/content with If-Match */
async function saveWhole(graph: Graph, upload: Upload): Promise<LibraryItem> {
  try {
    const saved = await graph.send<RawItem>({
      kind: 'upload',
      method: 'PUT',
      path: `${placeOf(upload)}/content?@microsoft.graph.conflictBehavior=${toBehaviour(upload)}`,
      body: upload.content,
      version: replacedBy(upload)?.version,
      signal: upload.signal,
      timeLimit: FIVE_MINUTES,
    });
    upload.onSent?.(upload.content.size);
    return toLibraryItem(saved);
  } catch (error) {
    if (!(error instanceof GraphError) || !error.mayHaveHappened || upload.signal?.aborted) throw error;
    const found = await findSaved(graph, upload);
    if (!found) throw error;
    upload.onSent?.(upload.content.size);
    return found;
  }
}

/**
 * ## Looking before sending again
 * A lost answer may belong to a file that is there. It is ours if it has the name, the size and the hash of what was
 * sent, and nothing of that name was there before, which `refuse` has made sure of; a copy under a new name cannot be
 * told from another's.
 */
async function findSaved(graph: Graph, upload: Upload): Promise<LibraryItem | undefined> {
  if (upload.whenTaken === 'keep-both') return undefined;
  const replaced = replacedBy(upload);
  const found = replaced
    ? await getItem(graph, upload.drive, replaced.id)
    : await findChild(graph, upload.drive, upload.folder, upload.name);
  if (found?.size !== upload.content.size) return undefined;
  return found.hash === undefined || found.hash === (await readFile(() => hashOf(upload.content))) ? found : undefined;
}

async function saveInPieces(graph: Graph, upload: Upload): Promise<LibraryItem> {
  let session = upload.session;
  for (let opened = 0; ; ) {
    if (!session) {
      opened += 1;
      session = await openSession(graph, upload);
      upload.onSession?.(session);
    }
    try {
      return await sendPieces(graph, upload, session);
    } catch (error) {
      const isOver = isGraphError(error, 'name-taken', 'full', 'file-changed', 'conflict');
      const isStopped = isGraphError(error, 'cancelled') && !upload.onSession;
      if (isOver || isStopped) await dropSession(graph, session.url);
      if (!isGraphError(error, 'not-found', 'signed-out')) throw error;
      // The session is gone. Either it ended with time, or it ended because the file is complete and only the answer was lost.
      const found = await findSaved(graph, upload);
      if (found) return found;
      if (opened >= 2) throw error;
      session = undefined;
    }
  }
}

/** POST /drives/{drive}/items/{folder}:/{name}:/createUploadSession, or on the item itself with If-Match */
async function openSession(graph: Graph, upload: Upload): Promise<UploadSession> {
  const answer = await graph.send<{ uploadUrl?: string; expirationDateTime?: string }>({
    kind: 'upload',
    method: 'POST',
    path: `${placeOf(upload)}/createUploadSession`,
    body: { item: { '@microsoft.graph.conflictBehavior': toBehaviour(upload), name: upload.name } },
    version: replacedBy(upload)?.version,
    signal: upload.signal,
  });
  if (!answer?.uploadUrl) throw refusal('unreadable');
  const expiresAt = answer.expirationDateTime ?? '';
  return { url: answer.uploadUrl, expiresAt, sent: 0, read: { bits: '', length: 0 } };
}

/** DELETE {uploadUrl}, so that no half of a file stays behind; if that fails the session ends by itself. */
export async function dropSession(graph: Graph, url: string): Promise<void> {
  await graph.sendToFile({ kind: 'upload', method: 'DELETE', url }).catch(() => undefined);
}

/** GET /drives/{drive}?$select=id,quota: bytes that the library still takes; undefined if it does not say. */
export async function getRoom(graph: Graph, drive: string): Promise<number | undefined> {
  const path = `/drives/${encodeURIComponent(drive)}?$select=id,quota`;
  const { quota } = await graph.send<{ quota?: unknown }>({ kind: 'item', path });
  return isRecord(quota) && typeof quota.remaining === 'number' ? quota.remaining : undefined;
}

function placeOf(upload: Upload): string {
  const replaced = replacedBy(upload);
  return replaced ? itemPath(upload.drive, replaced.id) : `${childPath(upload.drive, upload.folder, upload.name)}:`;
}

function replacedBy({ whenTaken }: Upload): Pick<LibraryItem, 'id' | 'version'> | undefined {
  return typeof whenTaken === 'object' ? whenTaken.replaces : undefined;
}

function toBehaviour({ whenTaken }: Upload): 'fail' | 'rename' | 'replace' {
  if (whenTaken === 'refuse') return 'fail';
  return whenTaken === 'keep-both' ? 'rename' : 'replace';
}
