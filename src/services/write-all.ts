import { MOST_PARTS } from '../graph/batch.ts';
import { GraphError } from '../graph/errors.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

export type Write = {
  /** What it is called when it did not go: `FD-A3`. */
  readonly name: string;
  readonly write: () => Promise<{ readonly outcome: 'saved' | 'kept' | 'clash' | 'gone' }>;
};

export type Written = {
  readonly done: number;
  readonly of: number;
  /** What did not go and why, in a sentence for each reason; nothing if all went. */
  readonly sentences: readonly string[];
  /** The places of those that can be tried again: what did not go, save what waits to be sent. */
  readonly failed: readonly number[];
};

/** After so many that could not go, the rest would meet the same. */
const PATIENCE = 5;

/**
 * Writes many rows, as many at a time as go in one round trip, when Microsoft 365 has room for them, and says of each
 * whether it went. Nothing is written blind, and nothing fails unsaid.
 */
export async function writeAll(
  workspace: Workspace,
  writes: readonly Write[],
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Written> {
  const patient = workspace.graph.inBackground().withPatience(Number.POSITIVE_INFINITY);
  const faults: Fault[] = [];
  const failed: number[] = [];
  let done = 0;
  let tried = 0;
  while (tried < writes.length && faults.length < PATIENCE) {
    const first = tried;
    const some = writes.slice(first, first + MOST_PARTS);
    tried += some.length;
    await patient.roomFor(some.length);
    await Promise.all(
      some.map(async (one, at) => {
        const fault = await tryOne(one);
        if (fault) faults.push(fault);
        else done += 1;
        if (fault && !fault.isKept) failed.push(first + at);
        onProgress(done, writes.length);
      }),
    );
  }
  const left = writes.length - tried;
  const sentences = toSentences(faults);
  if (left > 0) sentences.push(left === 1 ? '1 more was not tried.' : `${left} more were not tried.`);
  for (let place = tried; place < writes.length; place += 1) failed.push(place);
  return { done, of: writes.length, sentences, failed: failed.toSorted((one, other) => one - other) };
}

type Fault = { readonly name: string; readonly one: string; readonly many: string; readonly isKept?: true };

async function tryOne({ name, write }: Write): Promise<Fault | undefined> {
  try {
    const { outcome } = await write();
    switch (outcome) {
      case 'saved':
        return undefined;
      case 'kept':
        return { name, one: ' waits to be sent.', many: ' wait to be sent.', isKept: true };
      case 'clash':
        return {
          name,
          one: ' was changed by somebody else at the same time.',
          many: ' were changed by somebody else at the same time.',
        };
      case 'gone':
        return { name, one: ' was removed by somebody else.', many: ' were removed by somebody else.' };
    }
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { name, one: `: ${error.message}`, many: `: ${error.message}` };
  }
}

function toSentences(faults: readonly Fault[]): string[] {
  return [...Map.groupBy(faults, ({ one }) => one).values()].map((alike) => {
    const [first] = alike as [Fault];
    return alike.length === 1 ? `${first.name}${first.one}` : `${toNames(alike)}${first.many}`;
  });
}

const MOST_NAMES = 5;

function toNames(faults: readonly Fault[]): string {
  const names = faults.slice(0, MOST_NAMES).map(({ name }) => name);
  const rest = faults.length - names.length;
  const last = rest > 0 ? `${rest} more` : names.pop();
  return `${names.join(', ')} and ${last}`;
}
