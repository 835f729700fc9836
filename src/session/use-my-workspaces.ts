import { useCallback, useEffect, useState } from 'react';
import { findMyWorkspaces } from '../workspace/find.ts';
import { useSession } from './session.ts';

type Mine = Awaited<ReturnType<typeof findMyWorkspaces>>;

export type MyWorkspacesState =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  | ({ readonly state: 'ready' } & Mine);

/** Every workspace that I can open, over all my teams. */
export function useMyWorkspaces(): { readonly mine: MyWorkspacesState; readonly retry: () => void } {
  const { graph } = useSession();
  const [mine, setMine] = useState<MyWorkspacesState>({ state: 'waiting' });
  const read = useCallback(() => {
    setMine({ state: 'waiting' });
    findMyWorkspaces(graph).then(
      (found) => setMine({ state: 'ready', ...found }),
      (error: unknown) => setMine({ state: 'failed', error }),
    );
  }, [graph]);
  useEffect(read, [read]);
  return { mine, retry: read };
}
