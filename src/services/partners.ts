import type { Partner, partners } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** Adds a partner; its folders are made at once. */
export async function addPartner(_workspace: Workspace, _title: string): Promise<Saved<typeof partners>> {
  throw new Error('addPartner is being written');
}

/** Renames a partner and its folders, which are followed by id. */
export async function renamePartner(
  _workspace: Workspace,
  _partner: Partner,
  _title: string,
): Promise<Saved<typeof partners>> {
  throw new Error('renamePartner is being written');
}

/** Takes a partner out of the checklist; rows and folders stay. */
export async function removePartner(
  _workspace: Workspace,
  _partner: Partner,
  _on: string,
): Promise<Saved<typeof partners>> {
  throw new Error('removePartner is being written');
}
