import { describe, expect, it } from 'vitest';
import { makeHostServer } from '../../../../infra/local/host/host-server.ts';
import { openTabStore } from '../../../../infra/local/host/tab-store.ts';
import { openMicrosoft365 } from '../../../../infra/local/microsoft-365.ts';

const PERSON = 'a0a0a0a0-0000-4000-8000-000000000001';
const OUTSIDER = 'a0a0a0a0-0000-4000-8000-000000000002';
const TEAM = 'b1b1b1b1-0000-4000-8000-000000000001';
const CHANNEL = '19:general@thread.tacv2';
const tab = {
  name: 'JTAI Ready',
  entityId: 'jtai-ready',
  contentUrl: 'http://localhost:5301/',
  websiteUrl: 'http://localhost:5301/',
};

function open() {
  const microsoft365 = openMicrosoft365({
    seed: {
      tenant: {
        id: 'c2c2c2c2-0000-4000-8000-000000000001',
        name: 'A',
        domain: 'a.example',
        sharePointHost: 'a.sharepoint.com',
      },
      app: {
        clientId: 'd3d3d3d3-0000-4000-8000-000000000001',
        teamsAppId: 'd3d3d3d3-0000-4000-8000-000000000002',
        name: 'JTAI Ready',
      },
      people: [
        { id: PERSON, name: 'Ann Ashdown', userName: 'ann@a.example', kind: 'member' },
        { id: OUTSIDER, name: 'Una Underhill', userName: 'una@a.example', kind: 'member' },
      ],
      teams: [
        {
          id: TEAM,
          name: 'A team',
          owners: [PERSON],
          members: [PERSON],
          channels: [{ id: CHANNEL, name: 'General', kind: 'standard' }],
        },
      ],
    },
    graphOrigin: 'http://localhost:5302',
    fileOrigin: 'http://127.0.0.1:5302',
    loginOrigin: 'http://localhost:5302',
    tabOrigins: ['http://localhost:5301'],
  });
  const host = makeHostServer({
    microsoft365,
    graphOrigin: 'http://localhost:5302',
    tabOrigin: 'http://localhost:5301',
    ownOrigin: 'http://localhost:5300',
    tabs: openTabStore(undefined),
    page: async () => new Response('the page'),
  });
  const ask = (path: string, init?: RequestInit) => host.handle(new Request(`http://localhost:5300${path}`, init));
  const place = new URLSearchParams({ user: PERSON, team: TEAM, channel: CHANNEL });
  return { host, ask, place };
}

const json = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });

describe('the host page may ask', () => {
  it('who there is, and what this person sees', async () => {
    const { ask } = open();
    const all = await (await ask('/api/scene')).json();
    expect(all.people).toHaveLength(2);
    const outside = await (await ask(`/api/scene?user=${OUTSIDER}`)).json();
    expect(outside.teams).toEqual([]);
  });

  it('for a file that it has just added, byte for byte', async () => {
    const { ask, place } = open();
    const { drive, item } = await (await ask(`/api/files?${place}`)).json();
    const content = new Uint8Array([0, 255, 10, 13]);
    const name = 'Bytes & more.bin';
    const added = await ask(`/api/file?${new URLSearchParams({ user: PERSON, drive, item, name })}`, {
      method: 'POST',
      body: content,
    });
    expect(added.status).toBe(200);
    const { value } = await (await ask(`/api/files?${place}`)).json();
    expect(value).toMatchObject([{ name, size: 4 }]);
    const file = await ask(`/api/content?${new URLSearchParams({ user: PERSON, drive, item: value[0].id })}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(content);
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
  });

  it('to show a page that somebody uploaded, and gets it only to save', async () => {
    const { ask, place } = open();
    const { drive, item } = await (await ask(`/api/files?${place}`)).json();
    const query = new URLSearchParams({ user: PERSON, drive, item, name: 'page.html' });
    await ask(`/api/file?${query}`, { method: 'POST', body: '<script>alert(1)</script>' });
    const { value } = await (await ask(`/api/files?${place}`)).json();
    const file = await ask(
      `/api/content?${new URLSearchParams({ user: PERSON, drive, item: value[0].id, show: 'yes' })}`,
    );
    expect(file.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(file.headers.get('Content-Disposition')).toContain('attachment');
  });

  it('nothing in the name of somebody who is not in the team', async () => {
    const { ask } = open();
    const query = new URLSearchParams({ user: OUTSIDER, team: TEAM, channel: CHANNEL });
    const answer = await ask(`/api/posts?${query}`);
    expect(answer.ok).toBe(false);
    expect(await answer.json()).toMatchObject({ sentence: 'The posts could not be read.' });
  });

  it('for a token for the person who is signed in', async () => {
    const { ask } = open();
    const request = {
      user: PERSON,
      clientId: 'd3d3d3d3-0000-4000-8000-000000000001',
      scopes: ['User.Read'],
      interactive: false,
    };
    const { token, account } = await (await ask('/api/sign-in', json(request))).json();
    expect(token.access_token).toMatch(/^eyJ/);
    expect(account.localAccountId).toBe(PERSON);
  });

  it('to add a tab of the app, and of no other page', async () => {
    const { ask } = open();
    const query = new URLSearchParams({ channel: CHANNEL });
    const foreign = await ask(`/api/tabs?${query}`, json({ ...tab, contentUrl: 'https://evil.example/' }));
    expect(foreign.status).toBe(400);
    const added = await (await ask(`/api/tabs?${query}`, json(tab))).json();
    const scene = await (await ask(`/api/scene?user=${PERSON}`)).json();
    expect(scene.tabs[CHANNEL]).toEqual([{ ...tab, id: added.id }]);
    const removed = await ask(`/api/tabs?${new URLSearchParams({ channel: CHANNEL, tab: added.id })}`, {
      method: 'DELETE',
    });
    expect(removed.status).toBe(204);
  });

  it('and says in a sentence what a question lacks', async () => {
    const { ask } = open();
    const answer = await ask('/api/posts?user=x');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ sentence: 'The request lacks team.' });
  });
});

describe('nobody else may ask', () => {
  it.each([
    ['a page of another origin', { Origin: 'http://localhost:5301' }],
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('%s', async (_who, headers) => {
    const { ask } = open();
    expect((await ask('/api/scene', { headers })).status).toBe(403);
  });

  it('a page that reached this computer under another name', async () => {
    const { host } = open();
    expect((await host.handle(new Request('http://evil.example:5300/api/scene'))).status).toBe(403);
  });
});

describe('an open page', () => {
  it('hears of a change without asking', async () => {
    const { host, ask } = open();
    const answer = await ask('/api/changes');
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain('retry');
    host.tellChange();
    expect((await reader?.read())?.value).toContain('event: change');
    host.close();
  });
});
