import type { DriveItem, DriveItemVersion, ListItem } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFile } from '../../../../../infra/demo/file-bytes.ts';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { filesOf, type Place, putFile } from '../../support/places.ts';

let northbridge: Northbridge;
let bea: GraphFetch;
let place: Place;
beforeEach(async () => {
  northbridge = await openNorthbridge();
  bea = await northbridge.as('Bea');
  place = await filesOf(bea, 'JTAI');
});
const at = (item: DriveItem) => `${place.drive}/items/${item.id}`;
const post = (path: string, json: object = {}, person = bea) => person(path, { method: 'POST', json });
const follow = async (answer: Response) => (await northbridge.fetch(answer.headers.get('location') ?? '')).text();

describe('the versions of a file', () => {
  it('are kept, the newest first, each with its bytes', async () => {
    const file = await putFile(bea, place, 'a.txt', 'one');
    await putFile(await northbridge.as('Kit'), place, 'a.txt', 'second');
    const versions = (await bodyOf<{ value: DriveItemVersion[] }>(bea(`${at(file)}/versions`))).value;
    expect(versions.map((version) => [version.id, version.size, version.lastModifiedBy?.user?.displayName])).toEqual([
      ['2.0', 6, 'Kit Marrowdale'],
      ['1.0', 3, 'Bea Thistledown'],
    ]);
    expect(await follow(await bea(`${at(file)}/versions/1.0/content`))).toBe('one');
  });

  it('come back as one more', async () => {
    const file = await putFile(bea, place, 'a.txt', 'one');
    await putFile(bea, place, 'a.txt', 'two');
    expect((await bea(`${at(file)}/versions/1.0/restoreVersion`, { method: 'POST' })).status).toBe(204);
    expect(await follow(await bea(`${at(file)}/content`))).toBe('one');
    expect((await bodyOf<{ value: object[] }>(bea(`${at(file)}/versions`))).value).toHaveLength(3);
    expect((await bea(`${at(file)}/versions/9.0/restoreVersion`, { method: 'POST' })).status).toBe(404);
  });
});

describe('a checked-out file', () => {
  it('cannot be changed by anybody else until it is checked in', async () => {
    const file = await putFile(bea, place, 'a.docx');
    const kit = await northbridge.as('Kit');
    expect((await bea(`${at(file)}/checkout`, { method: 'POST' })).status).toBe(204);
    expect((await kit(at(file), { method: 'PATCH', json: { name: 'b.docx' } })).status).toBe(423);
    expect((await kit(at(file), { method: 'DELETE' })).status).toBe(423);
    expect((await kit(`${at(file)}/content`, { method: 'PUT', body: 'x' })).status).toBe(423);
    expect((await post(`${at(file)}/createUploadSession`, { item: {} }, kit)).status).toBe(423);
    expect((await kit(`${at(file)}/checkin`, { method: 'POST' })).status).toBe(423);
    expect((await bea(`${at(file)}/content`, { method: 'PUT', body: 'mine' })).status).toBe(200);
    expect((await post(`${at(file)}/checkin`, { comment: 'done' })).status).toBe(204);
    expect((await kit(at(file), { method: 'PATCH', json: { name: 'b.docx' } })).status).toBe(200);
    expect((await post(`${at(file)}/checkin`)).status).toBe(400);
  });
});

describe('a copy', () => {
  const watch = async (answer: Response) => {
    expect(answer.status).toBe(202);
    const monitor = answer.headers.get('location') ?? '';
    const first = await northbridge.fetch(monitor);
    expect(await first.json()).toMatchObject({ status: 'inProgress' });
    return (await (await northbridge.fetch(monitor)).json()) as {
      status: string;
      resourceId?: string;
      error?: { code: string };
    };
  };

  it('of a folder takes all that is in it, with the bytes', async () => {
    await putFile(bea, place, 'Audits/Old/a.txt', 'hello');
    const source = await bodyOf<DriveItem>(bea(`${place.folder}:/Audits`));
    const done = await watch(await post(`${at(source)}/copy`, { name: 'Audits 2027' }));
    expect(done.status).toBe('completed');
    expect(await bodyOf(bea(`${place.drive}/items/${done.resourceId}`))).toMatchObject({
      name: 'Audits 2027',
      size: 5,
    });
    expect(await follow(await bea(`${place.folder}:/Audits%202027/Old/a.txt:/content`))).toBe('hello');
  });

  it('can go into another drive', async () => {
    const file = await putFile(bea, place, 'a.txt', 'hello');
    const mine = await bodyOf<{ id: string }>(bea('/me/drive'));
    const done = await watch(await post(`${at(file)}/copy`, { parentReference: { driveId: mine.id } }));
    expect(await bodyOf(bea(`/me/drive/items/${done.resourceId}`))).toMatchObject({ name: 'a.txt' });
  });

  it('tells of a taken name at its monitor, unless it may take another', async () => {
    const file = await putFile(bea, place, 'a.txt');
    expect(await watch(await post(`${at(file)}/copy`))).toMatchObject({
      status: 'failed',
      error: { code: 'nameAlreadyExists' },
    });
    const renamed = await watch(await post(`${at(file)}/copy?@microsoft.graph.conflictBehavior=rename`));
    expect(await bodyOf(bea(`${place.drive}/items/${renamed.resourceId}`))).toMatchObject({ name: 'a 1.txt' });
  });

  it('is refused where the person may not write, and into the folder itself', async () => {
    await putFile(bea, place, 'Audits/a.txt');
    const source = await bodyOf<DriveItem>(bea(`${place.folder}:/Audits`));
    expect((await post(`${at(source)}/copy`, { parentReference: { id: source.id } })).status).toBe(400);
    const general = await filesOf(bea, 'Case');
    const kit = await northbridge.as('Kit');
    const parentReference = { driveId: general.drive.slice('/drives/'.length), id: general.folder.split('/').at(-1) };
    expect((await post(`${at(source)}/copy`, { parentReference }, kit)).status).toBe(404);
  });
});

describe('a preview', () => {
  async function show(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Response> {
    const file = await putFile(bea, place, name, content);
    const { getUrl } = await bodyOf<{ getUrl: string }>(post(`${at(file)}/preview`));
    return northbridge.fetch(getUrl);
  }

  it('is an address for a frame of the app’s own pages and of Teams around them, in which no script runs', async () => {
    const shown = await show('a.pdf', '%PDF-1.4');
    const policy = shown.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox; default-src 'none'/);
    expect(policy).toContain('frame-ancestors https://tab.contoso.example https://teams.microsoft.com');
    expect(shown.headers.get('content-disposition')).toBeNull();
  });

  it('says what a document says, and shows markup as text', async () => {
    const document = await show('Plan.docx', buildFile('Plan.docx', ['Who answers <b>at night</b>']));
    expect(document.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await document.text()).toContain('Who answers &lt;b&gt;at night&lt;/b&gt;');
    const text = await show('page.html', '<script>alert(1)</script>');
    expect([text.headers.get('content-type'), await text.text()]).toEqual([
      'text/plain; charset=utf-8',
      '<script>alert(1)</script>',
    ]);
    expect(await (await show('odd.bin', 'x')).text()).toContain('There is no preview of this kind of file.');
  });
});

describe('a file as a row of its library', () => {
  it('has fields, and may have columns of its own', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const library = `${place.site}/lists/Documents`;
    await bodyOf(
      (await northbridge.as('Bea', 'Sites.Manage.All'))(`${library}/columns`, {
        method: 'POST',
        json: { name: 'Marking', text: {} },
      }),
      201,
    );
    const row = await bodyOf<ListItem>(bea(`${at(file)}/listItem?$expand=fields`));
    expect(row.fields).toMatchObject({ FileLeafRef: 'a.txt' });
    await bodyOf(bea(`${library}/items/${row.id}/fields`, { method: 'PATCH', json: { Marking: 'Official' } }));
    const rows = await bodyOf<{ value: ListItem[] }>(
      bea(`${library}/items?$expand=fields($select=FileLeafRef,Marking)`),
    );
    expect(rows.value.map((each) => each.fields)).toContainEqual(
      expect.objectContaining({ FileLeafRef: 'a.txt', Marking: 'Official' }),
    );
    expect(
      (await bea(`${library}/items/${row.id}/fields`, { method: 'PATCH', json: { FileLeafRef: 'b.txt' } })).status,
    ).toBe(400);
    expect((await post(`${library}/items`, { fields: {} })).status).toBe(400);
  });
});

describe('what is not imitated', () => {
  it('says so: no thumbnails, no change sockets, no subscriptions', async () => {
    expect((await post('/subscriptions', { resource: 'x' })).status).toBe(501);
    const file = await putFile(bea, place, 'a.png');
    expect(await bodyOf(bea(`${at(file)}/thumbnails`))).toEqual({ value: [] });
    expect((await bea(`${at(file)}/thumbnails/0/small/content`)).status).toBe(404);
    expect((await bea(`${place.drive}/root/subscriptions/socketIo`)).status).toBe(501);
    expect((await bea(`${place.drive}/list/subscriptions/socketIo`)).status).toBe(501);
  });
});
