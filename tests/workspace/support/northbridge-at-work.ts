import { people, team } from '../../../infra/demo/northbridge.ts';
import { createGraph, type Graph, type GraphOptions } from '../../../src/graph/client.ts';
import type { Found, WorkspaceInfo } from '../../../src/workspace/find.ts';
import { findWorkspaces } from '../../../src/workspace/find.ts';
import type { Place } from '../../../src/workspace/place.ts';
import { setUp } from '../../../src/workspace/provision.ts';
import type { SetUpPlan } from '../../../src/workspace/set-up-plan.ts';
import { openWorkspace, type Workspace } from '../../../src/workspace/store/workspace.ts';
import type { Surroundings } from '../../../src/workspace/sync/surroundings.ts';
import { type Northbridge, openNorthbridge } from '../../infra/local/support/northbridge.ts';

/** What happens to a request on its way; undefined lets it pass. `heldUntil` keeps back the answer, not the request. */
export type Disturbance =
  | 'lost before'
  | 'lost after'
  | { readonly heldUntil: Promise<unknown> }
  | Response
  | undefined;

export type AtWork = {
  readonly northbridge: Northbridge;
  /** Every request that any client sent, in order: `POST /v1.0/sites/…`. */
  readonly sent: string[];
  disturb(by: (request: Request, number: number) => Disturbance): void;
  readonly network: Required<Pick<GraphOptions, 'fetch' | 'now' | 'wait'>>;
  graphOf(person: string, scopes?: string): Graph;
  /** Somebody with the workspace open in front of them, everything read. */
  sit(person: string, info: WorkspaceInfo): Promise<Workspace>;
  setUp(plan?: SetUpPlan, person?: string): Promise<WorkspaceInfo>;
};

const MORNING = Date.parse('2026-11-23T09:00:00Z');

/** Northbridge's Microsoft 365 in memory, with clients whose connection can be disturbed; waiting moves the clock. */
export async function openAtWork(): Promise<AtWork> {
  let now = MORNING;
  let disturbance: (request: Request, number: number) => Disturbance = () => undefined;
  const sent: string[] = [];
  const northbridge = await openNorthbridge({ clock: () => now, budget: 1_000_000 });

  async function fetchIt(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    sent.push(`${request.method} ${decodeURIComponent(pathname)}${search}`);
    const fate = disturbance(request, sent.length);
    // Each request takes one turn of the event loop, so that two people who work at once really take turns.
    await new Promise((resolve) => setImmediate(resolve));
    if (fate instanceof Response) return fate;
    if (fate === 'lost before') throw new TypeError('connection reset');
    request.signal.throwIfAborted();
    const answer = await northbridge.fetch(request);
    request.signal.throwIfAborted();
    if (typeof fate === 'object') await fate.heldUntil;
    if (fate === 'lost after') throw new TypeError('connection reset');
    return answer;
  }

  const network: AtWork['network'] = {
    fetch: fetchIt,
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
    },
  };

  function graphOf(person: string, scopes?: string): Graph {
    const token = northbridge.token(person, scopes);
    return createGraph({
      baseUrl: 'https://graph.microsoft.com',
      getToken: () => token,
      ...network,
    });
  }

  return {
    northbridge,
    sent,
    network,
    graphOf,
    disturb: (by) => {
      disturbance = by;
    },
    sit: async (person, info) => {
      const { id, name } = named(person);
      const clock = () => new Date(now).toISOString();
      const surroundings: Surroundings = {
        now: () => now,
        random: () => 0.5,
        later: (ms, call) => {
          const due = setImmediate(() => {
            now += ms;
            call();
          });
          return () => clearImmediate(due);
        },
        lock: (_name, work) => work(),
      };
      const workspace = openWorkspace({ graph: graphOf(person), info, place, me: { id, name }, clock, surroundings });
      await workspace.pull();
      return workspace;
    },
    setUp: async (plan = smallPlan, person = 'Bea') => {
      const report = await setUp(graphOf(person), plan, () => undefined);
      if (!report.info || report.error) throw report.error ?? new Error('not set up');
      return report.info;
    },
  };
}

export function named(person: string): { readonly id: string; readonly name: string } {
  const found = people.find((one) => one.name.startsWith(person));
  if (!found) throw new Error(`Nobody is called ${person}`);
  return { id: found.id, name: found.name };
}

export function placeOf(name: string): Place {
  const channel = team.channels.find((one) => one.name === name);
  if (!channel) throw new Error(`There is no channel ${name}`);
  return { teamId: team.id, channelId: channel.id, channelName: name };
}

export const place = placeOf('JTAI preparation');

/** Two partners and two prompts: all that set-up makes, in few calls. */
export const smallPlan: SetUpPlan = {
  place,
  partnershipName: 'Northbridge Safeguarding Children Partnership',
  partners: [
    { uid: 'council', title: 'Council' },
    { uid: 'police', title: 'Police' },
  ],
  people: [
    { name: 'Bea Thistledown', role: 'coordinator', person: named('Bea') },
    { name: 'Dorian Hexwell', role: 'lead', partner: 'police', person: named('Dorian') },
    { name: 'Typed by hand', role: 'lead', partner: 'council' },
  ],
  themes: [
    {
      year: 2026,
      pack: {
        id: 'front-door',
        title: 'Front door',
        version: '1',
        prompts: [
          { code: 'FD-A1', title: 'Each agency spots need', group: 'A Identify and respond', position: 1 },
          { code: 'FD-A2', title: 'Referrers know how', group: 'A Identify and respond', position: 2 },
        ],
      },
    },
  ],
};

export async function findHere(graph: Graph, at: Place = place): Promise<Extract<Found, { state: 'found' }>> {
  const found = await findWorkspaces(graph, at);
  if (found.state !== 'found') throw new Error('The channel is not ready');
  return found;
}
