import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { team } from '../../../../infra/demo/northbridge.ts';
import { bodyOf, GRAPH, type Northbridge, openNorthbridge, TAB } from '../support/northbridge.ts';
import { filesOf, makeList, type Place, TEAM } from '../support/places.ts';

let northbridge: Northbridge;
let place: Place;
let list: string;
beforeAll(async () => {
  northbridge = await openNorthbridge();
  const bea = await northbridge.as('Bea');
  place = await filesOf(bea, 'JTAI');
  list = await makeList(bea);
});

const withToken = (token: string) =>
  northbridge.fetch(`${GRAPH}/me`, { headers: { authorization: `Bearer ${token}` } });

describe('a token', () => {
  it('must be there, be ours, be for Graph and be valid now', async () => {
    const good = await northbridge.token('Bea');
    const [head, claims] = good.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
    const foreign = await new SignJWT({ oid: 'x', tid: 'y', scp: 'User.Read' })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('00000003-0000-0000-c000-000000000000')
      .setExpirationTime('1h')
      .sign(new Uint8Array(32));
    const naa = (await northbridge.control('POST', '/token', {
      user: 'bea.thistledown@northbridge.example',
      scopes: ['User.Read'],
    })) as { id_token: string };
    const bad = [
      '',
      'x',
      `${head}.${claims}.AAAA`,
      unsigned,
      foreign,
      naa.id_token,
      await northbridge.token('Bea', 'User.Read', -5),
    ];
    for (const token of bad) {
      const answer = await withToken(token);
      expect(await bodyOf(answer.clone(), 401), token).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
    expect((await withToken(good)).status).toBe(200);
  });

  it('needs a scope for the address, which is asked for before anything is looked up', async () => {
    const calls: [string, string, RequestInit?][] = [
      ['Team.ReadBasic.All', '/me'],
      ['User.Read', '/me/joinedTeams'],
      ['User.Read', `${TEAM}/channels`],
      ['Sites.Read.All', `${list}/items`, { method: 'POST', body: '{}' }],
      ['Sites.ReadWrite.All', `${list}`, { method: 'DELETE' }],
      ['Files.Read.All', `${place.folder}/children`, { method: 'POST', body: '{}' }],
      ['Channel.ReadBasic.All', '/drives/nothing'],
      ['ChannelMessage.Send', `${TEAM}/channels/x/messages`],
    ];
    for (const [scope, path, init] of calls) {
      expect((await (await northbridge.as('Bea', scope))(path, init)).status, `${scope} ${path}`).toBe(403);
    }
  });

  it('with only Files.ReadWrite reaches the person’s own drive and no other', async () => {
    const bea = await northbridge.as('Bea', 'Files.ReadWrite');
    expect((await bea('/me/drive/root')).status).toBe(200);
    expect((await bea(`${place.folder}/children`)).status).toBe(403);
  });

  it('of an app alone has its roles, which never include what only people may do', async () => {
    const alone = await northbridge.asApp('Sites.ReadWrite.All Files.ReadWrite.All');
    expect((await alone(`${list}/items`)).status).toBe(200);
    expect((await alone(`${place.folder}/children`)).status).toBe(200);
    expect((await (await northbridge.asApp('Files.Read'))(place.drive)).status).toBe(403);
  });
});

describe('a person’s own rights', () => {
  it('stop outsiders of the team as if there were nothing', async () => {
    const edwin = await northbridge.as('Edwin');
    for (const path of [
      place.site,
      `${place.site}/lists`,
      `${list}/items`,
      place.drive,
      place.folder,
      `${place.folder}/children`,
    ]) {
      expect(await bodyOf(edwin(path), 404), path).toMatchObject({ error: { code: 'itemNotFound' } });
    }
    expect((await edwin(`${list}/items`, { method: 'POST', json: { fields: { Title: 'x' } } })).status).toBe(404);
  });

  it('let guests of the team work on its site', async () => {
    const jomo = await northbridge.as('Jomo');
    expect((await jomo(`${list}/items`, { method: 'POST', json: { fields: { Title: 'x' } } })).status).toBe(201);
  });

  it('let everybody in the tenant read its root site, and nobody change it', async () => {
    const edwin = await northbridge.as('Edwin');
    expect((await edwin('/sites/root')).status).toBe(200);
    expect((await edwin('/sites/root/lists', { method: 'POST', json: { displayName: 'x' } })).status).toBe(403);
    expect((await (await northbridge.as('Niamh'))('/sites/root')).status).toBe(404);
  });

  it('end when they leave the team', async () => {
    const fresh = await openNorthbridge();
    const kit = await fresh.as('Kit');
    const there = await filesOf(kit, 'JTAI');
    await fresh.control('POST', '/membership', {
      team: team.id,
      user: 'kit.marrowdale@northbridge.example',
      role: null,
    });
    expect((await kit(`${there.folder}/children`)).status).toBe(404);
    expect((await kit(TEAM)).status).toBe(403);
  });

  it('keep a person’s own drive to themselves', async () => {
    const mine = await bodyOf<{ id: string }>((await northbridge.as('Bea'))('/me/drive'));
    expect((await (await northbridge.as('Kit'))(`/drives/${mine.id}/root`)).status).toBe(404);
  });
});

describe('an answer', () => {
  it('carries ids and opens itself to every page, but not all of its headers', async () => {
    const answer = await (await northbridge.as('Bea'))('/me', {
      headers: { 'client-request-id': 'mine', origin: TAB },
    });
    expect(answer.headers.get('client-request-id')).toBe('mine');
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const exposed = answer.headers.get('access-control-expose-headers') ?? '';
    expect(exposed).toContain('Retry-After');
    expect(exposed).not.toMatch(/Date|RateLimit/);
    expect(answer.headers.get('content-type')).toContain('application/json;odata.metadata=minimal');
  });

  it('to a preflight allows what was asked for', async () => {
    const wanted = 'authorization,client-request-id,sdkversion,retry-attempt,if-match,prefer';
    const answer = await northbridge.fetch(`${GRAPH}/me`, {
      method: 'OPTIONS',
      headers: { origin: TAB, 'access-control-request-method': 'GET', 'access-control-request-headers': wanted },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-headers')).toBe(wanted);
  });

  it('that refuses has Graph’s shape, with the ids inside', async () => {
    const answer = await (await northbridge.as('Bea'))(`${list}/items/99`, {
      headers: { 'client-request-id': 'mine' },
    });
    expect(await bodyOf(answer.clone(), 404)).toEqual({
      error: {
        code: 'itemNotFound',
        message: expect.any(String),
        innerError: {
          date: '2026-11-23T09:00:00',
          'request-id': answer.headers.get('request-id'),
          'client-request-id': 'mine',
        },
      },
    });
  });
});

describe('a body', () => {
  const send = async (body: BodyInit, type = 'application/json') =>
    (await northbridge.as('Bea'))(`${list}/items`, { method: 'POST', body, headers: { 'content-type': type } });

  it('must be a JSON object of at most 4 MB', async () => {
    expect((await send('{"fields":')).status).toBe(400);
    expect((await send('[]')).status).toBe(400);
    expect((await send('')).status).toBe(400);
    expect((await send(new Uint8Array([123, 34, 0xff, 0xfe]))).status).toBe(400);
    expect((await send('{"fields":{}}', 'text/plain')).status).toBe(415);
    expect((await send(`{"fields":{"Note":"${'x'.repeat(4 * 1024 * 1024)}"}}`)).status).toBe(413);
  });
});
