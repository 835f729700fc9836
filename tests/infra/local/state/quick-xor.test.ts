import { describe, expect, it } from 'vitest';
import { QuickXor } from '../../../../infra/local/state/quick-xor.ts';

/** The definition, bit by bit: bit b of byte i goes to bit (11 i + b) mod 160; the length into the last eight bytes. */
function slow(bytes: Uint8Array): string {
  const bits = new Uint8Array(160);
  bytes.forEach((byte, i) => {
    for (let b = 0; b < 8; b += 1) {
      const at = (11 * i + b) % 160;
      bits[at] = (bits[at] as number) ^ ((byte >> b) & 1);
    }
  });
  const result = new Uint8Array(20);
  bits.forEach((bit, i) => {
    result[i >> 3] = (result[i >> 3] as number) | (bit << (i & 7));
  });
  const view = new DataView(result.buffer);
  view.setBigUint64(12, view.getBigUint64(12, true) ^ BigInt(bytes.length), true);
  return Buffer.from(result).toString('base64');
}

describe('the quick hash', () => {
  it.each([0, 1, 13, 14, 15, 160, 1000, 70_001])('of %i bytes follows its definition', (length) => {
    const bytes = new Uint8Array(length).map((_, i) => (i * 7 + 3) % 256);
    const hash = new QuickXor();
    hash.update(bytes);
    expect(hash.digest()).toBe(slow(bytes));
  });

  it('does not depend on how the bytes are cut', () => {
    const bytes = new Uint8Array(5000).map((_, i) => (i * 11) % 256);
    const whole = new QuickXor();
    whole.update(bytes);
    const cut = new QuickXor();
    for (const at of [0, 7, 1000, 4999])
      cut.update(bytes.subarray(at, at === 0 ? 7 : at === 7 ? 1000 : at === 1000 ? 4999 : 5000));
    expect(cut.digest()).toBe(whole.digest());
  });
});
