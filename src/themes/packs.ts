import type { ThemePack } from './pack-schema.ts';
import { readPack } from './read-pack.ts';

/**
 * The packs that come with the product, in the order in which they are offered. Version and date are told here too, so
 * that a list of packs fetches none of them.
 */
export const offeredPacks = [
  { id: 'front-door', title: 'Front door', version: '1', date: '2026-11-22' },
  { id: 'serious-youth-violence', title: 'Serious youth violence', version: '1', date: '2026-11-22' },
  { id: 'domestic-abuse', title: 'Domestic abuse', version: '1', date: '2026-11-22' },
  { id: 'child-sexual-abuse', title: 'Child sexual abuse in the family environment', version: '1', date: '2026-11-22' },
  { id: 'criminal-exploitation', title: 'Criminal exploitation', version: '1', date: '2026-11-22' },
] as const;

export type PackId = (typeof offeredPacks)[number]['id'];

const files: Readonly<Record<PackId, () => Promise<{ readonly default: unknown }>>> = {
  'front-door': () => import('./front-door.json', { with: { type: 'json' } }),
  'serious-youth-violence': () => import('./serious-youth-violence.json', { with: { type: 'json' } }),
  'domestic-abuse': () => import('./domestic-abuse.json', { with: { type: 'json' } }),
  'child-sexual-abuse': () => import('./child-sexual-abuse.json', { with: { type: 'json' } }),
  'criminal-exploitation': () => import('./criminal-exploitation.json', { with: { type: 'json' } }),
};

export function isPackId(id: string): id is PackId {
  return offeredPacks.some((pack) => pack.id === id);
}

/** Whose words the prompts of a theme are. */
export function originWords({ pack }: { readonly pack: string }): string {
  const whose = isPackId(pack) ? "in this product's words" : "of this partnership's own";
  return `A benchmark prompt ${whose}, not the inspectorates'.`;
}

/** Fetches a pack and checks it. A pack of our own that fails its check is a broken build, so that throws. */
export async function loadPack(id: PackId): Promise<ThemePack> {
  const reading = readPack((await files[id]()).default);
  if (!reading.ok) throw new Error(`The pack ${id} is damaged. ${reading.faults.join(' ')}`);
  return reading.pack;
}
