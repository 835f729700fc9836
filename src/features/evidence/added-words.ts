import type { Added } from '../../services/file-queue/file-queue.ts';
import type { LeftBehind } from '../../services/file-queue/read-dropped.ts';

/** What to say after files were dropped or chosen: the news is spoken, a problem is also shown. */
export function addedWords(
  { added, recognised, leftOut, refused }: Added,
  { emptyFolders, unreadable }: LeftBehind,
): { readonly news: string; readonly problem: string | undefined } {
  if (refused !== undefined) return { news: refused, problem: refused };
  const count = (number: number) => (number === 1 ? '1 file' : `${number} files`);
  const news = [added > 0 && `${count(added)} taken.`, recognised > 0 && `${count(recognised)} go on.`];
  const left = [
    leftOut.length > 0 && `${count(leftOut.length)} of the system left out: ${sayNames(leftOut)}.`,
    unreadable.length > 0 &&
      `This device did not let ${sayNames(unreadable)} be read, so ${unreadable.length === 1 ? 'it is' : 'they are'} not added.`,
    emptyFolders.length > 0 && `Nothing is in ${sayNames(emptyFolders)}, so no folder was made for it.`,
  ];
  const problem = left.filter((part) => part !== false).join(' ');
  return {
    news: [...news, ...left].filter((part) => part !== false).join(' '),
    problem: problem === '' ? undefined : problem,
  };
}

export type Counts = { readonly going: number; readonly done: number; readonly needs: number; readonly paused: number };

/** What is said when a drop has come to its end, and when an answer has changed what still needs the person. */
export function endWords(before: Counts | undefined, now: Counts): string | undefined {
  if (before === undefined || now.going > 0) return undefined;
  const isOver = before.going > 0;
  if (!isOver && before.needs === now.needs) return undefined;
  const words = [
    isOver && now.paused === 0 && `${now.done === 1 ? '1 file' : `${now.done} files`} added.`,
    isOver && now.paused > 0 && `${now.paused} paused.`,
    now.needs > 0 && `${now.needs} ${now.needs === 1 ? 'needs' : 'need'} you.`,
    !isOver && now.needs === 0 && 'Nothing in the list needs you any more.',
  ];
  return words.filter((part) => part !== false).join(' ');
}

/** Files that were chosen again and are not what the list waits for. */
export function unknownWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const is = names.length === 1 ? 'is not a file' : 'are not files';
  return `${sayNames(names)} ${is} that the list waits for: the name, the size or the content differs.`;
}

function sayNames(names: readonly string[]): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, 3);
  const more = different.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
