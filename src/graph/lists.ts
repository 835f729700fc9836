import type { Graph } from './client.ts';
import { getAll } from './paging.ts';
import { refusal } from './refusals.ts';
import { setUpScopes } from './scopes.ts';

/** A column to be made, in plain words; this file turns it into SharePoint's. */
export type ColumnSpec = {
  /** Its lasting name, used to read and write; never changed. */
  readonly name: string;
  /** What people see; they may change it. */
  readonly title: string;
  readonly type: 'text' | 'long-text' | 'choice' | 'choices' | 'number' | 'boolean' | 'day' | 'instant';
  readonly max?: number | undefined;
  readonly choices?: readonly string[] | undefined;
  readonly indexed?: boolean | undefined;
  readonly unique?: boolean | undefined;
  readonly hidden?: boolean | undefined;
};

export type SiteList = { readonly id: string; readonly title: string; readonly description: string };
export type ListColumn = { readonly id: string; readonly name: string; readonly indexed: boolean };
export type ListAddress = { readonly site: string; readonly list: string };
type RawList = { id?: string; displayName?: string; description?: string };
const listsPath = (site: string) => `/sites/${encodeURIComponent(site)}/lists`;
export const listPath = (at: ListAddress) => `${listsPath(at.site)}/${encodeURIComponent(at.list)}`;

/** GET /sites/{site}/lists */
export async function getLists(graph: Graph, site: string): Promise<readonly SiteList[]> {
  const lists = await getAll<RawList>(graph, {
    kind: 'list',
    path: `${listsPath(site)}?$select=id,displayName,description`,
  });
  return lists.flatMap((list) => (list.id ? [toSiteList(list)] : []));
}

/** POST /sites/{site}/lists, columns and all in one call; throws `name-taken`. */
export async function createList(
  graph: Graph,
  site: string,
  list: { readonly title: string; readonly description: string; readonly columns: readonly ColumnSpec[] },
): Promise<SiteList> {
  const created = await graph.send<RawList>({
    kind: 'create',
    method: 'POST',
    path: listsPath(site),
    body: {
      displayName: list.title,
      description: list.description,
      columns: list.columns.map(toColumnDefinition),
      list: { template: 'genericList' },
    },
    scopes: setUpScopes,
  });
  return toSiteList(created);
}

/** GET /sites/{site}/lists/{list}/columns, hidden ones too. */
export async function getColumns(graph: Graph, at: ListAddress): Promise<readonly ListColumn[]> {
  const columns = await getAll<{ id?: string; name?: string; indexed?: boolean }>(graph, {
    kind: 'list',
    path: `${listPath(at)}/columns?$select=id,name,indexed,hidden`,
  });
  return columns.flatMap(({ id, name, indexed }) => (id && name ? [{ id, name, indexed: indexed ?? false }] : []));
}

/** POST /sites/{site}/lists/{list}/columns; throws `name-taken`. */
export async function createColumn(graph: Graph, at: ListAddress, column: ColumnSpec): Promise<void> {
  await graph.send({
    kind: 'create',
    method: 'POST',
    path: `${listPath(at)}/columns`,
    body: toColumnDefinition(column),
    scopes: setUpScopes,
  });
}

/** PATCH /sites/{site}/lists/{list}/columns/{column} */
export async function saveColumnIndex(graph: Graph, at: ListAddress, column: ListColumn): Promise<void> {
  await graph.send({
    kind: 'change',
    method: 'PATCH',
    path: `${listPath(at)}/columns/${encodeURIComponent(column.id)}`,
    body: { indexed: true },
    scopes: setUpScopes,
  });
}

function toSiteList(raw: RawList | undefined): SiteList {
  if (!raw?.id) throw refusal('unreadable');
  return { id: raw.id, title: raw.displayName ?? '', description: raw.description ?? '' };
}

function toColumnDefinition(column: ColumnSpec): object {
  return {
    name: column.name,
    displayName: column.title,
    ...(column.indexed && { indexed: true }),
    ...(column.unique && { enforceUniqueValues: true }),
    ...(column.hidden && { hidden: true }),
    ...toFacet(column),
  };
}

function toFacet(column: ColumnSpec): object {
  switch (column.type) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: column.max ?? 255 } };
    case 'long-text':
      return { text: { allowMultipleLines: true, textType: 'plain' } };
    case 'choice':
      return { choice: { allowTextEntry: false, choices: column.choices ?? [], displayAs: 'dropDownMenu' } };
    case 'choices':
      return { choice: { allowTextEntry: false, choices: column.choices ?? [], displayAs: 'checkBoxes' } };
    case 'number':
      return { number: {} };
    case 'boolean':
      return { boolean: {} };
    case 'day':
      return { dateTime: { format: 'dateOnly' } };
    case 'instant':
      return { dateTime: { format: 'dateTime' } };
  }
}
