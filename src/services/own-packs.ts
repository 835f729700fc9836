import { packKey } from '../domain/checklist/keys.ts';
import { readUpgrade } from '../domain/checklist/pack-upgrade.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { offeredPacks } from '../themes/packs.ts';
import { readPack } from '../themes/read-pack.ts';
import { type PackRow, packs, prompts, themes } from '../workspace/schema/lists.ts';
import { LONGEST_TEXT } from '../workspace/schema/validate.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { compareVersions, ownPacks, readRow, versionsOf } from './theme-packs.ts';

export type KeptPack =
  | { readonly outcome: 'saved' | 'kept'; readonly row: PackRow }
  /** Nothing was changed. */
  | { readonly outcome: 'refused'; readonly sentence: string };

/** A pack as JSON stands in two columns at most; cutting it takes a few characters. */
const LONGEST_PACK = 2 * LONGEST_TEXT - 2_000;

/** Cut between two letters or signs: half a character would not be kept, and a space at an end might not. */
function toColumns(content: string): { readonly content: string; readonly contentRest?: string } {
  if (content.length <= LONGEST_TEXT) return { content };
  let cut = LONGEST_TEXT;
  while (!/^[!-~]{2}$/.test(content.slice(cut - 1, cut + 1))) cut -= 1;
  return { content: content.slice(0, cut), contentRest: content.slice(cut) };
}

/** Keeps a pack that was brought in or written, as a version of its own: a version that is there is never changed. */
export async function saveOwnPack(workspace: Workspace, pack: ThemePack): Promise<KeptPack> {
  const reading = readPack(pack);
  if (!reading.ok) return { outcome: 'refused', sentence: reading.faults.join(' ') };
  const content = JSON.stringify(reading.pack);
  if (content.length > LONGEST_PACK) {
    const [is, fits] = [content.length, LONGEST_PACK].map((count) => count.toLocaleString('en-GB'));
    const sentence = `The pack is too large: ${is} characters as JSON, and ${fits} fit. Take out some prompts or documents.`;
    return { outcome: 'refused', sentence };
  }
  const same = (await versionsOf(workspace, pack.id)).find((known) => known.version === pack.version);
  if (same) {
    const sentence = `${pack.title} is here already in version ${pack.version}. Give this one another version.`;
    return { outcome: 'refused', sentence };
  }
  const uid = packKey(pack.id, pack.version);
  const row = { uid, title: pack.title, pack: pack.id, packVersion: pack.version, ...toColumns(content) };
  const saved = await workspace.create(packs, row);
  if (saved.outcome === 'saved' || saved.outcome === 'kept') return { outcome: saved.outcome, row: saved.row };
  return {
    outcome: 'refused',
    sentence: 'Somebody else kept a pack of this version in the same moment. Give this one another version.',
  };
}

type Version = Pick<ThemePack, 'id' | 'version'>;

/** The row of a version that the partnership brought in or wrote; what comes with the program has none. */
export function ownRow(workspace: Workspace, { id, version }: Version): PackRow | undefined {
  return ownPacks(workspace).find((row) => row.pack === id && row.packVersion === version);
}

/** Why a version of the partnership may not be taken away, in a sentence; undefined where it may. */
export function whyNotTakeAway(workspace: Workspace, { id, version }: Version): string | undefined {
  if (!ownRow(workspace, { id, version })) return 'This version comes with JTAI Ready.';
  const made = workspace.rows(themes);
  if (made.state !== 'ready') return 'The themes are not read yet.';
  const user = made.rows.find((theme) => {
    const upgrade = readUpgrade(theme.lastUpgrade);
    return theme.pack === id && [theme.packVersion, upgrade?.from, upgrade?.to].includes(version);
  });
  const how = user?.packVersion === version ? 'is made from it' : 'may go back to it';
  return user && `This version stays: ${user.title} ${user.year} ${how}.`;
}

/** Takes away a version that no theme uses; `saveOwnPack` puts it back. Says why not, if it may not. */
export async function takePackAway(workspace: Workspace, version: Version): Promise<string | undefined> {
  // Somebody else may have made a theme from it a moment ago.
  await workspace.pull();
  const row = ownRow(workspace, version);
  const why = whyNotTakeAway(workspace, version);
  if (why !== undefined || row === undefined) return why;
  const removed = await workspace.remove(packs, row.uid, row);
  return removed.outcome === 'changed'
    ? 'Somebody else changed this pack at the same time. It is still here.'
    : undefined;
}

/** A pack on offer: its newest version, and whether that one comes with the program. */
export type PackLine = {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly from: 'program' | 'changed here' | 'own';
  /** How many other versions of it are here. */
  readonly others: number;
};

/** Every pack that a theme can be made from, those of the program first. */
export function packLines(workspace: Workspace): readonly PackLine[] {
  const newest = new Map<string, ThemePack>();
  const counts = new Map<string, number>();
  for (const row of ownPacks(workspace)) {
    const pack = readRow(row);
    const known = newest.get(row.pack);
    if (pack) counts.set(row.pack, (counts.get(row.pack) ?? 0) + 1);
    if (pack && (known === undefined || compareVersions(known, pack) < 0)) newest.set(row.pack, pack);
  }
  const shipped = offeredPacks.map(({ id, title, version, date }): PackLine => {
    const own = newest.get(id);
    const others = counts.get(id) ?? 0;
    const isOwn = own !== undefined && compareVersions({ version, date }, own) <= 0;
    return isOwn
      ? { id, title: own.title, version: own.version, from: 'changed here', others }
      : { id, title, version, from: 'program', others };
  });
  const own = [...newest.entries()]
    .filter(([id]) => !shipped.some((line) => line.id === id))
    .map(
      ([id, { title, version }]): PackLine => ({ id, title, version, from: 'own', others: (counts.get(id) ?? 1) - 1 }),
    );
  return [...shipped, ...own.toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))];
}

/** The version after this one that nobody has used: `1` becomes `1.1`, `1.9` becomes `1.10`. */
export function nextVersion(version: string, taken: readonly string[]): string {
  const [, head = version, tail] = /^(.*)\.(\d+)$/.exec(version) ?? [];
  let number = tail === undefined ? 1 : Number(tail) + 1;
  while (taken.includes(`${head}.${number}`)) number += 1;
  return `${head}.${number}`;
}

/** Every id that a prompt of this pack has or had: in any version that is known, and in the themes made from it. */
export async function usedPromptIds(workspace: Workspace, id: string): Promise<ReadonlySet<string>> {
  const known = await versionsOf(workspace, id);
  const [made, held] = [workspace.rows(themes), workspace.rows(prompts)];
  const ofPack = new Set(made.state === 'ready' ? made.rows.flatMap((row) => (row.pack === id ? row.uid : [])) : []);
  return new Set([
    ...known.flatMap((pack) => pack.prompts.map((prompt) => prompt.id)),
    ...(held.state === 'ready' ? held.rows.flatMap((row) => (ofPack.has(row.theme) ? row.code : [])) : []),
  ]);
}
