import { formatDay } from '../domain/calendar/day.ts';
import { formatInstant } from '../domain/calendar/london.ts';
import type { Graph } from '../graph/client.ts';
import { getHistory, type ItemVersion } from '../graph/items.ts';
import { refusal } from '../graph/refusals.ts';
import type { WorkspaceInfo } from './find.ts';
import type { Column, LinkRef, List, PersonRef, RowFacts } from './schema/define-list.ts';
import { fromItem, isSameValue, toFieldNames, UID } from './schema/mapping.ts';

/** One column that a save changed. A value is missing where the column was, or is, empty. */
export type ColumnChange = {
  readonly column: string;
  readonly title: string;
  readonly from: unknown;
  readonly to: unknown;
};

/** One save that changed something people see. */
export type HistoryEntry = {
  /** SharePoint's number of the version. */
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly isFirst: boolean;
  readonly changes: readonly ColumnChange[];
};

export type History = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** SharePoint keeps so many versions and gives up the oldest: what came before is not known. */
  readonly isWhole: boolean;
};

/** Who changed which column of a row from what to what, and when. `row` is one that the server has. */
export async function getRowHistory(graph: Graph, info: WorkspaceInfo, list: List, row: RowFacts): Promise<History> {
  const id = info.lists[list.name];
  const { held } = row as RowFacts & { readonly held?: { readonly item: string } };
  if (!id || !held) throw refusal('not-found');
  // A row that has not arrived yet has no past.
  if (held.item === '') return { entries: [], isWhole: true };
  return toHistory(list, await getHistory(graph, { site: info.site, list: id }, held.item, toFieldNames(list)));
}

/** What each save changed, from versions that come newest first. Who and when are the save's own, not a change. */
export function toHistory(list: List, versions: readonly ItemVersion[]): History {
  const rows = versions.map((version) => readValues(list, version));
  const entries = versions.flatMap((version, at): readonly HistoryEntry[] => {
    const isFirst = version.id === FIRST_VERSION;
    const before = rows[at + 1];
    // The oldest that is kept says what the row was, not what that save changed.
    if (!before && !isFirst) return [];
    const changes = compare(list, before ?? {}, rows[at] ?? {});
    if (changes.length === 0 && !isFirst) return [];
    return [{ id: version.id, at: version.at, by: version.by, isFirst, changes }];
  });
  return { entries, isWhole: versions.length === 0 || versions.at(-1)?.id === FIRST_VERSION };
}

const FIRST_VERSION = '1.0';

type Values = { readonly [column: string]: unknown };

function readValues(list: List, { id, at, by, fields }: ItemVersion): Values {
  const stamp = { at, by };
  // A version need not repeat the key, which never changes.
  const item = { id, version: '', created: stamp, changed: stamp, fields: { ...fields, [UID]: id } };
  return (fromItem(list, item) ?? {}) as Values;
}

function compare(list: List, before: Values, after: Values): readonly ColumnChange[] {
  return Object.entries(list.columns).flatMap(([column, { title, stamp }]) =>
    stamp || isSameValue(before[column], after[column])
      ? []
      : [{ column, title, from: before[column], to: after[column] }],
  );
}

/** A value in words, for people; empty for none. */
export function sayValue(column: Column, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (column.kind) {
    case 'day':
      return formatDay(value as string);
    case 'instant':
      return formatInstant(value as string);
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'choices':
      return (value as readonly string[]).join(', ');
    case 'number':
      return (value as number).toLocaleString('en-GB');
    case 'person':
      return (value as PersonRef).name;
    case 'link': {
      const { url, text } = value as LinkRef;
      return text === '' ? url : `${text} (${url})`;
    }
    default:
      return String(value);
  }
}
