/**
 * quickXorHash: 160 bits, every byte is xored in 11 bits further on than the one before, the length goes into the
 * last eight bytes.
 */
export class QuickXor {
  readonly #bits = new Uint8Array(20);
  #position = 0;
  #length = 0;

  update(bytes: Uint8Array): void {
    const bits = this.#bits;
    let position = this.#position;
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] as number;
      const index = position >> 3;
      const shift = position & 7;
      bits[index] = (bits[index] as number) ^ ((byte << shift) & 0xff);
      if (shift > 0) {
        const after = index === 19 ? 0 : index + 1;
        bits[after] = (bits[after] as number) ^ (byte >> (8 - shift));
      }
      position += 11;
      if (position >= 160) position -= 160;
    }
    this.#position = position;
    this.#length += bytes.length;
  }

  digest(): string {
    const result = Buffer.from(this.#bits);
    let length = BigInt(this.#length);
    for (let i = 12; i < 20; i += 1) {
      result[i] = (result[i] as number) ^ Number(length & 0xffn);
      length >>= 8n;
    }
    return result.toString('base64');
  }
}
