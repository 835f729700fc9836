import { useCallback, useEffect, useRef, useState } from 'react';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { saveAs } from './download.ts';
import type { ShownFile } from './shown-file.ts';

export type Downloading =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly name: string; readonly bytes: number; readonly size: number }
  | { readonly state: 'done'; readonly name: string }
  | { readonly state: 'failed'; readonly name: string; readonly sentence: string };

type Wanted = Pick<ShownFile, 'drive' | 'item' | 'name' | 'size' | 'owner'> & { readonly version?: string | undefined };

/** Fetches one file, says how far it is, and can be stopped. Leaving the place stops it too. */
export function useDownload() {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [downloading, setDownloading] = useState<Downloading>({ state: 'idle' });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  const download = useCallback(
    async (file: Wanted): Promise<void> => {
      stopping.current?.abort();
      const stop = new AbortController();
      stopping.current = stop;
      const { name, size } = file;
      setDownloading({ state: 'busy', name, bytes: 0, size });
      try {
        const { downloadFile } = await import('../../services/file-download.ts');
        const onProgress = (bytes: number) => setDownloading({ state: 'busy', name, bytes, size });
        const content = await downloadFile(workspace, { ...file, onProgress, signal: stop.signal });
        saveAs(content, name);
        setDownloading({ state: 'done', name });
        announce(`${name} is downloaded.`);
      } catch (error) {
        if (stop.signal.aborted) return setDownloading({ state: 'idle' });
        setDownloading({ state: 'failed', name, sentence: toFileSentence(error, file.owner) });
      }
    },
    [workspace, announce],
  );
  const stop = useCallback(() => {
    stopping.current?.abort();
    announce('The download is stopped.');
  }, [announce]);
  return { downloading, download, stop };
}

/** What to tell of a file that could not be read; who may not open it is told whom to ask. */
export function toFileSentence(error: unknown, owner: string | undefined): string {
  const kind = error instanceof Error && 'kind' in error ? error.kind : undefined;
  const ask = `Ask ${owner ?? 'the lead of the partner'}.`;
  if (kind === 'forbidden') return `You may not open this file. ${ask}`;
  if (kind === 'not-found') return `The file is not there any more, or you may not open it. ${ask}`;
  return toSentence(error);
}
