import type { User } from '@microsoft/microsoft-graph-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';

let northbridge: Northbridge;
beforeAll(async () => {
  northbridge = await openNorthbridge();
});

type Page = { value: User[]; '@odata.nextLink'?: string };

describe('people', () => {
  it('know themselves', async () => {
    const me = await bodyOf<User>((await northbridge.as('Dorian'))('/me'));
    expect(me).toMatchObject({ displayName: 'Dorian Hexwell', jobTitle: 'Detective superintendent, Police' });
  });

  it('are guests with the address they were invited by', async () => {
    const me = await bodyOf<User>((await northbridge.as('Jomo'))('/me?$select=id,mail,userType,userPrincipalName'));
    expect(me).toMatchObject({ mail: 'jomo.applewick@nvf.example', userType: 'Guest' });
    expect(me.userPrincipalName).toContain('#EXT#');
  });

  it('are listed without those who stay in their own tenant', async () => {
    const bea = await northbridge.as('Bea', 'User.ReadBasic.All');
    const names = (await bodyOf<Page>(bea('/users'))).value.map((user) => user.displayName);
    expect(names).toContain('Jomo Applewick');
    expect(names).not.toContain('Niamh Ferrowby');
  });

  it('are found by user name', async () => {
    const bea = await northbridge.as('Bea', 'User.ReadBasic.All');
    const user = await bodyOf<User>(bea('/users/dorian.hexwell@northbridge.example'));
    expect(user.displayName).toBe('Dorian Hexwell');
  });

  it('are searched only with the header that asks for the slower index', async () => {
    const bea = await northbridge.as('Bea', 'User.ReadBasic.All');
    const path = `/users?$search="displayName:hex"&$count=true`;
    expect((await bea(path)).status).toBe(400);
    const found = await bodyOf<Page>(bea(path, { headers: { ConsistencyLevel: 'eventual' } }));
    expect(found.value.map((user) => user.displayName)).toEqual(['Dorian Hexwell']);
  });

  it('are not read by an app alone under /me', async () => {
    expect((await (await northbridge.asApp('User.Read.All'))('/me')).status).toBe(400);
  });
});
