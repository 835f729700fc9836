import { useCallback, useEffect, useState } from 'react';
import { getRowHistory, type History } from '../workspace/history.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import type { List, RowFacts } from '../workspace/schema/define-list.ts';
import { toSentence } from './sentence.ts';

export type HistoryState =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'ready'; readonly history: History };

/** Who changed what of a row, read when a person wants to see it, and again when the row has changed. */
export function useHistory(
  list: List,
  row: RowFacts | undefined,
  isOpen: boolean,
): { readonly history: HistoryState; readonly retry: () => void } {
  const { graph, info } = useWorkspace();
  const [history, setHistory] = useState<HistoryState>({ state: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  const key = row && `${row.uid} ${row.version}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row's key and version say when there is more to read
  useEffect(() => {
    if (!isOpen || row === undefined) return;
    let isCurrent = true;
    setHistory((before) => (before.state === 'ready' && attempt === 0 ? before : { state: 'waiting' }));
    getRowHistory(graph, info, list, row).then(
      (read) => isCurrent && setHistory({ state: 'ready', history: read }),
      (error: unknown) => isCurrent && setHistory({ state: 'failed', sentence: toSentence(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [graph, info, list, key, isOpen, attempt]);

  return { history, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
