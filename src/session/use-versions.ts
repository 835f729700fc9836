import { useCallback, useEffect, useState } from 'react';
import { type FileVersion as GraphVersion, getVersions } from '../graph/versions.ts';
import { useWorkspace } from '../workspace/hooks.ts';

/** One of the contents that a file has had. */
export type FileVersion = GraphVersion;

export type VersionsState =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly versions: readonly FileVersion[] };

/** The versions of a file, newest first; read when the place that shows them is opened. */
export function useVersions(drive: string, item: string) {
  const { graph } = useWorkspace();
  const [state, setState] = useState<VersionsState>({ state: 'waiting' });
  const read = useCallback(async () => {
    setState({ state: 'waiting' });
    try {
      setState({ state: 'ready', versions: await getVersions(graph, drive, item) });
    } catch (error) {
      setState({ state: 'failed', error });
    }
  }, [graph, drive, item]);
  useEffect(() => void read(), [read]);
  const show = useCallback((versions: readonly FileVersion[]) => setState({ state: 'ready', versions }), []);
  return { state, read, show };
}
