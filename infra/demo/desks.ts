import { type Address, toDeepLink } from '../../src/domain/address.ts';
import { addDays, type Day } from '../../src/domain/calendar/day.ts';
import { createGraph, type Graph, type GraphOptions } from '../../src/graph/client.ts';
import type { WorkspaceInfo } from '../../src/workspace/find.ts';
import type { Place } from '../../src/workspace/place.ts';
import type { List, RowOf } from '../../src/workspace/schema/define-list.ts';
import { openWorkspace, type Workspace } from '../../src/workspace/store/workspace.ts';
import { personOf } from './half-finished.ts';
import { homeChannel, team } from './northbridge.ts';
import type { Story } from './story.ts';

export type DemoPlace = {
  readonly graphBaseUrl: string;
  /** The control address, which hands out tokens; the product never calls it. */
  readonly control: string;
  /** Where an alert's button leads: `https://teams.microsoft.com` in a tenant. */
  readonly linkBase: string;
  readonly teamsAppId: string;
  readonly today: Day;
  // Tests pass the stand-in itself instead of a network, and its clock.
} & Pick<GraphOptions, 'fetch' | 'now' | 'wait' | 'fileOrigins'>;

/** The entity id with which the demo's channel tab is saved. */
const TAB = 'jtai-ready';
export type Demo = DemoPlace & {
  readonly info: WorkspaceInfo;
  readonly theme: string;
  readonly story: Story;
  readonly desks: Map<number, Desk>;
};

/** A person at work: their own sign-in, and a clock that can be put back to the day on which they did something. */
export type Desk = { readonly workspace: Workspace; setDay(day: number): void };

export const place: Place = { teamId: team.id, channelId: homeChannel.id, channelName: homeChannel.name };

/** Opens a person's desk once; whoever comes next to it finds it open. */
export function deskOf(demo: Demo, number: number): Desk {
  const open = demo.desks.get(number) ?? openDesk(demo, number);
  demo.desks.set(number, open);
  return open;
}

function openDesk(demo: Demo, number: number): Desk {
  const { id, name } = personOf(number);
  let now = `${demo.today}T08:00:00Z`;
  const workspace = openWorkspace({
    graph: graphOf(demo, number),
    info: demo.info,
    place,
    me: { id, name },
    clock: () => now,
  });
  return {
    workspace,
    setDay: (day) => {
      now = `${addDays(demo.today, day)}T08:00:00Z`;
    },
  };
}

export function graphOf(where: DemoPlace, number: number): Graph {
  const { graphBaseUrl, control, fileOrigins, fetch: fetchIt = fetch, now, wait } = where;
  const user = personOf(number).id;
  const tokens = new Map<string, Promise<string>>();
  return createGraph({
    baseUrl: graphBaseUrl,
    ...(fileOrigins && { fileOrigins }),
    fetch: (request) => fetchIt(request),
    ...(now && { now }),
    ...(wait && { wait }),
    getToken: ({ scopes }) => {
      const key = scopes.join(' ');
      const token = tokens.get(key) ?? askToken(fetchIt, control, user, scopes);
      tokens.set(key, token);
      return token;
    },
  }).withPatience(120);
}

async function askToken(
  fetchIt: (request: Request) => Promise<Response>,
  control: string,
  user: string,
  scopes: readonly string[],
): Promise<string> {
  const body = JSON.stringify({ user, scopes, lifetimeSeconds: 3600 });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetchIt(new Request(`${control}/token`, { method: 'POST', headers, body }));
  const token: unknown = await answer.json();
  if (typeof token === 'object' && token && 'access_token' in token) return String(token.access_token);
  throw new Error(`No token for ${user}`);
}

export function toLink(demo: Demo, address: Address, label: string): string {
  const { linkBase, teamsAppId } = demo;
  return toDeepLink(address, { linkBase, appId: teamsAppId, entityId: TAB, channelId: place.channelId, label });
}

export function findRow<L extends List>(workspace: Workspace, list: L, uid: string): RowOf<L> {
  const rows = workspace.rows(list);
  const row = rows.state === 'ready' ? rows.rows.find((one) => one.uid === uid) : undefined;
  if (!row) throw new Error(`${list.title} has no ${uid}`);
  return row;
}

/** Reads what others have written; where Microsoft 365 asks to wait, it is waited for. */
export async function readAnew(workspace: Workspace): Promise<void> {
  for (let tried = 0; tried < 120; tried += 1) {
    await workspace.pull();
    if (workspace.status().pause === undefined && workspace.pullError() === undefined) return;
    await workspace.graph.wait(1000);
  }
  throw workspace.pullError() ?? new Error('Microsoft 365 could not be read');
}
