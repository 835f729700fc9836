import { Inflate } from 'fflate';

/**
 * ## Why an archive is unpacked here first
 * No reader of workbooks protects itself: 300 kB can hold 300 MB of blanks. So before anything reads it, the archive's
 * own claims are checked, and then what really comes out of it is counted while it comes.
 */
export type ZipCaps = {
  /** Of the archive as it arrives. */
  readonly bytes: number;
  readonly entries: number;
  /** Unpacked: of one entry, and of all. */
  readonly entryBytes: number;
  readonly totalBytes: number;
  /** How many times larger than packed an entry of more than a few kilobytes may be. */
  readonly ratio: number;
};

export type Unpacked =
  | { readonly ok: true; readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }
  | { readonly ok: false; readonly sentence: string };

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Below this an entry may be as thin as it likes. */
const SMALL = 64 * 1024;
/** So little is unpacked at once that a thousandfold of it still fits. */
const STEP = 4 * 1024;

class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** Unpacks an archive within the caps; everything else is refused with a sentence, before it takes up memory. */
export function unpackWithin(bytes: Uint8Array, caps: ZipCaps): Unpacked {
  try {
    if (bytes.length > caps.bytes) throw new Refusal(`The file is larger than ${toMegabytes(caps.bytes)}.`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    const entries = readDirectory(view, end, caps);
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    let total = 0;
    for (const entry of entries) {
      const content = unpackEntry(view, entry, end.start);
      total += content.length;
      if (total > caps.totalBytes)
        throw new Refusal(`Unpacked, the file is larger than ${toMegabytes(caps.totalBytes)}.`);
      files.set(entry.name, content);
    }
    return { ok: true, files };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, sentence: error.message };
    // What is cut off or altered makes the view or the unpacking throw.
    return { ok: false, sentence: 'The file is damaged and cannot be unpacked.' };
  }
}

type End = { readonly count: number; readonly start: number; readonly size: number };

function findEnd(view: DataView): End {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
      throw new Refusal('The file is packed in a way that is meant for very large files.');
    }
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count || start + size > at) break;
    return { count, start, size };
  }
  throw new Refusal('The file is not a workbook, or a part of it is missing.');
}

function readDirectory(view: DataView, end: End, caps: ZipCaps): readonly Entry[] {
  if (end.count > caps.entries) throw new Refusal(`The file holds more than ${caps.entries} parts.`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let at = end.start;
  let claimed = 0;
  for (let number = 0; number < end.count; number += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new Refusal('The file is damaged and cannot be unpacked.');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new Refusal('The file is protected by a password.');
    if (names.has(name)) throw new Refusal(`The file holds the part ${name} twice.`);
    claimed += entry.unpacked;
    refuseClaim(entry, claimed, caps);
    names.add(name);
    entries.push(entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function refuseClaim({ name, method, packed, unpacked }: Entry, claimed: number, caps: ZipCaps): void {
  if (method !== STORED && method !== DEFLATED) throw new Refusal('The file is packed in a way that is not known.');
  if (unpacked > caps.entryBytes) {
    throw new Refusal(`Unpacked, the part ${name} is larger than ${toMegabytes(caps.entryBytes)}.`);
  }
  if (claimed > caps.totalBytes)
    throw new Refusal(`Unpacked, the file is larger than ${toMegabytes(caps.totalBytes)}.`);
  if (unpacked > SMALL && unpacked > packed * caps.ratio) {
    throw new Refusal(`The part ${name} unpacks to more than ${caps.ratio} times its size.`);
  }
}

function unpackEntry(view: DataView, entry: Entry, directory: number): Uint8Array<ArrayBuffer> {
  if (view.getUint32(entry.offset, true) !== LOCAL) throw new Refusal('The file is damaged and cannot be unpacked.');
  const head = 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const start = entry.offset + head;
  // Parts that lie over each other are how a small file pretends to hold a large one.
  if (start + entry.packed > directory) throw new Refusal('The file is damaged and cannot be unpacked.');
  const packed = new Uint8Array(view.buffer, view.byteOffset + start, entry.packed);
  const content = entry.method === STORED ? packed.slice() : inflate(packed, entry);
  if (content.length !== entry.unpacked) throw new Refusal(`The part ${entry.name} is not as large as the file says.`);
  return content as Uint8Array<ArrayBuffer>;
}

/** Stops as soon as more comes out than the archive's own directory says, which has been found small enough. */
function inflate(packed: Uint8Array, { name, unpacked }: Entry): Uint8Array {
  const content = new Uint8Array(unpacked);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > unpacked) throw new Refusal(`The part ${name} is larger than the file says.`);
    content.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  return content.subarray(0, length);
}

function toMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
