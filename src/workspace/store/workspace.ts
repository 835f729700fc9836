import type { Graph } from '../../graph/client.ts';
import type { WorkspaceInfo } from '../find.ts';
import type { Place } from '../place.ts';
import type { List, NewRowOf, PatchOf, PersonRef, RowOf } from '../schema/define-list.ts';
import type { Files, Removed, Rows, Saved, SaveState } from './snapshot.ts';

export type OpenWorkspace = {
  readonly graph: Graph;
  readonly info: WorkspaceInfo;
  readonly place: Place;
  readonly me: PersonRef;
  /** The moment now, ISO 8601 in UTC. */
  readonly clock: () => string;
};

/** A partnership's workspace in memory: what was read, kept in step by `pull`, changed by conditional writes. */
export type Workspace = OpenWorkspace & {
  rows<L extends List>(list: L): Rows<RowOf<L>>;
  files(): Files;
  saveState(): SaveState;
  /** Calls back after any of the above has changed. */
  subscribe(listener: () => void): () => void;
  /** Adds a row. If its key is taken already, the row is laid on what is there as a change. */
  create<L extends List>(list: L, row: NewRowOf<L>): Promise<Saved<L>>;
  /** Changes a row from the one that the person `seen`; throws a GraphError if nothing could be saved. */
  save<L extends List>(list: L, uid: string, patch: PatchOf<L>, seen: RowOf<L>): Promise<Saved<L>>;
  remove<L extends List>(list: L, uid: string, seen: RowOf<L>): Promise<Removed<L>>;
  /** Gives up a change that could not be saved, so that it is no longer counted. */
  giveUp(list: List, uid: string): void;
  /** Reads what changed: one delta a list and one for the library. Joins a pull that is under way. Never throws. */
  pull(): Promise<void>;
};

/** Opens a workspace. Nothing is read before the first `pull`. */
export function openWorkspace(_facts: OpenWorkspace): Workspace {
  throw new Error('openWorkspace is being written');
}
