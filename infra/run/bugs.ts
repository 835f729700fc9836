import list from './bugs.json' with { type: 'json' };

/** One deliberate bug: an exact replacement in one file, and the fast tests that are to notice it. */
export type Bug = {
  readonly name: string;
  /** A rule of the data layer, or a group of faults. */
  readonly rule: string;
  readonly file: string;
  /** Occurs exactly once in the file. */
  readonly find: string;
  readonly replace: string;
  readonly tests: readonly string[];
};

export const bugs: readonly Bug[] = list;
