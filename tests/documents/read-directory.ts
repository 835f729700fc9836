export type Directory = {
  readonly length: number;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  /** Where the bytes of each begin, if they are stored as they are. */
  readonly starts: readonly number[];
  /** Entries of the directory at whose offset a local header was seen. */
  readonly headersFound: number;
  readonly isZip64: boolean;
};

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR = 0x07064b50;
const FULL = 0xffffffff;

/**
 * Reads a zip as it streams by, and holds no more of it than its end: by the format's own description, not by a library.
 * `headersFound` needs the pieces of the writer.
 */
export async function readDirectory(zip: ReadableStream<Uint8Array>): Promise<Directory> {
  const reader = zip.getReader();
  const headers = new Set<number>();
  let tail = new Uint8Array();
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const piece = read.value;
    // The writer gives each local header as a piece of its own.
    if (piece.length >= 4 && viewOf(piece).getUint32(0, true) === LOCAL) headers.add(length);
    length += piece.length;
    tail = keep(tail, piece);
  }
  const start = length - tail.length;
  const view = viewOf(tail);
  const end = tail.length - 22;
  if (view.getUint32(end, true) !== END) throw new Error('There is no end of the directory.');
  const isZip64 = view.getUint32(end - 20, true) === LOCATOR;
  const end64 = isZip64 ? Number(view.getBigUint64(end - 12, true)) - start : undefined;
  if (end64 !== undefined && view.getUint32(end64, true) !== END64) throw new Error('There is no end of a zip64.');
  let at = (end64 === undefined ? view.getUint32(end + 16, true) : Number(view.getBigUint64(end64 + 48, true))) - start;
  const entries: { name: string; size: number; offset: number }[] = [];
  while (view.getUint32(at, true) === CENTRAL) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const offset = view.getUint32(at + 42, true);
    entries.push({
      name: new TextDecoder().decode(tail.subarray(at + 46, at + 46 + name)),
      size: view.getUint32(at + 24, true),
      // The extra field holds the offset alone where only that has outgrown its place.
      offset: offset === FULL ? Number(view.getBigUint64(at + 46 + name + extra - 8, true)) : offset,
    });
    at += 46 + name + extra + comment;
  }
  return {
    length,
    names: entries.map(({ name }) => name),
    sizes: entries.map(({ size }) => size),
    // The writer puts no extra field into local headers.
    starts: entries.map(({ name, offset }) => offset + 30 + new TextEncoder().encode(name).length),
    headersFound: entries.filter(({ offset }) => headers.has(offset)).length,
    isZip64,
  };
}

const MOST_TAIL = 64 * 1024;

function keep(tail: Uint8Array<ArrayBuffer>, piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(Math.min(MOST_TAIL, tail.length + piece.length));
  const fromPiece = piece.subarray(Math.max(0, piece.length - both.length));
  both.set(fromPiece, both.length - fromPiece.length);
  const room = both.length - fromPiece.length;
  both.set(tail.subarray(tail.length - room), 0);
  return both;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
