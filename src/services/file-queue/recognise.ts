import { hashOf, readInto, startQuickXor } from '../../graph/quick-xor.ts';
import { ONE_REQUEST } from '../../graph/upload.ts';
import { readFile } from '../../graph/upload-pieces.ts';
import type { Marks, QueuedFile } from './entry.ts';

/** Enough of both ends to tell two files of one length apart, little enough to read of two thousand. */
const END = 64 * 1024;

/** By what this file will be known again. Throws `file-changed` if it cannot be read. */
export async function markOf(file: File): Promise<Marks & { readonly ends: string }> {
  const first = await readFile(() => hashOf(file.slice(0, END)));
  const last = file.size <= END ? first : await readFile(() => hashOf(file.slice(file.size - END)));
  return { name: file.name, size: file.size, changed: file.lastModified, ends: `${first}${last}` };
}

/** The entry that waits for this file, by name, size and ends; what was renamed on the device is known by the rest. */
export async function recognise(file: File, waiting: readonly QueuedFile[]): Promise<QueuedFile | undefined> {
  const likely = waiting.filter(({ marks }) => marks.size === file.size);
  if (likely.length === 0) return undefined;
  const { ends } = await markOf(file);
  const same = likely.filter(({ marks }) => marks.ends === undefined || marks.ends === ends);
  return same.find(({ marks }) => marks.name === file.name) ?? same.find(({ marks }) => marks.ends !== undefined);
}

/** A file that goes in one request, read whole, so that what is hashed is what is sent. */
export async function readSmall(file: File): Promise<{ readonly content: Blob; readonly hash: string }> {
  const running = startQuickXor();
  const bytes = await readFile(() => file.arrayBuffer());
  const content = new Blob([bytes], { type: file.type });
  await readInto(running, content, content.size);
  return { content, hash: running.digest() };
}

export function isSmall({ size }: { readonly size: number }): boolean {
  return size <= ONE_REQUEST;
}
