import { describe, expect, it } from 'vitest';
import { app, people, tenant } from '../../../../infra/demo/northbridge.ts';
import { openNorthbridge } from '../support/northbridge.ts';

const bea = people[0]?.id ?? '';
type Answer = { token?: { access_token: string; id_token: string; scope: string }; account?: object; error?: object };

async function ask(scopes: string[], more: object = {}, prepare: [string, object][] = []) {
  const northbridge = await openNorthbridge();
  for (const [path, body] of prepare) await northbridge.control('POST', path, body);
  const naa = (extra: object = {}) =>
    northbridge.control('POST', '/naa', {
      user: bea,
      clientId: app.clientId,
      scopes,
      interactive: false,
      ...more,
      ...extra,
    }) as Promise<Answer>;
  return { naa, answer: await naa() };
}

const withdrawn = (scope: string): [string, object] => ['/consent', { scope, granted: false }];

describe('a token through the Teams host', () => {
  it('comes with the account, in the shape that the sign-in library takes', async () => {
    const { answer } = await ask(['https://graph.microsoft.com/User.Read', 'openid', 'profile']);
    expect(answer.account).toEqual({
      environment: 'login.microsoftonline.com',
      homeAccountId: `${bea}.${tenant.id}`,
      localAccountId: bea,
      tenantId: tenant.id,
      username: 'bea.thistledown@northbridge.example',
      name: 'Bea Thistledown',
    });
    expect(answer.token).toMatchObject({ scope: 'User.Read', expires_in: 3600, properties: null });
    expect(answer.token?.id_token.split('.')).toHaveLength(3);
  });

  it('needs the person when a scope has no consent, and then has it', async () => {
    const { naa, answer } = await ask(['Files.ReadWrite.All'], {}, [withdrawn('Files.ReadWrite.All')]);
    expect(answer.error).toMatchObject({
      status: 'USER_INTERACTION_REQUIRED',
      code: 'invalid_grant',
      subError: 'consent_required',
    });
    expect((await naa({ interactive: true })).token).toBeDefined();
    expect((await naa()).token).toBeDefined();
  });

  it('needs an administrator where the scope does', async () => {
    const { answer } = await ask(['ChannelMessage.Read.All'], { interactive: true });
    expect(answer.error).toMatchObject({ code: 'access_denied', description: expect.stringContaining('AADSTS90094') });
  });

  it('honours consent given or withdrawn for one person', async () => {
    const northbridge = await openNorthbridge();
    await northbridge.control('POST', '/consent', { scope: 'User.Read', granted: false, user: bea });
    const askAs = (user: string) =>
      northbridge.control('POST', '/naa', {
        user,
        clientId: app.clientId,
        scopes: 'User.Read',
        interactive: false,
      }) as Promise<Answer>;
    expect((await askAs(bea)).error).toBeDefined();
    expect((await askAs(people[1]?.id ?? '')).token).toBeDefined();
  });

  it('is for the registered app only', async () => {
    const { answer } = await ask(['User.Read'], { clientId: 'another' });
    expect(answer.error).toMatchObject({ status: 'PERSISTENT_ERROR', code: 'unauthorized_client' });
  });
});
