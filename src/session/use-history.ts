import { useCallback, useEffect, useState } from 'react';
import { getRowHistory, type History } from '../workspace/history.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import type { List, RowFacts } from '../workspace/schema/define-list.ts';
import { toSentence } from './sentence.ts';

type Reading<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly sentence: string }
  | ({ readonly state: 'ready' } & T);

export type HistoryState = Reading<{ readonly history: History }>;

type Past = { readonly list: List; readonly row: RowFacts };

/** Who changed what of a row, read when a person wants to see it, and again when the row has changed. */
export function useHistory(
  list: List,
  row: RowFacts | undefined,
  isOpen: boolean,
): { readonly history: HistoryState; readonly retry: () => void } {
  const { pasts, retry } = useHistories(row === undefined ? [] : [{ list, row }], isOpen);
  const history = pasts.state === 'ready' ? pasts.histories[0] : undefined;
  if (pasts.state !== 'ready') return { history: pasts, retry };
  return { history: history === undefined ? { state: 'waiting' } : { state: 'ready', history }, retry };
}

/** The same of several rows together, in their order. */
export function useHistories(
  rows: readonly Past[],
  isOpen: boolean,
): { readonly pasts: Reading<{ readonly histories: readonly History[] }>; readonly retry: () => void } {
  const { graph, info } = useWorkspace();
  const [pasts, setPasts] = useState<Reading<{ readonly histories: readonly History[] }>>({ state: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  const key = rows.map(({ list, row }) => `${list.name} ${row.uid} ${row.version}`).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows' keys and versions say when there is more to read
  useEffect(() => {
    if (!isOpen || rows.length === 0) return;
    let isCurrent = true;
    setPasts((before) => (before.state === 'ready' && attempt === 0 ? before : { state: 'waiting' }));
    Promise.all(rows.map(({ list, row }) => getRowHistory(graph, info, list, row))).then(
      (histories) => isCurrent && setPasts({ state: 'ready', histories }),
      (error: unknown) => isCurrent && setPasts({ state: 'failed', sentence: toSentence(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [graph, info, key, isOpen, attempt]);

  return { pasts, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
