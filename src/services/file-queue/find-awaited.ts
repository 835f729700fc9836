import type { Place, Question, QueuedFile } from './entry.ts';
import { recognise } from './recognise.ts';

export type Awaited = { readonly is: 'same' | 'changed' | 'another'; readonly entry: QueuedFile };

/** Where a file goes, where that is known, and the folders that it lies in, as far as they were chosen with it. */
type Way = { readonly place?: Place | undefined; readonly folders: readonly string[] };

/**
 * ## A file that the list waits for
 * By name, size and content it is the same one: it goes on where it stopped. Of one that was changed while it was being
 * sent nothing is kept: whatever has its name now begins anew. Any other file of the name of one that is waited for may
 * be a newer version of it, or have the name by chance, as may one that was chosen for a certain line: that is asked.
 */
export async function findAwaited(
  file: File,
  waiting: readonly QueuedFile[],
  { to, line }: { readonly to: Way; readonly line?: string | undefined },
): Promise<Awaited | undefined> {
  const gone = waiting.filter((entry) => asks(entry, 'file-gone') || asks(entry, 'another-file'));
  const same = await recognise(file, [...gone, ...waiting.filter(isWhose)]).catch(() => undefined);
  if (same) return { is: 'same', entry: same };
  const changed = waiting.filter((entry) => asks(entry, 'file-changed'));
  const namesakes = [...changed, ...gone].filter((entry) => entry.marks.name === file.name && isOnWay(entry, to));
  const [entry] = namesakes.length === 1 ? namesakes : [...changed, ...gone].filter(({ id }) => id === line);
  if (!entry) return undefined;
  return { is: changed.includes(entry) && entry.marks.name === file.name ? 'changed' : 'another', entry };
}

/** In what a file differs from the one that was being sent. */
export function sayDifference(file: File, { marks, session }: QueuedFile): string {
  const differs = [
    file.name !== marks.name && `is called ${file.name}`,
    file.size === marks.size ? 'holds something else' : `is ${file.size > marks.size ? 'larger' : 'smaller'}`,
    file.lastModified > marks.changed && 'was changed later',
  ].filter((part) => part !== false);
  const why = `This is not the file that was being sent: it ${differs.join(' and ')}.`;
  return session === undefined ? why : `${why} Sent instead, it begins from the start.`;
}

export const isWhose = (entry: QueuedFile) => asks(entry, 'whose');

function asks({ standing }: QueuedFile, kind: Question['is']): boolean {
  return standing.is === 'asks' && standing.question.is === kind;
}

/** Files of one name that go to different folders have nothing to do with each other. */
function isOnWay(entry: QueuedFile, { place, folders }: Way): boolean {
  const wayOf = (to: Place, below: readonly string[]) => [to.theme, to.partner, to.section, ...below].join('/');
  if (!place && folders.length === 0) return true;
  return wayOf(entry.place, entry.folders) === wayOf(place ?? entry.place, folders);
}
