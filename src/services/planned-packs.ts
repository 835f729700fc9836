import { outOfScope, toScopeText } from '../domain/checklist/pack-scope.ts';
import { takePrompts } from '../themes/pack-prompts.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { isPackId, loadPack } from '../themes/packs.ts';
import type { PlannedPack } from '../workspace/set-up-plan.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { versionsOf } from './theme-packs.ts';

/** A pack of this program as set-up takes it; undefined if this program does not have it, or not in that version. */
export async function findPlannedPack(id: string, version?: string): Promise<PlannedPack | undefined> {
  const pack = isPackId(id) ? await loadPack(id) : undefined;
  return pack && (version === undefined || pack.version === version) ? toPlannedPack(pack) : undefined;
}

/** The same among all that a workspace has: what it brought in or wrote itself, and what comes with the program. */
export async function findOwnOrPlannedPack(
  workspace: Workspace,
  id: string,
  version?: string,
): Promise<PlannedPack | undefined> {
  const known = await versionsOf(workspace, id);
  const pack = known.find((one) => version === undefined || one.version === version);
  return pack && toPlannedPack(pack);
}

export function toPlannedPack(pack: ThemePack): PlannedPack {
  const { id, title, version } = pack;
  return { id, title, version, outOfScope: toScopeText(outOfScope(pack)) ?? undefined, prompts: takePrompts(pack) };
}
