import { useCallback, useState } from 'react';
import { forgetPerson } from '../workspace/cache/forget.ts';
import { isStorageFailure } from '../workspace/cache/storage-failure.ts';
import { useSession } from './session.ts';

export type Forgetting = 'idle' | 'busy' | 'done' | 'failed';

/** Wipes all that this browser keeps for the person who is signed in, in every workspace; open tabs keep nothing after it. */
export function useForget(): { readonly state: Forgetting; readonly forget: () => Promise<void> } {
  const { tenant, me } = useSession();
  const [state, setState] = useState<Forgetting>('idle');
  const forget = useCallback(async () => {
    setState('busy');
    try {
      await forgetPerson(tenant, me.id, localStorage);
      const { removePrivateFiles } = await import('../workspace/cache/private-files.ts');
      await removePrivateFiles(tenant, me.id);
      setState('done');
    } catch (error) {
      if (!isStorageFailure(error)) throw error;
      setState('failed');
    }
  }, [tenant, me.id]);
  return { state, forget };
}
