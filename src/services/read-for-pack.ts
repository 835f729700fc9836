import { hashSha256 } from '../documents/sha256.ts';
import {
  changedSinceApproval,
  hasChanged,
  type LeftOutReason,
  type PlannedFile,
  wasApproved,
} from '../domain/evidence/pack-plan.ts';
import type { Graph } from '../graph/client.ts';
import { type FileNow, getFileNow, readBytes } from '../graph/download.ts';
import { GraphError, isGraphError } from '../graph/errors.ts';
import { startQuickXor } from '../graph/quick-xor.ts';
import { findVersionAt } from '../graph/versions.ts';
import { type FileStore, openMemoryStore, type Written } from '../workspace/cache/private-files.ts';
import type { Evidence } from '../workspace/schema/lists.ts';

export type ReadForPack = {
  readonly graph: Graph;
  readonly drive: string;
  /** For files that are too large for the memory. */
  readonly store: FileStore;
  /** Bytes of this file so far. */
  readonly onRead: (bytes: number) => void;
  /** Whether SharePoint's number of the version is wanted too; it may cost a call. */
  readonly hasIndex: boolean;
  readonly signal: AbortSignal;
};

export type Gap = { readonly reason: LeftOutReason; readonly why: string };

export type ReadFile =
  | {
      readonly bytes: Blob;
      readonly now: FileNow;
      readonly sha256: string;
      /** SharePoint's number of a version with these very bytes; undefined where it could not be had. */
      readonly version: string | undefined;
      /** It goes in although it is not what was approved. */
      readonly isChanged: boolean;
      readonly release: () => Promise<void>;
    }
  | Gap;

/** Up to this a file waits in memory for its hash, above it in the store. */
const SMALL = 8 * 1024 * 1024;
const TRIES = 3;

/**
 * Reads a whole file and compares its hashes before anybody gets it: with what SharePoint says it holds, and with what
 * was approved. What cannot be read or does not agree is a gap with its reason; only a stop, or the loss of the
 * connection itself, is thrown.
 */
export async function readForPack(reading: ReadForPack, planned: PlannedFile<Evidence>): Promise<ReadFile> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await readOnce(reading, planned);
    } catch (error) {
      if (reading.signal.aborted || !(error instanceof GraphError)) throw error;
      const isPassing = isGraphError(error, 'unreachable', 'unreadable', 'offline');
      if (isPassing && turn < TRIES) {
        await reading.graph.wait(2_000 * turn, reading.signal);
        continue;
      }
      if (isGraphError(error, 'offline', 'signed-out', 'full')) throw error;
      return toGap(error, planned.item);
    }
  }
}

async function readOnce(reading: ReadForPack, { item, file, mayBeChanged }: PlannedFile<Evidence>): Promise<ReadFile> {
  const { graph, store, signal } = reading;
  const drive = item?.drive ?? reading.drive;
  const getNow = () => getFileNow(graph, drive, file, signal);
  const now = await getNow();
  if (item && hasChanged(item, now.hash) && !mayBeChanged) return changedSinceApproval;
  const written = await (now.size > SMALL ? store : openMemoryStore()).newFile();
  try {
    const pieces = readBytes(graph, async (turn) => (turn === 0 ? now.url : (await getNow()).url), signal);
    const read = await takeIn(pieces, written, reading.onRead);
    const isWhole = read.bytes.size === now.size && (now.hash === undefined || now.hash === read.quickXor);
    if (!isWhole || now.hash === undefined) {
      const after = await getNow();
      if (after.version !== now.version || after.hash !== now.hash) return await drop(written, changedWhileRead);
      if (!isWhole) throw damaged();
    }
    const isChanged = isOther(item, now, read.sha256);
    if (isChanged && !mayBeChanged) return await drop(written, changedSinceApproval);
    const version = reading.hasIndex ? await versionOf(reading, item, now, read.sha256) : undefined;
    return { bytes: read.bytes, sha256: read.sha256, now, version, isChanged, release: () => written.remove() };
  } catch (error) {
    await written.remove();
    throw error;
  }
}

function isOther(item: Evidence | undefined, now: FileNow, sha256: string): boolean {
  if (item === undefined || !wasApproved(item)) return false;
  return item.approvedSha256 === undefined ? hasChanged(item, now.hash) : item.approvedSha256 !== sha256;
}

/** Of bytes that were approved the register knows it; of all others SharePoint is asked, once a file. */
async function versionOf(
  { graph, drive, signal }: ReadForPack,
  item: Evidence | undefined,
  now: FileNow,
  sha256: string,
): Promise<string | undefined> {
  const isApproved =
    item?.approvedSha256 !== undefined
      ? item.approvedSha256 === sha256
      : item?.approvedFingerprint !== undefined && item.approvedFingerprint === now.hash;
  if (isApproved && item?.approvedVersion !== undefined) return item.approvedVersion;
  return findVersionAt(graph, item?.drive ?? drive, now, signal).catch((error: unknown) => {
    // A file that was read and compared goes in, also where its versions are not for this person.
    if (error instanceof GraphError && !signal.aborted) return undefined;
    throw error;
  });
}

/** Both hashes are made of the same bytes that are written. */
async function takeIn(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  written: Written,
  onRead: (bytes: number) => void,
): Promise<{ readonly bytes: Blob; readonly quickXor: string; readonly sha256: string }> {
  const quickXor = startQuickXor();
  const through = new TransformStream<Uint8Array, Uint8Array>();
  const hashing = hashSha256(through.readable);
  const toHash = through.writable.getWriter();
  let read = 0;
  try {
    for await (const piece of pieces) {
      quickXor.update(piece);
      await Promise.all([toHash.write(piece), written.write(piece)]);
      read += piece.length;
      onRead(read);
    }
    await toHash.close();
    return { bytes: await written.close(), quickXor: quickXor.digest(), sha256: (await hashing).hex };
  } catch (error) {
    await toHash.abort(error).catch(() => undefined);
    // It fails with the same error, which is thrown here already.
    await hashing.catch(() => undefined);
    throw isNoRoom(error) ? noRoom() : error;
  }
}

async function drop(written: Written, gap: Gap): Promise<Gap> {
  await written.remove();
  return gap;
}

const changedWhileRead: Gap = {
  reason: 'changed while read',
  why: 'Somebody changed it while it was being read. Make the pack again to have it.',
};

function damaged(): GraphError {
  return new GraphError('unreadable', 'What came is not what SharePoint says it holds.');
}

export function isNoRoom(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

export function noRoom(): GraphError {
  return new GraphError('full', 'This browser has no room for the pack. Choose fewer items, or free some disk space.');
}

function toGap(error: GraphError, item: Evidence | undefined): Gap {
  const whom = item?.owner?.name;
  switch (error.kind) {
    case 'not-found':
      return { reason: 'gone', why: 'It is not in the library any more, or you may not see it.' };
    case 'forbidden':
      return {
        reason: 'not allowed',
        why: `You may not open this file.${whom === undefined ? '' : ` Ask ${whom}.`}`,
      };
    default:
      return { reason: 'failed', why: error.message };
  }
}
