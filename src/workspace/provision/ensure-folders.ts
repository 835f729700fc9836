import { folderKey } from '../../domain/checklist/keys.ts';
import { type FolderPlan, planFolders, themeFolderName } from '../../domain/folders.ts';
import type { Graph } from '../../graph/client.ts';
import { createFolder, findChild, getChildren, getItem, type LibraryItem } from '../../graph/drive.ts';
import { isGraphError } from '../../graph/errors.ts';
import { findItem, type ListItem, saveItem } from '../../graph/items.ts';
import type { ListAddress } from '../../graph/lists.ts';
import { refusal } from '../../graph/refusals.ts';
import { folders } from '../schema/lists.ts';
import { fromItem, toFieldNames, toPatchFields, UID } from '../schema/mapping.ts';
import { ensureRow } from './ensure-rows.ts';
import type { Tally } from './run-steps.ts';

export type FolderPlace = {
  readonly drive: string;
  /** The channel's folder, under which all themes are. */
  readonly home: string;
  /** The list that says which folder is whose. */
  readonly list: ListAddress;
};

export type FolderTheme = { readonly uid: string; readonly title: string; readonly year: number };
export type FolderPartner = { readonly uid: string; readonly title: string };

/** The theme's own folder and those that all partners share. */
export async function ensureThemeFolders(
  graph: Graph,
  place: FolderPlace,
  theme: FolderTheme,
  tally: Tally,
): Promise<void> {
  const plan = planFolders(theme, []);
  const own = await ensureTracked(graph, place, { parent: place.home, name: plan.name, theme: theme.uid }, tally);
  await ensureInside(graph, place.drive, own, plan.folders, tally);
}

/** A partner's folder in a theme, with its sections. */
export async function ensurePartnerFolders(
  graph: Graph,
  place: FolderPlace,
  theme: FolderTheme,
  partner: FolderPartner,
  tally: Tally,
): Promise<LibraryItem> {
  const plan = planFolders(theme, [partner]).folders.find((folder) => folder.partner === partner.uid);
  if (!plan) throw refusal('unreadable');
  const parent = await findThemeFolder(graph, place, theme);
  const tracked = { parent, name: plan.name, theme: theme.uid, partner: partner.uid };
  const own = await ensureTracked(graph, place, tracked, tally);
  await ensureInside(graph, place.drive, own, plan.folders, tally);
  return own.item;
}

/** How many folders one partner has in a theme, and a theme beside its partners', with their own. */
export function countFolders(theme: FolderTheme, partner?: FolderPartner): number {
  const { folders: inside } = planFolders(theme, partner ? [partner] : []);
  return partner ? 1 + (inside.find((folder) => folder.partner)?.folders.length ?? 0) : 1 + inside.length;
}

async function findThemeFolder(graph: Graph, place: FolderPlace, theme: FolderTheme): Promise<string> {
  const row = await findItem(graph, place.list, { name: UID, is: folderKey(theme.uid) }, toFieldNames(folders));
  const item = row && fromItem(folders, row)?.item;
  if (item) return item;
  const found = await findChild(graph, place.drive, place.home, themeFolderName(theme));
  if (!found) throw refusal('not-found');
  return found.id;
}

type Tracked = {
  readonly parent: string;
  readonly name: string;
  readonly theme: string;
  readonly partner?: string | undefined;
};

/** A folder whose id is kept: it stays ours when it is renamed or moved, and is made again only when it is gone. */
async function ensureTracked(
  graph: Graph,
  place: FolderPlace,
  { parent, name, theme, partner }: Tracked,
  tally: Tally,
): Promise<{ readonly item: LibraryItem; readonly made: boolean }> {
  const names = toFieldNames(folders);
  const uid = folderKey(theme, partner);
  const kept = await findItem(graph, place.list, { name: UID, is: uid }, names);
  const keptId = kept && fromItem(folders, kept)?.item;
  const there = keptId ? await findFolder(graph, place.drive, keptId) : undefined;
  if (there) {
    tally.found();
    return { item: there, made: false };
  }
  const folder = await ensureFolder(graph, place.drive, parent, name);
  const { id: item } = folder.item;
  const row = { uid, title: name, theme, ...(partner && { partner }), item };
  const isNews = kept
    ? await saveOwner(graph, place.list, kept, item)
    : (await ensureRow(graph, place.list, folders, row)).made;
  if (folder.made) tally.made(`The folder ${name}`);
  else if (isNews) tally.made(`Whose the folder ${name} is`);
  else tally.found();
  return folder;
}

/** Writes which folder it is now; false if somebody else who repairs at the same time was quicker. */
async function saveOwner(graph: Graph, list: ListAddress, kept: ListItem, item: string): Promise<boolean> {
  try {
    await saveItem(graph, list, kept, toPatchFields(folders, { item }), toFieldNames(folders));
    return true;
  } catch (error) {
    if (!isGraphError(error, 'conflict')) throw error;
    return false;
  }
}

export async function findFolder(graph: Graph, drive: string, id: string): Promise<LibraryItem | undefined> {
  try {
    return await getItem(graph, drive, id);
  } catch (error) {
    if (isGraphError(error, 'not-found')) return undefined;
    throw error;
  }
}

async function ensureInside(
  graph: Graph,
  drive: string,
  parent: { readonly item: LibraryItem; readonly made: boolean },
  plans: readonly FolderPlan[],
  tally: Tally,
): Promise<void> {
  const children = parent.made ? [] : await getChildren(graph, drive, parent.item.id);
  for (const plan of plans) {
    if (children.some((child) => isMeant(child, plan.name))) {
      tally.found();
      continue;
    }
    const { made } = await ensureFolder(graph, drive, parent.item.id, plan.name);
    if (made) tally.made(`The folder ${parent.item.name}/${plan.name}`);
    else tally.found();
  }
}

/** `3 Case audits` is still the folder `3 Audits`: people may add words, the number in front says which it is. */
export function isMeant(child: LibraryItem, name: string): boolean {
  if (child.kind !== 'folder') return false;
  const number = /^\d+ /.exec(name)?.[0];
  return child.name.toLowerCase() === name.toLowerCase() || (number !== undefined && child.name.startsWith(number));
}

async function ensureFolder(
  graph: Graph,
  drive: string,
  parent: string,
  name: string,
): Promise<{ readonly item: LibraryItem; readonly made: boolean }> {
  try {
    return { item: await createFolder(graph, drive, parent, name), made: true };
  } catch (error) {
    if (!isGraphError(error) || !(error.kind === 'name-taken' || error.mayHaveHappened)) throw error;
    const found = await findChild(graph, drive, parent, name);
    if (found?.kind !== 'folder') throw error;
    return { item: found, made: false };
  }
}
