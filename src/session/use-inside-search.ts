import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryItem } from '../graph/drive.ts';
import { searchLibrary } from '../graph/search.ts';
import { useWorkspace } from '../workspace/hooks.ts';

export type FoundFile = LibraryItem;

export type InsideSearch = {
  readonly state: 'idle' | 'searching' | 'ready' | 'failed' | 'stopped';
  readonly files: readonly FoundFile[];
  readonly hasMore: boolean;
  readonly error?: unknown;
};

const nothing: InsideSearch = { state: 'idle', files: [], hasMore: false };

/** SharePoint's own search in what documents say: a page at a time, and only when somebody asks. */
export function useInsideSearch(words: string) {
  const { graph, info } = useWorkspace();
  const [search, setSearch] = useState<InsideSearch>(nothing);
  const stopping = useRef<AbortController>(undefined);
  const found = useRef<{ files: readonly FoundFile[]; more: string | undefined }>({ files: [], more: undefined });

  const next = useCallback(async () => {
    stopping.current?.abort();
    const stop = new AbortController();
    stopping.current = stop;
    const { files, more } = found.current;
    setSearch({ state: 'searching', files, hasMore: false });
    try {
      const page = await searchLibrary(graph, { drive: info.drive, words, more }, stop.signal);
      if (stop.signal.aborted) return;
      // A file that moves up while pages are read may come twice.
      const all = [...new Map([...files, ...page.files].map((file) => [file.id, file])).values()];
      found.current = { files: all, more: page.more };
      setSearch({ state: 'ready', files: all, hasMore: page.more !== undefined });
    } catch (error) {
      if (!stop.signal.aborted) setSearch({ state: 'failed', files, hasMore: true, error });
    }
  }, [graph, info.drive, words]);

  useEffect(() => {
    found.current = { files: [], more: undefined };
    void next();
    return () => stopping.current?.abort();
  }, [next]);

  const stop = useCallback(() => {
    stopping.current?.abort();
    const { files } = found.current;
    setSearch({ state: 'stopped', files, hasMore: true });
  }, []);
  return { search, next: () => void next(), stop };
}
