import { useEffect } from 'react';
import { useDrafts } from '../session/drafts.ts';
import { useWorkspace } from '../workspace/hooks.ts';

/** Files that are on their way go on over all screens. What sends them is fetched once the first rows are there. */
export function useFileQueue(isShown: boolean): void {
  const workspace = useWorkspace();
  const drafts = useDrafts();
  useEffect(() => {
    if (!isShown) return;
    let stop: (() => void) | undefined;
    let isOver = false;
    async function start() {
      const { keepFileQueue } = await import('./keep-file-queue.ts');
      if (!isOver) stop ??= keepFileQueue(workspace, drafts);
    }
    // Offline, it cannot be fetched: then nothing could be sent either.
    const tryAgain = () => void start().catch(() => undefined);
    const timer = setTimeout(tryAgain, AFTER_FIRST_ROWS_MS);
    addEventListener('online', tryAgain);
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeEventListener('online', tryAgain);
      stop?.();
    };
  }, [isShown, workspace, drafts]);
}

const AFTER_FIRST_ROWS_MS = 1_000;
