import { type Prompt, prompts } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** Says where the live guidance has this prompt, `paragraph 42`; empty takes it away. */
export function saveParagraph(workspace: Workspace, seen: Prompt, paragraph: string): Promise<Saved<typeof prompts>> {
  return workspace.save(prompts, seen.uid, { paragraph: paragraph.trim() || null }, seen);
}
