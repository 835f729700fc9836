import type { Stored } from '../state/contents.ts';
import { createDriveItem, replaceContent } from '../state/drive-item-changes.ts';
import { childNamed, type DriveItemRow, findDriveItem } from '../state/drive-items.ts';
import { type DriveRow, findDrive } from '../state/drives.ts';
import type { State } from '../state/state.ts';
import { type Conflict, settleName } from './conflicts.ts';
import { invalidRequest, itemNotFound, nameExists } from './errors.ts';
import { demandName, mimeOf } from './names.ts';

export type Arrival = {
  readonly drive: string;
  readonly parent: string;
  /** May hold slashes: folders on the way that are not there are made, as SharePoint does for an upload by path. */
  readonly name: string;
  /** The file that the address named, if it named one. */
  readonly file?: string;
  readonly content: Stored;
  readonly conflict: Conflict;
  readonly by: string;
  readonly createdAt?: string;
  readonly modifiedAt?: string;
};

/**
 * Bytes become a file: new, or one more version of the one that is there. To be called within a transaction;
 * `mayReplace` refuses when the file in the way must not be changed.
 */
export function keepFile(
  state: State,
  arrival: Arrival,
  mayReplace: (item: DriveItemRow) => void,
): { item: DriveItemRow; isNew: boolean } {
  const { conflict, by } = arrival;
  const drive = findDrive(state, arrival.drive);
  if (!drive) throw itemNotFound();
  const names = arrival.name.split('/');
  const name = names.pop() as string;
  const parent = makeFolders(state, drive, arrival, names);
  const content = { ...arrival.content, mime: mimeOf(name) };
  const named = arrival.file ? findDriveItem(state, drive.id, arrival.file) : undefined;
  // A file that was named by id and renamed meanwhile is still that file.
  const settled =
    named && conflict === 'replace'
      ? { name: named.name, replaces: named }
      : settleName(state, parent.id, name, conflict);
  const { replaces } = settled;
  if (replaces) {
    if (replaces.folder) throw nameExists('A folder with that name is there already.');
    mayReplace(replaces);
    return { item: replaceContent(state, replaces, content, by, arrival.modifiedAt), isNew: false };
  }
  demandName(state, drive, parent, settled.name, false);
  const times = {
    ...(arrival.createdAt ? { createdAt: arrival.createdAt } : {}),
    ...(arrival.modifiedAt ? { modifiedAt: arrival.modifiedAt } : {}),
  };
  const item = createDriveItem(state, {
    drive: drive.id,
    parent: parent.id,
    name: settled.name,
    by,
    content,
    ...times,
  });
  return { item, isNew: true };
}

function makeFolders(
  state: State,
  drive: DriveRow,
  { parent: id, by }: Arrival,
  names: readonly string[],
): DriveItemRow {
  let parent = findDriveItem(state, drive.id, id);
  if (!parent) throw itemNotFound('The folder to upload to is no longer there.');
  for (const name of names) {
    const there: DriveItemRow | undefined = childNamed(state, parent.id, name);
    if (!there) demandName(state, drive, parent, name, true);
    parent = there ?? createDriveItem(state, { drive: drive.id, parent: parent.id, name, by });
    if (!parent.folder) throw invalidRequest(`'${name}' is a file.`);
  }
  if (!parent.folder) throw invalidRequest('The parent is not a folder.');
  return parent;
}
