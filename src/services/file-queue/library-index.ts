import type { LibraryItem } from '../../graph/drive.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';

export type LibraryIndex = {
  childrenOf(folder: string): readonly LibraryItem[];
  ofSize(size: number): readonly LibraryItem[];
};

const indexes = new WeakMap<object, LibraryIndex>();

/** The library by folder and by size, so that two thousand files are compared without two thousand walks through it. */
export function indexLibrary(workspace: Workspace): LibraryIndex | undefined {
  const files = workspace.files();
  if (files.state !== 'ready') return undefined;
  const known = indexes.get(files.items);
  if (known) return known;
  const byFolder = Map.groupBy(files.items.values(), (item) => item.parentId ?? '');
  const bySize = Map.groupBy(files.items.values(), (item) => (item.kind === 'file' ? item.size : -1));
  const index: LibraryIndex = {
    childrenOf: (folder) => byFolder.get(folder) ?? [],
    ofSize: (size) => bySize.get(size) ?? [],
  };
  indexes.set(files.items, index);
  return index;
}
