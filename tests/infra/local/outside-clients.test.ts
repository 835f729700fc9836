import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setDefaultCACertificates } from 'node:tls';
import { Client, FileUpload, LargeFileUploadTask, PageIterator } from '@microsoft/microsoft-graph-client';
import type { DriveItem, ListItem } from '@microsoft/microsoft-graph-types';
import { type GraphFI, graphfi } from '@pnp/graph';
import { GraphBrowser } from '@pnp/graph/behaviors/graphbrowser.js';
import '@pnp/graph/batching.js';
import '@pnp/graph/files/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/sites/index.js';
import '@pnp/graph/teams/index.js';
import '@pnp/graph/users/index.js';
import { BearerToken } from '@pnp/queryable';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { team } from '../../../infra/demo/northbridge.ts';
import { runStandalone, type Standalone } from '../../../infra/local/standalone.ts';
import { everyday } from './support/northbridge.ts';
import { northbridge } from './support/seed.ts';

let folder: string;
let standalone: Standalone;
let token: string;
const homeChannel = team.channels[1]?.id ?? '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'm365-outside-'));
  standalone = await runStandalone({
    args: ['--https', '--port', '0', '--empty', '--data', folder, '--budget', '1000000'],
    seed: northbridge,
    channelId: homeChannel,
    makeDemo: async () => undefined,
  });
  setDefaultCACertificates([await readFile(standalone.ready.ca, 'utf8')]);
  const answer = await fetch(`${standalone.ready.control}/token`, {
    method: 'POST',
    body: JSON.stringify({ user: standalone.ready.user, scopes: everyday }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
});

afterAll(async () => {
  await standalone.close();
  await rm(folder, { recursive: true, force: true });
});

const bytesOf = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).map((_, i) => (i * 31) % 251);
const urlOf = (item: DriveItem): string => (item as Record<string, string>)['@microsoft.graph.downloadUrl'] ?? '';

describe('Microsoft’s own client', () => {
  const client = (): Client =>
    Client.init({
      baseUrl: standalone.ready.graph,
      customHosts: new Set(['localhost']),
      authProvider: (done) => done(null, token),
    });
  const drive = (): string => `/drives/${standalone.ready.drive}`;

  it('reads who is signed in, the team and its channels', async () => {
    expect(await client().api('/me').select('displayName').get()).toMatchObject({ displayName: 'Bea Thistledown' });
    const channels = await client().api(`/teams/${standalone.ready.team}/channels`).get();
    expect(channels.value).toHaveLength(5);
  });

  it('makes a list, pages through its rows and meets a conflict', async () => {
    const site = `/sites/${standalone.ready.site}`;
    const columns = [{ name: 'Uid', text: {}, indexed: true, enforceUniqueValues: true }];
    const list = await client().api(`${site}/lists`).post({ displayName: 'Tools', columns });
    const items = `${site}/lists/${list.id}/items`;
    for (let n = 0; n < 5; n += 1)
      await client()
        .api(items)
        .post({ fields: { Title: `Tool ${n}`, Uid: `t${n}` } });
    const titles: unknown[] = [];
    const first = await client().api(items).expand('fields').top(2).get();
    await new PageIterator(
      client(),
      first,
      (row: ListItem) => titles.push((row.fields as Record<string, unknown>).Title) > 0,
    ).iterate();
    expect(titles).toEqual(['Tool 0', 'Tool 1', 'Tool 2', 'Tool 3', 'Tool 4']);
    const refused = client().api(`${items}/1/fields`).header('If-Match', '"old"').patch({ Title: 'x' });
    await expect(refused).rejects.toMatchObject({ statusCode: 412, code: 'resourceModified' });
  });

  it('uploads 25 MB in fragments and downloads the same bytes', async () => {
    const bytes = bytesOf(25 * 1024 * 1024 + 7);
    const session = await LargeFileUploadTask.createUploadSession(
      client(),
      `${drive()}/root:/large.bin:/createUploadSession`,
      {
        item: { '@microsoft.graph.conflictBehavior': 'fail' },
      },
    );
    const file = new FileUpload(new Blob([bytes]), 'large.bin', bytes.length);
    const task = new LargeFileUploadTask(client(), file, session, { rangeSize: 5 * 327_680 });
    const item = (await task.upload()).responseBody as DriveItem;
    expect(item.size).toBe(bytes.length);
    const back = new Uint8Array(await (await fetch(urlOf(item))).arrayBuffer());
    expect(Buffer.compare(back, bytes)).toBe(0);
    const again = LargeFileUploadTask.createUploadSession(client(), `${drive()}/root:/large.bin:/createUploadSession`, {
      item: { '@microsoft.graph.conflictBehavior': 'fail' },
    });
    await expect(again).rejects.toMatchObject({ statusCode: 409 });
  });

  it('follows delta by its links', async () => {
    const first = await client().api(`${drive()}/root/delta`).get();
    await client().api(`${drive()}/root:/new.txt:/content`).put('hello');
    const second = await client().api(first['@odata.deltaLink']).get();
    expect(second.value.map((item: DriveItem) => item.name)).toEqual(['root', 'new.txt']);
    const stream = await client().api(`${drive()}/root:/new.txt:/content`).getStream();
    expect(await new Response(stream).text()).toBe('hello');
  });

  it('sends a batch', async () => {
    const requests = [1, 2].map((id) => ({ id: String(id), method: 'GET', url: '/me' }));
    const answer = await client().api('/$batch').post({ requests });
    expect(answer.responses.map((part: { status: number }) => part.status)).toEqual([200, 200]);
  });
});

describe('PnPjs', () => {
  const pnp = (): GraphFI =>
    graphfi().using(GraphBrowser({ baseUrl: `${standalone.ready.graph}/v1.0` }), BearerToken(token));

  it('reads people, sites and lists', async () => {
    expect(await pnp().me()).toMatchObject({ displayName: 'Bea Thistledown' });
    const site = await pnp().sites.getById(standalone.ready.site)();
    expect(site.displayName).toBe('Northbridge Partnership');
    const lists = await pnp().sites.getById(standalone.ready.site).lists();
    expect(lists.map((list) => list.displayName)).toContain('Documents');
  });

  it('writes and pages rows of a list', async () => {
    const lists = pnp().sites.getById(standalone.ready.site).lists;
    const list = await lists.add({ displayName: 'PnP', list: { template: 'genericList' } } as Parameters<
      typeof lists.add
    >[0]);
    const items = lists.getById(list.id ?? '').items;
    for (const Title of ['a', 'b', 'c']) await items.add({ fields: { Title } } as Parameters<typeof items.add>[0]);
    const seen: unknown[] = [];
    for await (const page of items.expand('fields').top(2)) {
      for (const row of page as ListItem[]) seen.push((row.fields as Record<string, unknown>).Title);
    }
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it('uploads, lists, downloads and follows delta in a drive', async () => {
    const drive = () => pnp().drives.getById(standalone.ready.drive);
    const file = await drive().root.upload({ filePathName: 'pnp.txt', content: 'hello' } as Parameters<
      ReturnType<typeof drive>['root']['upload']
    >[0]);
    expect(file.name).toBe('pnp.txt');
    const children = await drive().root.children();
    expect(children.map((child) => child.name)).toContain('pnp.txt');
    const content = await drive()
      .getItemById(file.id ?? '')
      .getContent();
    expect(await content.text()).toBe('hello');
    const delta = await drive().root.delta()();
    expect(JSON.stringify(delta)).toContain('pnp.txt');
  });

  it('meets a conflict and a batch', async () => {
    const children = pnp().drives.getById(standalone.ready.drive).root.children;
    const folderInfo = { name: 'PnP folder', conflictBehavior: 'fail' } as unknown as Parameters<
      typeof children.addFolder
    >[0];
    await children.addFolder(folderInfo);
    await expect(
      pnp().drives.getById(standalone.ready.drive).root.children.addFolder(folderInfo),
    ).rejects.toMatchObject({ status: 409 });
    const [batched, execute] = pnp().batched();
    const answers: unknown[] = [];
    void batched.me().then((me) => answers.push(me.displayName));
    void batched.sites
      .getById(standalone.ready.site)()
      .then((site) => answers.push(site.displayName));
    await execute();
    expect(answers).toEqual(['Bea Thistledown', 'Northbridge Partnership']);
  });
});
