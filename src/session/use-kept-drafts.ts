import { useEffect } from 'react';
import type { Workspace } from '../workspace/store/workspace.ts';
import { useDrafts } from './drafts.ts';
import { keepDrafts, type Later } from './keep-drafts.ts';

/** Keeps what is typed in this browser for as long as the workspace is open; the last words go before the tab does. */
export function useKeptDrafts(workspace: Workspace): void {
  const drafts = useDrafts();
  useEffect(() => {
    const kept = keepDrafts(workspace, drafts, later);
    const events = ['pagehide', 'blur', 'beforeunload'] as const;
    for (const event of events) addEventListener(event, kept.write);
    document.addEventListener('visibilitychange', kept.write);
    return () => {
      for (const event of events) removeEventListener(event, kept.write);
      document.removeEventListener('visibilitychange', kept.write);
      kept.stop();
    };
  }, [workspace, drafts]);
}

const later: Later = (ms, call) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};
