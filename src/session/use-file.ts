import { useMemo } from 'react';
import type { LibraryItem } from '../graph/drive.ts';
import { useFiles, useWorkspace } from '../workspace/hooks.ts';
import { findPath } from '../workspace/library.ts';

export type FileFacts = {
  readonly file: LibraryItem | undefined;
  /** The names of the folders that it is in, from the channel's down. */
  readonly folders: readonly string[] | undefined;
};

/** A file of the library by its id: it is followed wherever people have put it. */
export function useFile(id: string | undefined): FileFacts {
  const { info } = useWorkspace();
  const files = useFiles();
  return useMemo(() => {
    if (files.state !== 'ready' || id === undefined) return { file: undefined, folders: undefined };
    const path = findPath(files.items, id, info.homeFolder);
    return {
      file: files.items.get(id),
      folders: path?.slice(0, -1).map((folder) => folder.name),
    };
  }, [files, id, info.homeFolder]);
}
