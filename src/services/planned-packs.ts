import { takePrompts } from '../themes/pack-prompts.ts';
import { loadPack, offeredPacks } from '../themes/packs.ts';
import type { PlannedPack } from '../workspace/set-up-plan.ts';

/** A pack as set-up takes it; undefined if this version does not know it. */
export async function findPlannedPack(id: string): Promise<PlannedPack | undefined> {
  const offered = offeredPacks.find((pack) => pack.id === id);
  if (!offered) return undefined;
  const pack = await loadPack(offered.id);
  return { id: pack.id, title: pack.title, version: pack.version, prompts: takePrompts(pack) };
}
