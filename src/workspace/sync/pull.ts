import { isGraphError } from '../../graph/errors.ts';
import { type Base, type Change, type Gone, goneOf, isOlder, type Row, type RowsChange } from '../store/server-base.ts';
import type { Way } from './pause.ts';
import type { Surroundings } from './surroundings.ts';

/** One page of what changed in a list. The last page has `link`, where the next pull begins; the others `more`. */
export type Page = {
  readonly put: readonly Row[];
  /** Numbers of rows that are gone: a removed row carries no key. */
  readonly dropItems: readonly string[];
  readonly more?: string | undefined;
  readonly link?: string | undefined;
};

/** Reading what changed, as Graph gives it. */
export type Source = {
  /** The first page of each list since its link, in one round trip where that can be had. */
  start(wanted: readonly { list: string; link: string | undefined }[]): Promise<ReadonlyMap<string, Page | Error>>;
  next(list: string, more: string): Promise<Page>;
};

export type Pull = {
  /** Reads what changed in every list; joins a run that is under way. */
  run(): Promise<void>;
  /** Goes on with what could not be read when the way was closed. */
  goOn(): Promise<void>;
  /** Why a list could not be read at the last try. */
  failure(list: string): Error | undefined;
  /** To be told before a change is laid on the base. */
  noteWritten(rows: RowsChange): void;
};

export type PullNeeds = {
  readonly source: Source;
  readonly lists: readonly string[];
  readonly base: Base;
  readonly link: (list: string) => string | undefined;
  readonly commit: (change: Change) => Promise<void>;
  readonly surroundings: Surroundings;
  readonly way: Way;
  readonly onFailure: () => void;
  /** A list has been read to its end. `isNewer`: whether a row came with an answer to a write since that began. */
  readonly onRead: (list: string, isNewer: (list: string, uid: string) => boolean) => void;
};

/** A list being read, page by page; it can be left and gone on with. */
type Reading = {
  readonly list: string;
  /** Everything is read from the start: what does not come is gone. */
  readonly whole: boolean;
  readonly seen: Set<string>;
  readonly gone: Set<string>;
  readonly more: () => Promise<Page>;
};

export function createPull(needs: PullNeeds): Pull {
  const { base, source, way } = needs;
  const failures = new Map<string, Error>();
  /** Lists that are to be read as soon as the way is free. */
  const owed = new Set<string>();
  const half = new Map<string, Reading>();
  let running: Promise<void> | undefined;
  let writing = false;
  /** Rows that this browser wrote while a list was being read, as they are since: what was read may be older. */
  const written = new Map<string, Row | Gone>();

  /** A row is not put back to what it was before an edit of ours that landed meanwhile. */
  function isBehind(list: string, row: Row): boolean {
    const ours = written.get(`${list}/${row.uid}`);
    if (!ours) return false;
    if ('held' in ours) return isOlder(row, ours as Row);
    // A row made again after a removal has a higher number.
    return row.held.item === ours.item || Number(row.held.item) < Number(ours.item);
  }

  /** Takes one page in. Gives the reading as it goes on, or nothing after its last page. */
  async function take(reading: Reading, page: Page): Promise<Reading | undefined> {
    const { list, seen, gone } = reading;
    for (const item of page.dropItems) gone.add(item);
    for (const row of page.put) {
      seen.add(row.uid);
      gone.delete(row.held.item);
    }
    // The same row twice in one page: the last state wins.
    const last = [...new Map(page.put.map((row) => [row.uid, row])).values()];
    const put = last.filter((row) => !isBehind(list, row));
    const drop = named(list, new Set(page.dropItems));
    const { more, link } = page;
    if (link === undefined) {
      if (more === undefined) throw new Error(`The list ${list} ended without saying where to go on`);
      const part = reading.whole && { part: true as const };
      if (put.length > 0 || drop.length > 0) await write({ rows: [{ list, put, drop, ...part }] });
      return { ...reading, more: () => source.next(list, more) };
    }
    drop.push(...inside(list, gone));
    if (reading.whole) drop.push(...unseen(list, seen));
    // Rows and link in one step: a link kept without its rows would skip them for ever.
    await write({ rows: [{ list, put, drop }], links: [{ list, link }] });
    return undefined;
  }

  async function write(change: Change): Promise<void> {
    writing = true;
    const done = needs.commit(change);
    writing = false;
    await done;
  }

  function allOf(list: string, isMeant: (row: Row) => boolean): Gone[] {
    const found: Gone[] = [];
    for (const row of base.all(list)) if (isMeant(row)) found.push(goneOf(row));
    return found;
  }

  /** A row that is gone here already may still be in the cache, if the tab that heard first could not write. */
  function named(list: string, items: ReadonlySet<string>): Gone[] {
    if (items.size === 0) return [];
    const before = base.gone(list).filter(({ item }) => items.has(item));
    return [...before, ...allOf(list, (row) => items.has(row.held.item))];
  }

  function unseen(list: string, seen: ReadonlySet<string>): Gone[] {
    const isMissing = ({ uid }: { readonly uid: string }) => !seen.has(uid) && !written.has(`${list}/${uid}`);
    return [...base.gone(list).filter(isMissing), ...allOf(list, isMissing)];
  }

  /** What lay in folders that are gone, however deep: its own removal may never be told. */
  function inside(list: string, folders: ReadonlySet<string>): Gone[] {
    const gone = new Set(folders);
    const found: Gone[] = [];
    for (let grew = gone.size > 0; grew; ) {
      const next = allOf(list, (row) => gone.has(String(row.parentId)) && !gone.has(row.held.item));
      for (const { item } of next) gone.add(item);
      found.push(...next);
      grew = next.length > 0;
    }
    return found;
  }

  const begin = (list: string, whole: boolean, more: () => Promise<Page>): Reading => ({
    list,
    whole,
    seen: new Set(),
    gone: new Set(),
    more,
  });

  /** The link has grown too old: read all again from where we are told, then drop what was not seen. */
  function beginAgain(list: string, error: unknown): Reading {
    const from = isGraphError(error) ? error.startAgainAt : undefined;
    return begin(list, true, () => (from ? source.next(list, from) : startOne(list)));
  }

  async function startOne(list: string): Promise<Page> {
    const page = (await source.start([{ list, link: undefined }])).get(list);
    if (page instanceof Error) throw page;
    if (!page) throw new Error(`No answer for the list ${list}`);
    return page;
  }

  function isRead(list: string): void {
    owed.delete(list);
    half.delete(list);
    needs.onRead(list, (of, uid) => written.has(`${of}/${uid}`));
    if (failures.delete(list)) needs.onFailure();
  }

  function hasFailed(list: string, error: unknown): void {
    failures.set(list, error instanceof Error ? error : new Error(String(error)));
    if (way.stopFor(error)) owed.add(list);
    else half.delete(list);
    needs.onFailure();
  }

  function hasNotBegun(list: string, error: unknown): void {
    if (isGraphError(error, 'gone')) half.set(list, beginAgain(list, error));
    else hasFailed(list, error);
  }

  /** Pages that have come are shown before anything more is asked for. */
  async function startAll(lists: readonly string[]): Promise<void> {
    const wanted = lists.filter((list) => !half.has(list)).map((list) => ({ list, link: needs.link(list) }));
    if (wanted.length === 0) return;
    let pages: ReadonlyMap<string, Page | Error>;
    try {
      pages = await source.start(wanted);
    } catch (error) {
      for (const { list } of wanted) hasNotBegun(list, error);
      return;
    }
    way.isAnswered();
    for (const { list, link } of wanted) {
      const first = pages.get(list) ?? new Error(`No answer for the list ${list}`);
      if (first instanceof Error) hasNotBegun(list, first);
      else await takeOn(begin(list, link === undefined, startOne.bind(undefined, list)), first);
    }
  }

  async function takeOn(reading: Reading, page: Page): Promise<void> {
    try {
      const rest = await take(reading, page);
      if (rest) half.set(reading.list, rest);
      else isRead(reading.list);
    } catch (error) {
      hasFailed(reading.list, error);
    }
  }

  async function readOn(list: string): Promise<void> {
    let hasBegunAgain = false;
    for (let reading = half.get(list); reading; reading = half.get(list)) {
      if (way.isClosed()) return;
      if (way.pause()) {
        owed.add(list);
        return;
      }
      try {
        await takeOn(reading, await reading.more());
      } catch (error) {
        if (!isGraphError(error, 'gone') || hasBegunAgain) return hasFailed(list, error);
        hasBegunAgain = true;
        half.set(list, beginAgain(list, error));
      }
    }
  }

  async function read(lists: readonly string[]): Promise<void> {
    try {
      await needs.surroundings.lock('pull', async () => {
        if (half.size === 0) written.clear();
        await startAll(lists);
        for (const list of lists) await readOn(list);
      });
    } finally {
      running = undefined;
    }
  }

  async function run(lists: readonly string[]): Promise<void> {
    const why = way.pause()?.why;
    if (way.isClosed() || lists.length === 0 || why === 'asked-to-wait' || why === 'signed-out') return;
    running ??= read(lists);
    await running;
  }

  return {
    run: () => run(needs.lists),
    goOn: () => run(needs.lists.filter((list) => owed.has(list))),
    failure: (list) => failures.get(list),
    noteWritten({ list, put = [], drop = [] }) {
      if (writing || (!running && half.size === 0)) return;
      for (const row of put) written.set(`${list}/${row.uid}`, row);
      for (const gone of drop) written.set(`${list}/${gone.uid}`, gone);
    },
  };
}
