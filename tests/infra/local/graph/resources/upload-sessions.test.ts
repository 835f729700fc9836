import type { DriveItem, UploadSession } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge, TAB } from '../../support/northbridge.ts';
import { filesOf, type Place, putFile } from '../../support/places.ts';

const STEP = 327_680;
let now: number;
let northbridge: Northbridge;
let bea: GraphFetch;
let place: Place;
beforeEach(async () => {
  now = Date.parse('2026-11-23T09:00:00Z');
  northbridge = await openNorthbridge({ clock: () => now });
  bea = await northbridge.as('Bea');
  place = await filesOf(bea, 'JTAI');
});

const start = (name: string, item: object = {}, headers = {}) =>
  bea(`${place.folder}:/${name}:/createUploadSession`, { method: 'POST', json: { item }, headers });

const open = async (name: string, item: object = {}): Promise<string> =>
  (await bodyOf<UploadSession>(start(name, item))).uploadUrl ?? '';

const bytes = (length: number, from = 0): Uint8Array<ArrayBuffer> =>
  new Uint8Array(length).map((_, i) => (from + i) % 253);

const send = (url: string, from: number, length: number, total: number, headers = {}) =>
  northbridge.fetch(url, {
    method: 'PUT',
    body: bytes(length, from),
    headers: { 'content-range': `bytes ${from}-${from + length - 1}/${total}`, ...headers },
  });

describe('an upload session', () => {
  it('takes a file in order and keeps it byte for byte', async () => {
    const total = STEP * 2 + 100;
    const url = await open('big.bin', { fileSystemInfo: { lastModifiedDateTime: '2020-02-29T10:00:00Z' } });
    const first = await bodyOf<UploadSession>(send(url, 0, STEP, total), 202);
    expect(first.nextExpectedRanges).toEqual([`${STEP}-`]);
    await bodyOf(send(url, STEP, STEP, total), 202);
    const file = await bodyOf<DriveItem>(send(url, STEP * 2, 100, total), 201);
    expect(file).toMatchObject({
      name: 'big.bin',
      size: total,
      fileSystemInfo: { lastModifiedDateTime: '2020-02-29T10:00:00Z' },
    });
    const download = (file as Record<string, string>)['@microsoft.graph.downloadUrl'] as string;
    expect(new Uint8Array(await (await northbridge.fetch(download)).arrayBuffer())).toEqual(bytes(total));
    expect((await northbridge.fetch(url)).status).toBe(404);
  });

  it('says what is missing, and refuses what it has or does not expect yet', async () => {
    const url = await open('big.bin');
    await send(url, 0, STEP, STEP * 3);
    expect(await bodyOf(northbridge.fetch(url))).toMatchObject({ nextExpectedRanges: [`${STEP}-`] });
    expect(await bodyOf(send(url, 0, STEP, STEP * 3), 416)).toMatchObject({
      error: { innerError: { code: 'fragmentOverlap' } },
    });
    expect(await bodyOf(send(url, STEP * 2, STEP, STEP * 3), 416)).toMatchObject({
      error: { innerError: { code: 'fragmentOutOfOrder' } },
    });
  });

  it('refuses a fragment of the wrong size and another total', async () => {
    const url = await open('big.bin');
    expect((await send(url, 0, 1000, STEP * 3)).status).toBe(400);
    await send(url, 0, STEP, STEP * 3);
    expect(await bodyOf(send(url, STEP, STEP, STEP * 4), 400)).toMatchObject({
      error: { innerError: { code: 'fragmentLengthMismatch' } },
    });
    const short = northbridge.fetch(url, {
      method: 'PUT',
      body: bytes(10),
      headers: { 'content-range': `bytes ${STEP}-${STEP * 2 - 1}/${STEP * 3}` },
    });
    expect((await short).status).toBe(400);
    expect(await bodyOf(northbridge.fetch(url))).toMatchObject({ nextExpectedRanges: [`${STEP}-`] });
  });

  it('refuses a range that is none', async () => {
    const url = await open('big.bin');
    for (const range of ['', 'bytes 5-1/10', 'bytes -5-1/10', 'bytes 0-9/5', 'items 0-1/2']) {
      const answer = await northbridge.fetch(url, { method: 'PUT', body: 'x', headers: { 'content-range': range } });
      expect(answer.status, range).toBe(400);
    }
  });

  it('can be given up', async () => {
    const url = await open('big.bin');
    await send(url, 0, STEP, STEP * 2);
    expect((await northbridge.fetch(url, { method: 'DELETE' })).status).toBe(204);
    expect((await send(url, STEP, STEP, STEP * 2)).status).toBe(404);
    expect((await bea(`${place.folder}:/big.bin`)).status).toBe(404);
  });

  it('fails at once on a name that is taken, unless asked otherwise', async () => {
    const there = await putFile(bea, place, 'a.txt');
    expect((await start('a.txt')).status).toBe(409);
    const byId = bea(`${place.drive}/items/${there.id}/createUploadSession`, { method: 'POST', json: { item: {} } });
    expect((await byId).status).toBe(200);
    expect((await start('a.txt', { '@microsoft.graph.conflictBehavior': 'fail' })).status).toBe(409);
    const replaced = await bodyOf<DriveItem>(
      send(await open('a.txt', { '@microsoft.graph.conflictBehavior': 'replace' }), 0, 9, 9),
      200,
    );
    expect(replaced.id).toBe(there.id);
    const renamed = await bodyOf<DriveItem>(
      send(await open('a.txt', { '@microsoft.graph.conflictBehavior': 'rename' }), 0, 9, 9),
      201,
    );
    expect(renamed.name).toBe('a 1.txt');
  });

  it('lives on when the name is taken at the last fragment', async () => {
    const url = await open('a.txt', { '@microsoft.graph.conflictBehavior': 'fail' });
    await putFile(bea, place, 'a.txt');
    expect((await send(url, 0, 9, 9)).status).toBe(409);
    await bea(`${place.folder}:/a.txt`, { method: 'DELETE' });
    expect((await send(url, 0, 9, 9)).status).toBe(201);
  });

  it('ends a quarter of an hour after its last fragment, and for good after a day', async () => {
    const url = await open('big.bin');
    now += 14 * 60_000;
    await send(url, 0, STEP, STEP * 3);
    now += 14 * 60_000;
    expect((await send(url, STEP, STEP, STEP * 3)).status).toBe(202);
    now += 16 * 60_000;
    expect((await northbridge.fetch(url)).status).toBe(404);
    now += 24 * 60 * 60_000;
    expect(await bodyOf(northbridge.fetch(url), 401)).toMatchObject({
      error: { innerError: { code: 'expiredToken' } },
    });
  });

  it('refuses a token from a browser, and lets other clients send one', async () => {
    const url = await open('a.bin');
    expect((await send(url, 0, 9, 9, { authorization: 'Bearer x', origin: TAB })).status).toBe(401);
    expect((await send(url, 0, 9, 9, { authorization: 'Bearer x' })).status).toBe(201);
  });

  it('can wait to be completed', async () => {
    const answer = bea(`${place.folder}:/a.bin:/createUploadSession`, {
      method: 'POST',
      json: { item: {}, deferCommit: true },
    });
    const url = (await bodyOf<UploadSession>(answer)).uploadUrl as string;
    expect((await send(url, 0, 9, 9)).status).toBe(202);
    expect((await bea(`${place.folder}:/a.bin`)).status).toBe(404);
    expect((await northbridge.fetch(url, { method: 'POST' })).status).toBe(201);
    expect((await bea(`${place.folder}:/a.bin`)).status).toBe(200);
  });

  it('is refused when there is no room, and with a name or tag that does not do', async () => {
    expect((await start('a.bin', { fileSize: 2 ** 50 })).status).toBe(507);
    expect((await start('a%3Ab.bin')).status).toBe(400);
    expect((await start('a.bin', {}, { 'if-match': '"x"' })).status).toBe(412);
    expect((await start('a.bin', { colour: 'red' })).status).toBe(400);
  });
});
