import { useEffect, useState } from 'react';
import { type NewestVersion, newestVersion } from '../../services/read-back.ts';
import type { FileFacts } from '../../session/use-file.ts';
import { useWorkspace } from '../../workspace/hooks.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';

/** SharePoint's number of the version that lies there, for a button; undefined until it is known. */
export function useNewestVersion(item: Evidence, file: FileFacts['file']): NewestVersion | undefined {
  const workspace = useWorkspace();
  const [found, setFound] = useState<{ readonly of: string; readonly version: NewestVersion } | undefined>();
  const of = file && `${file.id} ${file.version}`;
  useEffect(() => {
    if (of === undefined || item.file === undefined) return;
    let isOver = false;
    newestVersion(workspace, item.file).then(
      (version) => !isOver && setFound({ of, version }),
      // It is only said beforehand; the approval itself reads it again.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [workspace, item.file, of]);
  return found?.of === of ? found?.version : undefined;
}
