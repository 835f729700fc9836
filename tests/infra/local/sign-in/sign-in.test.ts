import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { app, people, tenant } from '../../../../infra/demo/northbridge.ts';
import { bodyOf, GRAPH, type Northbridge, openNorthbridge, TAB } from '../support/northbridge.ts';

const LOGIN = `https://login.microsoftonline.com/${tenant.id}`;
const bea = people[0]?.id ?? '';
let northbridge: Northbridge;
beforeEach(async () => {
  northbridge = await openNorthbridge();
});

const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const authorize = (more: Record<string, string> = {}, headers = {}) => {
  const options = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: `${TAB}/sign-in.html`,
    response_type: 'code',
    response_mode: 'fragment',
    scope: 'User.Read openid profile offline_access',
    state: 'st|ate',
    nonce: 'n1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  });
  return northbridge.fetch(`${LOGIN}/oauth2/v2.0/authorize?${options}`, { headers, redirect: 'manual' });
};

const factsOf = (response: Response): URLSearchParams =>
  new URLSearchParams(new URL(response.headers.get('location') ?? '').hash.slice(1));

const redeem = (form: Record<string, string>, headers = {}) =>
  northbridge.fetch(`${LOGIN}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: app.clientId, ...form }),
    headers,
  });

const redeemCode = (code: string, more = {}) =>
  redeem({
    grant_type: 'authorization_code',
    code,
    redirect_uri: `${TAB}/sign-in.html`,
    code_verifier: verifier,
    ...more,
  });

type Tokens = { access_token: string; refresh_token: string; id_token: string; client_info: string };

describe('sign-in', () => {
  it('describes itself under the tenant’s address', async () => {
    const known = await bodyOf<Record<string, string>>(
      northbridge.fetch(`${LOGIN}/v2.0/.well-known/openid-configuration`),
    );
    expect(known.issuer).toBe(`${LOGIN}/v2.0`);
    for (const name of ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'end_session_endpoint']) {
      expect(known[name]).toContain(tenant.id);
    }
    const keys = await bodyOf<{ keys: object[] }>(northbridge.fetch(known.jwks_uri as string));
    expect(keys.keys).toMatchObject([{ kty: 'RSA', use: 'sig', alg: 'RS256', kid: expect.any(String) }]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect((await northbridge.fetch('https://login.microsoftonline.com/')).status).toBe(200);
    const instances = northbridge.fetch('https://login.microsoftonline.com/common/discovery/instance?api-version=1.1');
    expect(await bodyOf(instances)).toMatchObject({ metadata: [{ aliases: ['login.microsoftonline.com'] }] });
  });

  it('shows who there is, and leads back with a code in the fragment', async () => {
    const page = await (await authorize()).text();
    expect(page).toContain('Bea Thistledown');
    const facts = factsOf(await authorize({ pick: bea }));
    expect(facts.get('state')).toBe('st|ate');
    expect(JSON.parse(Buffer.from(facts.get('client_info') ?? '', 'base64url').toString())).toEqual({
      uid: bea,
      utid: tenant.id,
    });
  });

  it('redeems a code once, for tokens that Graph takes', async () => {
    const code = factsOf(await authorize({ pick: bea })).get('code') ?? '';
    const tokens = await bodyOf<Tokens>(redeemCode(code));
    expect(decodeJwt(tokens.id_token)).toMatchObject({
      aud: app.clientId,
      nonce: 'n1',
      oid: bea,
      tid: tenant.id,
      preferred_username: 'bea.thistledown@northbridge.example',
      ver: '2.0',
    });
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      scp: 'User.Read',
      azp: app.clientId,
      appid: app.clientId,
      app_displayname: app.name,
      idtyp: 'user',
    });
    const me = await northbridge.fetch(`${GRAPH}/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    expect(me.status).toBe(200);
    expect(await bodyOf(redeemCode(code), 400)).toMatchObject({ error: 'invalid_grant', error_codes: [70008] });
  });

  it('checks verifier and redirect address', async () => {
    const code = async () => factsOf(await authorize({ pick: bea })).get('code') ?? '';
    expect((await redeemCode(await code(), { code_verifier: 'wrong' })).status).toBe(400);
    expect((await redeemCode(await code(), { redirect_uri: `${TAB}/other.html` })).status).toBe(400);
  });

  it('renews with a refresh token, which changes each time', async () => {
    const code = factsOf(await authorize({ pick: bea })).get('code') ?? '';
    const first = await bodyOf<Tokens>(redeemCode(code));
    const refresh = (token: string, scope = 'Files.ReadWrite.All') =>
      redeem({ grant_type: 'refresh_token', refresh_token: token, scope });
    const second = await bodyOf<Tokens>(refresh(first.refresh_token));
    expect(decodeJwt(second.access_token).scp).toBe('Files.ReadWrite.All');
    expect(await bodyOf(refresh(first.refresh_token), 400)).toMatchObject({ error_codes: [700082] });
    expect(await bodyOf(refresh(second.refresh_token, 'Mail.Read'), 400)).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
    });
    expect((await refresh(second.refresh_token)).status).toBe(200);
  });

  it('asks for consent, keeps it, and sends away what only an administrator can grant', async () => {
    const scope = 'Mail.Read';
    expect(await (await authorize({ pick: bea, scope })).text()).toContain('Permissions requested');
    expect(factsOf(await authorize({ pick: bea, scope, answer: 'cancel' })).get('error')).toBe('access_denied');
    expect(factsOf(await authorize({ pick: bea, scope, answer: 'accept' })).get('code')).toBeTruthy();
    expect(factsOf(await authorize({ pick: bea, scope })).get('code')).toBeTruthy();
    expect(await (await authorize({ pick: bea, scope: 'Group.Read.All' })).text()).toContain('Need admin approval');
  });

  it('signs in without a page when it may, and says so when it may not', async () => {
    expect(factsOf(await authorize({ prompt: 'none' })).get('error')).toBe('login_required');
    const cookie = (await authorize({ pick: bea })).headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(factsOf(await authorize({ prompt: 'none' }, { cookie })).get('code')).toBeTruthy();
    const lacking = factsOf(await authorize({ prompt: 'none', scope: 'Mail.Read' }, { cookie }));
    expect([lacking.get('error'), lacking.get('state')]).toEqual(['interaction_required', 'st|ate']);
  });

  it('refuses other apps and other addresses with a page, never with a redirect', async () => {
    for (const more of [{ client_id: 'x' }, { redirect_uri: 'https://elsewhere.example/' }]) {
      const answer = await authorize({ pick: bea, ...more });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
  });

  it('answers browsers of the app’s own pages only', async () => {
    const cors = async (origin: string) =>
      (await northbridge.fetch(`${LOGIN}/oauth2/v2.0/token`, { method: 'OPTIONS', headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );
    expect(await cors(TAB)).toBe(TAB);
    expect(await cors('https://elsewhere.example')).toBeNull();
  });

  it('signs out and leads back', async () => {
    const answer = await northbridge.fetch(
      `${LOGIN}/oauth2/v2.0/logout?post_logout_redirect_uri=${encodeURIComponent(`${TAB}/`)}`,
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${TAB}/`]);
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('gives the app itself a token with its roles', async () => {
    await northbridge.control('POST', '/consent', { scope: 'Sites.ReadWrite.All', app: true });
    const form = {
      grant_type: 'client_credentials',
      client_secret: 'any',
      scope: 'https://graph.microsoft.com/.default',
    };
    const tokens = await bodyOf<Tokens>(redeem(form));
    expect(decodeJwt(tokens.access_token)).toMatchObject({ roles: ['Sites.ReadWrite.All'] });
    expect(decodeJwt(tokens.access_token)).not.toHaveProperty('scp');
  });

  it('escapes what comes from outside', async () => {
    const page = await (await authorize({ state: '"><script>alert(1)</script>' })).text();
    expect(page).not.toContain('<script>');
  });
});
