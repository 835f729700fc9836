import { useMemo } from 'react';
import { useFiles, useWorkspace } from '../workspace/hooks.ts';
import { findPath } from '../workspace/library.ts';

/** A folder of the library in words, `Police / 3 Audits`; undefined where it is not there any more. */
export function useFolder(id: string | undefined): string | undefined {
  const { info } = useWorkspace();
  const files = useFiles();
  return useMemo(() => {
    if (files.state !== 'ready' || id === undefined) return undefined;
    const path = findPath(files.items, id, info.homeFolder);
    return path?.map((folder) => folder.name).join(' / ');
  }, [files, id, info.homeFolder]);
}

/** The page on which the site shows what was deleted: nothing else brings it back. */
export function useRecycleBin(): string | undefined {
  const { info } = useWorkspace();
  const files = useFiles();
  if (files.state !== 'ready') return undefined;
  const site = files.items.get(info.homeFolder)?.webUrl.match(/^https?:\/\/[^/]+\/(?:sites|teams)\/[^/]+/)?.[0];
  return site && `${site}/_layouts/15/RecycleBin.aspx`;
}
