import type { Day } from '../domain/calendar/day.ts';
import { themeKey } from '../domain/checklist/keys.ts';
import { outOfScope, toScopeText } from '../domain/checklist/pack-scope.ts';
import { GraphError } from '../graph/errors.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { addTheme as provisionTheme, type SetUpProgress } from '../workspace/provision.ts';
import { type Theme, themes } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { toPlannedPack } from './planned-packs.ts';
import { versionsOf } from './theme-packs.ts';

export type AddedTheme = { readonly theme: Theme; readonly outcome: 'added' | 'completed' | 'nothing to add' };

/**
 * Adds a theme: its row, its prompts and its folders. What is there already is left as people have made it, so it can
 * be run again. A theme that is there is completed from its own version of the pack, whichever is asked for: only an
 * upgrade, which can be undone, brings another one in. `bringing` is the uid of the theme that is to be brought forward
 * into a new one: its row says so from the beginning, for whoever comes after a cut. Throws a GraphError for what could not be made.
 */
export async function addTheme(
  workspace: Workspace,
  { pack, year, bringing }: { readonly pack: ThemePack; readonly year: number; readonly bringing?: string | undefined },
  onProgress: (progress: SetUpProgress) => void = () => undefined,
): Promise<AddedTheme> {
  const { graph, info, place, held } = workspace;
  const uid = themeKey(pack.id, year);
  // Somebody else may have added it a moment ago, from another version.
  await workspace.pull();
  const there = findTheme(workspace, uid);
  const from =
    there && there.packVersion !== pack.version
      ? (await versionsOf(workspace, pack.id)).find((known) => known.version === there.packVersion)
      : pack;
  if (there && !from) return { theme: there, outcome: 'nothing to add' };
  const scope = scopeOf(workspace, from ?? pack);
  const planned = { pack: { ...toPlannedPack(from ?? pack), outOfScope: scope }, year, bringing };
  const report = await provisionTheme(graph, { info, place, held }, planned, onProgress);
  await workspace.pull();
  if (report.error) throw report.error;
  const theme = findTheme(workspace, uid);
  if (!theme) throw new GraphError('not-found', 'The theme was made and is not shown yet. Reload this tab.');
  if (!there) return { theme, outcome: 'added' };
  return { theme, outcome: report.made.length > 0 ? 'completed' : 'nothing to add' };
}

/** Whom a new theme does not ask: as in its last cycle, or as the pack says. Set-up asks all that were chosen there. */
function scopeOf(workspace: Workspace, pack: ThemePack): string | undefined {
  const rows = workspace.rows(themes);
  const cycles = rows.state === 'ready' ? rows.rows.filter((row) => row.pack === pack.id) : [];
  const last = cycles.toSorted((one, other) => one.year - other.year).at(-1);
  return last ? last.outOfScope : (toScopeText(outOfScope(pack)) ?? undefined);
}

export function findTheme(workspace: Workspace, uid: string): Theme | undefined {
  const rows = workspace.rows(themes);
  return rows.state === 'ready' ? rows.rows.find((row) => row.uid === uid) : undefined;
}

/** Puts a theme away: it is shown no more unless somebody asks for it. Nothing of it is removed. */
export function closeTheme(workspace: Workspace, theme: Theme, on: Day): Promise<Saved<typeof themes>> {
  return workspace.save(themes, theme.uid, { closedOn: on }, theme);
}

/** Says which partners the theme does not ask. */
export function saveScope(workspace: Workspace, theme: Theme, out: readonly string[]): Promise<Saved<typeof themes>> {
  return workspace.save(themes, theme.uid, { outOfScope: toScopeText(out) }, theme);
}

export function reopenTheme(workspace: Workspace, theme: Theme): Promise<Saved<typeof themes>> {
  return workspace.save(themes, theme.uid, { closedOn: null }, theme);
}
