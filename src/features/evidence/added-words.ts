import type { Added } from '../../services/file-queue/file-queue.ts';

/** What to say after files were dropped or chosen: the news is spoken, a problem is also shown. */
export function addedWords(
  { added, recognised, leftOut, refused }: Added,
  emptyFolders: readonly string[],
): { readonly news: string; readonly problem: string | undefined } {
  if (refused !== undefined) return { news: refused, problem: refused };
  const count = (number: number) => (number === 1 ? '1 file' : `${number} files`);
  const news = [added > 0 && `${count(added)} taken.`, recognised > 0 && `${count(recognised)} go on.`];
  const left = [
    leftOut.length > 0 && `${count(leftOut.length)} of the system left out: ${sayNames(leftOut)}.`,
    emptyFolders.length > 0 && `Nothing is in ${sayNames(emptyFolders)}, so no folder was made for it.`,
  ];
  const problem = left.filter((part) => part !== false).join(' ');
  return {
    news: [...news, ...left].filter((part) => part !== false).join(' '),
    problem: problem === '' ? undefined : problem,
  };
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
