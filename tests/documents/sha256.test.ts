import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashSha256 } from '../../src/documents/sha256.ts';

function inParts(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

it('hashes bytes as they come, however they are cut, and counts them', async () => {
  const bytes = randomBytes(300_001);
  const parts = [bytes.subarray(0, 1), bytes.subarray(1, 65_537), bytes.subarray(65_537)];
  const seen: number[] = [];
  const { hex, size } = await hashSha256(inParts(parts), (n) => seen.push(n));
  expect(hex).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(size).toBe(300_001);
  expect(seen).toEqual([1, 65_537, 300_001]);
});

it('knows the hash of nothing', async () => {
  const nothing = await hashSha256(inParts([]));
  expect(nothing.hex).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
