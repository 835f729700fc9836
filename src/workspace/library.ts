import type { LibraryItem } from '../graph/drive.ts';
import type { Evidence, Folder } from './schema/lists.ts';

export type LibraryItems = ReadonlyMap<string, LibraryItem>;

/** The folders from below `top` down to the item, and the item; undefined if it is not below `top`. */
export function findPath(items: LibraryItems, id: string, top: string): readonly LibraryItem[] | undefined {
  const path: LibraryItem[] = [];
  for (let item = items.get(id); item; item = items.get(item.parentId ?? '')) {
    if (item.id === top) return path;
    // A loop cannot be in SharePoint, but may be in what has been read of it while folders moved.
    if (path.includes(item)) return undefined;
    path.unshift(item);
  }
  return undefined;
}

export type UnregisteredFile = { readonly item: LibraryItem; readonly partner: string; readonly theme: string };

/** Files in a partner's folder that no evidence row names, newest first. */
export function findUnregistered(
  items: LibraryItems,
  folders: readonly Folder[],
  evidence: readonly Evidence[],
): readonly UnregisteredFile[] {
  const registered = new Set(evidence.map((row) => row.file));
  const owners = new Map(folders.flatMap((folder) => (folder.partner ? [[folder.item, folder] as const] : [])));
  const found: UnregisteredFile[] = [];
  for (const item of items.values()) {
    if (item.kind !== 'file' || registered.has(item.id)) continue;
    const owner = findOwner(items, item, owners);
    if (owner?.partner) found.push({ item, partner: owner.partner, theme: owner.theme });
  }
  return found.sort((one, other) => (one.item.created.at < other.item.created.at ? 1 : -1));
}

function findOwner(items: LibraryItems, item: LibraryItem, owners: ReadonlyMap<string, Folder>): Folder | undefined {
  const passed = new Set<string>();
  for (let id = item.parentId; id !== undefined && !passed.has(id); id = items.get(id)?.parentId) {
    const owner = owners.get(id);
    if (owner) return owner;
    passed.add(id);
  }
  return undefined;
}
