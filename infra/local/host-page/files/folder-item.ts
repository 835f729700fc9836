export type FolderItem = {
  readonly id: string;
  readonly name: string;
  readonly size?: number;
  readonly folder?: { readonly childCount?: number };
  readonly file?: { readonly mimeType?: string };
  readonly lastModifiedDateTime?: string;
  readonly lastModifiedBy?: { readonly user?: { readonly displayName?: string } };
};

/** One folder as the server half gives it; `drive` and `item` name the folder itself. */
export type FolderAnswer = { readonly drive: string; readonly item: string; readonly value: readonly FolderItem[] };

const SHOWN = /\.(?:pdf|txt|csv|md|log|json)$/i;

/** Whether the page shows the file in place; the rest is saved to the person's computer. */
export function isShownInPlace(name: string): boolean {
  return SHOWN.test(name);
}

/** `640 bytes`, `25 kB`, `25.0 MB`. */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Folders first, then by name as people count: 2 before 10. */
export function inReadingOrder(items: readonly FolderItem[]): readonly FolderItem[] {
  return [...items].sort(
    (one, other) =>
      Number(Boolean(other.folder)) - Number(Boolean(one.folder)) ||
      one.name.localeCompare(other.name, 'en-GB', { numeric: true }),
  );
}
