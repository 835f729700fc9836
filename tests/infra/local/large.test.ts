import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { team } from '../../../infra/demo/northbridge.ts';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from './support/northbridge.ts';
import { filesOf, type Place, teamSite } from './support/places.ts';

type Page = { value: DriveItem[]; '@odata.nextLink'?: string; '@odata.deltaLink'?: string };

let northbridge: Northbridge;
let bea: GraphFetch;
let place: Place;
let list: string;
beforeAll(async () => {
  northbridge = await openNorthbridge();
  const started = performance.now();
  await northbridge.control('POST', '/fill', { size: 'large', channel: team.channels[1]?.id });
  console.info(`large demo: ready in ${Math.round(performance.now() - started)} ms`);
  bea = await northbridge.as('Bea');
  place = await filesOf(bea, 'JTAI');
  list = `/sites/${(await teamSite(bea)).id}/lists/Large list`;
});

async function crawl(link: string): Promise<{ pages: number; items: number; link: string; times: number[] }> {
  const found = { pages: 0, items: 0, link: '', times: [] as number[] };
  for (let next: string | undefined = link; next; ) {
    const started = performance.now();
    const answer = await bea(next, { headers: { deltaexcludeparent: 'true' } });
    found.times.push(performance.now() - started);
    const page: Page = await bodyOf<Page>(answer);
    found.pages += 1;
    found.items += page.value.length;
    found.link = page['@odata.deltaLink'] ?? '';
    next = page['@odata.nextLink'];
  }
  const sorted = [...found.times].sort((a, b) => a - b);
  console.info(`delta page of 1,000: median ${Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0)} ms`);
  return found;
}

describe('a library of 10,000 files', () => {
  it('is read by delta in eleven pages of two units, and a look for changes costs one', async () => {
    await northbridge.control('DELETE', '/counters');
    const first = await crawl(`${place.drive}/root/delta?$top=1000`);
    expect([first.pages, first.items]).toEqual([11, 10_019]);
    expect(await northbridge.control('GET', '/counters')).toMatchObject({ requests: 11, units: 22 });
    expect((await crawl(first.link)).items).toBe(0);
    expect(await northbridge.control('GET', '/counters')).toMatchObject({ requests: 12, units: 23 });
  });

  it('is searched by name', async () => {
    const found = await bodyOf<Page>(bea(`${place.drive}/root/search(q='Document 04242')`));
    expect(found.value[0]?.name).toBe('Document 04242.txt');
  });
});

describe('a list of 20,000 rows', () => {
  it('is read by delta in twenty pages', async () => {
    const first = await crawl(`${list}/items/delta?$expand=fields&$top=1000`);
    expect([first.pages, first.items]).toEqual([20, 20_000]);
  });

  it('is filtered by index as long as no more than 5,000 rows match', async () => {
    const some = await bodyOf<Page>(bea(`${list}/items?$filter=fields/Partner eq 'partner-3'&$top=1000`));
    expect(some.value).toHaveLength(1000);
    const tooMany = { error: { code: 'notSupported', innerError: { code: 'tooManyResources' } } };
    expect(await bodyOf(bea(`${list}/items?$filter=fields/Uid ge 'row'`), 422)).toMatchObject(tooMany);
    const headers = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    expect(await bodyOf(bea(`${list}/items?$filter=fields/Title eq 'Row 5'`, { headers }), 422)).toMatchObject(tooMany);
  });
});
