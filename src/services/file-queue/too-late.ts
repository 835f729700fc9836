import { type LibraryItem, removeFile } from '../../graph/drive.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import type { Surroundings } from '../../workspace/sync/surroundings.ts';
import type { QueuedFile } from './entry.ts';
import { findInPlace, isOurs } from './send-queued.ts';

/** The request was on its way when it was called off: SharePoint may be carrying it out meanwhile. */
const LOOKS_AFTER_MS = [1_000, 10_000] as const;

/**
 * ## Cancelled too late
 * Whoever gives a file up while its only request, or its last piece, is on its way does not know whether it has arrived:
 * it is looked for, and if it is there the person says whether it is registered or removed. Gives the line that asks.
 */
export async function findTooLate(
  workspace: Workspace,
  surroundings: Pick<Surroundings, 'later'>,
  entry: QueuedFile,
  /** The file of its name that was there before, as far as this browser knew. */
  before: Pick<LibraryItem, 'version'> | undefined,
): Promise<QueuedFile | undefined> {
  for (const ms of LOOKS_AFTER_MS) {
    await new Promise<void>((resolve) => surroundings.later(ms, resolve));
    const item = await findInPlace(workspace, entry).catch((error: unknown) => {
      // It would show among the files that nobody has registered.
      if (error instanceof GraphError) return undefined;
      throw error;
    });
    if (!item || !isOurs(workspace, item, entry, before)) continue;
    const why = entry.replaces
      ? `It was the new version of ${item.name} already. Its versions bring back the one before.`
      : 'It was in the folder already. Nobody has registered it.';
    return { ...entry, standing: { is: 'asks', question: { is: 'arrived', why } }, item, sent: item.size };
  }
  return undefined;
}

/** Takes the file out of the library again; gives the line as it stands then, or nothing if it is gone. */
export async function removeTooLate(workspace: Workspace, entry: QueuedFile): Promise<QueuedFile | undefined> {
  const hasArrived = entry.standing.is === 'asks' && entry.standing.question.is === 'arrived';
  // With a new version all those before it would go.
  if (!hasArrived || !entry.item || entry.replaces) return entry;
  try {
    await removeFile(workspace.graph, workspace.info.drive, entry.item);
    // Else it would show among the files that nobody has registered.
    void workspace.pull();
    return undefined;
  } catch (error) {
    if (isGraphError(error, 'not-found')) return undefined;
    if (!(error instanceof GraphError)) throw error;
    const why = `It could not be removed from the folder. ${error.message}`;
    return { ...entry, standing: { is: 'asks', question: { is: 'arrived', why } } };
  }
}
