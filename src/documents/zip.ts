import { makeZip } from 'client-zip';

export type ZipEntry = {
  /** Folders and name, with `/` between. */
  readonly path: string;
  readonly bytes: Blob | Uint8Array<ArrayBuffer>;
  readonly changedAt: Date;
};

/** The writer makes a zip64 of what is above 4 GB, and not of what holds more entries than this. */
export const MOST_ENTRIES = 65_000;

/**
 * A zip of the entries, made as it is read: an entry is asked for when the one before it has been read to its end.
 * Nothing is packed tighter, since documents are packed already.
 */
export function streamZip(entries: AsyncIterable<ZipEntry>): ReadableStream<Uint8Array> {
  return makeZip(toInputs(entries));
}

async function* toInputs(entries: AsyncIterable<ZipEntry>) {
  for await (const { path, bytes, changedAt } of entries) {
    const size = bytes instanceof Blob ? bytes.size : bytes.length;
    yield { name: path, input: bytes, size, lastModified: changedAt };
  }
}
