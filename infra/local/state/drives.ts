import { createList } from './lists.ts';
import type { SiteRow } from './sites.ts';
import type { State } from './state.ts';

export type DriveRow = {
  readonly id: string;
  readonly site: string;
  readonly list: string | null;
  readonly owner: string | null;
  readonly name: string;
  readonly kind: 'documentLibrary' | 'business';
  readonly root: string;
  readonly created_at: string;
};

/** A drive's id, or its library's list id. */
export function findDrive(state: State, id: string): DriveRow | undefined {
  return state.db.get<DriveRow>('select * from drive where id = ?', id);
}

export function driveOfSite(state: State, site: string): DriveRow | undefined {
  return state.db.get<DriveRow>('select * from drive where site = ? order by created_at, rowid limit 1', site);
}

export function drivesOfSite(state: State, site: string): DriveRow[] {
  return state.db.all<DriveRow>('select * from drive where site = ? order by created_at, rowid', site);
}

export function driveOfPerson(state: State, person: string): DriveRow | undefined {
  return state.db.get<DriveRow>('select * from drive where owner = ?', person);
}

export function driveOfList(state: State, list: string): DriveRow | undefined {
  return state.db.get<DriveRow>('select * from drive where list = ?', list);
}

/** A library is a list and a drive at once. */
export function createLibrary(state: State, site: SiteRow, title: string, path: string, by: string): DriveRow {
  const id = `b!${state.ids.token(32)}${state.ids.token(32)}`;
  const root = `01${state.ids.token(32)}`;
  const now = state.clock.stamp();
  const template = site.owner ? 'mySiteDocumentLibrary' : 'documentLibrary';
  const list = createList(state, { site: site.id, title, name: path, description: '', template, by, drive: id });
  state.db.run(
    'insert into drive (id, site, list, owner, name, kind, root, created_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    site.id,
    list.id,
    site.owner,
    title,
    site.owner ? 'business' : 'documentLibrary',
    root,
    now,
  );
  state.db.run(
    `insert into drive_item (id, drive, parent, name, name_key, folder, size, guid, number, version, content_version,
       created_at, created_by, modified_at, modified_by, fs_created_at, fs_modified_at, seq)
     values (?, ?, null, 'root', 'root', 1, 0, ?, 0, 1, 0, ?, ?, ?, ?, ?, ?, ?)`,
    root,
    id,
    state.ids.guid(),
    now,
    by,
    now,
    by,
    now,
    now,
    state.ids.seq(),
  );
  return findDrive(state, id) as DriveRow;
}
