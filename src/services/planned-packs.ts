import type { Graph } from '../graph/client.ts';
import { takePrompts } from '../themes/pack-prompts.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { isPackId, loadPack } from '../themes/packs.ts';
import type { WorkspaceInfo } from '../workspace/find.ts';
import { readRows } from '../workspace/provision/read-plan.ts';
import { type PackRow, packs } from '../workspace/schema/lists.ts';
import type { PlannedPack } from '../workspace/set-up-plan.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { ownPacks, versionsAmong } from './theme-packs.ts';

/** A pack of this program as set-up takes it; undefined if this program does not have it, or not in that version. */
export async function findPlannedPack(id: string, version?: string): Promise<PlannedPack | undefined> {
  const pack = isPackId(id) ? await loadPack(id) : undefined;
  return pack && (version === undefined || pack.version === version) ? toPlannedPack(pack) : undefined;
}

/** The same among all that a workspace has: what it brought in or wrote itself, and what comes with the program. */
export function findOwnOrPlannedPack(
  workspace: Workspace,
  id: string,
  version?: string,
): Promise<PlannedPack | undefined> {
  return findAmong(ownPacks(workspace), id, version);
}

/** The same for a workspace that nobody can open yet, because its set-up has not ended. */
export function findPackBeforeOpening(
  graph: Graph,
  info: WorkspaceInfo,
): (id: string, version?: string) => Promise<PlannedPack | undefined> {
  let rows: ReturnType<typeof readRows<typeof packs>> | undefined;
  return async (id, version) => {
    rows ??= readRows(graph, info, packs);
    return findAmong(await rows, id, version);
  };
}

async function findAmong(rows: readonly PackRow[], id: string, version?: string): Promise<PlannedPack | undefined> {
  const known = await versionsAmong(rows, id);
  const pack = known.find((one) => version === undefined || one.version === version);
  return pack && toPlannedPack(pack);
}

export function toPlannedPack(pack: ThemePack): PlannedPack {
  const { id, title, version } = pack;
  return { id, title, version, prompts: takePrompts(pack) };
}
