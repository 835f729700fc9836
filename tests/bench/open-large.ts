import { createGraph } from '../../src/graph/client.ts';
import { getLists } from '../../src/graph/lists.ts';
import { setUp } from '../../src/workspace/provision.ts';
import { defineList } from '../../src/workspace/schema/define-list.ts';
import { workspaceLists } from '../../src/workspace/schema/lists.ts';
import type { PlacedList } from '../../src/workspace/sync/server.ts';
import { openWorld } from '../workspace/simulation/world.ts';
import { smallPlan } from '../workspace/support/northbridge-at-work.ts';
import { measure } from './measured-network.ts';

/** The list of 20,000 rows that the stand-in is filled with. */
export const large = defineList({
  name: 'large',
  title: 'Large list',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Title', required: true, max: 255 },
    partner: { kind: 'text', title: 'Partner', max: 255, indexed: true },
  },
});

export const LATENCY_MS = 80;

/** A workspace as set-up makes it, with a library of 10,000 files and a list of 20,000 rows beside it. */
export async function openLarge() {
  const world = await openWorld(() => 0.5, []);
  const token = await world.tokenOf('Bea');
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: () => Promise.resolve(token),
    fetch: world.north.m365.handle,
  });
  const { info, error } = await setUp(graph, smallPlan, () => undefined);
  if (!info) throw error ?? new Error('Set-up did not end');
  await world.north.control('POST', '/fill', { size: 'large', channel: smallPlan.place.channelId });
  const filled = (await getLists(graph, info.site)).find(({ title }) => title === large.title);
  const ids: Readonly<Record<string, string>> = { ...info.lists, large: filled?.id ?? '' };
  const places = new Map<string, PlacedList>(
    [...workspaceLists, large].map((list) => [
      list.name,
      { list, at: { site: info.site, list: ids[list.name] ?? '' } },
    ]),
  );
  const network = measure(world.north, world.time, LATENCY_MS);
  await network.take();
  return { ...world, places, drive: info.drive, network };
}
