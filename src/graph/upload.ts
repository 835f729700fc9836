import type { FileCall, Graph } from './client.ts';
import { childPath, findChild, type LibraryItem, type RawItem, toLibraryItem } from './drive.ts';
import { GraphError, isGraphError } from './errors.ts';
import { isRecord, refusal } from './refusals.ts';

export type Upload = {
  readonly drive: string;
  readonly folder: string;
  readonly name: string;
  readonly content: Blob;
  /** `refuse` throws `name-taken`; `keep-both` lets SharePoint add a number to the name. Nothing is ever replaced. */
  readonly whenTaken: 'refuse' | 'keep-both';
  /** Bytes that the server has. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Above this a file goes in pieces; an empty file can only go in one. */
const ONE_REQUEST = 10 * 1024 * 1024;
/** Each piece but the last must be a multiple of 320 KiB. */
const PIECE = 16 * 327_680;
const TRIES = 5;
const FIVE_MINUTES = 300_000;

/** Puts a file into a folder. Throws `name-taken`, `locked`, `full`, `cancelled` and the errors of any call. */
export async function saveFile(graph: Graph, upload: Upload): Promise<LibraryItem> {
  return upload.content.size <= ONE_REQUEST ? saveWhole(graph, upload) : saveInPieces(graph, upload);
}

/** PUT /drives/{drive}/items/{folder}:/{name}:/content */
async function saveWhole(graph: Graph, upload: Upload): Promise<LibraryItem> {
  try {
    const saved = await graph.send<RawItem>({
      kind: 'upload',
      method: 'PUT',
      path: `${childPath(upload.drive, upload.folder, upload.name)}:/content?@microsoft.graph.conflictBehavior=${toBehaviour(upload)}`,
      body: upload.content,
      signal: upload.signal,
      timeLimit: FIVE_MINUTES,
    });
    upload.onSent?.(upload.content.size);
    return toLibraryItem(saved);
  } catch (error) {
    return findSaved(graph, upload, error);
  }
}

/**
 * ## Looking before sending again
 * A lost answer may belong to a file that is there. It is ours if it has the name and the size and nothing of that name
 * was there before, which `refuse` has made sure of; a copy under a new name cannot be told from another's.
 */
async function findSaved(graph: Graph, upload: Upload, error: unknown): Promise<LibraryItem> {
  if (!(error instanceof GraphError) || !error.mayHaveHappened || upload.signal?.aborted) throw error;
  if (upload.whenTaken === 'keep-both') throw error;
  const found = await findChild(graph, upload.drive, upload.folder, upload.name);
  if (found?.size !== upload.content.size) throw error;
  upload.onSent?.(upload.content.size);
  return found;
}

async function saveInPieces(graph: Graph, upload: Upload): Promise<LibraryItem> {
  for (let session = 1; ; session += 1) {
    const url = await openSession(graph, upload);
    try {
      return await sendPieces(graph, upload, url);
    } catch (error) {
      if (isGraphError(error, 'cancelled', 'name-taken', 'full')) await closeSession(graph, url);
      if (!isGraphError(error, 'not-found', 'signed-out')) throw error;
      // The session is gone. Either it ended with time, or it ended because the file is complete and only the answer was lost.
      const found = await findChild(graph, upload.drive, upload.folder, upload.name);
      if (found?.size === upload.content.size && upload.whenTaken === 'refuse') return found;
      if (session >= 2) throw error;
    }
  }
}

/** POST /drives/{drive}/items/{folder}:/{name}:/createUploadSession */
async function openSession(graph: Graph, upload: Upload): Promise<string> {
  const session = await graph.send<{ uploadUrl?: string }>({
    kind: 'upload',
    method: 'POST',
    path: `${childPath(upload.drive, upload.folder, upload.name)}:/createUploadSession`,
    body: { item: { '@microsoft.graph.conflictBehavior': toBehaviour(upload), name: upload.name } },
    signal: upload.signal,
  });
  if (!session?.uploadUrl) throw refusal('unreadable');
  return session.uploadUrl;
}

async function sendPieces(graph: Graph, upload: Upload, url: string): Promise<LibraryItem> {
  const size = upload.content.size;
  let from = 0;
  let failures = 0;
  while (from < size) {
    try {
      const answer = await sendPiece(graph, upload, url, from);
      if ('item' in answer) {
        upload.onSent?.(size);
        return answer.item;
      }
      from = answer.next;
      failures = 0;
    } catch (error) {
      failures += 1;
      const isPassing = isGraphError(error, 'unreachable', 'offline', 'unreadable') || hasStatus(error, 416);
      if (!isPassing || failures > TRIES) throw error;
      await graph.wait(500 * 2 ** failures, upload.signal).catch(() => {
        throw refusal('cancelled');
      });
      from = await askNext(graph, upload, url);
    }
    upload.onSent?.(from);
  }
  throw refusal('unreadable');
}

type PieceAnswer = { readonly item: LibraryItem } | { readonly next: number };

/** PUT {uploadUrl}. What is missing is what the server says, not what we counted. */
async function sendPiece(graph: Graph, upload: Upload, url: string, from: number): Promise<PieceAnswer> {
  const size = upload.content.size;
  const until = Math.min(from + PIECE, size);
  const answer = await graph.sendToFile({
    kind: 'upload',
    method: 'PUT',
    url,
    body: upload.content.slice(from, until),
    headers: { 'Content-Range': `bytes ${from}-${until - 1}/${size}` },
    signal: upload.signal,
    timeLimit: FIVE_MINUTES,
  });
  const body = await readJson(answer);
  return answer.status === 202 ? { next: readNext(body) } : { item: toLibraryItem(body as RawItem) };
}

/** GET {uploadUrl} */
async function askNext(graph: Graph, upload: Upload, url: string): Promise<number> {
  return readNext(await readJson(await graph.sendToFile({ kind: 'upload', url, signal: upload.signal })));
}

/** DELETE {uploadUrl}, so that no half of a file stays behind; if that fails the session ends by itself. */
async function closeSession(graph: Graph, url: string): Promise<void> {
  const call: FileCall = { kind: 'upload', method: 'DELETE', url };
  await graph.sendToFile(call).catch(() => undefined);
}

function readNext(body: unknown): number {
  const ranges = isRecord(body) ? body.nextExpectedRanges : undefined;
  const first: unknown = Array.isArray(ranges) ? ranges[0] : undefined;
  const from = typeof first === 'string' ? Number.parseInt(first, 10) : Number.NaN;
  if (Number.isNaN(from)) throw refusal('unreadable');
  return from;
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch (error) {
    throw refusal('unreadable', { status: answer.status, cause: error, mayHaveHappened: true });
  }
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof GraphError && error.status === status;
}

function toBehaviour(upload: Upload): 'fail' | 'rename' {
  return upload.whenTaken === 'keep-both' ? 'rename' : 'fail';
}
