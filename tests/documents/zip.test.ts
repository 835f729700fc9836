import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { streamZip, type ZipEntry } from '../../src/documents/zip.ts';
import { readDirectory } from './read-directory.ts';

const changedAt = new Date('2026-11-23T09:00:00Z');
const MIB = 1024 * 1024;

describe('a zip', () => {
  it('asks for an entry only when the one before it has gone', async () => {
    const asked: string[] = [];
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (const path of ['a/ä.txt', 'b.txt']) {
        asked.push(path);
        yield { path, bytes: new Blob([new Uint8Array(200_000).fill(65)]), changedAt };
        asked.push(`${path} gone`);
      }
    }
    const files = unzipSync(new Uint8Array(await new Response(streamZip(entries())).arrayBuffer()));
    expect(asked).toEqual(['a/ä.txt', 'a/ä.txt gone', 'b.txt', 'b.txt gone']);
    expect(Object.keys(files)).toEqual(['a/ä.txt', 'b.txt']);
    expect(strFromU8(files['a/ä.txt'] as Uint8Array)).toBe('A'.repeat(200_000));
  });

  /** Long: above 4 GB, where offsets no longer fit and the directory is a zip64's. */
  it('has a directory that leads to every entry, however large it is', async () => {
    const count = process.env.SOAK ? 70 : 3;
    const bytes = new Uint8Array(64 * MIB).map((_, index) => index % 251);
    async function* entries(): AsyncGenerator<ZipEntry> {
      for (let number = 0; number < count; number += 1) yield { path: `file ${number}.bin`, bytes, changedAt };
    }
    const read = await readDirectory(streamZip(entries()));
    expect(read.names).toEqual(Array.from({ length: count }, (_, number) => `file ${number}.bin`));
    expect(read.sizes).toEqual(new Array(count).fill(bytes.length));
    // Where the directory says that an entry begins, one begins.
    expect(read.headersFound).toBe(count);
    expect(read.isZip64).toBe(read.length > 0xffffffff);
  });
});
