import { getItem, type LibraryItem } from '../graph/drive.ts';
import { GraphError } from '../graph/errors.ts';
import { type FileVersion, getVersions, restoreVersion } from '../graph/versions.ts';
import type { Evidence } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { moveEvidence } from './evidence-states.ts';

export type Restored =
  | { readonly outcome: 'restored'; readonly file: LibraryItem; readonly versions: readonly FileVersion[] }
  /** Somebody saved a newer version since the person looked: they look again before they choose. */
  | { readonly outcome: 'newer'; readonly versions: readonly FileVersion[] };

/**
 * Makes an old version the file's content again; the one that was current stays in the history. SharePoint takes no
 * condition with this, so the newest version is compared with the one that the person saw. Throws `locked`.
 */
export async function restoreFileVersion(
  workspace: Workspace,
  input: {
    readonly drive: string;
    readonly item: string;
    readonly version: string;
    readonly seen: readonly FileVersion[];
  },
): Promise<Restored> {
  const { graph } = workspace;
  const { drive, item, version, seen } = input;
  const before = await getVersions(graph, drive, item);
  if (before[0]?.id !== seen[0]?.id) return { outcome: 'newer', versions: before };
  try {
    await restoreVersion(graph, { drive, item, version });
  } catch (error) {
    // The answer may be lost although the version was restored: a newer one of the old one's size says so.
    if (!(error instanceof GraphError) || !error.mayHaveHappened) throw error;
    const after = await getVersions(graph, drive, item);
    if (after[0]?.id === before[0]?.id) throw error;
  }
  const file = await getItem(graph, drive, item);
  if (drive === workspace.info.drive) workspace.putFile(file);
  return { outcome: 'restored', file, versions: await getVersions(graph, drive, item) };
}

/** The same for the file of an item: one that was approved waits for checking again, since it holds other bytes now. */
export async function restoreEvidenceVersion(
  workspace: Workspace,
  input: Parameters<typeof restoreFileVersion>[1] & { readonly row: Evidence },
): Promise<Restored & { readonly register?: string | undefined }> {
  const { row } = input;
  const restored = await restoreFileVersion(workspace, input);
  if (restored.outcome === 'newer' || (row.state !== 'approved' && row.state !== 'expired')) return restored;
  if (restored.file.hash !== undefined && restored.file.hash === row.approvedFingerprint) {
    return { ...restored, register: 'It is the file that was approved.' };
  }
  const moved = await moveEvidence(workspace, { seen: row, move: 'add new version', file: restored.file }).catch(
    (error: unknown) => {
      if (!(error instanceof GraphError)) throw error;
      return { outcome: 'refused' as const, sentence: error.message };
    },
  );
  const register =
    moved.outcome === 'moved'
      ? 'The item waits for checking again.'
      : `The file is restored, but the register was not changed. ${moved.outcome === 'refused' ? moved.sentence : 'Look at the item again.'}`;
  return { ...restored, register };
}
