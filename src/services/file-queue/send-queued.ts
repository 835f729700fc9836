import { opensIn } from '../../domain/evidence/preview-kind.ts';
import { findChild, getItem, type LibraryItem, renameItem } from '../../graph/drive.ts';
import { isGraphError } from '../../graph/errors.ts';
import { refusal } from '../../graph/refusals.ts';
import { saveFile } from '../../graph/upload.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import type { QueuedFile, Taken } from './entry.ts';
import { isRenewal } from './find-question.ts';
import type { Places } from './places.ts';
import { isSmall, readSmall } from './recognise.ts';

export type Send = {
  readonly workspace: Workspace;
  readonly places: Places;
  readonly entry: QueuedFile;
  readonly file: File;
  readonly signal: AbortSignal;
  /** What is to be kept of it before it goes on: with this it is found again after a crash. */
  readonly note: (known: Partial<QueuedFile>) => void;
};

/** Sends one file; never over another. Throws a GraphError, `name-taken` and `conflict` among them. */
export async function sendQueued({ workspace, places, entry, file, signal, note }: Send): Promise<LibraryItem> {
  if (file.size !== entry.marks.size || file.lastModified !== entry.marks.changed) throw refusal('file-changed');
  const folder = (isRenewal(entry) && entry.replaces?.parentId) || (await places.folderOf(entry.place, entry.folders));
  const small = isSmall(file) ? await readSmall(file) : undefined;
  if (small && small.content.size !== entry.marks.size) throw refusal('file-changed');
  note({ folder, ...(small && { hash: small.hash }) });
  const replaces = await renameFirst(workspace, entry);
  if (replaces !== entry.replaces) note({ replaces });
  let known = entry.session;
  try {
    return await saveFile(patient(workspace), {
      drive: workspace.info.drive,
      folder,
      name: entry.name,
      content: small?.content ?? file,
      whenTaken: replaces ? { replaces } : 'refuse',
      session: entry.session,
      onSession(session) {
        const isAnew = known !== undefined && known.url !== session.url;
        note({ session, sent: session.sent, ...(session.hash && { hash: session.hash }), ...(isAnew && { isAnew }) });
        known = session;
      },
      signal,
    });
  } catch (error) {
    // The folder may have been taken away since it was found: it is looked for, or made, the next time.
    if (isGraphError(error, 'not-found')) places.forget();
    throw error;
  }
}

/** A new version of another type has another name: the file gets that first, on the version that was seen as well. */
async function renameFirst({ graph, info }: Workspace, entry: QueuedFile): Promise<Taken | undefined> {
  const { replaces, name } = entry;
  if (!replaces || !isRenewal(entry) || replaces.name === name) return replaces;
  return await renameItem(graph, info.drive, replaces, name);
}

/** Nobody sits and waits for a file: however long Microsoft 365 asks it to wait, it waits. */
export function patient({ graph }: Workspace) {
  return graph.inBackground().withPatience(Number.POSITIVE_INFINITY);
}

/**
 * Whether a file that was under way when its tab ended has arrived: by its place, size and hash. Undefined if it has
 * not, or if that cannot be known without the file.
 */
export async function findArrived(workspace: Workspace, entry: QueuedFile): Promise<LibraryItem | undefined> {
  const found = await findInPlace(workspace, entry);
  return found && isAsSent(found, entry.marks, entry.hash) ? found : undefined;
}

/** What has the name that the file was sent under, or was the file that it replaces, if all of it may have been sent. */
export async function findInPlace(
  { graph, info }: Workspace,
  { folder, hash, replaces, name }: QueuedFile,
): Promise<LibraryItem | undefined> {
  if (hash === undefined || folder === undefined) return undefined;
  if (!replaces) return findChild(graph, info.drive, folder, name);
  return getItem(graph, info.drive, replaces.id).catch((error: unknown) => {
    if (isGraphError(error, 'not-found')) return undefined;
    throw error;
  });
}

/**
 * ## Is it ours?
 * What has arrived has the size and the hash of what was sent. But SharePoint writes into documents of Office as they come
 * in: such a one is ours if nothing of its name, or another version, was there `before`, and it is by the one who sent it.
 */
export function isOurs(
  { me }: Workspace,
  item: LibraryItem,
  { marks, hash, name }: QueuedFile,
  before: Pick<LibraryItem, 'version'> | undefined,
): boolean {
  if (isAsSent(item, marks, hash)) return true;
  return opensIn(name) === 'Office' && item.version !== before?.version && item.changed.id === me.id;
}

function isAsSent(item: LibraryItem, { size }: QueuedFile['marks'], hash: string | undefined): boolean {
  return item.size === size && item.hash === hash;
}
