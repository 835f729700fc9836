import type { ColumnDefinition, FieldValueSet, ListItem } from '@microsoft/microsoft-graph-types';
import type { Fields, ListItemRow } from '../../state/list-items.ts';
import { type ColumnRow, columnsOf, type ListRow } from '../../state/lists.ts';
import { findPerson } from '../../state/people.ts';
import { type SiteRow, siteUrl } from '../../state/sites.ts';
import type { State } from '../../state/state.ts';
import type { Expansion } from '../query.ts';
import { toIdentitySet, toItemETag } from './identity.ts';

export function toColumn(column: ColumnRow): ColumnDefinition {
  const { kind: _kind, ...definition } = JSON.parse(column.definition) as ColumnDefinition & { kind: string };
  return {
    id: column.id,
    columnGroup: 'Custom Columns',
    description: '',
    ...definition,
    enforceUniqueValues: column.only_once === 1,
    hidden: column.hidden === 1,
    indexed: column.indexed === 1,
    readOnly: definition.readOnly ?? false,
    required: definition.required ?? false,
  };
}

export type ListItemEntity = ListItem & { '@odata.etag': string; deleted?: { state: string } };
type FieldsEntity = FieldValueSet & Record<string, unknown>;

/** Makes entities of one list's rows; reads the list's columns once. */
export function listItemsOf(state: State, site: SiteRow, list: ListRow) {
  const names = new Map(columnsOf(state, list.id).map((column) => [column.name.toLowerCase(), column]));
  // A page of a thousand rows was mostly written by a handful of people.
  const identities = remembering((by) => toIdentitySet(state, by));
  const numbers = remembering((by) => String(findPerson(state, by)?.number ?? APP_NUMBER));
  const toFields = (item: ListItemRow, select?: readonly string[]): FieldsEntity => {
    const all = allFields(item, names, numbers);
    const etag = { '@odata.etag': toItemETag(item.guid, item.version) };
    if (!select) return { ...etag, ...all };
    const wanted = new Set(select.map((name) => name.toLowerCase()));
    return { ...etag, ...Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name.toLowerCase()))) };
  };
  const toItem = (item: ListItemRow, fields?: Expansion): ListItemEntity => {
    const etag = toItemETag(item.guid, item.version);
    const parentReference = { id: list.id, siteId: site.id };
    if (item.deleted_at) {
      return { '@odata.etag': etag, id: String(item.id), parentReference, deleted: { state: 'deleted' } };
    }
    return {
      '@odata.etag': etag,
      id: String(item.id),
      eTag: etag,
      createdDateTime: item.created_at,
      lastModifiedDateTime: item.modified_at,
      webUrl: `${siteUrl(state, site)}/${list.drive ? encodeURIComponent(list.name) : `Lists/${encodeURIComponent(list.name)}`}/${item.id}_.000`,
      createdBy: identities(item.created_by),
      lastModifiedBy: identities(item.modified_by),
      parentReference,
      contentType: list.drive ? { id: '0x0101', name: 'Document' } : { id: '0x0100', name: 'Item' },
      ...(fields ? { fields: toFields(item, fields.select) } : {}),
    };
  };
  return { toItem, toFields };
}

/** The number under which SharePoint knows whoever is no person. */
const APP_NUMBER = 1073741822;

function remembering<T>(find: (by: string) => T): (by: string) => T {
  const known = new Map<string, T>();
  return (by) => {
    const value = known.get(by) ?? find(by);
    known.set(by, value);
    return value;
  };
}

function allFields(item: ListItemRow, names: ReadonlyMap<string, ColumnRow>, numberOf: (by: string) => string): Fields {
  const kept = JSON.parse(item.fields) as Fields;
  const shown = Object.entries(kept).filter(
    ([name]) => names.has(name.replace(/LookupId$/, '').toLowerCase()) || name === 'FileLeafRef',
  );
  return {
    ...Object.fromEntries(shown),
    id: String(item.id),
    ContentType: 'Item',
    Modified: item.modified_at,
    Created: item.created_at,
    AuthorLookupId: numberOf(item.created_by),
    EditorLookupId: numberOf(item.modified_by),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
  };
}
