import { describe, expect, it } from 'vitest';
import { QuickXor } from '../../infra/local/state/quick-xor.ts';
import { hashOf, readInto, startQuickXor } from '../../src/graph/quick-xor.ts';

/** Bytes in base64 and their hash; each can be worked out by hand from Microsoft's description. */
const vectors: readonly (readonly [string, string])[] = [
  ['', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
  ['Sg==', 'SgAAAAAAAAAAAAAAAQAAAAAAAAA='],
  ['tbQ=', 'taAFAAAAAAAAAAAAAgAAAAAAAAA='],
  ['0pZP', '0rDEEwAAAAAAAAAAAwAAAAAAAAA='],
];

function bytes(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, index) => (index * 7_919 + (index >> 8)) % 256);
}

function independent(content: Uint8Array): string {
  const other = new QuickXor();
  other.update(content);
  return other.digest();
}

describe("SharePoint's hash", () => {
  it.each(vectors)('of the bytes %j is the known one', async (text, hash) => {
    expect(await hashOf(new Blob([Buffer.from(text, 'base64')]))).toBe(hash);
  });

  it.each([1, 19, 20, 159, 160, 161, 4_096, 1_048_575, 1_048_577, 3_333_333])(
    'of %i bytes is the one that another implementation gives',
    async (size) => {
      const content = bytes(size);
      expect(await hashOf(new Blob([content]))).toBe(independent(content));
    },
  );

  it('goes on from any place where it was left', async () => {
    const content = bytes(500_000);
    for (const at of [0, 1, 160, 12_345, 499_999, 500_000]) {
      const first = startQuickXor();
      await readInto(first, new Blob([content]), at);
      const second = startQuickXor(JSON.parse(JSON.stringify(first.state())));
      await readInto(second, new Blob([content]), content.length);
      expect(second.digest()).toBe(independent(content));
    }
  });

  it('of two beginnings is the same only if they are the same', () => {
    const one = startQuickXor();
    const other = startQuickXor();
    const content = bytes(1_000);
    one.update(content);
    content[500] = (content[500] ?? 0) ^ 1;
    other.update(content);
    expect(one.state().bits).not.toBe(other.state().bits);
  });

  it('keeps no more than a slice of the file in memory', async () => {
    let largest = 0;
    const content = new Blob([bytes(5_000_000)]);
    const slice = content.slice.bind(content);
    content.slice = (from, to) => {
      largest = Math.max(largest, (to ?? 0) - (from ?? 0));
      return slice(from, to);
    };
    await hashOf(content);
    expect(largest).toBe(1_048_576);
  });
});
