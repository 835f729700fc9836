import type { Graph } from '../graph/client.ts';
import type { Place } from './place.ts';
import type { SavedPlan } from './set-up-plan.ts';

/** One workspace: where its lists and its library are. Plain data; may be kept and compared. */
export type WorkspaceInfo = {
  /** Eight hexadecimal characters, made from the id of the channel in which it was set up. */
  readonly id: string;
  /** The partnership's name. */
  readonly title: string;
  readonly site: string;
  readonly drive: string;
  /** The folder of the channel in which it was set up; all folders of the workspace are below it. */
  readonly homeFolder: string;
  /** Channels whose tab opens this workspace. */
  readonly channels: readonly string[];
  /** List ids by our name for the list; one that is missing needs "Check and repair". */
  readonly lists: { readonly [name: string]: string };
  /** Set-up began and did not end; the plan as it was given, to carry on with. */
  readonly unfinished?: SavedPlan | undefined;
};

export type Found =
  /** Teams makes a channel's folder when somebody first opens its Files tab. */
  | { readonly state: 'not-ready' }
  | {
      readonly state: 'found';
      readonly site: string;
      readonly drive: string;
      readonly folder: string;
      /** The workspace that this channel opens. */
      readonly here?: WorkspaceInfo | undefined;
      /** Workspaces of other channels on the same site; `joinWorkspace` opens one from here too. */
      readonly others: readonly WorkspaceInfo[];
    };

export type MyWorkspace = {
  readonly info: WorkspaceInfo;
  readonly teamName: string;
  /** A channel that opens it. */
  readonly place: Place;
};

/** Finds the workspace of a channel. The library comes from the channel itself, never from a guessed path. */
export async function findWorkspaces(_graph: Graph, _place: Place): Promise<Found> {
  throw new Error('findWorkspaces is being written');
}

/** Every workspace that I can open, over all my teams; `unread` counts channels that could not be looked into. */
export async function findMyWorkspaces(
  _graph: Graph,
): Promise<{ readonly workspaces: readonly MyWorkspace[]; readonly unread: number }> {
  throw new Error('findMyWorkspaces is being written');
}

/** Makes a channel's tab open a workspace that another channel has. */
export async function joinWorkspace(_graph: Graph, _info: WorkspaceInfo, _place: Place): Promise<WorkspaceInfo> {
  throw new Error('joinWorkspace is being written');
}
