import type { Graph } from '../graph/client.ts';
import type { GraphError } from '../graph/errors.ts';
import type { WorkspaceInfo } from './find.ts';
import type { Place } from './place.ts';
import type { PlannedPack, SetUpPlan } from './set-up-plan.ts';

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

export type SetUpReport = {
  readonly outcome: 'complete' | 'stopped';
  readonly steps: readonly SetUpStep[];
  /** What was missing and has been made, in words, one line each. */
  readonly made: readonly string[];
  /** There after the list of workspaces has its row, even if a later step failed. */
  readonly info?: WorkspaceInfo | undefined;
  readonly error?: GraphError | undefined;
};

/** Makes the workspace of a channel, or completes one that was begun. Safe to run again and to run twice at once. */
export async function setUp(
  _graph: Graph,
  _plan: SetUpPlan,
  _onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  throw new Error('setUp is being written');
}

/** The same run, from what the workspace itself says; `findPack` gives the packs of its themes. */
export async function checkAndRepair(
  _graph: Graph,
  _repair: {
    readonly info: WorkspaceInfo;
    readonly place: Place;
    readonly findPack: (id: string) => PlannedPack | undefined | Promise<PlannedPack | undefined>;
  },
  _onProgress: (progress: SetUpProgress) => void,
): Promise<SetUpReport> {
  throw new Error('checkAndRepair is being written');
}
