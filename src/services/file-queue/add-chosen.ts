import { isSystemFile, MOST_FILES } from '../../domain/evidence/file-limits.ts';
import { proposeFolderName } from '../../domain/evidence/file-name.ts';
import type { UploadSession } from '../../graph/upload.ts';
import type { Book } from './book.ts';
import { type Chosen, needsPerson, type Place, type QueuedFile } from './entry.ts';
import { recognise } from './recognise.ts';

export type Added = {
  readonly added: number;
  /** Files that the list was waiting for. */
  readonly recognised: number;
  /** Files of the system, which nobody means to hand over. */
  readonly leftOut: readonly string[];
  /** Files for which the list does not wait, where only those were asked for. */
  readonly unknown: readonly Unknown[];
  /** Why nothing was taken. */
  readonly refused?: string | undefined;
  readonly toCheck: readonly string[];
};

/** A file for which the list does not wait, and in what it differs from one for which it does. */
export type Unknown = { readonly name: string; readonly differs: 'name' | 'size' | 'content' };

export type AddChosen = {
  readonly book: Book<never>;
  readonly files: Map<string, File>;
  readonly tab: string;
  readonly chosen: readonly Chosen[];
  /** Missing where only files are taken that the list waits for. */
  readonly place?: Place | undefined;
  readonly isLive: (id: string) => boolean;
  /** What Microsoft 365 has of a file that has changed since is not to be kept. */
  readonly onGiveUp: (session: UploadSession) => void;
};

const nothing: Added = { added: 0, recognised: 0, leftOut: [], unknown: [], toCheck: [] };

/** Puts what was dropped or chosen into the list, each file its own line; what the list waits for is known again. */
export async function addChosen(input: AddChosen): Promise<Added> {
  const { book, files, tab, chosen, place, isLive, onGiveUp } = input;
  if (chosen.length > MOST_FILES) {
    const refused = `${chosen.length} files are more than the ${MOST_FILES} that can be added at a time. Add them folder by folder.`;
    return { ...nothing, refused };
  }
  const leftOut = chosen.filter(({ file }) => isSystemFile(file.name)).map(({ file }) => file.name);
  const drop = crypto.randomUUID();
  const toCheck: string[] = [];
  const fresh: QueuedFile[] = [];
  const unknown: Unknown[] = [];
  let recognised = 0;
  let order = book.all().at(-1)?.order ?? 0;
  for (const { file, folders, name = file.name } of chosen) {
    if (isSystemFile(file.name)) continue;
    const waiting = book.all().filter((entry) => !isLive(entry.id));
    const known = await findWaiting(file, waiting, place && { place, folders: folders.map(proposeFolderName) });
    if (known) {
      recognised += 1;
      if (known.gaveUp) onGiveUp(known.gaveUp);
      files.set(known.entry.id, file);
      book.put({ ...known.entry, owner: tab });
      if (known.entry.standing.is === 'checking') toCheck.push(known.entry.id);
      continue;
    }
    if (!place) {
      unknown.push({ name: file.name, differs: findDifference(file, waiting) });
      continue;
    }
    order += 1;
    const id = crypto.randomUUID();
    files.set(id, file);
    toCheck.push(id);
    fresh.push({
      id,
      order,
      drop,
      owner: tab,
      name,
      marks: { name: file.name, size: file.size, changed: file.lastModified },
      place,
      folders: folders.map(proposeFolderName),
      standing: { is: 'checking' },
      sent: 0,
    });
  }
  if (fresh.length > 0) book.put(...fresh);
  return { added: fresh.length, recognised, leftOut, unknown, toCheck };
}

type Known = { readonly entry: QueuedFile; readonly gaveUp?: UploadSession | undefined };

/** A file that the list asks for: unchanged it goes on where it stopped; changed, under the same name, it begins anew. */
async function findWaiting(
  file: File,
  waiting: readonly QueuedFile[],
  to: Pick<QueuedFile, 'place' | 'folders'> | undefined,
): Promise<Known | undefined> {
  const asks = (kind: 'file-gone' | 'file-changed') =>
    waiting.filter(({ standing }) => standing.is === 'asks' && standing.question.is === kind);
  const gone = asks('file-gone');
  const same = await recognise(file, gone).catch(() => undefined);
  if (same) {
    const marks = { ...same.marks, changed: file.lastModified };
    const standing = { is: same.session === undefined ? 'checking' : 'waiting' } as const;
    return { entry: { ...same, marks, standing } };
  }
  // Another file may have the name by chance: it is the same one if it was written to since.
  const later = gone.filter(({ marks }) => file.lastModified > marks.changed);
  const [changed, another] = [...asks('file-changed'), ...later].filter(
    (entry) => entry.marks.name === file.name && (to === undefined || isSameWay(entry, to)),
  );
  if (!changed || another) return undefined;
  const marks = { name: file.name, size: file.size, changed: file.lastModified };
  const standing = { is: 'checking' } as const;
  const entry = { ...changed, marks, standing, sent: 0, session: undefined, hash: undefined };
  return { entry, gaveUp: changed.session };
}

function findDifference(file: File, waiting: readonly QueuedFile[]): Unknown['differs'] {
  const namesakes = waiting.filter((entry) => needsPerson(entry) && entry.marks.name === file.name);
  if (namesakes.length === 0) return 'name';
  return namesakes.some(({ marks }) => marks.size === file.size) ? 'content' : 'size';
}

/** Files of one name that go to different folders have nothing to do with each other. */
function isSameWay(one: Pick<QueuedFile, 'place' | 'folders'>, other: Pick<QueuedFile, 'place' | 'folders'>): boolean {
  const wayOf = ({ place, folders }: typeof one) => [place.theme, place.partner, place.section, ...folders].join('/');
  return wayOf(one) === wayOf(other);
}
