import { type PartCall, sendTogether } from '../../graph/batch.ts';
import type { ChangesPage } from '../../graph/changes.ts';
import type { Graph } from '../../graph/client.ts';
import { getLibraryPage, type LibraryItem, toLibraryPage, toLibraryPull } from '../../graph/drive.ts';
import { getItemsPage, type ListItem, toItemsPage, toItemsPull } from '../../graph/items.ts';
import { refusal } from '../../graph/refusals.ts';
import { toFieldNames } from '../schema/mapping.ts';
import type { Row } from '../store/server-base.ts';
import type { Page, Source } from './pull.ts';
import { type PlacedList, toRow } from './server.ts';

/** The library is kept like one more list: its rows are files and folders, by the library's own ids. */
export const LIBRARY = 'library';

/** A file or folder as a kept row. */
export function toLibraryRow(item: LibraryItem): Row {
  return { ...item, uid: item.id, held: { item: item.id, edits: [] } };
}

/** Reads what changed through Graph: one batch for the first pages, then each on its own. */
export function createSource(graph: Graph, places: ReadonlyMap<string, PlacedList>, drive: string): Source {
  const impatient = graph.withPatience(0);

  function toCall(name: string, link: string | undefined): PartCall {
    if (name === LIBRARY) return toLibraryPull(drive, link);
    const place = places.get(name);
    if (!place) throw refusal('not-found');
    return toItemsPull(place.at, toFieldNames(place.list), link);
  }

  function toPage(name: string, body: unknown): Page {
    return name === LIBRARY ? fromLibraryPage(toLibraryPage(body)) : fromItemsPage(name, toItemsPage(body));
  }

  function fromItemsPage(name: string, page: ChangesPage<ListItem>): Page {
    const list = places.get(name)?.list;
    if (!list) throw refusal('not-found');
    const put = page.items.flatMap((item) => toRow(list, item) ?? []);
    // A row whose key somebody took away is no longer one of ours.
    const ours = new Set(put.map((row) => row.held.item));
    const strays = page.items.filter((item) => !ours.has(item.id)).map((item) => item.id);
    return { put, dropItems: [...page.removed, ...strays], more: page.more, link: page.link };
  }

  return {
    async start(wanted) {
      const calls = wanted.map(({ list, link }) => toCall(list, link));
      const [only] = calls;
      const bodies =
        calls.length === 1 && only ? [await impatient.send<unknown>(only)] : await sendTogether(impatient, calls);
      return new Map(wanted.map(({ list }, at) => [list, toPageOrError(list, bodies[at], toPage)]));
    },
    async next(name, more) {
      return name === LIBRARY
        ? fromLibraryPage(await getLibraryPage(impatient, more))
        : fromItemsPage(name, await getItemsPage(impatient, more));
    },
  };
}

function toPageOrError(name: string, body: unknown, toPage: (name: string, body: unknown) => Page): Page | Error {
  if (body instanceof Error) return body;
  try {
    return toPage(name, body);
  } catch (error) {
    return error instanceof Error ? error : refusal('unreadable');
  }
}

function fromLibraryPage(page: ChangesPage<LibraryItem>): Page {
  return { put: page.items.map(toLibraryRow), dropItems: page.removed, more: page.more, link: page.link };
}
