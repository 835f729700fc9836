import { partnerFolders } from '../../domain/folders.ts';
import { type Added, fileQueueOf, type Place } from '../../services/file-queue/file-queue.ts';
import { readChosen, readTaken } from '../../services/file-queue/read-dropped.ts';
import type { TakenDrop } from '../../services/file-queue/take-dropped.ts';
import type { useWorkspace } from '../../workspace/hooks.ts';

type Prompted = Omit<Place, 'section' | 'gap'> & { readonly prompt: string };

/** Puts files on their way to support a prompt; gives what to say of it. */
export async function sendAnswerFiles(
  workspace: ReturnType<typeof useWorkspace>,
  given: TakenDrop | readonly File[],
  to: Prompted,
): Promise<string | undefined> {
  const { chosen, unreadable } = isDrop(given) ? await readTaken(given) : { chosen: readChosen(given), unreadable: [] };
  const unread = unreadable.length > 0 ? `Not read on this device, so not added: ${unreadable.length}.` : undefined;
  if (chosen.length === 0) return unread;
  const queue = await fileQueueOf(workspace);
  const words = tellAdded(await queue.add(chosen, { ...to, section: partnerFolders[0] }));
  return unread === undefined ? words : `${words} ${unread}`;
}

function tellAdded({ added, recognised, leftOut, refused }: Added): string {
  if (refused !== undefined) return refused;
  const going = added + recognised;
  const words = going === 1 ? '1 file is on its way.' : `${going} files are on their way.`;
  return leftOut.length === 0 ? words : `${words} Of the system, and left out: ${leftOut.length}.`;
}

function isDrop(given: TakenDrop | readonly File[]): given is TakenDrop {
  return 'files' in given;
}
