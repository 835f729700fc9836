import { type PackIndex, writeIndex } from '../documents/evidence-index.ts';
import { writeManifest, writeReadMe } from '../documents/pack-manifest.ts';
import { MOST_ENTRIES, streamZip, type ZipEntry } from '../documents/zip.ts';
import type { Day } from '../domain/calendar/day.ts';
import type { UnregisteredInFolder } from '../domain/evidence/pack-loose.ts';
import type { LeftOut, PackPlan, PlannedFile } from '../domain/evidence/pack-plan.ts';
import { refusal } from '../graph/refusals.ts';
import type { FileStore } from '../workspace/cache/private-files.ts';
import type { Evidence } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { type PackedFile, toIndexedFile, toIndexedGap, toUnregisteredGap } from './pack-rows.ts';
import { isNoRoom, noRoom, readForPack } from './read-for-pack.ts';

export type PackProgress = {
  /** Read and compared, or left out. */
  readonly filesDone: number;
  readonly files: number;
  readonly bytesDone: number;
  readonly bytes: number;
  /** What is being read. */
  readonly title: string;
};

export type PackPart = {
  /** From 1. */
  readonly number: number;
  readonly isLast: boolean;
  readonly file: Blob;
  readonly files: readonly PackedFile[];
};

export type MakePack = {
  readonly plan: PackPlan<Evidence>;
  /** Lines for the index; without them the zip holds the files and nothing else. */
  readonly about?: readonly (readonly [string, string])[] | undefined;
  /** The day that the index counts freshness to. */
  readonly countedTo: Day;
  readonly store: FileStore;
  /** In bytes. A part is closed before it would grow larger; no limit unless told. */
  readonly partBytes?: number | undefined;
  readonly onProgress?: ((progress: PackProgress) => void) | undefined;
  /** Takes each part as it is ready; the next is begun when this is done. */
  readonly onPart: (part: PackPart) => void | Promise<void>;
  /** Nothing is kept. */
  readonly signal: AbortSignal;
  /** What is in it so far is kept; the rest is listed as not reached. */
  readonly enough?: AbortSignal | undefined;
};

export type PackReport = {
  readonly files: readonly PackedFile[];
  readonly leftOut: readonly LeftOut<Evidence>[];
  readonly unregistered: readonly UnregisteredInFolder[];
};

/** Microsoft 365 may ask for minutes of patience in a large pack. */
const PATIENCE_SECONDS = 900;

type Run = MakePack & {
  readonly workspace: Workspace;
  readonly waiting: PlannedFile<Evidence>[];
  readonly packed: PackedFile[];
  readonly leftOut: LeftOut<Evidence>[];
  bytesDone: number;
};

/**
 * Makes a zip of evidence, file after file: each is read whole, its hashes are compared, and only then does it go in.
 * Throws a GraphError if it was stopped or cannot go on; then nothing is left in the store.
 */
export async function makeEvidencePack(workspace: Workspace, request: MakePack): Promise<PackReport> {
  const run: Run = {
    ...request,
    workspace,
    waiting: [...request.plan.files],
    packed: [],
    leftOut: [...request.plan.leftOut],
    bytesDone: 0,
  };
  try {
    for (let number = 1; number === 1 || run.waiting.length > 0; number += 1) {
      await request.onPart(await writePart(run, number));
    }
    return { files: run.packed, leftOut: run.leftOut, unregistered: request.plan.unregistered };
  } catch (error) {
    await request.store.clear();
    if (request.signal.aborted) throw refusal('cancelled', { cause: error });
    throw isNoRoom(error) ? noRoom() : error;
  }
}

async function writePart(run: Run, number: number): Promise<PackPart> {
  const target = await run.store.newFile();
  const files: PackedFile[] = [];
  try {
    const reader = streamZip(entriesOf(run, number, files)).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      run.signal.throwIfAborted();
      await target.write(read.value as Uint8Array<ArrayBuffer>);
    }
    return { number, isLast: run.waiting.length === 0, file: await target.close(), files };
  } catch (error) {
    await target.remove();
    throw error;
  }
}

/** The files of one part, each asked for when the one before is in the zip, and what tells about them at the end. */
async function* entriesOf(run: Run, number: number, inPart: PackedFile[]): AsyncGenerator<ZipEntry> {
  const most = run.partBytes ?? Number.POSITIVE_INFINITY;
  let size = 0;
  for (let next = run.waiting[0]; next !== undefined; next = run.waiting[0]) {
    const isFull = size + (next.size ?? 0) > most || inPart.length >= MOST_ENTRIES;
    if (inPart.length > 0 && isFull) break;
    run.waiting.shift();
    const read = await take(run, next);
    if (read === undefined) continue;
    const { bytes, release, ...facts } = read;
    const file = { planned: next, ...facts };
    inPart.push(file);
    run.packed.push(file);
    size += bytes.size;
    yield { path: next.path.join('/'), bytes, changedAt: toDate(facts.now.changed.at) };
    await release();
  }
  if (run.about) yield* tellAbout(run, run.about, number, inPart);
}

async function take(run: Run, next: PlannedFile<Evidence>) {
  const { id, title, item, partner, prompts } = next;
  const subject = { id, title, item, partner, prompts };
  const files = run.plan.files.length;
  const tell = (bytes: number) =>
    run.onProgress?.({
      filesDone: files - run.waiting.length - 1,
      files,
      bytesDone: run.bytesDone + bytes,
      bytes: run.plan.bytes,
      title,
    });
  run.signal.throwIfAborted();
  if (run.enough?.aborted) {
    run.leftOut.push({ ...subject, reason: 'cancelled', why: 'The pack was ended before this was read.' });
    return undefined;
  }
  tell(0);
  const { graph, info } = run.workspace;
  const patient = graph.withPatience(PATIENCE_SECONDS);
  const { store, signal } = run;
  const hasIndex = run.about !== undefined;
  const reading = { graph: patient, drive: info.drive, store, onRead: tell, hasIndex, signal };
  const read = await readForPack(reading, next);
  run.bytesDone += 'reason' in read ? (next.size ?? 0) : read.bytes.size;
  if (!('reason' in read)) return read;
  run.leftOut.push({ ...subject, ...read });
  return undefined;
}

/** Each part has an index of its own files; the gaps that are known by then are told in each. */
async function* tellAbout(
  run: Run,
  about: readonly (readonly [string, string])[],
  number: number,
  files: readonly PackedFile[],
): AsyncGenerator<ZipEntry> {
  const isOnly = number === 1 && run.waiting.length === 0;
  const part: readonly (readonly [string, string])[] = isOnly
    ? []
    : [['Part', `${number}${run.waiting.length === 0 ? ', the last' : ''}`]];
  const gaps = [...run.leftOut.map(toIndexedGap), ...run.plan.unregistered.map(toUnregisteredGap)];
  const index: PackIndex = {
    about: [...about, ...part, ['Files', String(files.length)], ['Missing or left out', String(gaps.length)]],
    files: files.map((file) => toIndexedFile(file, run.countedTo)),
    gaps,
  };
  const changedAt = toDate(run.workspace.clock());
  const text = (words: string) => new TextEncoder().encode(words);
  yield { path: 'Index.xlsx', bytes: new Uint8Array(await writeIndex(index)), changedAt };
  yield { path: 'Read me.txt', bytes: text(`\ufeff${writeReadMe(index)}`), changedAt };
  yield { path: 'Manifest.json', bytes: text(writeManifest(index)), changedAt };
}

/** A zip knows no day before 1980. */
function toDate(instant: string): Date {
  const date = new Date(instant);
  return date.getTime() >= Date.UTC(1980, 0, 2) ? date : new Date(Date.UTC(1980, 0, 2));
}
