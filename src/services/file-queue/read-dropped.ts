import { londonClock, londonDay } from '../../domain/calendar/london.ts';
import { nameScreenshot } from '../../domain/evidence/file-name.ts';
import type { Chosen } from './entry.ts';
import { type TakenDrop, takeDropped } from './take-dropped.ts';

export type Dropped = LeftBehind & { readonly chosen: readonly Chosen[] };

/** What was dropped and cannot be added. */
export type LeftBehind = {
  /** Folders without a file in them: SharePoint has nothing to keep of them. */
  readonly emptyFolders: readonly string[];
  /** Files and folders that the device does not let the browser read. */
  readonly unreadable: readonly string[];
};

/**
 * Everything that was dropped, folders read to their end. The browser lets go of the drop as soon as its event is over:
 * call this within it.
 */
export function readDropped(transfer: DataTransfer): Promise<Dropped> {
  return readTaken(takeDropped(transfer));
}

export async function readTaken({ entries, files }: TakenDrop): Promise<Dropped> {
  const found = { chosen: [] as Chosen[], emptyFolders: [] as string[], unreadable: [] as string[] };
  // A picture dragged out of a page has no entry, only a file.
  if (entries.length === 0) found.chosen.push(...files.map((file) => ({ file, folders: [] })));
  for (const entry of entries) await readEntry(entry, [], found);
  return found;
}

type Found = { readonly chosen: Chosen[]; readonly emptyFolders: string[]; readonly unreadable: string[] };

/** One that cannot be read leaves the others as they are. */
async function readEntry(entry: FileSystemEntry, folders: readonly string[], found: Found): Promise<void> {
  try {
    if (isFile(entry)) {
      const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
      found.chosen.push({ file, folders });
    } else await readFolder(entry as FileSystemDirectoryEntry, folders, found);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    found.unreadable.push(entry.name);
  }
}

async function readFolder(folder: FileSystemDirectoryEntry, folders: readonly string[], found: Found): Promise<void> {
  const reader = folder.createReader();
  let count = 0;
  // A folder is told a hundred entries at a time, until there are none left.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    count += some.length;
    for (const each of some) await readEntry(each, [...folders, folder.name], found);
  }
  if (count === 0) found.emptyFolders.push(folder.name);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** What was chosen in the browser's own window; of a folder each file says where it lay. */
export function readChosen(files: readonly File[]): readonly Chosen[] {
  return files.map((file) => ({ file, folders: file.webkitRelativePath.split('/').slice(0, -1) }));
}

/** What was pasted: a picture without a name gets one, by the time in England. */
export function readPasted(files: readonly File[], now: string): readonly Chosen[] {
  return files.map((file) => {
    const isScreenshot = /^image\.(?:png|jpe?g)$/i.test(file.name) || file.name === '';
    if (!isScreenshot) return { file, folders: [] };
    const name = nameScreenshot({ day: londonDay(now), time: londonClock(now) }, file.type);
    return { file: new File([file], name, { type: file.type, lastModified: file.lastModified }), folders: [] };
  });
}
