import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge, TAB } from '../../support/northbridge.ts';
import { filesOf, type Place, putFile } from '../../support/places.ts';

let northbridge: Northbridge;
let bea: GraphFetch;
let place: Place;
beforeEach(async () => {
  northbridge = await openNorthbridge();
  bea = await northbridge.as('Bea');
  place = await filesOf(bea, 'JTAI');
});

const put = (name: string, body: BodyInit, options = '', headers = {}) =>
  bea(`${place.folder}:/${name}:/content${options}`, { method: 'PUT', body, headers });

const urlOf = (item: DriveItem): string => (item as Record<string, string>)['@microsoft.graph.downloadUrl'] ?? '';
const textOf = async (item: DriveItem): Promise<string> => (await northbridge.fetch(urlOf(item))).text();

describe('the content of a file', () => {
  it('is kept byte for byte, with type and hash by the rules', async () => {
    const bytes = new Uint8Array(70_000).map((_, i) => (i * 31) % 251);
    const file = await bodyOf<DriveItem>(put('a.pdf', bytes), 201);
    expect(file).toMatchObject({ size: 70_000, file: { mimeType: 'application/pdf' } });
    expect(Buffer.from(file.file?.hashes?.quickXorHash ?? '', 'base64')).toHaveLength(20);
    const back = new Uint8Array(await (await northbridge.fetch(urlOf(file))).arrayBuffer());
    expect(back).toEqual(bytes);
  });

  it('may be empty', async () => {
    const file = await bodyOf<DriveItem>(put('empty.txt', ''), 201);
    expect(file.size).toBe(0);
    expect(await textOf(file)).toBe('');
  });

  it('replaces what is there unless it is told not to', async () => {
    const first = await bodyOf<DriveItem>(put('a.txt', 'one'), 201);
    const second = await bodyOf<DriveItem>(put('A.txt', 'two'), 200);
    expect(second.id).toBe(first.id);
    expect(second.cTag).not.toBe(first.cTag);
    expect((await put('a.txt', 'three', '?@microsoft.graph.conflictBehavior=fail')).status).toBe(409);
    const third = await bodyOf<DriveItem>(put('a.txt', 'three', '?@microsoft.graph.conflictBehavior=rename'), 201);
    expect(third.name).toBe('a 1.txt');
    expect(await textOf(await bodyOf<DriveItem>(bea(`${place.folder}:/a.txt`)))).toBe('two');
  });

  it('is replaced only in the version that was seen', async () => {
    const first = await bodyOf<DriveItem>(put('a.txt', 'one'), 201);
    await put('a.txt', 'two');
    expect((await put('a.txt', 'three', '', { 'if-match': first.eTag as string })).status).toBe(412);
    expect((await put('a.txt', 'three', '', { 'if-none-match': '*' })).status).toBe(412);
    expect((await put('new.txt', 'x', '', { 'if-match': '"x"' })).status).toBe(412);
    expect((await put('new.txt', 'x', '', { 'if-none-match': '*' })).status).toBe(201);
  });

  it('makes the folders that its path names', async () => {
    await bodyOf(put('2026/Police/a.txt', 'x'), 201);
    expect(await bodyOf(bea(`${place.folder}:/2026/Police`))).toMatchObject({ folder: { childCount: 1 } });
  });

  it('cannot be put where a folder is', async () => {
    await put('Audits/a.txt', 'x');
    expect((await put('Audits', 'x')).status).toBe(400);
  });
});

describe('a download', () => {
  it('goes by an address that needs no token, whole or in part', async () => {
    const file = await putFile(bea, place, 'a.txt', 'hello world');
    const item = await bodyOf<DriveItem>(bea(`${place.drive}/items/${file.id}?select=id,@microsoft.graph.downloadUrl`));
    expect(Object.keys(item).sort()).toEqual(['@microsoft.graph.downloadUrl', 'id']);
    const part = await northbridge.fetch(urlOf(item), { headers: { range: 'bytes=6-8' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 6-8/11', 'wor']);
    const tail = await northbridge.fetch(urlOf(item), { headers: { range: 'bytes=-5' } });
    expect(await tail.text()).toBe('world');
    expect((await northbridge.fetch(urlOf(item), { headers: { range: 'bytes=50-' } })).status).toBe(416);
  });

  it('ends after an hour, and does not work with a changed seal', async () => {
    let now = Date.parse('2026-11-23T09:00:00Z');
    northbridge = await openNorthbridge({ clock: () => now });
    bea = await northbridge.as('Bea');
    const url = urlOf(await putFile(bea, await filesOf(bea, 'JTAI'), 'a.txt'));
    expect((await northbridge.fetch(`${url}x`)).status).toBe(401);
    now += 61 * 60 * 1000;
    expect((await northbridge.fetch(url)).status).toBe(401);
  });

  it('of the content address is a redirect, which a browser cannot follow', async () => {
    const file = await putFile(bea, place, 'a.txt', 'hello');
    const answer = await bea(`${place.drive}/items/${file.id}/content`);
    expect(answer.status).toBe(302);
    const location = answer.headers.get('location') ?? '';
    expect(await (await northbridge.fetch(location)).text()).toBe('hello');
    const asBrowser = await northbridge.fetch(location, { headers: { origin: 'null' } });
    expect(asBrowser.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is not sent again when the tag is known', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const headers = { 'if-none-match': file.cTag as string };
    expect((await bea(`${place.drive}/items/${file.id}/content`, { headers })).status).toBe(304);
  });

  it('can be read by the app’s own pages and by no others', async () => {
    const url = urlOf(await putFile(bea, place, 'a.txt'));
    const from = async (origin: string) =>
      (await northbridge.fetch(url, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await from(TAB)).toBe(TAB);
    expect(await from('https://elsewhere.example')).toBeNull();
    const preflight = await northbridge.fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin: TAB,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-range',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-range');
  });
});
