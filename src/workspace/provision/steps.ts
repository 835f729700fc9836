import { themeKey } from '../../domain/checklist/keys.ts';
import type { Graph } from '../../graph/client.ts';
import { isGraphError } from '../../graph/errors.ts';
import { getItem, saveItem } from '../../graph/items.ts';
import { getLists, type ListAddress, type SiteList } from '../../graph/lists.ts';
import { refusal } from '../../graph/refusals.ts';
import { findChannelFolder, type WorkspaceInfo } from '../find.ts';
import { findList, findOtherVersion } from '../registry.ts';
import type { List, NewRowOf, RowOf } from '../schema/define-list.ts';
import { folders, workspaceLists, workspaces } from '../schema/lists.ts';
import { fromItem, toFieldNames, toPatchFields } from '../schema/mapping.ts';
import { type SetUpPlan, toSavedPlan } from '../set-up-plan.ts';
import { countFolders, ensurePartnerFolders, ensureThemeFolders, type FolderPlace } from './ensure-folders.ts';
import { ensureList } from './ensure-list.ts';
import { ensureRow, ensureRows } from './ensure-rows.ts';
import { stepOfFolders } from './inspect-folders.ts';
import { stepOfList } from './inspect-lists.ts';
import { type PlannedRows, planPrompts, planRows } from './planned-rows.ts';
import type { Step, Tally } from './run-steps.ts';

/** What the steps hand on to each other. */
export type Making = {
  readonly graph: Graph;
  readonly plan: SetUpPlan;
  readonly workspace: string;
  /** The channels that open it, if it has been there before; otherwise the one of the plan does. */
  readonly channels?: readonly string[] | undefined;
  /** Rows to fill lists with that were lost and are made again, by the names of the lists. */
  readonly lost?: ReadonlyMap<string, readonly RowOf<List>[]> | undefined;
  /** Empty until the channel has been asked. */
  site: string;
  drive: string;
  folder: string;
  siteLists: readonly SiteList[];
  readonly lists: Map<string, ListAddress>;
  registryItem: string | undefined;
  info: WorkspaceInfo | undefined;
};

export const CHANNEL_STEP = 'channel';
export const REGISTRY_STEP = 'registry';
export const stepOfRefill = (list: string) => `refill-${list}`;

/** All that makes a workspace, in the order in which one thing needs the other. */
export function planSteps(making: Making): readonly Step[] {
  const { plan } = making;
  return [
    { id: CHANNEL_STEP, title: "The channel's folder", of: 1, vital: true, run: (tally) => findChannel(making, tally) },
    { id: REGISTRY_STEP, title: 'List of workspaces', of: 2, vital: true, run: (tally) => register(making, tally) },
    ...workspaceLists.map(
      (list): Step => ({
        id: stepOfList(list),
        title: `${list.title.replace(/^JTAI /, '')} list`,
        of: 1,
        vital: true,
        run: (tally) => makeList(making, list, tally),
      }),
    ),
    ...workspaceLists.flatMap((list) => refillStep(making, list)),
    ...planRows(plan).map((rows) => rowsStep(making, rows)),
    ...plan.themes.flatMap(({ pack, year }) => {
      const theme = { uid: themeKey(pack.id, year), title: pack.title, year };
      return [
        rowsStep(making, planPrompts(plan, theme)),
        folderStep(making, theme),
        ...plan.partners.map((partner) => folderStep(making, theme, partner)),
      ];
    }),
  ];
}

/** Says that all is made. Left out while something is missing, so that the next to come is asked to carry on. */
export async function finish(making: Making): Promise<void> {
  const at = making.lists.get(workspaces.name);
  if (!at || !making.registryItem || !making.info) return;
  const names = toFieldNames(workspaces);
  for (let tried = 1; ; tried += 1) {
    const item = await getItem(making.graph, at, making.registryItem, names);
    if (fromItem(workspaces, item)?.plan === undefined) return;
    try {
      await saveItem(making.graph, at, item, toPatchFields(workspaces, { plan: null }), names);
      return;
    } catch (error) {
      // Somebody else who set up at the same time said so in the same moment, or a channel joined.
      if (!isGraphError(error, 'conflict') || tried >= 3) throw error;
    }
  }
}

async function findChannel(making: Making, tally: Tally): Promise<void> {
  // A repair knows where the workspace is; it may run in a channel that joined later.
  if (making.folder !== '') return tally.found();
  const found = await findChannelFolder(making.graph, making.plan.place);
  if (!found) throw refusal('not-found');
  making.site = found.site;
  making.drive = found.drive;
  making.folder = found.folder;
  tally.found();
}

async function register(making: Making, tally: Tally): Promise<void> {
  const { graph, plan, workspace, site, drive, folder } = making;
  making.siteLists = await getLists(graph, site);
  const at = await ensureList(graph, { site, workspace, list: workspaces }, making.siteLists, tally);
  making.lists.set(workspaces.name, at);
  const row = {
    uid: workspace,
    title: plan.partnershipName,
    channels: (making.channels ?? [plan.place.channelId]).join('\n'),
    drive,
    homeFolder: folder,
    plan: JSON.stringify(toSavedPlan(plan)),
  };
  const { item, made } = await ensureRow(graph, at, workspaces, row, making.channels !== undefined);
  const kept = fromItem(workspaces, item);
  if (!kept) throw refusal('unreadable');
  making.registryItem = item.id;
  making.folder = kept.homeFolder;
  making.info = {
    id: workspace,
    title: kept.title,
    site,
    drive: kept.drive,
    homeFolder: kept.homeFolder,
    channels: (kept.channels ?? '').split('\n').filter((channel) => channel !== ''),
    lists: {},
    otherVersion: findOtherVersion(making.siteLists, workspace) === 'newer' ? 'newer' : undefined,
  };
  for (const list of workspaceLists) {
    const there = findList(making.siteLists, workspace, list);
    if (there) making.lists.set(list.name, { site, list: there.id });
  }
  if (made) tally.made('The workspace in the list of workspaces');
  else tally.found();
}

async function makeList(making: Making, list: List, tally: Tally): Promise<void> {
  const { graph, workspace, site } = making;
  making.lists.set(list.name, await ensureList(graph, { site, workspace, list }, making.siteLists, tally));
}

function rowsStep(making: Making, { step, title, list, rows }: PlannedRows): Step {
  return {
    id: step,
    title,
    of: rows.length,
    run: (tally) => ensureRows(making.graph, addressOf(making, list), list, rows as readonly NewRowOf<List>[], tally),
  };
}

/** A list that was lost is filled with what the browser holds of it before anything else goes in. */
function refillStep(making: Making, list: List): readonly Step[] {
  const rows = making.lost?.get(list.name) ?? [];
  if (rows.length === 0) return [];
  const title = `${list.title.replace(/^JTAI /, '')}: rows that this browser holds`;
  const step = { id: stepOfRefill(list.name), title, of: rows.length };
  return [{ ...step, run: (tally) => ensureRows(making.graph, addressOf(making, list), list, rows, tally) }];
}

function folderStep(
  making: Making,
  theme: { readonly uid: string; readonly title: string; readonly year: number },
  partner?: { readonly uid: string; readonly title: string },
): Step {
  const toPlace = (): FolderPlace => ({
    drive: making.drive,
    home: making.folder,
    list: addressOf(making, folders),
  });
  return {
    id: stepOfFolders(theme.uid, partner?.uid),
    title: partner ? `Folders for ${partner.title}` : `Folders for ${theme.title}`,
    of: countFolders(theme, partner),
    run: async (tally) => {
      if (partner) await ensurePartnerFolders(making.graph, toPlace(), theme, partner, tally);
      else await ensureThemeFolders(making.graph, toPlace(), theme, tally);
    },
  };
}

function addressOf(making: Making, list: List): ListAddress {
  const at = making.lists.get(list.name);
  if (!at) throw refusal('not-found');
  return at;
}
