import { toKeptName } from '../workspace/cache/forget.ts';
import { isStorageFailure } from '../workspace/cache/storage-failure.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** Reads what others changed, and notes when that brought everything. */
export async function pullAndNote(workspace: Workspace): Promise<void> {
  await workspace.pull();
  if (workspace.pullError() !== undefined || workspace.status().pause !== undefined) return;
  try {
    localStorage.setItem(toKey(workspace), workspace.clock());
  } catch (error) {
    // Without storage nobody opens an older copy either.
    if (!isStorageFailure(error)) throw error;
  }
}

/** When everything was last read by this browser, ISO 8601; undefined where nothing is kept. */
export function lastPull(workspace: Workspace): string | undefined {
  try {
    return localStorage.getItem(toKey(workspace)) ?? undefined;
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    return undefined;
  }
}

/** Wiped with everything else that is kept for this person. */
function toKey({ tenant, me, info }: Workspace): string {
  return `${toKeptName(tenant ?? '', me.id, info.id)}.read-at`;
}
