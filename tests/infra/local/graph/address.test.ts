import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, openNorthbridge } from '../support/northbridge.ts';
import { filesOf, type Place, putFile, teamSite } from '../support/places.ts';

let bea: GraphFetch;
let place: Place;
let file: DriveItem;

beforeAll(async () => {
  bea = await (await openNorthbridge()).as('Bea');
  place = await filesOf(bea, 'JTAI');
  file = await putFile(bea, place, 'Folder/50% #1 (draft).txt', 'hello');
});

describe('the forms of an address', () => {
  it('reach the same file by id, by path and relative to a folder', async () => {
    const path = 'Folder/50%25%20%231%20(draft).txt';
    const forms = [
      `${place.drive}/items/${file.id}`,
      `${place.drive}/items('${file.id}')`,
      `${place.drive}/items/${file.id?.toLowerCase()}`,
      `${place.drive}/root:/JTAI%20preparation/${path}`,
      `${place.drive}/root:/JTAI%20preparation/${path}:`,
      `${place.drive}/root:/jtai%20PREPARATION/${path}:`,
      `${place.drive}/root:/.%2FJTAI%20preparation%2FFolder%2F50%25%20%231%20(draft).txt`,
      `${place.drive}/root:%2FJTAI%20preparation%2F${path}`,
      `${place.drive}/items/root:/JTAI%20preparation/${path}:`,
      `${place.folder}:/${path}`,
      `${place.folder}:/${path}:/?select=id,name`,
      `${place.site}/drive/root:/JTAI%20preparation/${path}`,
      `${place.drive.replace('/drives/', "/drives('")}')/root:/JTAI%20preparation/${path}`,
    ];
    for (const form of forms) {
      expect((await bodyOf<DriveItem>(bea(form))).id, form).toBe(file.id);
    }
  });

  it('name one drive through its site, its group and itself', async () => {
    const site = await teamSite(bea);
    const group = 'b1b1b1b1-0000-4000-8000-000000000001';
    const id = place.drive.slice('/drives/'.length);
    const forms = [
      place.drive,
      `/sites/${site.id}/drive`,
      `/sites('${site.id}')/drive`,
      `/groups/${group}/drive`,
      `/groups/${group}/sites/root/drive`,
      '/sites/northbridge.sharepoint.com:/sites/NorthbridgePartnership:/drive',
      `/sites/${site.id}/lists/Documents/drive`,
      `${place.drive}/?select=id`,
    ];
    for (const form of forms) expect(await bodyOf(bea(form)), form).toMatchObject({ id });
  });

  it('take options with and without the dollar sign', async () => {
    const answer = await bodyOf<{ value: object[] }>(bea(`${place.folder}/children?top=1&select=name`));
    expect(answer.value).toEqual([{ id: expect.any(String), name: 'Folder' }]);
  });

  it('take delta in all its spellings', async () => {
    for (const form of ['delta', 'delta()', 'microsoft.graph.delta()', "delta(token='latest')", 'delta?token=latest']) {
      const answer = await bodyOf<{ '@odata.deltaLink': string }>(bea(`${place.drive}/root/${form}`));
      expect(answer['@odata.deltaLink'], form).toContain('token=');
      await bodyOf(bea(answer['@odata.deltaLink']));
    }
  });

  it('take channel ids raw and encoded', async () => {
    const id = '19:general000000000000000000000001@thread.tacv2';
    const team = 'b1b1b1b1-0000-4000-8000-000000000001';
    for (const form of [id, encodeURIComponent(id)]) {
      expect(await bodyOf(bea(`/teams/${team}/channels/${form}`))).toMatchObject({ displayName: 'General' });
    }
  });

  it('give the library as a list and the list as a library', async () => {
    const list = await bodyOf<{ id: string; list: object }>(bea(`${place.drive}/list`));
    expect(list.list).toMatchObject({ template: 'documentLibrary' });
  });
});

describe('an address that nobody knows', () => {
  it.each([
    ['/teams/b1b1b1b1-0000-4000-8000-000000000001/wheels', 'wheels'],
    ['/planner', 'planner'],
    ['/sites/root/lists/Documents/wheels', 'wheels'],
    ['/me/drive/root/wheels', 'wheels'],
  ])('%s is a loud 400 that names the segment', async (path, segment) => {
    const answer = await bodyOf<{ error: { code: string; message: string } }>(bea(path), 400);
    expect(answer.error.code).toBe('BadRequest');
    expect(answer.error.message).toContain(`'${segment}'`);
  });

  it('is kept in the event log, so that a run can fail on it', async () => {
    const northbridge = await openNorthbridge();
    await (await northbridge.as('Bea'))('/wheels');
    const events = (await northbridge.control('GET', '/events')) as { value: object[] };
    expect(events.value).toMatchObject([{ kind: 'unknown-address', path: '/v1.0/wheels' }]);
  });

  it('is refused in any other version', async () => {
    expect((await bea('https://graph.microsoft.com/beta/me')).status).toBe(400);
  });

  it('is refused for a method that the address does not have', async () => {
    expect((await bea('/me', { method: 'DELETE' })).status).toBe(400);
  });

  it('is refused with a broken percent sign', async () => {
    expect((await bea(`${place.drive}/root:/%E0%A4%A`)).status).toBe(400);
  });
});
