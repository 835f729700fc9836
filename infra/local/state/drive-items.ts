import type { DriveRow } from './drives.ts';
import type { State } from './state.ts';

export type DriveItemRow = {
  readonly rowid: number;
  readonly id: string;
  readonly drive: string;
  readonly parent: string | null;
  readonly name: string;
  readonly folder: number;
  readonly size: number;
  readonly hash: string | null;
  readonly quick_xor: string | null;
  readonly mime: string | null;
  readonly guid: string;
  /** The number of its row in the library's list. */
  readonly number: number;
  readonly version: number;
  readonly content_version: number;
  readonly created_at: string;
  readonly created_by: string;
  readonly modified_at: string;
  readonly modified_by: string;
  readonly fs_created_at: string;
  readonly fs_modified_at: string;
  readonly seq: number;
  readonly deleted_at: string | null;
  readonly inherits: number;
  readonly checked_out_by: string | null;
  readonly fields: string;
};

/** Names compare without regard to case, and whichever way their accents are written. */
export const toNameKey = (name: string): string => name.normalize('NFC').toLowerCase();

export function findDriveItem(state: State, drive: string, id: string): DriveItemRow | undefined {
  return state.db.get<DriveItemRow>(
    'select * from drive_item where id = ? and drive = ? and deleted_at is null',
    id,
    drive,
  );
}

export function childNamed(state: State, parent: string, name: string): DriveItemRow | undefined {
  return state.db.get<DriveItemRow>(
    'select * from drive_item where parent = ? and name_key = ? and deleted_at is null',
    parent,
    toNameKey(name),
  );
}

export function countChildren(state: State, parent: string): number {
  return (
    state.db.get<{ n: number }>('select count(*) n from drive_item where parent = ? and deleted_at is null', parent)
      ?.n ?? 0
  );
}

/** From the root down to the item's parent; the root itself has none. */
export function ancestorsOf(state: State, item: DriveItemRow): DriveItemRow[] {
  const found: DriveItemRow[] = [];
  for (let id = item.parent; id !== null; ) {
    const parent = state.db.get<DriveItemRow>('select * from drive_item where id = ?', id);
    if (!parent) break;
    found.unshift(parent);
    id = parent.parent;
  }
  return found;
}

export function versionsOf(state: State, item: DriveItemRow): ContentVersionRow[] {
  return state.db.all<ContentVersionRow>(
    'select * from drive_item_version where item = ? order by version desc',
    item.id,
  );
}

export type ContentVersionRow = {
  readonly item: string;
  readonly version: number;
  readonly hash: string;
  readonly quick_xor: string;
  readonly size: number;
  readonly modified_at: string;
  readonly modified_by: string;
};

/** Bytes that a drive holds, all live files counted once. */
export function usedBytes(state: State, drive: DriveRow): number {
  return (
    state.db.get<{ n: number | null }>(
      'select sum(size) n from drive_item where drive = ? and deleted_at is null and folder = 0',
      drive.id,
    )?.n ?? 0
  );
}
