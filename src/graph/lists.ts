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
export type ListColumn = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** `other` is a type that we never make, such as a person or a picture. */
  readonly type: ColumnSpec['type'] | 'other';
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly choices: readonly string[];
};
export type ListAddress = { readonly site: string; readonly list: string };
type RawList = { id?: string; displayName?: string; description?: string };
type RawColumn = {
  id?: string;
  name?: string;
  displayName?: string;
  indexed?: boolean;
  enforceUniqueValues?: boolean;
  text?: { allowMultipleLines?: boolean } | null;
  choice?: { choices?: string[]; displayAs?: string } | null;
  number?: object | null;
  boolean?: object | null;
  dateTime?: { format?: string } | null;
};
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

/** GET /sites/{site}: the address of its pages. */
export async function getSiteUrl(graph: Graph, site: string): Promise<string> {
  const path = `/sites/${encodeURIComponent(site)}?$select=id,webUrl`;
  const found = await graph.send<{ webUrl?: string }>({ kind: 'item', path });
  if (!found?.webUrl) throw refusal('unreadable');
  return found.webUrl;
}

/** PATCH /sites/{site}/lists/{list} */
export async function saveListDescription(graph: Graph, at: ListAddress, description: string): Promise<void> {
  await graph.send({ kind: 'change', method: 'PATCH', path: listPath(at), body: { description }, scopes: setUpScopes });
}

const COLUMN_FACTS = 'id,name,displayName,hidden,indexed,enforceUniqueValues,text,choice,number,boolean,dateTime';

/** GET /sites/{site}/lists/{list}/columns, hidden ones too: they are left out unless `hidden` is asked for. */
export async function getColumns(graph: Graph, at: ListAddress): Promise<readonly ListColumn[]> {
  const path = `${listPath(at)}/columns?$select=${COLUMN_FACTS}`;
  const columns = await getAll<RawColumn>(graph, { kind: 'list', path });
  return columns.flatMap((column) => toListColumn(column) ?? []);
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

export type ColumnChange = {
  readonly indexed?: true;
  /** Refused while two rows have the same value. */
  readonly unique?: true;
  /** All that the column is to offer, those it has among them. */
  readonly choices?: readonly string[];
};

/** PATCH /sites/{site}/lists/{list}/columns/{column}. A column's name and type cannot be changed. */
export async function saveColumn(
  graph: Graph,
  at: ListAddress,
  column: ListColumn,
  change: ColumnChange,
): Promise<void> {
  const several = column.type === 'choices';
  await graph.send({
    kind: 'change',
    method: 'PATCH',
    path: `${listPath(at)}/columns/${encodeURIComponent(column.id)}`,
    body: {
      ...((change.indexed || change.unique) && { indexed: true }),
      ...(change.unique && { enforceUniqueValues: true }),
      ...(change.choices && toFacet({ ...column, type: several ? 'choices' : 'choice', choices: change.choices })),
    },
    scopes: setUpScopes,
  });
}

function toListColumn(raw: RawColumn): ListColumn | undefined {
  const { id, name } = raw;
  if (!id || !name) return undefined;
  return {
    id,
    name,
    title: raw.displayName ?? name,
    type: readType(raw),
    indexed: raw.indexed ?? false,
    unique: raw.enforceUniqueValues ?? false,
    choices: raw.choice?.choices ?? [],
  };
}

function readType({ text, choice, number, boolean, dateTime }: RawColumn): ListColumn['type'] {
  if (text) return text.allowMultipleLines ? 'long-text' : 'text';
  if (choice) return choice.displayAs === 'checkBoxes' ? 'choices' : 'choice';
  if (dateTime) return dateTime.format === 'dateOnly' ? 'day' : 'instant';
  if (number) return 'number';
  return boolean ? 'boolean' : 'other';
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
