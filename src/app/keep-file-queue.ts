import { fileQueueOf, type Snapshot } from '../services/file-queue/file-queue.ts';
import type { Drafts } from '../session/drafts.ts';
import { toHref } from '../session/href.ts';
import type { ChangeState } from '../session/saving.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

const href = toHref({ screen: 'evidence' });

/** Keeps files going over all screens, and tells the save line of them; gives how to end it. */
export function keepFileQueue(workspace: Workspace, drafts: Drafts): () => void {
  let stop: () => void = () => undefined;
  let isOver = false;
  void fileQueueOf(workspace).then((queue) => {
    if (isOver) return queue.close();
    const tell = () => tellSaveLine(queue.snapshot(), drafts);
    const goOn = () => queue.goOn();
    const unsubscribe = queue.subscribe(tell);
    addEventListener('online', goOn);
    tell();
    stop = () => {
      unsubscribe();
      removeEventListener('online', goOn);
      queue.close();
    };
  });
  return () => {
    isOver = true;
    stop();
    for (const key of ['files on their way', 'files that are paused', 'files that wait']) drafts.drop(key);
  };
}

/** Three lines for however many files: what goes, what is paused, and what needs the person. */
export function tellSaveLine({ totals, inHand, isKept, hold }: Snapshot, drafts: Drafts): void {
  const { going, paused, needs } = totals;
  const say = (key: string, count: number, state: ChangeState, words: string, why?: string) => {
    const known = drafts.get(key);
    const isSafe = isKept && (state === 'held' || inHand === 0);
    if (count === 0) drafts.drop(key);
    else if (known?.count !== count || known.isKept !== isSafe || known.state !== state) {
      const title = `${count === 1 ? '1 file' : `${count} files`} ${words}`;
      drafts.set(key, {
        values: undefined,
        state,
        title,
        href,
        count,
        of: 'files',
        isKept: isSafe,
        ...(why && { why }),
      });
    }
  };
  // Nothing goes: what is said to be saved now would not be.
  if (hold === undefined) say('files on their way', going, 'sending', 'on the way');
  else say('files on their way', going, 'typed', going === 1 ? 'waits to be sent' : 'wait to be sent');
  say('files that are paused', paused, 'typed', 'paused', 'Paused: resume there.');
  say('files that wait', needs, 'held', needs === 1 ? 'needs you' : 'need you');
}
