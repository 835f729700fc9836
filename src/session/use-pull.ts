import { useEffect } from 'react';
import type { Workspace } from '../workspace/store/workspace.ts';
import { pullAndNote } from './last-pull.ts';

/** Coming back to the window fires two events at once: both are one return. */
const SAME_RETURN_MS = 1_000;

/**
 * Reads what others changed, once each time the person comes back to the tab. Nothing is asked while the tab is
 * hidden, and there is no timer.
 */
export function usePullOnReturn(workspace: Workspace): void {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    function pull() {
      const now = performance.now();
      if (document.visibilityState === 'hidden' || now - last < SAME_RETURN_MS) return;
      last = now;
      void pullAndNote(workspace);
    }
    pull();
    const goOn = () => void workspace.goOn();
    addEventListener('focus', pull);
    addEventListener('online', goOn);
    document.addEventListener('visibilitychange', pull);
    return () => {
      removeEventListener('focus', pull);
      removeEventListener('online', goOn);
      document.removeEventListener('visibilitychange', pull);
    };
  }, [workspace]);
}
