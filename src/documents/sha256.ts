import { createSHA256 } from 'hash-wasm';

/**
 * The SHA-256 of bytes as they come, hexadecimal, and how many they were. The platform's own digest wants them all in
 * memory at once, which a file of 250 MB should not be.
 */
export async function hashSha256(
  bytes: ReadableStream<Uint8Array>,
  onRead?: (count: number) => void,
): Promise<{ readonly hex: string; readonly size: number }> {
  const hasher = await createSHA256();
  let size = 0;
  const reader = bytes.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    hasher.update(part.value);
    size += part.value.length;
    onRead?.(size);
  }
  return { hex: hasher.digest('hex'), size };
}
