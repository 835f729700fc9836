import type { LibraryItem } from '../../graph/drive.ts';
import type { GraphError } from '../../graph/errors.ts';
import type { List, PatchOf, RowOf } from '../schema/define-list.ts';

/** Rows of one list as they are now; the same object until something in it changes. */
export type Rows<Row> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: GraphError }
  | { readonly state: 'ready'; readonly rows: readonly Row[] };

/** The library's files and folders by id; read names and places with the functions of `library.ts`. */
export type Files =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: GraphError }
  | {
      readonly state: 'ready';
      readonly items: ReadonlyMap<string, LibraryItem>;
      /** Files that the register names and the library, read since, does not have. Others may only be newer than `items`. */
      readonly lost: ReadonlySet<string>;
    };

export type SaveState =
  | { readonly state: 'saved' }
  | { readonly state: 'saving'; readonly count: number }
  /** Kept on this device until Microsoft 365 can be reached, or asks no more to wait. */
  | { readonly state: 'not-saved'; readonly count: number }
  /** Turned down, or changed by somebody else too: a person decides. */
  | { readonly state: 'needs-you'; readonly count: number };

/** One column that two people changed. A value is missing where the column is empty. */
export type ClashField<L extends List> = {
  readonly column: keyof PatchOf<L> & string;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Saved<L extends List> =
  /** `before` is the row that the change was laid on; missing if the row was new. */
  | { readonly outcome: 'saved'; readonly row: RowOf<L>; readonly before?: RowOf<L> | undefined }
  /**
   * Not with Microsoft 365 yet, but on the screen, in the queue and kept on this device; `row` is as the person sees it.
   * `landed` tells if it arrives while this tab is open; undefined where a person had to decide.
   */
  | {
      readonly outcome: 'kept';
      readonly row: RowOf<L>;
      readonly landed: Promise<Extract<Saved<L>, { outcome: 'saved' }> | undefined>;
    }
  | { readonly outcome: 'clash'; readonly fields: readonly ClashField<L>[]; readonly theirs: RowOf<L> }
  /** Somebody removed the row; what was typed is still with the caller. */
  | { readonly outcome: 'gone' };

export type Removed<L extends List> =
  | { readonly outcome: 'removed' }
  | { readonly outcome: 'changed'; readonly theirs: RowOf<L> };
