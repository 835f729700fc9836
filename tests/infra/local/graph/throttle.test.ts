import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../support/northbridge.ts';
import { channel, makeList } from '../support/places.ts';

let now: number;
let northbridge: Northbridge;
let bea: GraphFetch;
let list: string;
beforeEach(async () => {
  now = Date.parse('2026-11-23T09:00:20Z');
  northbridge = await openNorthbridge({ clock: () => now, budget: 100 });
  bea = await northbridge.as('Bea');
  list = await makeList(bea);
  now = Date.parse('2026-11-23T09:01:20Z');
});

describe('the resource units of a minute', () => {
  it('show from 80 % on, and refuse what goes beyond until the minute ends', async () => {
    for (let i = 0; i < 39; i += 1) expect((await bea(`${list}/items`)).headers.get('ratelimit-limit')).toBeNull();
    const warned = await bea(`${list}/items`);
    expect(['limit', 'remaining', 'reset'].map((name) => warned.headers.get(`ratelimit-${name}`))).toEqual([
      '100',
      '20',
      '40',
    ]);
    for (let i = 0; i < 10; i += 1) expect((await bea(`${list}/items`)).status).toBe(200);
    const refused = await bea(`${list}/items`);
    expect(await bodyOf(refused.clone(), 429)).toMatchObject({ error: { code: 'activityLimitReached' } });
    expect(refused.headers.get('retry-after')).toBe('40');
    now += 40_000;
    expect((await bea(`${list}/items`)).status).toBe(200);
  });

  it('are one app’s, whoever the person is', async () => {
    for (let i = 0; i < 50; i += 1) await bea(`${list}/items`);
    const kit = await northbridge.as('Kit');
    expect((await kit(`${list}/items`)).status).toBe(429);
    expect((await kit('/me')).status).toBe(200);
  });

  it('are not saved by batching: the parts beyond are refused one by one', async () => {
    for (let i = 0; i < 48; i += 1) await bea(`${list}/items`);
    const requests = [1, 2, 3].map((id) => ({ id: String(id), method: 'GET', url: `${list}/items` }));
    const body = await bodyOf<{ responses: { status: number; headers: Record<string, string> }[] }>(
      bea('/$batch', { method: 'POST', json: { requests } }),
    );
    expect(body.responses.map((part) => part.status)).toEqual([200, 200, 429]);
    expect(body.responses[2]?.headers['Retry-After']).toBe('40');
  });
});

describe('the limits of Teams', () => {
  const post = (person: GraphFetch, name: string) =>
    person(`${channel(name)}/messages`, { method: 'POST', json: { body: { content: 'x' } } });

  it('let one message a second into a channel', async () => {
    expect((await post(bea, 'JTAI')).status).toBe(201);
    const refused = await post(await northbridge.as('Kit'), 'JTAI');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await post(bea, 'Policy')).status).toBe(201);
    now += 1000;
    expect((await post(bea, 'JTAI')).status).toBe(201);
  });
});

describe('the counters', () => {
  it('tell requests, units and refusals by person, and how often each address was asked', async () => {
    await northbridge.control('DELETE', '/counters');
    await bea(`${list}/items`);
    await bea(`${list}/items/77`);
    await (await northbridge.as('Kit'))('/me');
    const report = (await northbridge.control('GET', '/counters')) as Record<string, unknown>;
    expect(report).toMatchObject({ requests: 3, units: 3, refused: 1 });
    expect(Object.keys(report.byCaller as object)).toHaveLength(2);
    expect(report.byEndpoint).toMatchObject({ 'GET /me': 1, 'GET /sites/{site}/lists/{list}/items': 1 });
  });
});
