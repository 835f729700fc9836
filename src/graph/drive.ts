/** A file or folder of a library. Track it by `id`: names and places change. */
export type LibraryItem = {
  readonly id: string;
  readonly kind: 'file' | 'folder';
  readonly name: string;
  /** Missing for the library's own root. */
  readonly parentId?: string | undefined;
  /** In bytes. */
  readonly size: number;
  /** The version that a change must name; opaque. */
  readonly version: string;
  readonly webUrl: string;
  readonly mimeType?: string | undefined;
  readonly created: { readonly at: string; readonly by: string };
  readonly changed: { readonly at: string; readonly by: string };
};
