import { toPage } from './paging.ts';

/** One page of what changed in a list or library. The last one has `link`, where the next pull begins; others `more`. */
export type ChangesPage<Item> = {
  readonly items: readonly Item[];
  /** Ids of what is gone. */
  readonly removed: readonly string[];
  readonly more?: string | undefined;
  readonly link?: string | undefined;
};

type RawChange = { readonly id?: string; readonly deleted?: object };

/** Within a page the same item may come more than once, and the last word counts. */
export function toChangesPage<Raw extends RawChange, Item>(
  body: unknown,
  toItem: (raw: Raw) => Item,
): ChangesPage<Item> {
  const page = toPage<Raw>(body);
  const last = [...new Map(page.values.flatMap((raw) => (raw.id ? [[raw.id, raw] as const] : []))).values()];
  return {
    items: last.filter((raw) => !raw.deleted).map(toItem),
    removed: last.flatMap((raw) => (raw.deleted && raw.id ? [raw.id] : [])),
    more: page.nextLink,
    link: page.deltaLink,
  };
}
