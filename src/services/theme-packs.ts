import type { PackDocument, PackKind, ThemePack } from '../themes/pack-schema.ts';
import { isPackId, loadPack } from '../themes/packs.ts';
import { readPack } from '../themes/read-pack.ts';
import { type PackRow, packs, type Theme } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/**
 * The pack of a theme: the very version that it was made or upgraded from, else the nearest that is known, so that a
 * theme of an older version still has its kinds and documents. Undefined where nobody knows the pack any more.
 */
export async function packOf(
  workspace: Workspace,
  theme: Pick<Theme, 'pack' | 'packVersion'>,
): Promise<ThemePack | undefined> {
  const known = await versionsOf(workspace, theme.pack);
  return known.find((pack) => pack.version === theme.packVersion) ?? known[0];
}

/** Every version of a pack that this workspace can reach, the newest first: its own, and the one of this program. */
export function versionsOf(workspace: Workspace, id: string): Promise<readonly ThemePack[]> {
  return versionsAmong(ownPacks(workspace), id);
}

/** The same, where the workspace is not open and its rows were read for this. */
export async function versionsAmong(rows: readonly PackRow[], id: string): Promise<readonly ThemePack[]> {
  const own = rows.flatMap((row) => (row.pack === id ? (readRow(row) ?? []) : []));
  const shipped = isPackId(id) ? [await loadPack(id)] : [];
  return [...own, ...shipped].toSorted((one, other) => compareVersions(other, one));
}

/** The versions that a theme could be upgraded to, the newest first. */
export async function newerVersions(
  workspace: Workspace,
  theme: Pick<Theme, 'pack' | 'packVersion'>,
): Promise<readonly ThemePack[]> {
  const known = await versionsOf(workspace, theme.pack);
  const held = known.find((pack) => pack.version === theme.packVersion) ?? { version: theme.packVersion, date: '' };
  return known.filter((pack) => pack !== held && natural.compare(pack.version, held.version) > 0);
}

/** Rows of packs that the partnership brought in or wrote. */
export function ownPacks(workspace: Workspace): readonly PackRow[] {
  const rows = workspace.rows(packs);
  return rows.state === 'ready' ? rows.rows : [];
}

const read = new WeakMap<PackRow, ThemePack | undefined>();

/** The pack that a row holds; undefined where somebody has written something else there. */
export function readRow(row: PackRow): ThemePack | undefined {
  if (!read.has(row)) read.set(row, parse(`${row.content}${row.contentRest ?? ''}`));
  return read.get(row);
}

function parse(content: string): ThemePack | undefined {
  try {
    const reading = readPack(JSON.parse(content));
    return reading.ok ? reading.pack : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const natural = new Intl.Collator('en-GB', { numeric: true });

type Dated = Pick<ThemePack, 'version' | 'date'>;

/** Below 0 where `one` is the older. `10` comes after `9`, `1.2` after `1.1`. */
export function compareVersions(one: Dated, other: Dated): number {
  return natural.compare(one.version, other.version) || (one.date < other.date ? -1 : one.date > other.date ? 1 : 0);
}

/** The kinds of evidence that a pack offers, in its order. */
export function kindsOf(pack: ThemePack): readonly PackKind[] {
  return pack.kinds;
}

/** The documents usually asked of a partner; without one, of the partnership as a whole. */
export function documentsOf(pack: ThemePack, partner?: string): readonly PackDocument[] {
  return pack.documents.filter((document) => document.partner === partner);
}
