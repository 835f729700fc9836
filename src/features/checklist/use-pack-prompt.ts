import { useEffect, useState } from 'react';
import { packOf } from '../../services/theme-packs.ts';
import type { PackPrompt } from '../../themes/pack-schema.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Theme } from '../../workspace/schema/lists.ts';

/** The prompt as its pack has it: what the list does not hold. Undefined while it is read, and where no pack knows it. */
export function usePackPrompt(theme: Theme, code: string): PackPrompt | undefined {
  const workspace = useWorkspace();
  const [found, setFound] = useState<PackPrompt | undefined>();
  useEffect(() => {
    let isCurrent = true;
    packOf(workspace, theme).then(
      (pack) => isCurrent && setFound(pack?.prompts.find(({ id }) => id === code)),
      // What the row itself says of its basis stands there all the same.
      () => isCurrent && setFound(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [workspace, theme, code]);
  return found;
}
