import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createGraph } from '../../../src/graph/client.ts';
import { createList } from '../../../src/graph/lists.ts';
import { defineList, type List } from '../../../src/workspace/schema/define-list.ts';
import { toColumnSpecs } from '../../../src/workspace/schema/mapping.ts';
import type { PlacedList } from '../../../src/workspace/sync/server.ts';
import { bodyOf, everyday, type Northbridge, openNorthbridge } from '../../infra/local/support/northbridge.ts';
import type { Network } from './network.ts';
import { startTime, type Time } from './time.ts';

const columns = {
  title: { kind: 'text', title: 'Title', required: true, max: 255 },
  reason: { kind: 'text', title: 'Reason', max: 255 },
  impact: { kind: 'text', title: 'Impact', max: 255 },
  note: { kind: 'text', title: 'Note', max: 255 },
} as const;

/** Lists with columns enough for people to meet in. */
export const judgements = defineList({ name: 'judgements', title: 'Judgements', version: 1, columns });
export const actions = defineList({ name: 'actions', title: 'Actions', version: 1, columns });

export const START = Date.parse('2026-11-23T09:00:00Z');
const A_MONTH = 30 * 86_400;

/** Northbridge's Microsoft 365 in memory, lists in it, and a time that moves only when told to. */
export type World = {
  readonly north: Northbridge;
  readonly time: Time;
  readonly random: () => number;
  readonly places: ReadonlyMap<string, PlacedList>;
  readonly site: string;
  readonly drive: string;
  tokenOf(person: string): Promise<string>;
};

export async function openWorld(random: () => number, lists: readonly List[], rngSeed = 1): Promise<World> {
  globalThis.indexedDB = new IDBFactory();
  const time = startTime(START);
  const north = await openNorthbridge({ clock: time.now, budget: 1_000_000, rngSeed });
  const tokenOf = (person: string) => north.token(person, everyday, A_MONTH);
  const token = await tokenOf('Bea');
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: () => Promise.resolve(token),
    fetch: north.m365.handle,
  });
  const bea = await north.as('Bea');
  const teams = await bodyOf<{ value: { id: string }[] }>(bea('/me/joinedTeams'));
  const site = await bodyOf<{ id: string }>(bea(`/groups/${teams.value[0]?.id}/sites/root`));
  const drive = await bodyOf<{ id: string }>(bea(`/sites/${site.id}/drive`));
  const places = new Map<string, PlacedList>();
  for (const list of lists) {
    const made = await createList(graph, site.id, {
      title: list.title,
      description: 'Simulation',
      columns: toColumnSpecs(list),
    });
    places.set(list.name, { list, at: { site: site.id, list: made.id } });
  }
  return { north, time, random, places, site: site.id, drive: drive.id, tokenOf };
}

/** The world with a network between it and people's browsers. */
export type Connected = World & { readonly network: Pick<Network, 'over'> };
