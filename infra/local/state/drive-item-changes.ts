import type { Stored } from './contents.ts';
import { type DriveItemRow, findDriveItem, toNameKey } from './drive-items.ts';
import type { State } from './state.ts';

/** Every change gives the item the next change number, so that delta tells of it. */

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
