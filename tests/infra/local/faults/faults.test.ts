import type { DriveItem, UploadSession } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { app, people } from '../../../../infra/demo/northbridge.ts';
import { listen } from '../../../../infra/local/listen.ts';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../support/northbridge.ts';
import { addRow, channel, filesOf, makeList, type Place, putFile } from '../support/places.ts';

let now: number;
let northbridge: Northbridge;
let bea: GraphFetch;
beforeEach(async () => {
  now = Date.parse('2026-11-23T09:00:00Z');
  northbridge = await openNorthbridge({ clock: () => now });
  bea = await northbridge.as('Bea');
});

const fault = (does: object, more: object = {}) => northbridge.control('POST', '/faults', { does, ...more });
const events = async () =>
  ((await northbridge.control('GET', '/events')) as { value: { kind: string; requestId: string; detail: string }[] })
    .value;

describe('a fault by rule', () => {
  it('strikes the n-th request that fits, as often as asked, and is logged under its request id', async () => {
    await fault({ kind: 'refuse', status: 503 }, { where: { method: 'GET', path: '^/me$' }, nth: 2, times: 2 });
    const answers = [];
    for (let i = 0; i < 4; i += 1) answers.push(await bea('/me'));
    expect(answers.map((answer) => answer.status)).toEqual([200, 503, 503, 200]);
    expect((await bea('/me/joinedTeams')).status).toBe(200);
    const logged = await events();
    expect(logged).toMatchObject([{ kind: 'fault', detail: 'rule 1: refuse' }, { kind: 'fault' }]);
    expect(logged[0]?.requestId).toBe(answers[1]?.headers.get('request-id'));
  });

  it('strikes one person and leaves the others', async () => {
    await fault({ kind: 'refuse', status: 403 }, { where: { user: people[0]?.id }, times: 'all' });
    expect((await bea('/me')).status).toBe(403);
    expect((await (await northbridge.as('Kit'))('/me')).status).toBe(200);
  });

  it('strikes by a chance that is the same for a seed', async () => {
    const run = async () => {
      const fresh = await openNorthbridge();
      const person = await fresh.as('Bea');
      await fresh.control('POST', '/faults', {
        does: { kind: 'refuse', status: 500 },
        times: 'all',
        probability: 0.3,
        seed: 7,
      });
      const statuses = [];
      for (let i = 0; i < 20; i += 1) statuses.push((await person('/me')).status);
      return statuses;
    };
    const first = await run();
    expect(first).toEqual(await run());
    expect(first).toContain(500);
    expect(first).toContain(200);
  });

  it('goes away when told to, and is refused when it makes no sense', async () => {
    await fault({ kind: 'refuse', status: 500 }, { times: 'all' });
    await northbridge.control('DELETE', '/faults');
    expect((await bea('/me')).status).toBe(200);
    await expect(fault({ kind: 'explode' })).rejects.toThrow('does.kind is one of');
  });
});

describe('refusals on demand', () => {
  it.each(['1', '120', '3600', 'Mon, 23 Nov 2026 10:00:00 GMT', 'abc', '-5', undefined])(
    'carry Retry-After as asked: %s',
    async (retryAfter) => {
      await fault({ kind: 'refuse', status: 429, ...(retryAfter ? { retryAfter } : {}) });
      const answer = await bea('/me');
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, retryAfter ?? null]);
      expect(await answer.json()).toMatchObject({ error: { code: 'activityLimitReached' } });
    },
  );

  it.each([500, 502, 504, 507, 509])('come with status %i', async (status) => {
    await fault({ kind: 'refuse', status });
    expect((await bea('/me')).status).toBe(status);
  });

  it('strike one part of a batch', async () => {
    await fault({ kind: 'refuse', status: 429, retryAfter: '7' }, { where: { path: 'joinedTeams' } });
    const requests = ['/me', '/me/joinedTeams'].map((url, id) => ({ id: String(id), method: 'GET', url }));
    const body = await bodyOf<{ responses: { id: string; status: number; headers: object }[] }>(
      bea('/$batch', { method: 'POST', json: { requests } }),
    );
    expect(body.responses).toMatchObject([{ status: 200 }, { status: 429, headers: { 'Retry-After': '7' } }]);
  });

  it('lock a file in each of the three ways that were seen', async () => {
    const file = await putFile(bea, await filesOf(bea, 'JTAI'), 'a.docx');
    const ways = [
      { code: 'resourceLocked' },
      { code: 'notAllowed', inner: 'resourceLocked' },
      { code: 'accessDenied' },
    ];
    for (const way of ways) {
      await fault({ kind: 'refuse', status: 423, ...way }, { where: { method: 'PATCH' } });
      const answer = bea(`/drives/${file.parentReference?.driveId}/items/${file.id}`, {
        method: 'PATCH',
        json: { name: 'b.docx' },
      });
      expect((await bodyOf<{ error: { code: string } }>(answer, 423)).error.code).toBe(way.code);
    }
  });

  it('send a delta back to its start with either code', async () => {
    const list = await makeList(bea);
    const link = (await bodyOf<Record<string, string>>(bea(`${list}/items/delta?$expand=fields`)))[
      '@odata.deltaLink'
    ] as string;
    for (const code of ['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences']) {
      await fault({ kind: 'refuse', status: 410, code, location: 'start' }, { where: { path: 'delta' } });
      const answer = await bea(link);
      expect(await bodyOf(answer.clone(), 410)).toMatchObject({ error: { code } });
      const start = answer.headers.get('location') ?? '';
      expect(start).not.toContain('token');
      expect((await bea(start)).status).toBe(200);
    }
  });

  it('ask for claims until the token brings them', async () => {
    await fault({ kind: 'claims' }, { where: { path: '^/me$' }, times: 'all' });
    const answer = await bea('/me');
    const claims = Buffer.from(
      /claims="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '')?.[1] ?? '',
      'base64',
    ).toString();
    expect(answer.status).toBe(401);
    const naa = (await northbridge.control('POST', '/naa', {
      user: people[0]?.id,
      clientId: app.clientId,
      scopes: 'User.Read',
      interactive: false,
      claims,
    })) as {
      token: { access_token: string };
    };
    expect((await bea('/me', { headers: { authorization: `Bearer ${naa.token.access_token}` } })).status).toBe(200);
  });

  it('stop nested sign-in with each of its statuses, and silent renewal alone', async () => {
    const naa = (interactive: boolean) =>
      northbridge.control('POST', '/naa', {
        user: people[0]?.id,
        clientId: app.clientId,
        scopes: 'User.Read',
        interactive,
      }) as Promise<{ error?: { status: string } }>;
    for (const status of ['NO_NETWORK', 'TRANSIENT_ERROR', 'USER_CANCEL', 'DISABLED', 'ACCOUNT_UNAVAILABLE']) {
      await fault({ kind: 'naa', status });
      expect((await naa(false)).error?.status).toBe(status);
    }
    await fault({ kind: 'interaction' });
    expect((await naa(true)).error).toBeUndefined();
    expect((await naa(false)).error?.status).toBe('USER_INTERACTION_REQUIRED');
  });
});

describe('a broken line', () => {
  it('before or after the work shows as a failed fetch; only after it has the work been done', async () => {
    const list = await makeList(bea);
    for (const when of ['before', 'after']) {
      await fault({ kind: 'drop', when }, { where: { method: 'POST' } });
      await expect(addRow(bea, list, { Title: when })).rejects.toThrow('Failed to fetch');
    }
    const rows = await bodyOf<{ value: { fields: object }[] }>(bea(`${list}/items?expand=fields`));
    expect(rows.value.map((row) => row.fields)).toMatchObject([{ Title: 'after' }]);
  });

  it('on a port ends the socket', async () => {
    const server = await listen(northbridge.m365.handle, 0);
    const url = `http://127.0.0.1:${server.port}/v1.0/me`;
    const headers = { authorization: `Bearer ${await northbridge.token('Bea')}` };
    await fault({ kind: 'drop', when: 'after' });
    await expect(fetch(url, { headers })).rejects.toThrow('fetch failed');
    await fault({ kind: 'cut', bytes: 20 });
    const half = await fetch(url, { headers });
    await expect(half.text()).rejects.toThrow();
    expect((await fetch(url, { headers })).status).toBe(200);
    await server.close();
  });

  it('lasts as long as asked', async () => {
    await fault({ kind: 'offline', seconds: 300 });
    await expect(bea('/me')).rejects.toThrow('Failed to fetch');
    now += 299_000;
    await expect(bea('/me')).rejects.toThrow();
    now += 2000;
    expect((await bea('/me')).status).toBe(200);
  });

  it('gives cut JSON, or a sign-in page, as if all were well', async () => {
    await fault({ kind: 'truncate', bytes: 30 });
    const cut = await bea('/me');
    expect(cut.status).toBe(200);
    await expect(cut.json()).rejects.toThrow();
    await fault({ kind: 'html' });
    const page = await bea('/me');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

describe('a service that is behind', () => {
  it('does not show what was just created for a while', async () => {
    const list = await makeList(bea);
    await fault({ kind: 'lag', seconds: 10 }, { where: { method: 'POST' } });
    const row = await addRow(bea, list, { Title: 'new' });
    expect((await bea(`${list}/items/${row.id}`)).status).toBe(404);
    expect((await bodyOf<{ value: object[] }>(bea(`${list}/items`))).value).toEqual([]);
    now += 11_000;
    expect((await bea(`${list}/items/${row.id}`)).status).toBe(200);
  });

  it('has no folder for the channel yet', async () => {
    await fault({ kind: 'refuse', status: 404, code: 'NotFound' }, { where: { path: 'filesFolder$' } });
    expect((await bea(`${channel('JTAI')}/filesFolder`)).status).toBe(404);
    expect((await bea(`${channel('JTAI')}/filesFolder`)).status).toBe(200);
  });

  it('sends delta pages with repeats, children first, or empty', async () => {
    const place = await filesOf(bea, 'JTAI');
    await putFile(bea, place, 'Audits/a.txt');
    const names = async () =>
      (
        await bodyOf<{ value: DriveItem[] }>(bea(`${place.drive}/root/delta`, { headers: { deltaexcludeparent: '1' } }))
      ).value.map((item) => item.name);
    await fault({ kind: 'delta', repeat: true, reverse: true });
    const spoilt = await names();
    const plain = await names();
    expect(spoilt).toEqual([...plain].reverse().concat([...plain].reverse()));
    await fault({ kind: 'delta', empty: true });
    const page = await bodyOf<{ value: object[]; '@odata.nextLink': string }>(bea(`${place.drive}/root/delta`));
    expect(page.value).toEqual([]);
    expect((await bodyOf<{ value: object[] }>(bea(page['@odata.nextLink']))).value).not.toEqual([]);
  });
});

describe('files that go wrong', () => {
  let place: Place;
  beforeEach(async () => {
    place = await filesOf(bea, 'JTAI');
  });
  const open = async (name: string) =>
    (
      await bodyOf<UploadSession>(
        bea(`${place.folder}:/${name}:/createUploadSession`, { method: 'POST', json: { item: {} } }),
      )
    ).uploadUrl ?? '';
  const send = (url: string) =>
    northbridge.fetch(url, { method: 'PUT', body: 'hello', headers: { 'content-range': 'bytes 0-4/5' } });

  it('lose the answer to the last fragment, and are there all the same', async () => {
    const url = await open('a.txt');
    await fault({ kind: 'drop', when: 'after' }, { where: { lastFragment: true } });
    await expect(send(url)).rejects.toThrow();
    expect((await northbridge.fetch(url)).status).toBe(404);
    expect(await bodyOf(bea(`${place.folder}:/a.txt`))).toMatchObject({ size: 5 });
  });

  it('lose their session, their address or their name at the end', async () => {
    const lost = await open('a.txt');
    await fault({ kind: 'end-session' }, { where: { on: 'files', method: 'PUT' } });
    expect((await send(lost)).status).toBe(404);
    await fault(
      { kind: 'refuse', status: 401, code: 'unauthenticated', inner: 'expiredToken' },
      { where: { on: 'files' } },
    );
    expect(await bodyOf(send(await open('b.txt')), 401)).toMatchObject({
      error: { innerError: { code: 'expiredToken' } },
    });
    await fault({ kind: 'refuse', status: 409, code: 'nameAlreadyExists' }, { where: { lastFragment: true } });
    const url = await open('c.txt');
    expect((await send(url)).status).toBe(409);
    expect((await send(url)).status).toBe(201);
  });

  it('are changed by the service after they came in', async () => {
    await fault({ kind: 'rewrite' }, { where: { method: 'PUT' } });
    const file = await putFile(bea, place, 'a.docx', 'hello');
    expect(file.size).toBeGreaterThan(5);
    const read = await bodyOf<DriveItem>(bea(`${place.folder}:/a.docx`));
    expect([read.size, read.eTag]).toEqual([file.size, file.eTag]);
  });

  it('are renamed by a move that then says it found nothing', async () => {
    const file = await putFile(bea, place, 'a.txt');
    await putFile(bea, place, 'Audits/x.txt');
    const folder = await bodyOf<DriveItem>(bea(`${place.folder}:/Audits`));
    await fault({ kind: 'half-move' }, { where: { method: 'PATCH' } });
    const json = { name: 'b.txt', parentReference: { id: folder.id } };
    expect((await bea(`${place.drive}/items/${file.id}`, { method: 'PATCH', json })).status).toBe(404);
    expect(await bodyOf(bea(`${place.folder}:/b.txt`))).toMatchObject({ id: file.id });
  });
});

describe('somebody else', () => {
  it('renames a column, deletes a list or moves a folder between two calls', async () => {
    const list = await makeList(bea);
    const calls = [{ method: 'PATCH', path: `${list}/columns/Kind`, body: { displayName: 'Sort' } }];
    await fault({ kind: 'meanwhile', calls }, { where: { method: 'POST', path: '/items$' } });
    await addRow(bea, list, { Title: 'a' });
    const columns = await bodyOf<{ value: { name: string; displayName: string }[] }>(bea(`${list}/columns`));
    expect(columns.value.find((column) => column.name === 'Kind')?.displayName).toBe('Sort');
    await fault({ kind: 'meanwhile', calls: [{ method: 'DELETE', path: list }] }, { where: { method: 'POST' } });
    expect((await bea(`${list}/items`, { method: 'POST', json: { fields: {} } })).status).toBe(404);
  });

  it('changes a row under a write, as the person who did it', async () => {
    const list = await makeList(bea);
    const row = await addRow(bea, list, { Title: 'a' });
    const calls = [{ method: 'PATCH', path: `${list}/items/1/fields`, body: { Title: 'b' }, user: people[5]?.id }];
    await fault({ kind: 'meanwhile', calls }, { where: { method: 'PATCH' } });
    const headers = { 'if-match': row['@odata.etag'] };
    expect((await bea(`${list}/items/1/fields`, { method: 'PATCH', json: { Title: 'c' }, headers })).status).toBe(412);
    expect(await bodyOf(bea(`${list}/items/1`))).toMatchObject({
      lastModifiedBy: { user: { displayName: 'Dorian Hexwell' } },
    });
  });
});

describe('the clock', () => {
  it('can be set and moved, in bodies and in tokens', async () => {
    await northbridge.control('POST', '/clock', { now: '2028-02-29T12:00:00Z' });
    expect((await bea('/me')).status).toBe(401);
    const later = await northbridge.as('Bea');
    const row = await addRow(later, await makeList(later), { Title: 'a' });
    expect(row.createdDateTime).toBe('2028-02-29T12:00:00Z');
    await northbridge.control('POST', '/clock', { advanceSeconds: 3601 });
    expect((await later('/me')).status).toBe(401);
  });
});
