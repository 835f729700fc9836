import type { Graph } from '../../graph/client.ts';
import { GraphError } from '../../graph/errors.ts';
import { refusal } from '../../graph/refusals.ts';

export type SetUpStep = {
  readonly id: string;
  /** In words: "Partners list", "Folders for Police". */
  readonly title: string;
  readonly state: 'waiting' | 'doing' | 'done' | 'failed';
  /** How many things of this step were made in this run, were there already, and are to be there in all. */
  readonly made: number;
  readonly found: number;
  readonly of: number;
  /** Why it failed, or how long Microsoft 365 asked us to wait. */
  readonly note?: string | undefined;
};

export type SetUpProgress = { readonly steps: readonly SetUpStep[]; readonly done: number; readonly of: number };

export type Tally = {
  /** One thing more was missing and has been made; each of `what` says so in the report. */
  made(...what: readonly string[]): void;
  /** One thing more was there. */
  found(): void;
};

export type Step = {
  readonly id: string;
  readonly title: string;
  readonly of: number;
  /** Nothing after it can be done without it. */
  readonly vital?: true;
  readonly run: (tally: Tally) => Promise<void>;
};

export type StepsReport = {
  readonly steps: readonly SetUpStep[];
  readonly made: readonly string[];
  /** The first thing that went wrong. */
  readonly error?: GraphError | undefined;
};

/** Works through the steps in order. One that fails is noted and the rest goes on, unless it was vital. */
export async function runSteps(
  graph: Graph,
  steps: readonly Step[],
  onProgress: (progress: SetUpProgress) => void,
): Promise<StepsReport> {
  let shown: readonly SetUpStep[] = steps.map(({ id, title, of }) => ({
    id,
    title,
    of,
    state: 'waiting',
    made: 0,
    found: 0,
  }));
  const made: string[] = [];
  let error: GraphError | undefined;
  let current = 0;

  function show(index: number, change: Partial<SetUpStep>) {
    shown = shown.map((step, at) => (at === index ? { ...step, ...change } : step));
    onProgress({ steps: shown, done: shown.filter((step) => step.state === 'done').length, of: shown.length });
  }

  const stopListening = graph.onPause((seconds) => {
    const wait = seconds === 1 ? '1 second' : `${Math.ceil(seconds)} seconds`;
    show(current, { note: `Microsoft 365 asked us to wait. Trying again in ${wait}.` });
  });
  try {
    for (const [index, step] of steps.entries()) {
      current = index;
      show(index, { state: 'doing' });
      const count = (key: 'made' | 'found') => show(index, { [key]: (shown[index]?.[key] ?? 0) + 1, note: undefined });
      try {
        await step.run({
          made: (...what) => {
            made.push(...what);
            count('made');
          },
          found: () => count('found'),
        });
        show(index, { state: 'done', note: undefined });
      } catch (failure) {
        const reason = failure instanceof GraphError ? failure : refusal('unreadable', { cause: failure });
        error ??= reason;
        show(index, { state: 'failed', note: reason.message });
        if (step.vital) break;
      }
    }
  } finally {
    stopListening();
  }
  return { steps: shown, made, error };
}
