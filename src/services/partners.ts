import { proposeFolderName } from '../domain/evidence/file-name.ts';
import { partnerKey } from '../domain/partners.ts';
import { getItem, renameItem } from '../graph/drive.ts';
import { GraphError } from '../graph/errors.ts';
import { ensurePartnerFolders, type FolderPlace } from '../workspace/provision/ensure-folders.ts';
import type { List, RowOf } from '../workspace/schema/define-list.ts';
import { folders, type Partner, partners, themes } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

export type PartnerOutcome = {
  readonly saved: Saved<typeof partners>;
  /** What could not be done to the folders; "Check and repair" tries again. */
  readonly sentence?: string | undefined;
};

/** Adds a partner and its folders. Check the name with `checkPartnerTitle` before. */
export async function addPartner(workspace: Workspace, title: string): Promise<PartnerOutcome> {
  const known = readyRows(workspace, partners);
  const uid = partnerKey(
    title,
    known.map((partner) => partner.uid),
  );
  const position = 1 + Math.max(-1, ...known.map((partner) => partner.position));
  const saved = await workspace.create(partners, { uid, title, position });
  const sentence = await inFolders(async () => {
    for (const theme of readyRows(workspace, themes)) {
      const folder = await ensurePartnerFolders(workspace.graph, toPlace(workspace), theme, { uid, title }, silent);
      workspace.putFile(folder);
    }
    await workspace.pull();
  });
  return { saved, sentence };
}

/** Renames a partner and its folders, which are followed by id wherever people have put them. */
export async function renamePartner(workspace: Workspace, partner: Partner, title: string): Promise<PartnerOutcome> {
  const saved = await workspace.save(partners, partner.uid, { title }, partner);
  if (saved.outcome !== 'saved' && saved.outcome !== 'kept') return { saved };
  const sentence = await inFolders(async () => {
    for (const folder of readyRows(workspace, folders).filter((row) => row.partner === partner.uid)) {
      const item = await getItem(workspace.graph, workspace.info.drive, folder.item);
      const name = proposeFolderName(title);
      if (item.name !== name) workspace.putFile(await renameItem(workspace.graph, workspace.info.drive, item, name));
      await workspace.save(folders, folder.uid, { title: name }, folder);
    }
  });
  return { saved, sentence };
}

/** Takes a partner out of the checklist from a day on; rows and folders stay. */
export async function removePartner(workspace: Workspace, partner: Partner, on: string): Promise<PartnerOutcome> {
  return { saved: await workspace.save(partners, partner.uid, { removedOn: on }, partner) };
}

/** The partner itself is saved by now, so what fails here is told and stops nothing. */
async function inFolders(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return `The partner is saved, its folders are not as they should be. ${error.message}`;
  }
}

function toPlace({ info }: Workspace): FolderPlace {
  const list = { site: info.site, list: info.lists[folders.name] ?? '' };
  return { drive: info.drive, home: info.homeFolder, list };
}

function readyRows<L extends List>(workspace: Workspace, list: L): readonly RowOf<L>[] {
  const rows = workspace.rows(list);
  return rows.state === 'ready' ? rows.rows : [];
}

const silent = { made: () => undefined, found: () => undefined };
