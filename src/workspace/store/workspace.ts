import type { Graph } from '../../graph/client.ts';
import type { LibraryItem } from '../../graph/drive.ts';
import { GraphError } from '../../graph/errors.ts';
import type { WorkspaceInfo } from '../find.ts';
import type { Place } from '../place.ts';
import type { List, NewRowOf, PatchOf, PersonRef, RowOf } from '../schema/define-list.ts';
import { workspaceLists } from '../schema/lists.ts';
import { type Base, openBase } from './base.ts';
import { openLibraryBase } from './library-base.ts';
import type { Files, Removed, Rows, Saved, SaveState } from './snapshot.ts';
import { writeChange, writeNew, writeRemoval } from './write.ts';

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
  /** Why the last pull did not bring everything, while older rows are still shown. */
  pullError(): GraphError | undefined;
  /** Calls back after any of the above has changed. */
  subscribe(listener: () => void): () => void;
  /** Adds a row. If its key is taken already, the row is laid on what is there as a change. */
  create<L extends List>(list: L, row: NewRowOf<L>): Promise<Saved<L>>;
  /** Changes a row from the one that the person has `seen`; throws a GraphError if nothing could be saved. */
  save<L extends List>(list: L, uid: string, patch: PatchOf<L>, seen: RowOf<L>): Promise<Saved<L>>;
  remove<L extends List>(list: L, uid: string, seen: RowOf<L>): Promise<Removed<L>>;
  /** Gives up a change that could not be saved, so that it is no longer counted. */
  giveUp(list: List, uid: string): void;
  /** Takes a file or folder that was just written, before the next pull brings it. */
  putFile(item: LibraryItem): void;
  /** Reads what changed: one delta a list and one for the library. Joins a pull that is under way. Never throws. */
  pull(): Promise<void>;
};

/** Opens a workspace. Nothing is read before the first `pull`. */
export function openWorkspace(facts: OpenWorkspace): Workspace {
  const { graph, info } = facts;
  const bases = new Map<string, Base<List>>();
  for (const list of workspaceLists) {
    const id = info.lists[list.name];
    if (id) bases.set(list.name, openBase<List>(graph, { site: info.site, list: id }, list));
  }
  const library = openLibraryBase(graph, info.drive);
  const listeners = new Set<() => void>();
  const failed = new Set<string>();
  let sending = 0;
  let saveState: SaveState = { state: 'saved' };
  let pulling: Promise<void> | undefined;
  let pullError: GraphError | undefined;

  function tell() {
    for (const listener of [...listeners]) listener();
  }

  function baseOf<L extends List>(list: L): Base<L> {
    const base = bases.get(list.name);
    if (!base) throw missing.error;
    // Opened above from the very declaration that bears this name.
    return base as unknown as Base<L>;
  }

  function updateSaveState() {
    if (sending > 0) saveState = { state: 'saving', count: sending };
    else saveState = failed.size > 0 ? { state: 'not-saved', count: failed.size } : { state: 'saved' };
  }

  async function counted<Result>(list: List, uid: string, work: () => Promise<Result>): Promise<Result> {
    const key = `${list.name} ${uid}`;
    sending += 1;
    failed.delete(key);
    updateSaveState();
    tell();
    try {
      return await work();
    } catch (error) {
      failed.add(key);
      throw error;
    } finally {
      sending -= 1;
      updateSaveState();
      tell();
    }
  }

  async function pullOne(work: () => Promise<boolean>): Promise<GraphError | undefined> {
    try {
      if (await work()) tell();
      return undefined;
    } catch (error) {
      if (error instanceof GraphError) return error;
      throw error;
    }
  }

  async function pullAll(): Promise<void> {
    const outcomes = await Promise.all([...bases.values(), library].map((base) => pullOne(base.pull)));
    const error = outcomes.find((outcome) => outcome !== undefined);
    if (error === pullError) return;
    pullError = error;
    tell();
  }

  return {
    ...facts,
    rows: <L extends List>(list: L) => (bases.get(list.name)?.snapshot() ?? missing) as Rows<RowOf<L>>,
    files: library.snapshot,
    saveState: () => saveState,
    pullError: () => pullError,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    create: (list, row) => counted(list, row.uid, () => writeNew(graph, list, baseOf(list), row)),
    save: (list, uid, patch, seen) =>
      counted(list, uid, () => writeChange(graph, list, baseOf(list), { uid, patch, seen, version: seen.version })),
    remove: (list, uid, seen) => counted(list, uid, () => writeRemoval(graph, list, baseOf(list), uid, seen)),
    giveUp: (list, uid) => {
      failed.delete(`${list.name} ${uid}`);
      updateSaveState();
      tell();
    },
    putFile: (item) => {
      library.put(item);
      tell();
    },
    pull: () => {
      pulling ??= pullAll().finally(() => {
        pulling = undefined;
      });
      return pulling;
    },
  };
}

const missing = {
  state: 'failed',
  error: new GraphError(
    'not-found',
    'A list of this workspace is not there. "Check and repair" in Settings makes it again.',
  ),
} as const;
