import { useMemo } from 'react';
import { useFiles, useRows } from '../workspace/hooks.ts';
import { findUnregistered } from '../workspace/library.ts';
import { evidence, folders } from '../workspace/schema/lists.ts';
import { keepLast } from './keep-last.ts';

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
  return useMemo(() => find({ files, folderRows, evidenceRows }), [files, folderRows, evidenceRows]);
}

type Lists = {
  readonly files: ReturnType<typeof useFiles>;
  readonly folderRows: ReturnType<typeof useRows<typeof folders>>;
  readonly evidenceRows: ReturnType<typeof useRows<typeof evidence>>;
};

const find = keepLast(({ files, folderRows, evidenceRows }: Lists): Unregistered => {
  if (files.state === 'failed') return { state: 'failed', error: files.error };
  if (files.state !== 'ready' || folderRows.state !== 'ready' || evidenceRows.state !== 'ready') {
    return { state: 'waiting' };
  }
  return { state: 'ready', files: findUnregistered(files.items, folderRows.rows, evidenceRows.rows) };
});
