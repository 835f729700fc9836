import type { Evidence } from '../../workspace/schema/lists.ts';

/** A file that can be looked at, opened and fetched. */
export type ShownFile = {
  readonly key: string;
  readonly title: string;
  /** Its name in the library, whose ending says what kind it is. */
  readonly name: string;
  readonly drive: string;
  readonly item: string;
  readonly size: number;
  /** Opens it in Office or SharePoint. */
  readonly address: string | undefined;
  /** Whom to ask where it may not be opened. */
  readonly owner: string | undefined;
};

type InLibrary = { readonly name: string; readonly size: number; readonly webUrl: string };

/** The file of an evidence item; undefined where it has none. */
export function toShownFile(
  item: Evidence,
  drive: string,
  files: ReadonlyMap<string, InLibrary> | undefined,
): ShownFile | undefined {
  if (item.file === undefined) return undefined;
  const known = item.drive === undefined ? files?.get(item.file) : undefined;
  return {
    key: item.uid,
    title: item.title,
    name: known?.name ?? item.fileName ?? item.title,
    drive: item.drive ?? drive,
    item: item.file,
    size: known?.size ?? item.size ?? 0,
    address: known?.webUrl ?? item.address?.url,
    owner: item.owner?.name,
  };
}
