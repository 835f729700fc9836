import type { LibraryItem } from '../graph/drive.ts';
import { GraphError } from '../graph/errors.ts';
import type { PersonRef } from '../workspace/schema/define-list.ts';
import type { Evidence } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { saveItem } from './evidence-items.ts';
import { moveEvidence } from './evidence-states.ts';
import { type RegisterFile, registerFound } from './register-file.ts';
import { type Written, writeAll } from './write-all.ts';

type OnProgress = (done: number, of: number) => void;

/** An item as the person saw it when they decided, with its file as it was then. */
export type SeenItem = { readonly seen: Evidence; readonly file: LibraryItem | undefined };

/** Submits or approves several items, each by itself under its own rule: what one is refused stops no other. */
export function moveSeveral(
  workspace: Workspace,
  move: 'submit' | 'approve',
  items: readonly SeenItem[],
  onProgress?: OnProgress,
): Promise<Written> {
  const write = async ({ seen, file }: SeenItem) => {
    // What is submitted is read as it is now; what is approved is what was looked at.
    const moved = await moveEvidence(workspace, { move, seen, ...(move === 'approve' && { file }) });
    if (moved.outcome === 'refused') throw new GraphError('refused', moved.sentence);
    if (moved.outcome !== 'moved') return moved;
    return { outcome: moved.isKept ? ('kept' as const) : ('saved' as const) };
  };
  return writeAll(
    workspace,
    items.map((item) => ({ name: item.seen.title, write: () => write(item) })),
    onProgress,
  );
}

/** Says whose several items are; nobody's if there is no person. */
export function giveOwner(
  workspace: Workspace,
  items: readonly Evidence[],
  owner: PersonRef | undefined,
  onProgress?: OnProgress,
): Promise<Written> {
  return writeAll(
    workspace,
    items.map((seen) => ({ name: seen.title, write: () => saveItem(workspace, seen, { owner: owner ?? null }) })),
    onProgress,
  );
}

/** Makes a draft of each of several files that lie in the folders. */
export function registerSeveral(
  workspace: Workspace,
  files: readonly Pick<RegisterFile, 'item' | 'partner' | 'theme'>[],
  onProgress?: OnProgress,
): Promise<Written> {
  const write = async (file: (typeof files)[number]) => {
    await registerFound(workspace, file);
    return { outcome: 'saved' as const };
  };
  return writeAll(
    workspace,
    files.map((file) => ({ name: file.item.name, write: () => write(file) })),
    onProgress,
  );
}
