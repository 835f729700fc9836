import type { Graph } from '../../graph/client.ts';
import type { LibraryItem } from '../../graph/drive.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import { openCache } from '../cache/cache.ts';
import { toKeptName } from '../cache/forget.ts';
import { createJournal } from '../cache/journal.ts';
import type { WorkspaceInfo } from '../find.ts';
import type { Place } from '../place.ts';
import type { List, NewRowOf, PatchOf, PersonRef, RowOf } from '../schema/define-list.ts';
import { type Evidence, evidence, laterLists, workspaceLists } from '../schema/lists.ts';
import { isSameValue, toFieldNames } from '../schema/mapping.ts';
import { type Problem, validate, validateChange } from '../schema/validate.ts';
import type { Edit, Values } from '../sync/edit.ts';
import { createServer, type PlacedList } from '../sync/server.ts';
import { createSource, LIBRARY, toLibraryRow } from '../sync/source.ts';
import { browserSurroundings, type Surroundings } from '../sync/surroundings.ts';
import { openTabs } from '../sync/tabs.ts';
import { toRemoved, toSaved, toSaveState } from './outcomes.ts';
import type { Draft, Row } from './server-base.ts';
import type { Files, Removed, Rows, Saved, SaveState } from './snapshot.ts';
import { createStore, type Lay, type Status } from './store.ts';

export type OpenWorkspace = {
  readonly graph: Graph;
  readonly info: WorkspaceInfo;
  readonly place: Place;
  readonly me: PersonRef;
  /** The moment now, ISO 8601 in UTC. */
  readonly clock: () => string;
  /** The tenant in which the person signed in. Without it nothing is kept in the browser, and no other tab is told. */
  readonly tenant?: string | undefined;
  /** The time and chance of tests. */
  readonly surroundings?: Surroundings | undefined;
};

/** A partnership's workspace: what was read, kept in step by `pull`, with a person's own unsent changes laid over it. */
export type Workspace = OpenWorkspace & {
  rows<L extends List>(list: L): Rows<RowOf<L>>;
  /** The rows that this browser holds of a list, even if the list itself is gone. */
  held(list: List): readonly RowOf<List>[];
  files(): Files;
  saveState(): SaveState;
  /** Changes that Microsoft 365 does not have yet, why they wait, and whether this browser keeps them. */
  status(): Status;
  /** Why the last pull did not bring everything, while older rows are still shown. */
  pullError(): GraphError | undefined;
  /** Calls back after any of the above has changed. */
  subscribe(listener: () => void): () => void;
  /** Adds a row. If its key is taken already, the row is laid on what is there as a change. */
  create<L extends List>(list: L, row: NewRowOf<L>): Promise<Saved<L>>;
  /** Changes a row from the one that the person has `seen`; throws a GraphError if it was turned down for good. */
  save<L extends List>(
    list: L,
    uid: string,
    patch: PatchOf<L>,
    seen: RowOf<L>,
    /** Columns that must still hold what was seen, or it is a clash: also those that the patch leaves as they are. */
    restsOn?: readonly (keyof PatchOf<L> & string)[],
  ): Promise<Saved<L>>;
  remove<L extends List>(list: L, uid: string, seen: RowOf<L>): Promise<Removed<L>>;
  /** Takes a file or folder that was just written, before the next pull brings it. */
  putFile(item: LibraryItem): void;
  /** Reads what changed: one delta a list and one for the library, in one round trip. Joins a pull that is under way. */
  pull(): Promise<void>;
  /** The way is free again (signed in, back online): sends what waits. */
  goOn(): Promise<void>;
  retry(edit: Edit): Promise<void>;
  discard(edit: Edit): Promise<void>;
  settle(edit: Edit, mine: readonly string[], lay?: Lay): Promise<void>;
  /** Makes a row again that was removed while this edit changed it. */
  restore(edit: Edit): Promise<void>;
  /** Words that a person is typing and has not saved: kept in this browser, unless the list is a sensitive one. */
  draft(record: string): Draft | undefined;
  drafts(): readonly Draft[];
  keepDraft(list: List, record: string, values: Values): void;
  dropDraft(record: string): void;
  close(): void;
};

/** Opens a workspace. What the browser keeps is shown as soon as it is read; Microsoft 365 is asked at the first `pull`. */
export function openWorkspace(facts: OpenWorkspace): Workspace {
  const { graph, info, me, tenant } = facts;
  const places = placeLists(info);
  const name = toKeptName(tenant ?? '', me.id, info.id);
  const sensitive = new Set(
    workspaceLists.flatMap((list) => ('sensitive' in list && list.sensitive ? [list.name] : [])),
  );
  const shapes = shapesOf(places, info.drive);
  const store = createStore({
    server: createServer(graph, places),
    source: createSource(graph, places, info.drive),
    lists: [...places.keys(), LIBRARY],
    sensitive,
    me: me.name,
    tab: crypto.randomUUID().slice(0, 8),
    surroundings: facts.surroundings ?? browserSurroundings(name),
    journal: createJournal(tenant === undefined ? undefined : localStorageOrNone(), name),
    openCache: (onLost) =>
      tenant === undefined ? Promise.resolve(undefined) : openCache(name, { sensitive, shapes, onLost }),
    openTabs: tenant === undefined ? undefined : (onTold) => openTabs(name, onTold),
    onRead: (list, isNewer) => list === LIBRARY && filesOf.wasRead((uid) => isNewer(evidence.name, uid)),
  });
  void store.open();
  const rowsOf = shown(store);
  // An older workspace goes on working: what it never had is empty, what it has lost is missed.
  const unplaced = (list: List) => (info.otherVersion === 'older' && laterLists.has(list.name) ? notYet : missing);
  const filesOf = shownFiles(store);
  let saveState: SaveState = { state: 'saved' };

  return {
    ...facts,
    rows: <L extends List>(list: L) => (places.has(list.name) ? rowsOf(list.name) : unplaced(list)) as Rows<RowOf<L>>,
    held: (list) => store.rows(list.name) as unknown as readonly RowOf<List>[],
    files: filesOf.read,
    saveState: () => {
      saveState = toSaveState(store.status(), saveState);
      return saveState;
    },
    status: store.status,
    pullError: () => {
      const read = [...places.keys(), LIBRARY].filter((list) => store.isRead(list));
      const error = read.map((list) => store.failure(list)).find((failure) => failure instanceof GraphError);
      // Whoever has it open may read the site: a list that is not found has been deleted.
      return isGraphError(error, 'not-found') ? missing.error : error;
    },
    subscribe: store.subscribe,
    create: async (list, row) => {
      const { uid, ...wanted } = row as { readonly uid: string };
      if (!places.has(list.name) && unplaced(list) === notYet) throw new GraphError('refused', NOT_YET);
      refuseInvalid(validate(list, wanted));
      const { values, stamps } = split(list, Object.entries(wanted));
      return toSaved(store, list, store.create(list.name, uid, values, stamps));
    },
    save: async (list, uid, patch, seen, restsOn = []) => {
      const known = seen as Values;
      const wanted = Object.entries(patch);
      const isNew = ([column, value]: readonly [string, unknown]) => !isSameValue(value, known[column]);
      // Pressing Save on what was not touched must not undo what others did.
      if (Object.keys(split(list, wanted.filter(isNew)).values).length === 0) {
        return { outcome: 'saved', row: seen, before: seen };
      }
      const rests: readonly string[] = restsOn;
      const { values, stamps } = split(
        list,
        wanted.filter((entry) => isNew(entry) || rests.includes(entry[0])),
      );
      refuseInvalid(validateChange(list, { ...values, ...stamps }, known));
      const columns = new Set([...Object.keys(values), ...rests]);
      const before = Object.fromEntries([...columns].map((column) => [column, known[column]]));
      return toSaved(store, list, store.change(list.name, uid, values, before, { stamps, restsOn: rests }));
    },
    remove: (list, uid, seen) => {
      const known = seen as unknown as Row;
      const values = Object.fromEntries(Object.keys(list.columns).map((column) => [column, known[column]]));
      return toRemoved(store, store.remove(list.name, uid, values, known.held.item));
    },
    putFile: (item) => void store.put(LIBRARY, toLibraryRow(item)),
    pull: store.pull,
    goOn: store.goOn,
    retry: store.retry,
    discard: store.discard,
    settle: store.settle,
    restore: store.restore,
    draft: store.draft,
    drafts: store.drafts,
    keepDraft: (list, record, values) => store.keepDraft(list.name, record, values),
    dropDraft: store.dropDraft,
    close: store.close,
  };
}

function placeLists(info: WorkspaceInfo): ReadonlyMap<string, PlacedList> {
  const places = new Map<string, PlacedList>();
  for (const list of workspaceLists) {
    const id = info.lists[list.name];
    if (id) places.set(list.name, { list, at: { site: info.site, list: id } });
  }
  return places;
}

/** A list that was made again, and one that has got another column, are read anew. */
function shapesOf(places: ReadonlyMap<string, PlacedList>, drive: string): ReadonlyMap<string, string> {
  const lists = [...places].map(([name, { list, at }]) => [name, [at.list, ...toFieldNames(list)].join()] as const);
  return new Map([...lists, [LIBRARY, `${drive},changed.id`]]);
}

/** What the list could not take is told to whoever asked, while the words are still in front of them. */
function refuseInvalid(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new GraphError('refused', problems.map((problem) => problem.sentence).join(' '));
}

/** What a person wants, and the who and when that go along with it. */
function split(list: List, wanted: readonly (readonly [string, unknown])[]): { values: Values; stamps: Values } {
  const given = wanted.filter(([, value]) => value !== undefined);
  const isStamp = (column: string) => list.columns[column]?.stamp === true;
  return {
    values: Object.fromEntries(given.filter(([column]) => !isStamp(column))),
    stamps: Object.fromEntries(given.filter(([column]) => isStamp(column))),
  };
}

type Shown = ReturnType<typeof createStore>;

/** The same snapshot until its list has changed, so that a screen draws only what did. */
function shown(store: Shown): (list: string) => Rows<Row> {
  const snapshots = new Map<string, { readonly key: readonly unknown[]; readonly rows: Rows<Row> }>();
  return (list) => {
    const key = [store.rows(list), store.isRead(list), store.failure(list)];
    const last = snapshots.get(list);
    if (last?.key.every((part, at) => part === key[at])) return last.rows;
    const rows = toRows(store, list);
    snapshots.set(list, { key, rows });
    return rows;
  };
}

function toRows(store: Shown, list: string): Rows<Row> {
  if (store.isRead(list)) return { state: 'ready', rows: store.rows(list) };
  const error = store.failure(list);
  if (!error) return { state: 'waiting' };
  return { state: 'failed', error: error instanceof GraphError ? error : new GraphError('unreadable', error.message) };
}

function shownFiles(store: Shown) {
  const rowsOf = shown(store);
  let items: ReadonlyMap<string, LibraryItem> = new Map();
  let lost: ReadonlySet<string> = new Set();
  let last: { readonly rows: Rows<Row>; readonly lost: typeof lost; readonly files: Files } | undefined;

  function read(): Files {
    const rows = rowsOf(LIBRARY);
    if (last?.rows === rows && last.lost === lost) return last.files;
    if (rows.state === 'ready' && last?.rows !== rows) {
      items = new Map(rows.rows.map((row) => [row.uid, row as unknown as LibraryItem]));
    }
    last = { rows, lost, files: rows.state === 'ready' ? { state: 'ready', items, lost } : rows };
    return last.files;
  }

  return {
    read,
    /** Which files are lost is known when the library has been read after a row came to name them; gives whether it changed. */
    wasRead(isNewer: (uid: string) => boolean): boolean {
      const files = read();
      if (files.state !== 'ready') return false;
      const now = new Set<string>();
      for (const row of store.rows(evidence.name)) {
        const { uid, file, drive } = row as unknown as Evidence;
        if (file !== undefined && drive === undefined && !files.items.has(file) && !isNewer(uid)) now.add(file);
      }
      if (now.size === lost.size && [...now].every((file) => lost.has(file))) return false;
      lost = now;
      return true;
    },
  };
}

/** Reading `localStorage` itself throws where the browser blocks it. */
function localStorageOrNone(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

const NOT_YET =
  'This workspace was made by an earlier version and has no place for this yet. "Check and repair" in Settings adds it.';

const notYet = { state: 'ready', rows: [] } as const;

const missing = {
  state: 'failed',
  error: new GraphError(
    'not-found',
    'A list of this workspace is not there. "Check and repair" in Settings makes it again.',
  ),
} as const;
