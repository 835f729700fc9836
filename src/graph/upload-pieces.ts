import type { Graph } from './client.ts';
import { type LibraryItem, type RawItem, toLibraryItem } from './drive.ts';
import { GraphError, isGraphError } from './errors.ts';
import { type QuickXor, type QuickXorState, readInto, startQuickXor } from './quick-xor.ts';
import { isRecord, refusal } from './refusals.ts';
import type { Upload } from './upload.ts';

/** An upload that was begun: where it goes on, until when, and what was read of the file so far. */
export type UploadSession = {
  /** Carries its own permission: it is kept like a key. */
  readonly url: string;
  /** ISO 8601; moved forward by each piece. */
  readonly expiresAt: string;
  /** Bytes that the server has. */
  readonly sent: number;
  /** The hash of the bytes sent so far: what goes on later must begin with the same. */
  readonly read: QuickXorState;
  /** The hash of the whole file, known before its last piece goes: it is what a file whose answer was lost is known by. */
  readonly hash?: string | undefined;
};

/** Each piece but the last must be a multiple of 320 KiB. One at a time is in memory. */
export const PIECE = 16 * 327_680;
const TRIES = 5;
const nothingRead: QuickXorState = { bits: '', length: 0 };
const FIVE_MINUTES = 300_000;

type Sending = {
  readonly graph: Graph;
  readonly upload: Upload;
  running: QuickXor;
  /** Where the hash stood before the last piece, for a piece that is sent once more. */
  before: QuickXorState;
  session: UploadSession;
};

/** Sends what the server does not have yet, in order. Throws `not-found` or `signed-out` if the session has ended. */
export async function sendPieces(graph: Graph, upload: Upload, session: UploadSession): Promise<LibraryItem> {
  const size = upload.content.size;
  const sending: Sending = { graph, upload, running: startQuickXor(), before: nothingRead, session };
  let from = 0;
  if (upload.session === session) {
    from = await askNext(graph, upload, session.url);
    sending.running = await readSameBeginning(upload, session);
    note(sending, from, session.expiresAt);
  }
  for (let failures = 0; from < size; ) {
    try {
      const answer = await sendPiece(sending, from);
      if ('item' in answer) {
        upload.onSent?.(size);
        return answer.item;
      }
      from = answer.next;
      failures = 0;
      note(sending, from, answer.expiresAt);
    } catch (error) {
      failures += 1;
      const isPassing = isGraphError(error, 'unreachable', 'offline', 'unreadable') || hasStatus(error, 416);
      if (!isPassing || failures > TRIES) throw error;
      await graph.wait(500 * 2 ** failures, upload.signal).catch(() => {
        throw refusal('cancelled');
      });
      from = await askNext(graph, upload, session.url);
      note(sending, from, sending.session.expiresAt);
    }
  }
  // The server has all of it and has not said so: whoever looks for the file finds it, or finds that it is not there.
  throw refusal('not-found');
}

function note(sending: Sending, sent: number, expiresAt: string): void {
  const { upload, running, session } = sending;
  sending.session = { ...session, expiresAt, sent, read: running.state() };
  upload.onSession?.(sending.session);
  upload.onSent?.(sent);
}

/**
 * ## No mixed content
 * A file that somebody chooses again may have changed since its beginning was sent. What was read then must be what is
 * read now, or the upload is given up.
 */
async function readSameBeginning({ content }: Upload, { read }: UploadSession): Promise<QuickXor> {
  if (read.length > content.size) throw refusal('file-changed');
  const again = startQuickXor();
  await readFile(() => readInto(again, content, read.length));
  if (again.state().bits !== startQuickXor(read).state().bits) throw refusal('file-changed');
  return again;
}

type PieceAnswer = { readonly item: LibraryItem } | { readonly next: number; readonly expiresAt: string };

/** PUT {uploadUrl}. What is missing is what the server says, not what we counted. */
async function sendPiece(sending: Sending, from: number): Promise<PieceAnswer> {
  const { graph, upload, session } = sending;
  const size = upload.content.size;
  const until = Math.min(from + PIECE, size);
  const bytes = await readPiece(sending, from, until);
  if (until === size) upload.onSession?.({ ...sending.session, sent: from, hash: sending.running.digest() });
  const answer = await graph.sendToFile({
    kind: 'upload',
    method: 'PUT',
    url: session.url,
    body: new Blob([bytes]),
    headers: { 'Content-Range': `bytes ${from}-${until - 1}/${size}` },
    signal: upload.signal,
    timeLimit: FIVE_MINUTES,
  });
  const body = await readJson(answer);
  if (answer.status !== 202) return { item: toLibraryItem(body as RawItem) };
  return { next: readNext(body), expiresAt: readExpiry(body) ?? sending.session.expiresAt };
}

/** Reads a piece into memory, so that a file that fails is told from a connection that does, and into the hash. */
async function readPiece(sending: Sending, from: number, until: number): Promise<ArrayBuffer> {
  const { content } = sending.upload;
  return await readFile(async () => {
    const { running, before } = sending;
    if (running.state().length > from) sending.running = startQuickXor(before.length <= from ? before : undefined);
    await readInto(sending.running, content, from);
    sending.before = sending.running.state();
    const bytes = await content.slice(from, until).arrayBuffer();
    if (bytes.byteLength !== until - from) throw refusal('file-changed');
    sending.running.update(new Uint8Array(bytes));
    return bytes;
  });
}

/** Bytes of a file on this device; says so if it is not the file any more that was chosen. */
export async function readFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof GraphError ? error : refusal('file-changed', { cause: error });
  }
}

/** GET {uploadUrl} */
async function askNext(graph: Graph, upload: Upload, url: string): Promise<number> {
  return readNext(
    await readJson(await graph.sendToFile({ kind: 'upload', url, signal: upload.signal })),
    upload.content.size,
  );
}

/** `whenNone`: nothing is missing any more. */
function readNext(body: unknown, whenNone = Number.NaN): number {
  const ranges = isRecord(body) ? body.nextExpectedRanges : undefined;
  const first: unknown = Array.isArray(ranges) ? ranges[0] : undefined;
  const from = typeof first === 'string' ? Number.parseInt(first, 10) : whenNone;
  if (Number.isNaN(from)) throw refusal('unreadable');
  return from;
}

function readExpiry(body: unknown): string | undefined {
  return isRecord(body) && typeof body.expirationDateTime === 'string' ? body.expirationDateTime : undefined;
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
