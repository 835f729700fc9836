import type { Stored } from './contents.ts';
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

export type NewDriveItem = {
  readonly drive: string;
  readonly parent: string;
  readonly name: string;
  readonly by: string;
  /** Missing for a folder. */
  readonly content?: Stored & { readonly mime: string };
  readonly createdAt?: string;
  readonly modifiedAt?: string;
};

export function createDriveItem(state: State, item: NewDriveItem): DriveItemRow {
  const id = `01${state.ids.token(32)}`;
  const now = state.clock.stamp();
  const content = item.content;
  state.db.run(
    `insert into drive_item (id, drive, parent, name, name_key, folder, size, hash, quick_xor, mime, guid, number, version,
       content_version, created_at, created_by, modified_at, modified_by, fs_created_at, fs_modified_at, seq)
     values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
       (select max(number) + 1 from drive_item where drive = ?2), 1, 1, ?12, ?13, ?12, ?13, ?14, ?15, ?16)`,
    id,
    item.drive,
    item.parent,
    item.name,
    toNameKey(item.name),
    content ? 0 : 1,
    content?.size ?? 0,
    content?.hash ?? null,
    content?.quickXor ?? null,
    content?.mime ?? null,
    state.ids.guid(),
    now,
    item.by,
    item.createdAt ?? now,
    item.modifiedAt ?? now,
    state.ids.seq(),
  );
  addToSizes(state, item.parent, content?.size ?? 0);
  return keepContentVersion(state, findDriveItem(state, item.drive, id) as DriveItemRow);
}

/** New bytes for a file that is there: one more version. */
export function replaceContent(
  state: State,
  item: DriveItemRow,
  content: Stored & { readonly mime: string },
  by: string,
  modifiedAt?: string,
): DriveItemRow {
  const now = state.clock.stamp();
  if (item.parent !== null) addToSizes(state, item.parent, content.size - item.size);
  state.db.run(
    `update drive_item set size = ?, hash = ?, quick_xor = ?, mime = ?, version = version + 1, content_version = content_version + 1,
       modified_at = ?, modified_by = ?, fs_modified_at = ?, seq = ? where id = ?`,
    content.size,
    content.hash,
    content.quickXor,
    content.mime,
    now,
    by,
    modifiedAt ?? now,
    state.ids.seq(),
    item.id,
  );
  return keepContentVersion(state, findDriveItem(state, item.drive, item.id) as DriveItemRow);
}

export type ItemChange = {
  readonly name?: string;
  readonly parent?: string;
  readonly fsCreatedAt?: string;
  readonly fsModifiedAt?: string;
};

export function changeDriveItem(state: State, item: DriveItemRow, change: ItemChange, by: string): DriveItemRow {
  const name = change.name ?? item.name;
  if (change.parent !== undefined && item.parent !== null) {
    addToSizes(state, item.parent, -item.size);
    addToSizes(state, change.parent, item.size);
  }
  state.db.run(
    `update drive_item set name = ?, name_key = ?, parent = ?, fs_created_at = ?, fs_modified_at = ?, version = version + 1,
       modified_at = ?, modified_by = ?, seq = ? where id = ?`,
    name,
    toNameKey(name),
    change.parent ?? item.parent,
    change.fsCreatedAt ?? item.fs_created_at,
    change.fsModifiedAt ?? item.fs_modified_at,
    state.clock.stamp(),
    by,
    state.ids.seq(),
    item.id,
  );
  return findDriveItem(state, item.drive, item.id) as DriveItemRow;
}

/** The item and all below it go to the recycle bin; each leaves a trace in the delta feed, the deepest first. */
export function deleteDriveItem(state: State, item: DriveItemRow): void {
  if (item.parent !== null) addToSizes(state, item.parent, -item.size);
  buryItem(state, item);
}

function buryItem(state: State, item: DriveItemRow): void {
  for (const child of state.db.all<DriveItemRow>(
    'select * from drive_item where parent = ? and deleted_at is null',
    item.id,
  )) {
    buryItem(state, child);
  }
  state.db.run(
    'update drive_item set deleted_at = ?, seq = ? where id = ?',
    state.clock.stamp(),
    state.ids.seq(),
    item.id,
  );
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

/** A folder's size is that of all files below it. */
function addToSizes(state: State, folder: string, bytes: number): void {
  if (bytes === 0) return;
  for (let id: string | null = folder; id !== null; ) {
    id =
      state.db.get<{ parent: string | null }>(
        'update drive_item set size = size + ? where id = ? returning parent',
        bytes,
        id,
      )?.parent ?? null;
  }
}

function keepContentVersion(state: State, item: DriveItemRow): DriveItemRow {
  if (item.folder || item.hash === null || item.quick_xor === null) return item;
  state.db.run(
    `insert into drive_item_version (item, version, hash, quick_xor, size, modified_at, modified_by) values (?, ?, ?, ?, ?, ?, ?)`,
    item.id,
    item.content_version,
    item.hash,
    item.quick_xor,
    item.size,
    item.modified_at,
    item.modified_by,
  );
  return item;
}
