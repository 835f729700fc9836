import type { ThemePack } from './pack-schema.ts';
import { readPack } from './read-pack.ts';

/** The packs that are offered. Four more stand ready as files; they are offered once a checklist can hold several. */
export const offeredPacks = [{ id: 'front-door', title: 'Front door' }] as const;

export type PackId = (typeof offeredPacks)[number]['id'];

const files: Readonly<Record<PackId, () => Promise<{ readonly default: unknown }>>> = {
  'front-door': () => import('./front-door.json', { with: { type: 'json' } }),
};

/** Fetches a pack and checks it. A pack of our own that fails its check is a broken build, so that throws. */
export async function loadPack(id: PackId): Promise<ThemePack> {
  const reading = readPack((await files[id]()).default);
  if (!reading.ok) throw new Error(`The pack ${id} is damaged. ${reading.faults.join(' ')}`);
  return reading.pack;
}
