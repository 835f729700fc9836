import { GraphError } from '../graph/errors.ts';

export type Write = {
  /** What it is called when it did not go: `FD-A3`. */
  readonly name: string;
  readonly write: () => Promise<{ readonly outcome: 'saved' | 'kept' | 'clash' | 'gone' }>;
};

export type Written = {
  readonly done: number;
  readonly of: number;
  /** What did not go and why, each in a sentence; nothing if all went. */
  readonly sentences: readonly string[];
};

/** So many are in the queue at once: enough to keep it busy, few enough to stop soon after somebody goes offline. */
const AT_ONCE = 4;

/** After so many that could not go, the rest would meet the same. */
const PATIENCE = 5;

/** Writes many rows one by one and says of each whether it went. Nothing is written blind, and nothing fails unsaid. */
export async function writeAll(
  writes: readonly Write[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Written> {
  let done = 0;
  const sentences: string[] = [];
  const queue = writes.values();
  async function work(): Promise<void> {
    for (const one of queue) {
      const fault = await tryOne(one);
      if (fault === undefined) done += 1;
      else sentences.push(fault);
      onProgress(done, writes.length);
      if (sentences.length >= PATIENCE) return;
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, writes.length) }, work));
  const left = writes.length - done - sentences.length;
  if (left > 0) sentences.push(left === 1 ? '1 more was not tried.' : `${left} more were not tried.`);
  return { done, of: writes.length, sentences };
}

async function tryOne({ name, write }: Write): Promise<string | undefined> {
  try {
    const { outcome } = await write();
    if (outcome === 'saved') return undefined;
    if (outcome === 'kept') return `${name} waits to be sent.`;
    return outcome === 'clash'
      ? `${name} was changed by somebody else at the same time.`
      : `${name} was removed by somebody else.`;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return `${name}: ${error.message}`;
  }
}
