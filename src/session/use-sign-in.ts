import { useCallback } from 'react';
import { everydayScopes } from '../graph/scopes.ts';
import { useWorkspace } from '../workspace/hooks.ts';
import { useSession } from './session.ts';

/** Signs in again, from a press, and sends what waited for it. Throws with a sentence if that does not come about. */
export function useSignIn(): () => Promise<void> {
  const workspace = useWorkspace();
  const { askPermission } = useSession();
  return useCallback(async () => {
    await askPermission(everydayScopes);
    await workspace.goOn();
  }, [workspace, askPermission]);
}
