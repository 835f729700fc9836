import { folderKey } from '../domain/checklist/keys.ts';
import { checkFileName } from '../domain/evidence/file-name.ts';
import type { partnerFolders } from '../domain/folders.ts';
import { runAtOnce } from '../graph/at-once.ts';
import { getChildren, type LibraryItem } from '../graph/drive.ts';
import { GraphError, isGraphError } from '../graph/errors.ts';
import { saveFile } from '../graph/upload.ts';
import { type Evidence, folders } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { registerFile } from './register-file.ts';

/** One of the folders that each partner has for a theme. */
export type Section = (typeof partnerFolders)[number];

export type FileProgress = {
  /** Place of the file in `files`. */
  readonly index: number;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'registering' | 'done';
  /** In bytes. */
  readonly sent: number;
  readonly size: number;
};

export type FileOutcome = { readonly index: number; readonly name: string } & (
  | {
      readonly outcome: 'added';
      readonly item: LibraryItem;
      readonly evidence: Evidence;
      /** Something to know, such as an empty file. */
      readonly sentence?: string | undefined;
    }
  /** The name is taken: ask again with `whenTaken: 'keep-both'`, or leave it. */
  | { readonly outcome: 'taken'; readonly sentence: string }
  /** The name or the file itself cannot be kept; asking again does not help. */
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'failed'; readonly sentence: string }
  /** The file is in the library, its evidence row is not: it shows as unregistered. */
  | { readonly outcome: 'unregistered'; readonly item: LibraryItem; readonly sentence: string }
  | { readonly outcome: 'stopped'; readonly sentence: string }
);

export type AddFiles = {
  /** Uids. */
  readonly partner: string;
  readonly theme: string;
  readonly section?: Section | undefined;
  readonly files: readonly File[];
  /** The uid of the gap that the one file is for: it gets the file, and no new item is made. */
  readonly fills?: string | undefined;
  readonly whenTaken?: 'say' | 'keep-both' | undefined;
  readonly onProgress?: ((progress: FileProgress) => void) | undefined;
  /** Called as each file ends, while the others go on. */
  readonly onOutcome?: ((outcome: FileOutcome) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

type Outcome = FileOutcome extends infer One ? (One extends FileOutcome ? Omit<One, 'index' | 'name'> : never) : never;

/** Enough to keep the line busy, few enough for Microsoft 365 not to ask us to wait. */
const AT_ONCE = 3;

/** Puts files into the partner's folder and makes one draft evidence row of each; one failure never stops the others. */
export async function addEvidenceFiles(workspace: Workspace, input: AddFiles): Promise<readonly FileOutcome[]> {
  const { files, signal } = input;
  for (const [index, file] of files.entries()) {
    input.onProgress?.({ index, name: file.name, state: 'waiting', sent: 0, size: file.size });
  }
  let folder: string | GraphError;
  try {
    folder = await findFolder(workspace, input);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    folder = error;
  }
  return runAtOnce(AT_ONCE, files, async (file, index) => {
    const show = (state: FileProgress['state'], sent: number) =>
      input.onProgress?.({ index, name: file.name, state, sent, size: file.size });
    const outcome: Outcome =
      folder instanceof GraphError
        ? { outcome: 'failed', sentence: folder.message }
        : signal?.aborted
          ? { outcome: 'stopped', sentence: 'Not sent.' }
          : await addFile(workspace, { ...input, file, folder, show });
    show('done', file.size);
    const ended = { index, name: file.name, ...outcome } as FileOutcome;
    input.onOutcome?.(ended);
    return ended;
  });
}

type AddFile = AddFiles & {
  readonly file: File;
  readonly folder: string;
  readonly show: (state: FileProgress['state'], sent: number) => void;
};

async function addFile(workspace: Workspace, input: AddFile): Promise<Outcome> {
  const { file, show } = input;
  const faults = checkFileName(file.name);
  if (faults.length > 0) return { outcome: 'refused', sentence: faults.join(' ') };
  if (!(await isReadable(file))) return { outcome: 'refused', sentence: unreadable };
  show('sending', 0);
  let item: LibraryItem;
  try {
    item = await saveFile(workspace.graph, {
      drive: workspace.info.drive,
      folder: input.folder,
      name: file.name,
      content: file,
      whenTaken: input.whenTaken === 'keep-both' ? 'keep-both' : 'refuse',
      onSent: (bytes) => show('sending', bytes),
      signal: input.signal,
    });
  } catch (error) {
    return toFailure(error, file);
  }
  workspace.putFile(item);
  show('registering', file.size);
  try {
    const row = await registerFile(workspace, { item, partner: input.partner, theme: input.theme, fills: input.fills });
    const sentence = file.size === 0 ? 'This file is empty: it holds nothing to read.' : undefined;
    return { outcome: 'added', item, evidence: row, sentence };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const sentence = `The file is in the folder, but it could not be registered. ${error.message}`;
    return { outcome: 'unregistered', item, sentence };
  }
}

const unreadable =
  'This cannot be read. It may be a folder, or it was changed, moved or removed while it was being sent.';

async function toFailure(error: unknown, file: File): Promise<Outcome> {
  if (!(error instanceof GraphError)) throw error;
  if (error.kind === 'cancelled') return { outcome: 'stopped', sentence: 'Stopped. Nothing of it was kept.' };
  if (error.kind === 'name-taken') {
    return { outcome: 'taken', sentence: `There is already a file called ${file.name} in this folder.` };
  }
  if (!(await isReadable(file))) return { outcome: 'refused', sentence: unreadable };
  return { outcome: isGraphError(error, 'refused', 'too-large') ? 'refused' : 'failed', sentence: error.message };
}

/** A folder that was dropped, and a file that has changed since it was chosen, refuse to be read. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function findFolder(workspace: Workspace, { partner, theme, section }: AddFiles): Promise<string> {
  if (workspace.rows(folders).state === 'waiting') await workspace.pull();
  const rows = workspace.rows(folders);
  if (rows.state === 'failed') throw rows.error;
  const uid = folderKey(theme, partner);
  const own = rows.state === 'ready' ? rows.rows.find((row) => row.uid === uid) : undefined;
  if (!own) throw noFolder();
  if (!section) return own.item;
  const children = await getChildren(workspace.graph, workspace.info.drive, own.item).catch((error: unknown) => {
    throw isGraphError(error, 'not-found') ? noFolder() : error;
  });
  // People may add words to a section's name; the number in front stays.
  const meant = children.find((child) => child.kind === 'folder' && child.name.startsWith(section.slice(0, 2)));
  return meant?.id ?? own.item;
}

function noFolder(): GraphError {
  return new GraphError('not-found', 'The folder is not there. "Check and repair" in Settings makes it again.');
}
