import type { Edit, Values } from '../sync/edit.ts';

/** A row as the server last told it. */
export type Row = {
  readonly uid: string;
  /** What the store itself needs; a declared column may not be called this. */
  readonly held: {
    /** The row's number in SharePoint's list, which a change must name. */
    readonly item: string;
    /** Ids of the last edits that were written into it. */
    readonly edits: readonly string[];
  };
  readonly version: string;
  readonly created: { readonly at: string; readonly by: string };
  readonly changed: { readonly at: string; readonly by: string };
  readonly [column: string]: unknown;
};

/** Text that a person is typing and has not saved, kept by the record it belongs to. */
export type Draft = { readonly list: string; readonly record: string; readonly values: Values; readonly at: string };

/**
 * What becomes true, all at once or not at all. The same value is applied to memory, written to the cache in one
 * transaction, and told to the person's other tabs, so that the three cannot disagree for longer than a moment.
 */
export type Change = {
  readonly rows?: readonly RowsChange[];
  readonly links?: readonly { readonly list: string; readonly link: string | undefined }[];
  readonly edits?: { readonly put?: readonly Edit[]; readonly drop?: readonly string[] };
  readonly drafts?: { readonly put?: readonly Draft[]; readonly drop?: readonly string[] };
};

export type RowsChange = {
  readonly list: string;
  readonly put?: readonly Row[];
  readonly drop?: readonly Gone[];
  /** These rows came as answers to our own writes: a pull may have brought newer ones while they were on their way. */
  readonly written?: true;
  /**
   * A page of a list that is read from its start, with more to come. Its rows are kept with the list's link: without it
   * nobody shows them, and each page alone would write nearly all chunks of the list anew.
   */
  readonly part?: true;
};

/** A row that is not there any more. A row of the same key that was made since has another number, and stays. */
export type Gone = { readonly uid: string; readonly item: string };

export type Base = {
  /** The row by its key, as the server has it. */
  get(list: string, uid: string): Row | undefined;
  /** All rows of a list, in the order in which they came. */
  all(list: string): Iterable<Row>;
  /** Rows of which this tab has heard that they are gone: what is kept elsewhere may not know. */
  gone(list: string): readonly Gone[];
  /** The part of a change that is not behind what is held already. */
  ahead(change: RowsChange): RowsChange;
  apply(change: RowsChange): void;
};

/** `gone` holds keys by the rows' numbers. */
type HeldList = { readonly rows: Map<string, Row>; readonly gone: Map<string, string> };

export function createBase(): Base {
  const lists = new Map<string, HeldList>();
  const held = (list: string): HeldList => {
    let found = lists.get(list);
    if (!found) {
      found = { rows: new Map(), gone: new Map() };
      lists.set(list, found);
    }
    return found;
  };
  return {
    get: (list, uid) => held(list).rows.get(uid),
    all: (list) => held(list).rows.values(),
    gone: (list) => [...held(list).gone].map(([item, uid]) => ({ uid, item })),
    ahead(change) {
      if (!change.put) return change;
      const { rows, gone } = held(change.list);
      const put = change.put.filter((row) => {
        const known = rows.get(row.uid);
        if (change.written && gone.has(row.held.item)) return false;
        return !known || !isOlder(row, known);
      });
      return { ...change, put };
    },
    apply({ list, put = [], drop = [] }) {
      const { rows, gone } = held(list);
      for (const { uid, item } of drop) {
        gone.set(item, uid);
        if (rows.get(uid)?.held.item === item) rows.delete(uid);
      }
      for (const row of put) {
        gone.delete(row.held.item);
        rows.set(row.uid, row);
      }
    },
  };
}

/**
 * Whether one state of a row is known to be from before another. SharePoint's times have no more than seconds; within a
 * second the count in its versions decides, and where that cannot be read neither is taken as older.
 */
export function isOlder(one: Row, other: Row): boolean {
  if (one.held.item !== other.held.item) return Number(one.held.item) < Number(other.held.item);
  if (one.changed.at !== other.changed.at) return one.changed.at < other.changed.at;
  return countOf(one.version) < countOf(other.version);
}

function countOf(version: string): number {
  return Number(/,(\d+)"?$/.exec(version)?.[1] ?? Number.NaN);
}

export const goneOf = (row: Row): Gone => ({ uid: row.uid, item: row.held.item });
