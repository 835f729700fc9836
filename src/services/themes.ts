import type { Day } from '../domain/calendar/day.ts';
import { themeKey } from '../domain/checklist/keys.ts';
import { GraphError } from '../graph/errors.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { addTheme as provisionTheme, type SetUpProgress } from '../workspace/provision.ts';
import { type Theme, themes } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { toPlannedPack } from './planned-packs.ts';

/**
 * Adds a theme: its row, its prompts and its folders. What is there already is left as people have made it, so it can
 * be run again. Throws a GraphError for what could not be made.
 */
export async function addTheme(
  workspace: Workspace,
  { pack, year }: { readonly pack: ThemePack; readonly year: number },
  onProgress: (progress: SetUpProgress) => void = () => undefined,
): Promise<Theme> {
  const { graph, info, place, held } = workspace;
  const report = await provisionTheme(graph, { info, place, held }, { pack: toPlannedPack(pack), year }, onProgress);
  await workspace.pull();
  if (report.error) throw report.error;
  const row = findTheme(workspace, themeKey(pack.id, year));
  if (!row) throw new GraphError('not-found', 'The theme was made and is not shown yet. Reload this tab.');
  return row;
}

export function findTheme(workspace: Workspace, uid: string): Theme | undefined {
  const rows = workspace.rows(themes);
  return rows.state === 'ready' ? rows.rows.find((row) => row.uid === uid) : undefined;
}

/** Puts a theme away: it is shown no more unless somebody asks for it. Nothing of it is removed. */
export function closeTheme(workspace: Workspace, theme: Theme, on: Day): Promise<Saved<typeof themes>> {
  return workspace.save(themes, theme.uid, { closedOn: on }, theme);
}

export function reopenTheme(workspace: Workspace, theme: Theme): Promise<Saved<typeof themes>> {
  return workspace.save(themes, theme.uid, { closedOn: null }, theme);
}
