import { isSystemFile, MOST_FILES } from '../../domain/evidence/file-limits.ts';
import { proposeFolderName } from '../../domain/evidence/file-name.ts';
import type { UploadSession } from '../../graph/upload.ts';
import type { Book } from './book.ts';
import { askWhose, beginAnew, type Chosen, type Place, type QueuedFile } from './entry.ts';
import { type Awaited, findAwaited, isWhose, sayDifference } from './find-awaited.ts';
import { markOf } from './recognise.ts';

export type Added = {
  readonly added: number;
  /** Files that the list was waiting for. */
  readonly recognised: number;
  /** Lines that ask whether another file is to take the place of the one that they wait for. */
  readonly asked: number;
  /** Files of the system, which nobody means to hand over. */
  readonly leftOut: readonly string[];
  /** Files for which the list does not wait, where only those were asked for. */
  readonly unknown: readonly Unknown[];
  /** Why nothing was taken. */
  readonly refused?: string | undefined;
  readonly toCheck: readonly string[];
};

/** A file for which the list does not wait; or for which several lines of its name may, and none of them by its content. */
export type Unknown = { readonly name: string; readonly isNamesake: boolean };

export type AddChosen = {
  readonly book: Book<never>;
  readonly files: Map<string, File>;
  /** Files in the place of others, until it is said whether they are meant. */
  readonly offered: Map<string, File>;
  readonly tab: string;
  readonly chosen: readonly Chosen[];
  /** Missing where only files are taken that the list waits for. */
  readonly place?: Place | undefined;
  /** The line for which the file was chosen. */
  readonly line?: string | undefined;
  /** What Microsoft 365 has of a file that has changed since is not to be kept. */
  readonly onGiveUp: (session: UploadSession) => void;
};

const nothing: Added = { added: 0, recognised: 0, asked: 0, leftOut: [], unknown: [], toCheck: [] };

/** Puts what was dropped or chosen into the list, each file its own line; what the list waits for is known again. */
export async function addChosen(input: AddChosen): Promise<Added> {
  const { book, files, tab, chosen, place } = input;
  if (chosen.length > MOST_FILES) {
    const refused = `${chosen.length} files are more than the ${MOST_FILES} that can be added at a time. Add them folder by folder.`;
    return { ...nothing, refused };
  }
  const leftOut = chosen.filter(({ file }) => isSystemFile(file.name)).map(({ file }) => file.name);
  const drop = crypto.randomUUID();
  const toCheck: string[] = [];
  const fresh: Omit<QueuedFile, 'order'>[] = [];
  const unknown: Unknown[] = [];
  let recognised = 0;
  let asked = 0;
  for (const { file, folders: lay, replaces, name = replaces?.name ?? file.name } of chosen) {
    if (isSystemFile(file.name)) continue;
    const folders = lay.map(proposeFolderName);
    const waiting = book.all().filter(({ id }) => !files.has(id));
    const line = chosen.length === 1 ? input.line : undefined;
    const awaited = await findAwaited(file, waiting, { to: { place, folders }, line });
    if (awaited) {
      const { id, standing } = takeAwaited(input, awaited, file);
      if (awaited.is === 'another') asked += 1;
      else recognised += 1;
      if (standing.is === 'checking') toCheck.push(id);
      continue;
    }
    if (!place) {
      const namesakes = waiting.filter(({ marks }) => marks.name === file.name);
      unknown.push({ name: file.name, isNamesake: namesakes.length > 1 });
      continue;
    }
    const id = crypto.randomUUID();
    files.set(id, file);
    const isHeld = place.partner === '';
    // Else they are taken when it is checked.
    const marks = isHeld ? await markOf(file).catch(() => marksOf(file)) : marksOf(file);
    const standing = isHeld ? askWhose({ isGone: false }) : ({ is: 'checking' } as const);
    if (!isHeld) toCheck.push(id);
    fresh.push({ id, drop, owner: tab, name, marks, place, folders, replaces, standing, sent: 0 });
  }
  // Given now: others may have been dropped while these were looked at.
  const last = book.all().at(-1)?.order ?? 0;
  if (fresh.length > 0) book.put(...fresh.map((entry, index) => ({ ...entry, order: last + 1 + index })));
  return { added: fresh.length, recognised, asked, leftOut, unknown, toCheck };
}

/** Gives the line as it stands then. */
function takeAwaited({ book, files, offered, tab, place, onGiveUp }: AddChosen, { is, entry }: Awaited, file: File) {
  const next = { ...toNext({ is, entry }, file, place), owner: tab };
  if (is === 'another') offered.set(entry.id, file);
  else {
    offered.delete(entry.id);
    files.set(entry.id, file);
    if (is === 'changed' && entry.session) onGiveUp(entry.session);
  }
  book.put(next);
  return next;
}

function toNext({ is, entry }: Awaited, file: File, place: Place | undefined): QueuedFile {
  const marks = marksOf(file);
  switch (is) {
    case 'same': {
      const same = { ...entry, marks: { ...entry.marks, changed: file.lastModified } };
      if (isWhose(entry) && !place?.partner) return { ...same, standing: askWhose({ isGone: false }) };
      const standing = { is: entry.session === undefined ? 'checking' : 'waiting' } as const;
      // Put on a partner now, it is said whose it is.
      return { ...same, standing, place: isWhose(entry) && place ? place : entry.place };
    }
    case 'changed':
      return beginAnew(entry, marks);
    case 'another': {
      const question = { is: 'another-file', why: sayDifference(file, entry), marks } as const;
      return { ...entry, standing: { is: 'asks', question } };
    }
  }
}

const marksOf = (file: File) => ({ name: file.name, size: file.size, changed: file.lastModified });
