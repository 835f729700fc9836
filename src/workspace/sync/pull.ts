import { isGraphError } from '../../graph/errors.ts';
import type { Base, Change, Row, RowsChange } from '../store/server-base.ts';
import type { Outbox, Surroundings } from './outbox.ts';

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
  run(): Promise<void>;
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
  readonly outbox: Outbox;
  readonly onFailure: () => void;
};

export function createPull(needs: PullNeeds): Pull {
  const failures = new Map<string, Error>();
  let running: Promise<void> | undefined;
  let writing = false;
  /** Rows that this browser wrote while this pull was reading, as they are since: what it read may be older. */
  const written = new Map<string, { readonly item: string; readonly at: string }>();

  /** A row is not put back to what it was before an edit of ours that landed meanwhile. */
  function isOlder(list: string, row: Row): boolean {
    const ours = written.get(`${list}/${row.uid}`);
    if (!ours) return false;
    // A row made again after a removal has a higher number.
    if (ours.item !== row.held.item) return Number(row.held.item) < Number(ours.item);
    return row.changed.at < ours.at;
  }

  async function readOn(list: string, first: Page, whole: boolean): Promise<void> {
    const seen = new Set<string>();
    for (let page = first; ; ) {
      const put = lastOfEach(page.put).filter((row) => !isOlder(list, row));
      for (const row of page.put) seen.add(row.uid);
      const drop = page.dropItems.length === 0 ? [] : keysOf(list, new Set(page.dropItems));
      if (page.link !== undefined) {
        if (whole)
          for (const row of needs.base.all(list))
            if (!seen.has(row.uid) && !written.has(`${list}/${row.uid}`)) drop.push(row.uid);
        // Rows and link in one step: a link kept without its rows would skip them for ever.
        await write({ rows: [{ list, put, drop }], links: [{ list, link: page.link }] });
        return;
      }
      if (page.more === undefined) throw new Error(`The list ${list} ended without saying where to go on`);
      if (put.length > 0 || drop.length > 0) await write({ rows: [{ list, put, drop }] });
      page = await needs.source.next(list, page.more);
    }
  }

  async function write(change: Change): Promise<void> {
    writing = true;
    const done = needs.commit(change);
    writing = false;
    await done;
  }

  function keysOf(list: string, items: ReadonlySet<string>): string[] {
    const keys: string[] = [];
    for (const row of needs.base.all(list)) if (items.has(row.held.item)) keys.push(row.uid);
    return keys;
  }

  /** The link has grown too old: read all again from where we are told, then drop what was not seen. */
  async function readAgain(list: string, error: Error): Promise<void> {
    const from = isGraphError(error) ? error.startAgainAt : undefined;
    const page = from ? await needs.source.next(list, from) : await startOne(list, undefined);
    await readOn(list, page, true);
  }

  async function startOne(list: string, link: string | undefined): Promise<Page> {
    const page = (await needs.source.start([{ list, link }])).get(list);
    if (page instanceof Error) throw page;
    if (!page) throw new Error(`No answer for the list ${list}`);
    return page;
  }

  function isFine(list: string): void {
    if (failures.delete(list)) needs.onFailure();
  }

  async function readList(list: string, first: Page | Error | undefined): Promise<void> {
    try {
      if (!first) throw new Error(`No answer for the list ${list}`);
      if (first instanceof Error) throw first;
      await readOn(list, first, needs.link(list) === undefined);
      isFine(list);
    } catch (error) {
      try {
        if (!isGraphError(error, 'gone')) throw error;
        await readAgain(list, error);
        isFine(list);
      } catch (second) {
        failures.set(list, second instanceof Error ? second : new Error(String(second)));
        needs.onFailure();
        needs.outbox.stopFor(second);
      }
    }
  }

  async function read(): Promise<void> {
    await needs.surroundings.lock('pull', async () => {
      written.clear();
      const wanted = needs.lists.map((list) => ({ list, link: needs.link(list) }));
      let pages: ReadonlyMap<string, Page | Error>;
      try {
        pages = await needs.source.start(wanted);
      } catch (error) {
        const why = error instanceof Error ? error : new Error(String(error));
        for (const list of needs.lists) failures.set(list, why);
        needs.onFailure();
        needs.outbox.stopFor(error);
        return;
      }
      needs.outbox.wayIsFree();
      for (const { list } of wanted) {
        if (needs.outbox.pause()) break;
        await readList(list, pages.get(list));
      }
    });
  }

  return {
    async run() {
      const why = needs.outbox.pause()?.why;
      if (why === 'asked-to-wait' || why === 'signed-out') return;
      running ??= read().finally(() => {
        running = undefined;
      });
      await running;
      await needs.outbox.flush();
    },
    failure: (list) => failures.get(list),
    noteWritten({ list, put = [], drop = [] }) {
      if (!running || writing) return;
      for (const row of put) written.set(`${list}/${row.uid}`, { item: row.held.item, at: row.changed.at });
      for (const uid of drop) {
        const gone = needs.base.get(list, uid);
        if (gone) written.set(`${list}/${uid}`, { item: gone.held.item, at: NEVER_NEWER });
      }
    },
  };
}

/** After every moment: what was read of a row that is gone is older than its removal. */
const NEVER_NEWER = '9999';

/** The same row twice in one page: the last state wins. */
function lastOfEach(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.uid, row])).values()];
}
