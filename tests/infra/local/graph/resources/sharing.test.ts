import type { DriveItem, Permission } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { app, people } from '../../../../../infra/demo/northbridge.ts';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { filesOf, type Place, putFile } from '../../support/places.ts';

let northbridge: Northbridge;
let bea: GraphFetch;
let place: Place;
let folder: string;
beforeEach(async () => {
  northbridge = await openNorthbridge();
  bea = await northbridge.as('Bea');
  place = await filesOf(bea, 'JTAI');
  await putFile(bea, place, 'Cases/a.txt', 'secret');
  folder = `${place.drive}/items/${(await bodyOf<DriveItem>(bea(`${place.folder}:/Cases`))).id}`;
});

type Permissions = { value: Permission[] };
const userOf = (permission: Permission | undefined) => permission?.grantedToV2?.user?.displayName;
const idOf = (name: string): string => people.find((person) => person.name.startsWith(name))?.id ?? '';
const invite = (person: GraphFetch, name: string, role: string, more: object = {}) =>
  person(`${folder}/invite`, {
    method: 'POST',
    json: {
      recipients: [{ objectId: idOf(name) }],
      roles: [role],
      requireSignIn: true,
      sendInvitation: false,
      ...more,
    },
  });

describe('permissions', () => {
  it('are the site’s own groups, inherited, until something is shared', async () => {
    const page = await bodyOf<Permissions>(bea(`${folder}/permissions`));
    expect(page.value.map((entry) => entry.roles)).toEqual([['owner'], ['write']]);
    expect(page.value.every((entry) => entry.inheritedFrom)).toBe(true);
  });

  it('let somebody from outside the team into one folder and nothing else', async () => {
    const edwin = await northbridge.as('Edwin');
    expect((await edwin(folder)).status).toBe(404);
    const [made] = (await bodyOf<Permissions>(invite(bea, 'Edwin', 'read'))).value;
    expect(userOf(made)).toBe('Edwin Ravensby');
    expect((await edwin(`${folder}/children`)).status).toBe(200);
    expect((await edwin(`${folder}:/b.txt:/content`, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await edwin(place.folder)).status).toBe(404);
    expect((await edwin(place.site)).status).toBe(404);
    await bodyOf(bea(`${folder}/permissions/${made?.id}`, { method: 'PATCH', json: { roles: ['write'] } }));
    expect((await edwin(`${folder}:/b.txt:/content`, { method: 'PUT', body: 'x' })).status).toBe(201);
    expect((await bea(`${folder}/permissions/${made?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await edwin(folder)).status).toBe(404);
  });

  it('can be cut off from what is above, so that others of the team no longer see the folder', async () => {
    await bodyOf(invite(bea, 'Dorian', 'write', { retainInheritedPermissions: false }));
    const kit = await northbridge.as('Kit');
    const names = async (person: GraphFetch, path: string) =>
      (await bodyOf<{ value: DriveItem[] }>(person(path))).value.map((item) => item.name);
    expect((await kit(folder)).status).toBe(404);
    expect(await names(kit, `${place.folder}/children`)).toEqual([]);
    expect(await names(kit, `${place.drive}/root/delta`)).not.toContain('Cases');
    expect(await names(kit, `${place.drive}/root/search(q='secret')`)).toEqual([]);
    expect((await kit(`${place.folder}:/Cases/c.txt:/content`, { method: 'PUT', body: 'x' })).status).toBe(404);
    const dorian = await northbridge.as('Dorian');
    expect(await names(dorian, `${folder}/children`)).toEqual(['a.txt']);
    expect(await names(dorian, `${place.drive}/root/search(q='secret')`)).toEqual(['a.txt']);
    const entries = (await bodyOf<Permissions>(bea(`${folder}/permissions`))).value;
    expect(entries.map(userOf)).toEqual(['Bea Thistledown', 'Dorian Hexwell']);
  });

  it('tell those who do not own the item only about themselves', async () => {
    await invite(bea, 'Dorian', 'read');
    await invite(bea, 'Imani', 'read');
    const seen = (await bodyOf<Permissions>((await northbridge.as('Dorian'))(`${folder}/permissions`))).value;
    expect(seen.map(userOf).filter(Boolean)).toEqual(['Dorian Hexwell']);
  });

  it('that are inherited are neither changed nor deleted below', async () => {
    await invite(bea, 'Edwin', 'read');
    const file = await bodyOf<DriveItem>(bea(`${place.folder}:/Cases/a.txt`));
    const inherited = (await bodyOf<Permissions>(bea(`${place.drive}/items/${file.id}/permissions`))).value.find(
      (entry) => userOf(entry),
    );
    expect(inherited?.inheritedFrom?.id).toBe(folder.split('/').at(-1));
    expect(
      (await bea(`${place.drive}/items/${file.id}/permissions/${inherited?.id}`, { method: 'DELETE' })).status,
    ).toBe(400);
  });

  it('cost five units', async () => {
    await northbridge.control('DELETE', '/counters');
    await bea(`${folder}/permissions`);
    expect(await northbridge.control('GET', '/counters')).toMatchObject({ units: 5 });
  });

  it.each([
    ['a role that is none', { roles: ['admin'] }],
    ['nobody', { recipients: [] }],
    ['somebody who cannot be found', { recipients: [{ alias: 'nobody' }] }],
    ['a message that is too long', { message: 'x'.repeat(2001) }],
  ])('are not given with %s', async (_what, more) => {
    expect((await invite(bea, 'Edwin', 'read', more)).status).toBe(400);
  });

  it('of an address outside the directory are kept as an invitation', async () => {
    const [made] = (await bodyOf<Permissions>(invite(bea, '', 'read', { recipients: [{ email: 'a@b.example' }] })))
      .value;
    expect(made?.invitation?.email).toBe('a@b.example');
  });
});

describe('a link', () => {
  const link = (json: object) => bea(`${folder}/createLink`, { method: 'POST', json });

  it('is made once for a kind, and never for everybody', async () => {
    const made = await bodyOf<Permission>(link({ type: 'view', scope: 'organization' }), 201);
    expect(made.link).toMatchObject({ type: 'view', scope: 'organization' });
    expect((await bodyOf<Permission>(link({ type: 'view', scope: 'organization' }))).id).toBe(made.id);
    expect((await link({ type: 'edit', scope: 'organization' })).status).toBe(201);
    expect((await link({ type: 'view', scope: 'anonymous' })).status).toBe(403);
    expect((await link({ type: 'embed' })).status).toBe(400);
  });
});

describe('an app with a Selected scope', () => {
  const site = () => place.site;
  const grant = (roles: string[]) =>
    northbridge.as('Bea', 'Sites.FullControl.All').then((owner) =>
      owner(`${site()}/permissions`, {
        method: 'POST',
        json: { roles, grantedToIdentitiesV2: [{ application: { id: app.clientId, displayName: app.name } }] },
      }),
    );

  it('sees a site only when it has been granted it, and no more than the person may', async () => {
    const selected = await northbridge.as('Bea', 'Sites.Selected');
    const list = { method: 'POST', json: { displayName: 'Granted' } };
    expect((await selected(`${site()}/lists`)).status).toBe(404);
    await bodyOf(await grant(['read']), 201);
    expect((await selected(`${site()}/lists`)).status).toBe(200);
    expect((await selected(`${place.folder}:/x.txt:/content`, { method: 'PUT', body: 'x' })).status).toBe(403);
    await grant(['write']);
    expect((await selected(`${place.folder}:/x.txt:/content`, { method: 'PUT', body: 'x' })).status).toBe(201);
    expect((await selected(`${site()}/lists`, list)).status).toBe(403);
    await grant(['fullcontrol']);
    expect((await selected(`${site()}/lists`, list)).status).toBe(201);
    expect((await (await northbridge.as('Edwin', 'Sites.Selected'))(`${site()}/lists`)).status).toBe(404);
  });

  it('is no longer held back when the token has a broader scope too', async () => {
    expect((await (await northbridge.as('Bea', 'Sites.Selected Sites.Read.All'))(`${site()}/lists`)).status).toBe(200);
  });

  it('works for the app alone in the same way', async () => {
    const alone = await northbridge.asApp('Sites.Selected');
    expect((await alone(`${site()}/lists`)).status).toBe(404);
    await grant(['read']);
    expect((await alone(`${site()}/lists`)).status).toBe(200);
    const grants = await bodyOf<Permissions>(
      (await northbridge.asApp('Sites.FullControl.All'))(`${site()}/permissions`),
    );
    expect(grants.value).toMatchObject([{ roles: ['read'], grantedToV2: { application: { id: app.clientId } } }]);
  });
});
