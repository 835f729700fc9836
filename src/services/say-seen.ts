import { type Comment, comments } from '../workspace/schema/actions.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/**
 * Ticks a question off without an answer of its own: a short word in the same place, so that whoever asked sees it too.
 * One tick, however often it is pressed, and in however many tabs. It stands alone because Home, the first screen, needs
 * it without what else comments need.
 */
export function saySeen(workspace: Workspace, { uid, record, title }: Comment): Promise<Saved<typeof comments>> {
  const { me } = workspace;
  return workspace.create(comments, { uid: `seen.${uid}.${me.id}`, title, record, words: 'Seen.', writtenBy: me });
}
