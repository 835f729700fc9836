import { useCallback } from 'react';
import { type EvidenceStanding, findFile, standingOf } from '../domain/evidence/standing.ts';
import { mayWorkFor } from '../domain/roles.ts';
import { useFiles } from '../workspace/hooks.ts';
import type { Evidence } from '../workspace/schema/lists.ts';
import { useRights } from './use-rights.ts';

/** Where any item stands for this person, with what the library says of its file. */
export function useStanding(): (item: Evidence) => EvidenceStanding {
  const { memberships } = useRights();
  const files = useFiles();
  return useCallback(
    (item) =>
      standingOf(item, findFile(files.state === 'ready' ? files : undefined, item.file), {
        isReader: !mayWorkFor(item.partner, memberships),
      }),
    [files, memberships],
  );
}
