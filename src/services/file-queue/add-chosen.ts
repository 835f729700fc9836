import { isSystemFile, MOST_FILES } from '../../domain/evidence/file-limits.ts';
import { proposeFolderName } from '../../domain/evidence/file-name.ts';
import type { Book } from './book.ts';
import type { Chosen, Place, QueuedFile } from './entry.ts';
import { recognise } from './recognise.ts';

export type Added = {
  readonly added: number;
  /** Files that the list was waiting for. */
  readonly recognised: number;
  /** Files of the system, which nobody means to hand over. */
  readonly leftOut: readonly string[];
  /** Files for which the list does not wait, where only those were asked for. */
  readonly unknown: readonly string[];
  /** Why nothing was taken. */
  readonly refused?: string | undefined;
  readonly toCheck: readonly string[];
};

export type AddChosen = {
  readonly book: Book<never>;
  readonly files: Map<string, File>;
  readonly tab: string;
  readonly chosen: readonly Chosen[];
  /** Missing where only files are taken that the list waits for. */
  readonly place?: Place | undefined;
  readonly isLive: (id: string) => boolean;
};

const nothing: Added = { added: 0, recognised: 0, leftOut: [], unknown: [], toCheck: [] };

/** Puts what was dropped or chosen into the list, each file its own line; what the list waits for is known again. */
export async function addChosen(input: AddChosen): Promise<Added> {
  const { book, files, tab, chosen, place, isLive } = input;
  if (chosen.length > MOST_FILES) {
    const refused = `${chosen.length} files are more than the ${MOST_FILES} that can be added at a time. Add them folder by folder.`;
    return { ...nothing, refused };
  }
  const leftOut = chosen.filter(({ file }) => isSystemFile(file.name)).map(({ file }) => file.name);
  const drop = crypto.randomUUID();
  const toCheck: string[] = [];
  const fresh: QueuedFile[] = [];
  const unknown: string[] = [];
  let recognised = 0;
  let order = book.all().at(-1)?.order ?? 0;
  for (const { file, folders, name = file.name } of chosen) {
    if (isSystemFile(file.name)) continue;
    const known = await findWaiting(
      file,
      book.all().filter((entry) => !isLive(entry.id)),
    );
    if (known) {
      recognised += 1;
      files.set(known.id, file);
      book.put(known.entry(tab));
      if (known.isNew) toCheck.push(known.id);
      continue;
    }
    if (!place) {
      unknown.push(file.name);
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

/** A file that the list asks for: unchanged it goes on where it stopped; changed, under the same name, it begins anew. */
async function findWaiting(file: File, entries: readonly QueuedFile[]) {
  const asks = (kind: 'file-gone' | 'file-changed') =>
    entries.filter(({ standing }) => standing.is === 'asks' && standing.question.is === kind);
  const same = await recognise(file, asks('file-gone')).catch(() => undefined);
  if (same) {
    const marks = { ...same.marks, changed: file.lastModified };
    const isNew = same.session === undefined;
    const standing = { is: isNew ? 'checking' : 'waiting' } as const;
    return { id: same.id, isNew, entry: (owner: string) => ({ ...same, owner, marks, standing }) };
  }
  const changed = asks('file-changed').find(({ marks }) => marks.name === file.name);
  if (!changed) return undefined;
  const marks = { name: file.name, size: file.size, changed: file.lastModified };
  const standing = { is: 'checking' } as const;
  const isNew = true;
  return { id: changed.id, isNew, entry: (owner: string) => ({ ...changed, owner, marks, standing, sent: 0 }) };
}
