import { createHash, type Hash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { QuickXor } from './quick-xor.ts';

/** Bytes that are kept: found again by `hash`. */
export type Stored = { readonly hash: string; readonly size: number; readonly quickXor: string };

/** File contents by SHA-256. A content is complete on disk before `put` resolves, so a row can point at it at once. */
export type Contents = {
  put(source: AsyncIterable<Uint8Array>): Promise<Stored>;
  /** `end` is exclusive. */
  read(hash: string, start: number, end: number): Promise<Uint8Array>;
  /** A part that is still arriving: bytes written at their place, read once it is whole. */
  writePart(id: string, at: number, bytes: Uint8Array): Promise<void>;
  readPart(id: string, size: number): AsyncIterable<Uint8Array>;
  dropPart(id: string): Promise<void>;
};

class Digest {
  readonly #sha: Hash = createHash('sha256');
  readonly #quickXor = new QuickXor();
  #size = 0;

  update(bytes: Uint8Array): void {
    this.#sha.update(bytes);
    this.#quickXor.update(bytes);
    this.#size += bytes.length;
  }

  finish(): Stored {
    return { hash: this.#sha.digest('hex'), size: this.#size, quickXor: this.#quickXor.digest() };
  }
}

export function contentsInMemory(): Contents {
  const whole = new Map<string, Uint8Array>();
  const parts = new Map<string, Uint8Array>();
  return {
    async put(source) {
      const digest = new Digest();
      const chunks: Uint8Array[] = [];
      for await (const chunk of source) {
        digest.update(chunk);
        chunks.push(chunk);
      }
      const stored = digest.finish();
      whole.set(stored.hash, Buffer.concat(chunks));
      return stored;
    },
    async read(hash, start, end) {
      return (whole.get(hash) ?? new Uint8Array()).subarray(start, end);
    },
    async writePart(id, at, bytes) {
      const before = parts.get(id) ?? new Uint8Array();
      const after = new Uint8Array(Math.max(before.length, at + bytes.length));
      after.set(before);
      after.set(bytes, at);
      parts.set(id, after);
    },
    async *readPart(id, size) {
      yield (parts.get(id) ?? new Uint8Array()).subarray(0, size);
    },
    async dropPart(id) {
      parts.delete(id);
    },
  };
}

const CHUNK = 1024 * 1024;

export function contentsOnDisk(folder: string): Contents {
  const partsFolder = join(folder, 'parts');
  mkdirSync(partsFolder, { recursive: true });
  // What was half written when the last process ended belongs to nothing.
  for (const name of readdirSync(partsFolder)) if (name.startsWith('draft-')) rmSync(join(partsFolder, name));
  const place = (hash: string) => join(folder, hash.slice(0, 2), hash);
  const part = (id: string) => join(partsFolder, id);
  return {
    async put(source) {
      const digest = new Digest();
      const draft = join(partsFolder, `draft-${randomUUID()}`);
      const file = await open(draft, 'wx');
      try {
        for await (const chunk of source) {
          digest.update(chunk);
          await file.write(chunk);
        }
        await file.sync();
      } catch (error) {
        await file.close();
        await rm(draft, { force: true });
        throw error;
      }
      await file.close();
      const stored = digest.finish();
      await mkdir(join(folder, stored.hash.slice(0, 2)), { recursive: true });
      await rename(draft, place(stored.hash));
      return stored;
    },
    async read(hash, start, end) {
      if (end <= start) return new Uint8Array();
      const path = place(hash);
      if (start === 0 && end >= (await stat(path)).size) return readFile(path);
      const file = await open(path, 'r');
      try {
        const bytes = new Uint8Array(end - start);
        const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
        return bytes.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    async writePart(id, at, bytes) {
      const file = await openForWriting(part(id));
      try {
        await file.write(bytes, 0, bytes.length, at);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async *readPart(id, size) {
      const file = await open(part(id), 'r');
      try {
        for (let at = 0; at < size; ) {
          const bytes = new Uint8Array(Math.min(CHUNK, size - at));
          const { bytesRead } = await file.read(bytes, 0, bytes.length, at);
          if (bytesRead === 0) return;
          at += bytesRead;
          yield bytes.subarray(0, bytesRead);
        }
      } finally {
        await file.close();
      }
    },
    async dropPart(id) {
      await rm(part(id), { force: true });
    },
  };
}

async function openForWriting(path: string): Promise<FileHandle> {
  const created = await open(path, 'a');
  await created.close();
  return open(path, 'r+');
}
