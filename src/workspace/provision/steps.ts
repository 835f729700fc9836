import { promptKey, themeKey } from '../../domain/checklist/keys.ts';
import type { Graph } from '../../graph/client.ts';
import { isGraphError } from '../../graph/errors.ts';
import { getItem, saveItem } from '../../graph/items.ts';
import { getLists, type ListAddress, type SiteList } from '../../graph/lists.ts';
import { refusal } from '../../graph/refusals.ts';
import { findChannelFolder, type WorkspaceInfo } from '../find.ts';
import type { List, NewRowOf } from '../schema/define-list.ts';
import { folders, partners, people, prompts, themes, workspaceLists, workspaces } from '../schema/lists.ts';
import { fromItem, toFieldNames, toPatchFields } from '../schema/mapping.ts';
import { type PlannedPerson, type SetUpPlan, toSavedPlan } from '../set-up-plan.ts';
import { countFolders, ensurePartnerFolders, ensureThemeFolders, type FolderPlace } from './ensure-folders.ts';
import { ensureList } from './ensure-list.ts';
import { ensureRow, ensureRows } from './ensure-rows.ts';
import type { Step, Tally } from './run-steps.ts';

/** What the steps hand on to each other. */
export type Making = {
  readonly graph: Graph;
  readonly plan: SetUpPlan;
  readonly workspace: string;
  /** Empty until the channel has been asked. */
  site: string;
  drive: string;
  folder: string;
  siteLists: readonly SiteList[];
  readonly lists: Map<string, ListAddress>;
  registryItem: string | undefined;
  info: WorkspaceInfo | undefined;
};

/** All that makes a workspace, in the order in which one thing needs the other. */
export function planSteps(making: Making): readonly Step[] {
  const { plan } = making;
  return [
    { id: 'channel', title: "The channel's folder", of: 1, vital: true, run: (tally) => findChannel(making, tally) },
    { id: 'registry', title: 'List of workspaces', of: 2, vital: true, run: (tally) => register(making, tally) },
    ...workspaceLists.map(
      (list): Step => ({
        id: `list-${list.name}`,
        title: `${list.title.replace(/^JTAI /, '')} list`,
        of: 1,
        vital: true,
        run: (tally) => makeList(making, list, tally),
      }),
    ),
    rowsStep(making, 'partners', 'Partners', partners, toPartnerRows(plan)),
    rowsStep(making, 'people', 'Leads, deputies and coordinators', people, toPeopleRows(plan)),
    rowsStep(making, 'themes', 'Themes', themes, toThemeRows(plan)),
    ...plan.themes.flatMap(({ pack, year }) => {
      const theme = { uid: themeKey(pack.id, year), title: pack.title, year };
      return [
        rowsStep(making, `prompts-${theme.uid}`, `Prompts for ${pack.title}`, prompts, toPromptRows(plan, theme.uid)),
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
    channels: plan.place.channelId,
    drive,
    homeFolder: folder,
    plan: JSON.stringify(toSavedPlan(plan)),
  };
  const { item, made } = await ensureRow(graph, at, workspaces, row);
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
  };
  if (made) tally.made('The workspace in the list of workspaces');
  else tally.found();
}

async function makeList(making: Making, list: List, tally: Tally): Promise<void> {
  const { graph, workspace, site } = making;
  making.lists.set(list.name, await ensureList(graph, { site, workspace, list }, making.siteLists, tally));
}

function rowsStep<L extends List>(
  making: Making,
  id: string,
  title: string,
  list: L,
  rows: readonly NewRowOf<L>[],
): Step {
  return {
    id: `rows-${id}`,
    title,
    of: rows.length,
    run: (tally) => ensureRows(making.graph, addressOf(making, list), list, rows, tally),
  };
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
    id: `folders-${theme.uid}${partner ? `-${partner.uid}` : ''}`,
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

function toPartnerRows(plan: SetUpPlan): readonly NewRowOf<typeof partners>[] {
  return plan.partners.map(({ uid, title }, position) => ({ uid, title, position }));
}

function toPeopleRows(plan: SetUpPlan): readonly NewRowOf<typeof people>[] {
  return plan.people.map((planned) => ({
    uid: toPersonKey(planned),
    title: planned.name,
    role: planned.role,
    ...(planned.partner && { partner: planned.partner }),
    ...(planned.person && { person: planned.person }),
    ...(planned.email && { email: planned.email }),
  }));
}

/** One lead and one deputy a partner have a key by their place, so that setting up twice does not make two. */
function toPersonKey({ role, partner, person, name }: PlannedPerson): string {
  const part = role.replace(' ', '-');
  if (partner) return `${part}.${partner}`;
  return `${part}.${person?.id ?? name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function toThemeRows(plan: SetUpPlan): readonly NewRowOf<typeof themes>[] {
  return plan.themes.map(({ pack, year }) => ({
    uid: themeKey(pack.id, year),
    title: pack.title,
    pack: pack.id,
    packVersion: pack.version,
    year,
  }));
}

function toPromptRows(plan: SetUpPlan, theme: string): readonly NewRowOf<typeof prompts>[] {
  const planned = plan.themes.find(({ pack, year }) => themeKey(pack.id, year) === theme);
  return (planned?.pack.prompts ?? []).map(({ code, title, group, position, basis, source }) => ({
    uid: promptKey(theme, code),
    title,
    theme,
    code,
    group,
    position,
    ...(basis && { basis }),
    ...(source && { source }),
  }));
}
