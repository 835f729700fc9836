import type { LibraryItem } from '../graph/drive.ts';
import type { Evidence } from '../workspace/schema/lists.ts';

/** What the register holds of a file, so that a later change by hand is seen; without `folder` for another library. */
export function toFileFacts(
  file: LibraryItem,
  drive?: string | undefined,
): Pick<Evidence, 'fileName' | 'size' | 'fingerprint' | 'folder'> {
  return {
    fileName: file.name.slice(0, 255),
    size: file.size,
    ...(file.hash !== undefined && { fingerprint: file.hash }),
    ...(drive === undefined && file.parentId !== undefined && { folder: file.parentId }),
  };
}
