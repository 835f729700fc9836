import type { Added } from '../../services/file-queue/file-queue.ts';
import type { LeftBehind } from '../../services/file-queue/read-dropped.ts';

export type News = { readonly kind: 'danger' | 'warning' | 'info'; readonly sentence: string };

export function countFiles(count: number): string {
  return count === 1 ? '1 file' : `${count} files`;
}

/** What to say after files were dropped or chosen: the news is spoken, a problem is also shown. */
export function addedWords(
  { added, recognised, asked, leftOut, refused }: Added,
  { emptyFolders, unreadable }: LeftBehind,
): { readonly news: string; readonly problem: News | undefined } {
  if (refused !== undefined) return { news: refused, problem: { kind: 'danger', sentence: refused } };
  const news = [
    added > 0 && `${countFiles(added)} taken.`,
    recognised > 0 && `${countFiles(recognised)} ${recognised === 1 ? 'goes' : 'go'} on.`,
    asked > 0 &&
      `${countFiles(asked)} ${asked === 1 ? 'is' : 'are'} not what was being sent: the list asks about ${asked === 1 ? 'it' : 'them'}.`,
  ];
  const left = [
    leftOut.length > 0 && `${countFiles(leftOut.length)} of the system left out: ${sayNames(leftOut)}.`,
    unreadable.length > 0 &&
      `This device did not let ${sayNames(unreadable)} be read, so ${unreadable.length === 1 ? 'it is' : 'they are'} not added.`,
    emptyFolders.length > 0 && `Nothing is in ${sayNames(emptyFolders)}, so no folder was made for it.`,
  ];
  const sentence = left.filter((part) => part !== false).join(' ');
  // What could not be read is missed; what holds nothing is not.
  const kind = unreadable.length > 0 ? 'danger' : 'info';
  return {
    news: [...news, ...left].filter((part) => part !== false).join(' '),
    problem: sentence === '' ? undefined : { kind, sentence },
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
export function unknownWords(unknown: Added['unknown']): string | undefined {
  const [namesakes, strangers] = [true, false].map((isNamesake) =>
    unknown.filter((each) => each.isNamesake === isNamesake).map(({ name }) => name),
  ) as [string[], string[]];
  const words = [
    strangers.length > 0 &&
      `${sayNames(strangers)} ${strangers.length === 1 ? 'is not a file' : 'are not files'} that the list waits for.`,
    namesakes.length > 0 &&
      `The list waits for several files called ${sayNames(namesakes)}, and for none with this content. Choose it again on the line that is meant.`,
  ].filter((part) => part !== false);
  return words.length === 0 ? undefined : words.join(' ');
}

function sayNames(names: readonly string[]): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, 3);
  const more = different.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
