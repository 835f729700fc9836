import { checkDeclaration } from './check-declaration.ts';

/**
 * A list is declared once. The row type, the patch type, the request that makes the SharePoint list, the
 * `$select`, the mapping both ways, validation and the spreadsheet columns are all derived from it.
 *
 * A column's key is our own noun in camel case (`dueOn`); the column's name in SharePoint is the same word with a
 * capital (`DueOn`), save that `title` is the `Title` every SharePoint list has.
 */

/** An Entra person as we keep one: id and name as they were when written. */
export type PersonRef = { readonly id: string; readonly name: string };
/** A web address with the words that stand for it. */
export type LinkRef = { readonly url: string; readonly text: string };

type Common = {
  readonly title: string;
  readonly required?: true;
  readonly indexed?: true;
  /** Says who or when of the row's other columns: written along with them, never a change or a clash by itself. */
  readonly stamp?: true;
};

export type TextColumn = Common & {
  readonly kind: 'text';
  readonly max?: number;
  readonly long?: true;
  readonly unique?: true;
};
export type ChoiceColumn<T extends string = string> = Common & {
  readonly kind: 'choice';
  readonly choices: readonly T[];
};
export type ChoicesColumn<T extends string = string> = Common & {
  readonly kind: 'choices';
  readonly choices: readonly T[];
};
export type NumberColumn = Common & { readonly kind: 'number' };
export type BooleanColumn = Common & { readonly kind: 'boolean' };
/** A calendar day, `2026-11-30`, with no time and no zone. */
export type DayColumn = Common & { readonly kind: 'day' };
/** A moment, ISO 8601 in UTC. */
export type InstantColumn = Common & { readonly kind: 'instant' };
/** Two text columns, Entra id and name: SharePoint's own person column needs a hidden list that Graph does not give. */
export type PersonColumn = Common & { readonly kind: 'person' };
/**
 * Another row's `uid`, kept as indexed text. SharePoint's own lookup column holds an item number, which a row that
 * has not been sent yet does not have; a key of our own can be written before its row arrives.
 */
export type LookupColumn = Common & { readonly kind: 'lookup'; readonly list: string };
export type LinkColumn = Common & { readonly kind: 'link' };

export type Column =
  | TextColumn
  | ChoiceColumn
  | ChoicesColumn
  | NumberColumn
  | BooleanColumn
  | DayColumn
  | InstantColumn
  | PersonColumn
  | LookupColumn
  | LinkColumn;

export type Columns = { readonly [key: string]: Column };

export type List<C extends Columns = Columns> = {
  /** Our name for the list, `evidence-links`. */
  readonly name: string;
  /** What people see in SharePoint, `JTAI Evidence links`; the workspace's id is added when the list is made. */
  readonly title: string;
  /** Raised by one whenever the columns change. */
  readonly version: number;
  readonly columns: C;
  /** Child-level rows: never cached, never journalled. */
  readonly sensitive?: true;
};

export type ValueOf<C extends Column> = C extends { kind: 'choice'; choices: readonly (infer T)[] }
  ? T
  : C extends { kind: 'choices'; choices: readonly (infer T)[] }
    ? readonly T[]
    : C extends { kind: 'number' }
      ? number
      : C extends { kind: 'boolean' }
        ? boolean
        : C extends { kind: 'person' }
          ? PersonRef
          : C extends { kind: 'link' }
            ? LinkRef
            : string;

type RequiredKeys<C extends Columns> = { [K in keyof C]: C[K] extends { required: true } ? K : never }[keyof C];

/** The values of a row: required columns are always there, others may be missing, never `null`. */
export type ValuesOf<L extends List> = {
  readonly [K in RequiredKeys<L['columns']>]: ValueOf<L['columns'][K]>;
} & {
  readonly [K in Exclude<keyof L['columns'], RequiredKeys<L['columns']>>]?: ValueOf<L['columns'][K]>;
};

/** Who changed a row, and when (ISO 8601, the server's clock). */
export type Stamp = { readonly at: string; readonly by: string };

/** What the store adds to the values of every row. */
export type RowFacts = {
  /** Our own key: unique in its list, made by us, never changed. */
  readonly uid: string;
  /** The version that a change must name; opaque. */
  readonly version: string;
  readonly created: Stamp;
  readonly changed: Stamp;
};

export type RowOf<L extends List> = ValuesOf<L> & RowFacts;

/** A new row: its values, and its key where the caller has one that means something (`front-door-2026.FD-A1`). */
export type NewRowOf<L extends List> = ValuesOf<L> & { readonly uid: string };

/** A change: only the columns that change; `null` empties one that is not required. */
export type PatchOf<L extends List> = {
  readonly [K in RequiredKeys<L['columns']>]?: ValueOf<L['columns'][K]>;
} & {
  readonly [K in Exclude<keyof L['columns'], RequiredKeys<L['columns']>>]?: ValueOf<L['columns'][K]> | null;
};

/** What every row has beside its columns; a column may not be called so. */
type Reserved = { readonly [K in keyof RowFacts | 'held']?: never };

/**
 * Declares a list and keeps its exact types; throws RangeError for one that could not be kept. A built tab has passed
 * its tests, so the check is left out of it: the browser need not fetch what can no longer fail.
 */
export function defineList<const C extends Columns>(list: List<C> & { readonly columns: Reserved }): List<C> {
  if (import.meta.env?.DEV !== false) checkDeclaration(list);
  return list;
}
