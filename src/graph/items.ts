import { runAtOnce } from './at-once.ts';
import { type PartCall, sendTogether } from './batch.ts';
import { type ChangesPage, toChangesPage } from './changes.ts';
import type { Graph } from './client.ts';
import { type RawIdentities, toName } from './drive.ts';
import { GraphError, isGraphError } from './errors.ts';
import { type ListAddress, listPath } from './lists.ts';
import { getAll } from './paging.ts';
import { refusal } from './refusals.ts';

/** `null` empties a field. */
export type FieldValue = string | number | boolean | readonly string[] | null;
export type Fields = { readonly [name: string]: FieldValue };

export type ListItem = {
  /** SharePoint's number for the row; our own key is in its fields. */
  readonly id: string;
  readonly version: string;
  readonly created: { readonly at: string; readonly by: string };
  readonly changed: { readonly at: string; readonly by: string };
  readonly fields: { readonly [name: string]: unknown };
};

type RawItem = {
  id?: string;
  eTag?: string;
  createdDateTime?: string;
  createdBy?: RawIdentities;
  lastModifiedDateTime?: string;
  lastModifiedBy?: RawIdentities;
  fields?: { [name: string]: unknown };
  deleted?: object;
};

const expandFields = (names: readonly string[]) => `$expand=fields($select=${names.join(',')})`;

/** GET /sites/{site}/lists/{list}/items: all rows, for lists that stay small. */
export async function getItems(graph: Graph, at: ListAddress, names: readonly string[]): Promise<readonly ListItem[]> {
  const path = `${listPath(at)}/items?${expandFields(names)}&$top=1000`;
  return (await getAll<RawItem>(graph, { kind: 'list', path })).map(toListItem);
}

/** GET /sites/{site}/lists/{list}/items/{item} */
export async function getItem(graph: Graph, at: ListAddress, id: string, names: readonly string[]): Promise<ListItem> {
  const path = `${listPath(at)}/items/${encodeURIComponent(id)}?${expandFields(names)}`;
  return toListItem(await graph.send<RawItem>({ kind: 'item', path }));
}

/** The row whose indexed column has this value; a filter on any other column is refused even on a short list. */
export async function findItem(
  graph: Graph,
  at: ListAddress,
  where: { readonly name: string; readonly is: string },
  names: readonly string[],
): Promise<ListItem | undefined> {
  const value = encodeURIComponent(`'${where.is.replaceAll("'", "''")}'`);
  const path = `${listPath(at)}/items?${expandFields(names)}&$filter=fields/${where.name}%20eq%20${value}`;
  const found = await getAll<RawItem>(graph, { kind: 'list', path });
  return found[0] && toListItem(found[0]);
}

/** A row as one save left it. */
export type ItemVersion = {
  /** `1.0` is the row as it was made; SharePoint may have given up the oldest. */
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly fields: { readonly [name: string]: unknown };
};

/** GET /sites/{site}/lists/{list}/items/{item}/versions, newest first. */
export async function getHistory(
  graph: Graph,
  at: ListAddress,
  id: string,
  names: readonly string[],
): Promise<readonly ItemVersion[]> {
  const path = `${listPath(at)}/items/${encodeURIComponent(id)}/versions?${expandFields(names)}`;
  const versions = await getAll<RawItem>(graph, { kind: 'list', path });
  return versions
    .flatMap((raw): readonly ItemVersion[] => (raw.id ? [toItemVersion(raw, raw.id)] : []))
    .toSorted((one, other) => Number(other.id) - Number(one.id));
}

function toItemVersion(raw: RawItem, id: string): ItemVersion {
  const at = raw.lastModifiedDateTime ?? '';
  return { id, at, by: toName(raw.lastModifiedBy), fields: raw.fields ?? {} };
}

export type NewItem = { readonly at: ListAddress; readonly fields: Fields; readonly names: readonly string[] };

/** POST /sites/{site}/lists/{list}/items. Never repeated blindly: look up the row by its key first. */
export async function createItem(
  graph: Graph,
  at: ListAddress,
  fields: Fields,
  names: readonly string[],
): Promise<ListItem> {
  const item = { at, fields, names };
  return await readCreated(graph, item, await graph.send<RawItem>(toCreate(item)));
}

/**
 * The same for several rows in one round trip: of each the row, or the GraphError that it alone met. Throws what befell
 * all of them.
 */
export async function createItems(
  graph: Graph,
  items: readonly NewItem[],
): Promise<readonly (ListItem | GraphError)[]> {
  const answers = await sendTogether(graph, items.map(toCreate));
  return await runAtOnce(READS_AT_ONCE, items, (item, index) => {
    const answer = answers[index];
    if (answer instanceof GraphError) return Promise.resolve(answer);
    return readCreated(graph, item, answer as RawItem).catch((error: unknown) => {
      if (error instanceof GraphError) return error;
      throw error;
    });
  });
}

/** Most answers tell the whole row; those that do not are read. */
const READS_AT_ONCE = 4;

function toCreate({ at, fields }: NewItem) {
  const path = `${listPath(at)}/items`;
  return { kind: 'create', method: 'POST', path, body: { fields: toFields(fields) } } as const;
}

async function readCreated(graph: Graph, { at, names }: NewItem, created: RawItem | undefined): Promise<ListItem> {
  if (!created?.id) throw refusal('unreadable', { mayHaveHappened: true });
  return created.fields && created.eTag ? toListItem(created) : getWritten(graph, at, created.id, names);
}

/**
 * Whether a create that failed leaves open that a row of its key is there: its answer was lost, or it was refused as a
 * unique key that is taken is refused, which cannot be told from other refusals.
 */
export function mayBeThere(error: unknown): boolean {
  return isGraphError(error) && (error.mayHaveHappened || isGraphError(error, 'refused', 'conflict', 'name-taken'));
}

/** PATCH /sites/{site}/lists/{list}/items/{item}/fields, on this very version; throws `conflict`. */
export async function saveItem(
  graph: Graph,
  at: ListAddress,
  item: { readonly id: string; readonly version: string },
  fields: Fields,
  names: readonly string[],
): Promise<ListItem> {
  await graph.send({
    kind: 'change',
    method: 'PATCH',
    path: `${listPath(at)}/items/${encodeURIComponent(item.id)}/fields`,
    version: item.version,
    body: toFields(fields),
  });
  return getWritten(graph, at, item.id, names);
}

/** Reads a row that was just written; if that fails, the write itself stands all the same. */
async function getWritten(graph: Graph, at: ListAddress, id: string, names: readonly string[]): Promise<ListItem> {
  try {
    return await getItem(graph, at, id, names);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new GraphError(error.kind, error.message, { ...error, cause: error, mayHaveHappened: true });
  }
}

/** DELETE /sites/{site}/lists/{list}/items/{item}, on this very version; throws `conflict` and `not-found`. */
export async function removeItem(
  graph: Graph,
  at: ListAddress,
  item: { readonly id: string; readonly version: string },
): Promise<void> {
  const path = `${listPath(at)}/items/${encodeURIComponent(item.id)}`;
  await graph.send({ kind: 'remove', method: 'DELETE', path, version: item.version });
}

/** GET /sites/{site}/lists/{list}/items/delta: the call for its first page, to be sent alone or with others. */
export function toItemsPull(at: ListAddress, names: readonly string[], link: string | undefined): PartCall {
  return link === undefined
    ? { kind: 'crawl', path: `${listPath(at)}/items/delta?${expandFields(names)}&$top=1000` }
    : { kind: 'delta', path: link };
}

export async function getItemsPage(graph: Graph, more: string): Promise<ChangesPage<ListItem>> {
  return toItemsPage(await graph.send<unknown>({ kind: 'crawl', path: more }));
}

export function toItemsPage(body: unknown): ChangesPage<ListItem> {
  return toChangesPage<RawItem, ListItem>(body, toListItem);
}

function toListItem(raw: RawItem | undefined): ListItem {
  if (!raw?.id) throw refusal('unreadable');
  return {
    id: raw.id,
    version: raw.eTag ?? '',
    created: { at: raw.createdDateTime ?? '', by: toName(raw.createdBy) },
    changed: { at: raw.lastModifiedDateTime ?? '', by: toName(raw.lastModifiedBy) },
    fields: raw.fields ?? {},
  };
}

/** Several values must say that they are several. */
function toFields(fields: Fields): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, unknown][] =>
      Array.isArray(value)
        ? [
            [`${name}@odata.type`, 'Collection(Edm.String)'],
            [name, value],
          ]
        : [[name, value]],
    ),
  );
}
