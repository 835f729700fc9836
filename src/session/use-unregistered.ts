import { useMemo } from 'react';
import { useFiles, useRows } from '../workspace/hooks.ts';
import { findUnregistered } from '../workspace/library.ts';
import { evidence, folders } from '../workspace/schema/lists.ts';

export type UnregisteredFile = ReturnType<typeof findUnregistered>[number];

export type Unregistered =
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly files: readonly UnregisteredFile[] };

/** Files that lie in partners' folders and that no evidence row names. */
export function useUnregistered(): Unregistered {
  const files = useFiles();
  const folderRows = useRows(folders);
  const evidenceRows = useRows(evidence);
  return useMemo(() => {
    if (files.state === 'failed') return { state: 'failed', error: files.error };
    if (files.state !== 'ready' || folderRows.state !== 'ready' || evidenceRows.state !== 'ready') {
      return { state: 'waiting' };
    }
    return { state: 'ready', files: findUnregistered(files.items, folderRows.rows, evidenceRows.rows) };
  }, [files, folderRows, evidenceRows]);
}
