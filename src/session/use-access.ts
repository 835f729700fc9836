import { useCallback, useState } from 'react';
import { runAtOnce } from '../graph/at-once.ts';
import { getPermissions, type Permission } from '../graph/permissions.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import { toSentence } from './sentence.ts';

export type AccessPlace = { readonly key: string; readonly title: string; readonly item: string };

export type Door = Permission;

export type PlaceAccess = AccessPlace &
  (
    | { readonly state: 'ready'; readonly doors: readonly Door[] }
    | { readonly state: 'failed'; readonly sentence: string }
  );

export type Access =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  | { readonly state: 'ready'; readonly places: readonly PlaceAccess[] };

/** Each costs five units of what Microsoft 365 allows, so they are read when somebody asks, two at once. */
const AT_ONCE = 2;

/** Who is let in to these folders, as SharePoint tells the person who asks. */
export function useAccess() {
  const { graph, info } = useWorkspace();
  const [access, setAccess] = useState<Access>({ state: 'idle' });
  const read = useCallback(
    async (places: readonly AccessPlace[]) => {
      setAccess({ state: 'busy' });
      const read = await runAtOnce(AT_ONCE, places, async (place): Promise<PlaceAccess> => {
        try {
          return { ...place, state: 'ready', doors: await getPermissions(graph, info.drive, place.item) };
        } catch (error) {
          return { ...place, state: 'failed', sentence: toSentence(error) };
        }
      });
      setAccess({ state: 'ready', places: read });
    },
    [graph, info.drive],
  );
  return { access, read };
}
