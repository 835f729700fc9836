import { useEffect, useState, useSyncExternalStore } from 'react';
import { type FileQueue, fileQueueOf, type Snapshot } from '../../services/file-queue/file-queue.ts';
import { useWorkspace } from '../../workspace/hooks.ts';

/** The files on their way; undefined for the moment in which the browser's list of them is read. */
export function useFileQueue(): { readonly queue: FileQueue | undefined; readonly snapshot: Snapshot | undefined } {
  const workspace = useWorkspace();
  const [queue, setQueue] = useState<FileQueue | undefined>();
  useEffect(() => {
    let isCurrent = true;
    void fileQueueOf(workspace).then((opened) => isCurrent && setQueue(opened));
    return () => {
      isCurrent = false;
    };
  }, [workspace]);
  const snapshot = useSyncExternalStore(queue?.subscribe ?? never, () => queue?.snapshot());
  return { queue, snapshot };
}

const never = () => () => undefined;
