import type { Graph } from '../graph/client.ts';
import { getItems, type ListItem } from '../graph/items.ts';
import { getLists, type ListAddress, type SiteList } from '../graph/lists.ts';
import type { WorkspaceInfo } from './find.ts';
import type { List } from './schema/define-list.ts';
import { workspaceLists, workspaces } from './schema/lists.ts';
import { fromItem, toFieldNames } from './schema/mapping.ts';
import { readPlan } from './set-up-plan.ts';

/**
 * ## How a workspace's lists are told apart
 * Two standard channels share a site, so a list says in its description which workspace it belongs to, what it is, and
 * by which version of its declaration it was made. Its title says so too, for people; they may change it, and the list
 * is still found.
 */
export function describeList(workspace: string, list: List): string {
  return `${describeKind(workspace, list)}, version ${list.version}.`;
}

function describeKind(workspace: string, list: List): string {
  return list.name === workspaces.name
    ? 'JTAI Ready: the workspaces of this site'
    : `JTAI Ready workspace ${workspace}, list ${list.name}`;
}

export function titleOfList(workspace: string, list: List): string {
  return list.name === workspaces.name ? list.title : `${list.title} ${workspace}`;
}

/** The version that a list was made or brought up to; undefined if its description says nothing of ours any more. */
export function versionOfList(found: SiteList, workspace: string, list: List): number | undefined {
  const kind = describeKind(workspace, list);
  if (!found.description.startsWith(kind)) return undefined;
  const rest = found.description.slice(kind.length);
  // The first lists did not say: they are of version 1. People may have written more behind it.
  if (!/^(\.|, version \d)/.test(rest)) return undefined;
  return Number(/^, version (\d+)/.exec(rest)?.[1] ?? 1);
}

/** Every list that says it is this one; more than one only if somebody restored a list that had been made again. */
export function findLists(lists: readonly SiteList[], workspace: string, list: List): readonly SiteList[] {
  return lists.filter((found) => versionOfList(found, workspace, list) !== undefined);
}

export function findList(lists: readonly SiteList[], workspace: string, list: List): SiteList | undefined {
  const title = titleOfList(workspace, list).toLowerCase();
  return findLists(lists, workspace, list)[0] ?? lists.find((found) => found.title.toLowerCase() === title);
}

/** Whether a list of this workspace is of another version than this app declares; newer counts more than older. */
export function findOtherVersion(lists: readonly SiteList[], workspace: string): WorkspaceInfo['otherVersion'] {
  const apart = workspaceLists.flatMap((list) => {
    const found = findList(lists, workspace, list);
    return found ? [(versionOfList(found, workspace, list) ?? list.version) - list.version] : [];
  });
  if (apart.some((by) => by > 0)) return 'newer';
  return apart.some((by) => by < 0) ? 'older' : undefined;
}

/** The first eight hexadecimal characters of the channel id's SHA-256: two people who set up at once make one workspace. */
export async function toWorkspaceId(channelId: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(channelId));
  return [...new Uint8Array(digest.slice(0, 4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export type RegistryRow = { readonly info: WorkspaceInfo; readonly item: ListItem };

export type Registry = {
  readonly lists: readonly SiteList[];
  /** Missing on a site where nobody has set up a workspace. */
  readonly at: ListAddress | undefined;
  readonly rows: readonly RegistryRow[];
};

/** Which workspaces a site has: two calls, or one where there is none. */
export async function getRegistry(graph: Graph, site: string): Promise<Registry> {
  const lists = await getLists(graph, site);
  const registry = findList(lists, '', workspaces);
  if (!registry) return { lists, at: undefined, rows: [] };
  const at = { site, list: registry.id };
  const items = await getItems(graph, at, toFieldNames(workspaces));
  return { lists, at, rows: items.flatMap((item) => toRegistryRow(site, lists, item)) };
}

function toRegistryRow(site: string, lists: readonly SiteList[], item: ListItem): readonly RegistryRow[] {
  const row = fromItem(workspaces, item);
  if (!row) return [];
  const own = workspaceLists.flatMap((list) => {
    const found = findList(lists, row.uid, list);
    return found ? [[list.name, found.id] as const] : [];
  });
  const info: WorkspaceInfo = {
    id: row.uid,
    title: row.title,
    site,
    drive: row.drive,
    homeFolder: row.homeFolder,
    channels: (row.channels ?? '').split('\n').filter((channel) => channel !== ''),
    lists: Object.fromEntries(own),
    unfinished: readPlan(row.plan),
    otherVersion: findOtherVersion(lists, row.uid),
  };
  return [{ info, item }];
}
