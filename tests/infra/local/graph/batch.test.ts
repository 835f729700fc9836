import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../support/northbridge.ts';
import { makeList } from '../support/places.ts';

let northbridge: Northbridge;
let bea: GraphFetch;
beforeAll(async () => {
  northbridge = await openNorthbridge();
  bea = await northbridge.as('Bea');
});

type Part = { id: string; status: number; headers: Record<string, string>; body: Record<string, unknown> };
const batch = (requests: unknown) => bea('/$batch', { method: 'POST', json: { requests } });
const partsOf = async (requests: unknown): Promise<Record<string, Part>> => {
  const { responses } = await bodyOf<{ responses: Part[] }>(batch(requests));
  return Object.fromEntries(responses.map((part) => [part.id, part]));
};
const get = (id: string, url: string) => ({ id, method: 'GET', url });

describe('a batch', () => {
  it('answers each part by its id, whatever the others come to', async () => {
    const parts = await partsOf([get('a', '/me'), get('b', 'me/joinedTeams'), get('c', '/wheels')]);
    expect([parts.a?.status, parts.b?.status, parts.c?.status]).toEqual([200, 200, 400]);
    expect(parts.a?.body.displayName).toBe('Bea Thistledown');
  });

  it('writes with the body and the conditions of each part', async () => {
    const list = await makeList(bea);
    const headers = { 'Content-Type': 'application/json' };
    const parts = await partsOf([
      { id: '1', method: 'POST', url: `${list}/items`, headers, body: { fields: { Title: 'a' } } },
      {
        id: '2',
        method: 'PATCH',
        url: `${list}/items/1/fields`,
        headers: { ...headers, 'If-Match': '"x"' },
        body: { Title: 'b' },
        dependsOn: ['1'],
      },
      { ...get('3', '/me'), dependsOn: ['2'] },
    ]);
    expect([parts['1']?.status, parts['2']?.status, parts['3']?.status]).toEqual([201, 412, 424]);
  });

  it('gives a redirect as status and address', async () => {
    const drive = await bodyOf<{ id: string }>(bea('/me/drive'));
    await bea(`/drives/${drive.id}/root:/a.txt:/content`, { method: 'PUT', body: 'x' });
    const parts = await partsOf([get('1', `/drives/${drive.id}/root:/a.txt:/content`)]);
    expect(parts['1']).toMatchObject({ status: 302, headers: { Location: expect.stringContaining('download.aspx') } });
  });

  it.each([
    ['more than twenty parts', Array.from({ length: 21 }, (_, i) => get(String(i), '/me'))],
    ['an id twice, in another case', [get('a', '/me'), get('A', '/me')]],
    ['a part without an id', [{ method: 'GET', url: '/me' }]],
    ['an absolute address', [get('1', 'https://graph.microsoft.com/v1.0/me')]],
    ['a body without its type', [{ id: '1', method: 'POST', url: '/me/events', body: {} }]],
    ['no parts', []],
    ['no list', 'x'],
  ])('is refused as a whole with %s', async (_what, requests) => {
    expect((await batch(requests)).status).toBe(400);
  });

  it('charges each part on its own', async () => {
    const fresh = await openNorthbridge();
    const person = await fresh.as('Bea');
    const list = await makeList(person);
    await fresh.control('DELETE', '/counters');
    await person('/$batch', {
      method: 'POST',
      json: { requests: [get('1', `${list}/items`), get('2', `${list}/items`)] },
    });
    expect(await fresh.control('GET', '/counters')).toMatchObject({ requests: 2, units: 4 });
  });
});
