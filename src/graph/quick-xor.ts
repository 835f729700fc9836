/** Where a hash stands after so many bytes: enough to go on with it later, and to compare two beginnings. */
export type QuickXorState = { readonly bits: string; readonly length: number };

export type QuickXor = {
  update(bytes: Uint8Array): void;
  /** As SharePoint writes it, base64. */
  digest(): string;
  state(): QuickXorState;
};

const BYTES = 20;
const BITS = BYTES * 8;
/** Each byte is xored in so many bits further on than the one before. */
const STEP = 11;

/**
 * ## quickXorHash, lane by lane
 * 11 and 160 have no common divisor, so the places repeat every 160 bytes: bytes that are 160 apart fall on the same
 * bits. They are xored into 160 lanes as they come, and the lanes are turned into their places only when somebody asks.
 */
export function startQuickXor(from: QuickXorState = { bits: '', length: 0 }): QuickXor {
  const before = fromBase64(from.bits);
  const lanes = new Uint8Array(BITS);
  let length = from.length;
  let lane = length % BITS;

  function fold(): Uint8Array {
    const bits = new Uint8Array(BYTES);
    for (let index = 0; index < BYTES; index += 1) bits[index] = before[index] ?? 0;
    for (let each = 0; each < BITS; each += 1) {
      const value = lanes[each] ?? 0;
      const place = (each * STEP) % BITS;
      const index = place >> 3;
      const shift = place & 7;
      const after = (index + 1) % BYTES;
      bits[index] = (bits[index] ?? 0) ^ ((value << shift) & 0xff);
      bits[after] = (bits[after] ?? 0) ^ (value >> (8 - shift));
    }
    return bits;
  }

  return {
    update(bytes) {
      for (let index = 0; index < bytes.length; index += 1) {
        lanes[lane] = (lanes[lane] as number) ^ (bytes[index] as number);
        lane = lane === BITS - 1 ? 0 : lane + 1;
      }
      length += bytes.length;
    },
    digest() {
      const result = fold();
      // The length goes into the last eight bytes, the smallest part first; a number holds 53 bits of it exactly.
      let rest = length;
      for (let index = BYTES - 8; index < BYTES; index += 1) {
        result[index] = (result[index] ?? 0) ^ (rest % 256);
        rest = Math.floor(rest / 256);
      }
      return toBase64(result);
    },
    state: () => ({ bits: toBase64(fold()), length }),
  };
}

/** Small enough that the page answers between two, large enough to keep the disk busy. */
const SLICE = 1024 * 1024;

/** Goes on with a hash up to byte `to` of a file, slice by slice. Rejects if the file cannot be read any more. */
export async function readInto(running: QuickXor, content: Blob, to: number): Promise<void> {
  for (let from = running.state().length; from < to; from += SLICE) {
    running.update(new Uint8Array(await content.slice(from, Math.min(from + SLICE, to)).arrayBuffer()));
  }
}

/** The hash of a whole file, never more than a slice of it in memory. */
export async function hashOf(content: Blob): Promise<string> {
  const running = startQuickXor();
  await readInto(running, content, content.size);
  return running.digest();
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
