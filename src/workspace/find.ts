import { runAtOnce } from '../graph/at-once.ts';
import { type ChannelFolder, getChannel, getChannelFolder } from '../graph/channel.ts';
import type { Graph } from '../graph/client.ts';
import { isGraphError } from '../graph/errors.ts';
import { saveItem } from '../graph/items.ts';
import { type Channel, getChannels, getJoinedTeams, type Team } from '../graph/people.ts';
import { refusal } from '../graph/refusals.ts';
import type { Place } from './place.ts';
import { getRegistry } from './registry.ts';
import { workspaces as registryList } from './schema/lists.ts';
import { toFieldNames, toPatchFields } from './schema/mapping.ts';
import type { SavedPlan } from './set-up-plan.ts';

/** One workspace: where its lists and its library are. Plain data; may be kept and compared. */
export type WorkspaceInfo = {
  /** Eight hexadecimal characters, made from the id of the channel in which it was set up. */
  readonly id: string;
  /** The partnership's name. */
  readonly title: string;
  readonly site: string;
  readonly drive: string;
  /** The folder of the channel in which it was set up; all folders of the workspace are below it. */
  readonly homeFolder: string;
  /** Channels whose tab opens this workspace. */
  readonly channels: readonly string[];
  /** List ids by our name for the list; one that is missing needs "Check and repair". */
  readonly lists: { readonly [name: string]: string };
  /** Set-up began and did not end; the plan as it was given, to carry on with. */
  readonly unfinished?: SavedPlan | undefined;
  /** A newer version of this app has been here, or only an older one: what is unknown stays, what is new is missing. */
  readonly otherVersion?: 'older' | 'newer' | undefined;
};

export type Found =
  /** Teams makes a channel's folder when somebody first opens its Files tab. */
  | { readonly state: 'not-ready' }
  | {
      readonly state: 'found';
      readonly site: string;
      readonly drive: string;
      readonly folder: string;
      /** The workspace that this channel opens. */
      readonly here?: WorkspaceInfo | undefined;
      /** Workspaces of other channels on the same site; `joinWorkspace` opens one from here too. */
      readonly others: readonly WorkspaceInfo[];
    };

export type MyWorkspace = {
  readonly info: WorkspaceInfo;
  readonly teamName: string;
  /** A channel that opens it. */
  readonly place: Place;
};

/** Finds the workspace of a channel. The library comes from the channel itself, never from a guessed path. */
export async function findWorkspaces(graph: Graph, place: Place): Promise<Found> {
  const folder = await findChannelFolder(graph, place);
  if (!folder) return { state: 'not-ready' };
  const { rows } = await getRegistry(graph, folder.site);
  const infos = rows.map((row) => row.info);
  return {
    state: 'found',
    site: folder.site,
    drive: folder.drive,
    folder: folder.folder,
    here: infos.find((info) => info.channels.includes(place.channelId)),
    others: infos.filter((info) => !info.channels.includes(place.channelId)),
  };
}

/** The channel's folder; undefined if Teams has not made it yet. Throws `not-found` if I may not see the channel. */
export async function findChannelFolder(graph: Graph, place: Place): Promise<ChannelFolder | undefined> {
  try {
    return await getChannelFolder(graph, place);
  } catch (error) {
    if (!isGraphError(error, 'not-found')) throw error;
    await getChannel(graph, place);
    return undefined;
  }
}

/** Every workspace that I can open, over all my teams; `unread` counts channels that could not be looked into. */
export async function findMyWorkspaces(
  graph: Graph,
): Promise<{ readonly workspaces: readonly MyWorkspace[]; readonly unread: number }> {
  const teams = await getJoinedTeams(graph);
  const found = await runAtOnce(3, teams, (team) => findOfTeam(graph, team));
  return {
    workspaces: found.flatMap((team) => team.workspaces),
    unread: found.reduce((sum, team) => sum + team.unread, 0),
  };
}

async function findOfTeam(graph: Graph, team: Team) {
  const channels = await getChannels(graph, team.id);
  const standard = channels.filter((channel) => channel.kind === 'standard');
  const sites = new Map<string, readonly WorkspaceInfo[]>();
  let unread = 0;

  async function read(channel: Channel): Promise<boolean> {
    try {
      const { site } = await getChannelFolder(graph, { teamId: team.id, channelId: channel.id });
      if (!sites.has(site))
        sites.set(
          site,
          (await getRegistry(graph, site)).rows.map((row) => row.info),
        );
      return true;
    } catch (error) {
      // A folder that is not there yet holds no workspace; anything else that failed is counted, not hidden.
      if (!isGraphError(error)) throw error;
      if (error.kind !== 'not-found') unread += 1;
      return false;
    }
  }

  // All standard channels share one site: the first that answers speaks for all.
  for (const channel of standard) if (await read(channel)) break;
  await runAtOnce(
    3,
    channels.filter((channel) => channel.kind !== 'standard'),
    read,
  );
  const workspaces = [...sites.values()].flat().flatMap((info): readonly MyWorkspace[] => {
    const channel = channels.find(({ id }) => info.channels.includes(id));
    if (!channel) return [];
    return [
      { info, teamName: team.name, place: { teamId: team.id, channelId: channel.id, channelName: channel.name } },
    ];
  });
  return { workspaces, unread };
}

/** Makes a channel's tab open a workspace that another channel has. */
export async function joinWorkspace(graph: Graph, info: WorkspaceInfo, place: Place): Promise<WorkspaceInfo> {
  for (let tried = 1; ; tried += 1) {
    const { at, rows } = await getRegistry(graph, info.site);
    const row = rows.find((candidate) => candidate.info.id === info.id);
    if (!at || !row) throw refusal('not-found');
    if (row.info.channels.includes(place.channelId)) return row.info;
    const channels = [...row.info.channels, place.channelId];
    const fields = toPatchFields(registryList, { channels: channels.join('\n') });
    try {
      await saveItem(graph, at, row.item, fields, toFieldNames(registryList));
      return { ...row.info, channels };
    } catch (error) {
      if (!isGraphError(error, 'conflict') || tried >= 3) throw error;
    }
  }
}
