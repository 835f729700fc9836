import { expect, it } from 'vitest';
import { evidence } from '../../../src/workspace/schema/lists.ts';
import { rowsOf } from '../../workspace/support/rows.ts';
import { alone, openOffice, police, textFile } from './support/office.ts';

const FILES = 2_000;
/** The smallest tenant's: 1,250 units a minute, in windows of a minute; what is left over goes at once in the last. */
const minutesOf = (units: number) => Math.ceil(units / 1_250) - 1;

it('two thousand files take what the limits make them take, are sent once each, and starve nobody', async () => {
  const office = await openOffice({ budget: 1_250, latencyMs: 100 });
  const desk = await office.sit();
  // A drop at the beginning of a minute, so that the least that the limits allow is known.
  await office.time.pass(60_000 - (office.time.now() % 60_000));
  const began = office.time.now();
  const files = Array.from({ length: FILES }, (_, n) => textFile(`File ${n}.txt`, `The words of file ${n}`));
  const sent = office.sent.length;
  const { units: before } = (await office.north.control('GET', '/counters')) as { readonly units: number };
  await office.during(desk.queue.add(alone(...files), police));

  const reads: number[] = [];
  for (const wait of [20_000, 30_000, 45_000, 50_000]) {
    await office.time.pass(wait);
    const asked = office.time.now();
    await office.during(desk.graph.send({ kind: 'list', path: `/drives/${office.info.drive}/root/children` }));
    reads.push(office.time.now() - asked);
  }
  await office.until(() => desk.queue.snapshot().files.every(({ item }) => item !== undefined));
  const during = office.sent.slice(sent);
  const puts = during.filter(({ method }) => method === 'PUT');
  const lastPut = Math.max(...puts.map(({ at }) => at)) - Math.min(...puts.map(({ at }) => at));

  expect(puts).toHaveLength(FILES);
  expect(new Set(puts.map(({ path }) => path)).size).toBe(FILES);
  expect(puts.every(({ status }) => status === 201)).toBe(true);
  expect(lastPut).toBeLessThanOrEqual(minutesOf(FILES * 2) * 60_000 * 1.05);
  expect(during.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(5);
  expect(Math.max(...reads)).toBeLessThanOrEqual(2_000);
  expect(office.time.now() - began).toBeLessThan(5 * 60_000);

  // The rows come behind, each once, without a refusal either.
  await desk.settle();
  const all = office.sent.slice(sent);
  const batches = all.filter(({ path }) => path.endsWith('/$batch'));
  const { units } = (await office.north.control('GET', '/counters')) as { readonly units: number };
  expect(rowsOf(desk.workspace, evidence)).toHaveLength(FILES);
  // Twenty rows a request, and no row in a request of its own.
  expect(batches).toHaveLength(FILES / 20);
  expect(all.filter(({ method }) => method === 'POST')).toHaveLength(FILES / 20);
  expect(all.filter(({ status }) => status === 429).length).toBeLessThanOrEqual(5);
  // Two units for each file and two for each row are the least.
  expect(units - before).toBeLessThanOrEqual(FILES * 4 * 1.05);
  const lastRow = Math.max(...batches.map(({ at }) => at)) - Math.min(...puts.map(({ at }) => at));
  expect(lastRow).toBeLessThanOrEqual(minutesOf(FILES * 4) * 60_000 * 1.05);
}, 120_000);
