import type { LibraryItem } from '../graph/drive.ts';
import type { Evidence, Folder } from './schema/lists.ts';

export type LibraryItems = ReadonlyMap<string, LibraryItem>;

/** The item and the folders above it, from below `top` down; undefined if it is not below `top`. */
export function findPath(_items: LibraryItems, _id: string, _top: string): readonly LibraryItem[] | undefined {
  throw new Error('findPath is being written');
}

export type UnregisteredFile = { readonly item: LibraryItem; readonly partner: string; readonly theme: string };

/** Files in a partner's folder that no evidence row names, newest first. */
export function findUnregistered(
  _items: LibraryItems,
  _folders: readonly Folder[],
  _evidence: readonly Evidence[],
): readonly UnregisteredFile[] {
  throw new Error('findUnregistered is being written');
}
