import { partnerFolders } from '../../domain/folders.ts';
import { isDone, isRefused, needsPerson } from '../../services/file-queue/entry.ts';
import { type Added, fileQueueOf, type Place, type QueuedFile } from '../../services/file-queue/file-queue.ts';
import { readChosen, readTaken } from '../../services/file-queue/read-dropped.ts';
import type { TakenDrop } from '../../services/file-queue/take-dropped.ts';
import type { useWorkspace } from '../../workspace/hooks.ts';

type Prompted = Omit<Place, 'section' | 'gap'> & { readonly prompt: string };

/** Puts files on their way to support a prompt; says what there is to say of it, and takes it back when they are there. */
export async function sendAnswerFiles(
  workspace: ReturnType<typeof useWorkspace>,
  given: TakenDrop | readonly File[],
  to: Prompted,
  tell: (words: string | undefined) => void,
): Promise<void> {
  const { chosen, unreadable } = isDrop(given) ? await readTaken(given) : { chosen: readChosen(given), unreadable: [] };
  const unread = unreadable.length > 0 ? `Not read on this device, so not added: ${unreadable.length}.` : undefined;
  if (chosen.length === 0) return tell(unread);
  const queue = await fileQueueOf(workspace);
  const added = await queue.add(chosen, { ...to, section: partnerFolders[0] });
  const lost = [tellLost(added), unread].filter(Boolean).join(' ');
  const isMine = ({ place }: QueuedFile) => place.prompt === to.prompt && place.partner === to.partner;
  function look(): void {
    const way = wayWords(queue.snapshot().files.filter(isMine));
    if (way === undefined) unsubscribe();
    tell([way, lost].filter(Boolean).join(' ') || undefined);
  }
  const unsubscribe = queue.subscribe(look);
  look();
}

/** Of the files for one answer: how many go, and how many ask; undefined when nothing more will happen by itself. */
export function wayWords(files: readonly QueuedFile[]): string | undefined {
  const asking = files.filter(needsPerson).length;
  const going = files.filter((file) => !isDone(file) && !isRefused(file)).length - asking;
  const words = [
    going > 0 && (going === 1 ? '1 file is on its way.' : `${going} files are on their way.`),
    asking > 0 && `${asking === 1 ? '1 file needs' : `${asking} files need`} you.`,
  ].filter((part) => part !== false);
  return words.length === 0 ? undefined : words.join(' ');
}

function tellLost({ leftOut, refused }: Added): string | undefined {
  return refused ?? (leftOut.length === 0 ? undefined : `Of the system, and left out: ${leftOut.length}.`);
}

function isDrop(given: TakenDrop | readonly File[]): given is TakenDrop {
  return 'files' in given;
}
