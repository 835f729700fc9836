import { describe, expect, it } from 'vitest';
import { app, people, team, tenant } from '../../../../infra/demo/northbridge.ts';
import { bodyOf, GRAPH, openNorthbridge, TAB } from '../support/northbridge.ts';
import { filesOf, makeList } from '../support/places.ts';

type Directory = {
  tenant: object;
  app: object;
  people: { id: string; name: string; kind: string }[];
  teams: { id: string; channels: { name: string; kind: string; drive: string; folder: string }[] }[];
};

describe('the control address', () => {
  it('tells who and what there is, in all and for one person', async () => {
    const northbridge = await openNorthbridge();
    const all = (await northbridge.control('GET', '/directory')) as Directory;
    expect(all.tenant).toEqual(tenant);
    expect(all.app).toEqual(app);
    expect(all.people.map((person) => person.id)).toEqual(people.map((person) => person.id));
    expect(all.teams[0]?.channels).toHaveLength(5);
    const channelsFor = async (name: string) => {
      const id = people.find((person) => person.name.startsWith(name))?.id;
      const directory = (await northbridge.control('GET', `/directory?user=${id}`)) as Directory;
      return directory.teams.flatMap((each) => each.channels.map((channel) => channel.name));
    };
    expect(await channelsFor('Niamh')).toEqual(['Police and partners']);
    expect(await channelsFor('Edwin')).toEqual([]);
    expect(await channelsFor('Kit')).toHaveLength(3);
  });

  it('says what is wrong with a call', async () => {
    const northbridge = await openNorthbridge();
    await expect(northbridge.control('POST', '/token', { user: 'nobody', scopes: [] })).rejects.toThrow(
      "There is no person 'nobody'",
    );
    await expect(northbridge.control('POST', '/wheels', {})).rejects.toThrow('has no POST /wheels');
    await expect(northbridge.control('POST', '/clock', { now: 'soon' })).rejects.toThrow('now is a moment');
    await expect(northbridge.control('POST', '/switches', { wheels: true })).rejects.toThrow(
      'Unknown switches: wheels',
    );
  });

  it('is not reachable at the addresses that the app calls', async () => {
    const northbridge = await openNorthbridge();
    for (const path of ['/token', '/faults', '/directory', '/v1.0/token', '/clock']) {
      const answer = await northbridge.fetch(`https://graph.microsoft.com${path}`, { method: 'POST', body: '{}' });
      expect([400, 401, 404], path).toContain(answer.status);
    }
  });
});

describe('a switch', () => {
  it('lets browsers read the rate limit and hides Retry-After from them', async () => {
    const northbridge = await openNorthbridge();
    await northbridge.control('POST', '/switches', { rateLimitSeen: true });
    const answer = await (await northbridge.as('Bea'))('/me', { headers: { origin: TAB } });
    const exposed = answer.headers.get('access-control-expose-headers') ?? '';
    expect(exposed).toContain('RateLimit-Reset');
    expect(exposed).not.toContain('Retry-After');
  });

  it('lets Files.ReadWrite reach a team’s library', async () => {
    const northbridge = await openNorthbridge();
    const place = await filesOf(await northbridge.as('Bea'), 'JTAI');
    const narrow = await northbridge.as('Bea', 'Files.ReadWrite');
    expect((await narrow(`${place.folder}/children`)).status).toBe(403);
    await northbridge.control('POST', '/switches', { narrowFilesReachTeams: true });
    expect((await narrow(`${place.folder}/children`)).status).toBe(200);
  });

  it('refuses a second upload session for a name', async () => {
    const northbridge = await openNorthbridge();
    const bea = await northbridge.as('Bea');
    const place = await filesOf(bea, 'JTAI');
    const open = () => bea(`${place.folder}:/a.bin:/createUploadSession`, { method: 'POST', json: { item: {} } });
    expect([(await open()).status, (await open()).status]).toEqual([200, 200]);
    await northbridge.control('POST', '/switches', { oneSessionForAName: true });
    expect(await bodyOf(open(), 409)).toMatchObject({ error: { code: 'nameAlreadyExists' } });
  });
});

describe('the same seed, clock and order of requests', () => {
  it('give the same answers again', async () => {
    const run = async () => {
      const northbridge = await openNorthbridge();
      const bea = await northbridge.as('Bea');
      const list = await makeList(bea);
      const answers = [];
      for (const [method, path, json] of [
        ['POST', `${list}/items`, { fields: { Title: 'a', Uid: 'a' } }],
        ['GET', `${list}/items/delta?expand=fields`],
        ['PUT', `/groups/${team.id}/drive/root:/a.txt:/content`],
        ['GET', `/groups/${team.id}/drive/root/delta`],
        ['GET', '/wheels'],
      ] as const) {
        const init = { method, ...(json ? { json } : {}), ...(method === 'PUT' ? { body: 'hello' } : {}) };
        const answer = await bea(path.replace(GRAPH, ''), init);
        answers.push([answer.status, answer.headers.get('request-id'), await answer.text()]);
      }
      return answers;
    };
    expect(await run()).toEqual(await run());
  });
});
