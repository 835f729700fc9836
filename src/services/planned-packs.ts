import { takePrompts } from '../themes/pack-prompts.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { isPackId, loadPack } from '../themes/packs.ts';
import type { PlannedPack } from '../workspace/set-up-plan.ts';

/** A pack of this program as set-up takes it; undefined if this version does not know it. */
export async function findPlannedPack(id: string): Promise<PlannedPack | undefined> {
  return isPackId(id) ? toPlannedPack(await loadPack(id)) : undefined;
}

export function toPlannedPack(pack: ThemePack): PlannedPack {
  return { id: pack.id, title: pack.title, version: pack.version, prompts: takePrompts(pack) };
}
