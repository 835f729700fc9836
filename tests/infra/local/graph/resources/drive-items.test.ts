import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
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

type Items = { value: DriveItem[]; '@odata.nextLink'?: string };
const names = async (options = ''): Promise<(string | null | undefined)[]> =>
  (await bodyOf<Items>(bea(`${place.folder}/children${options}`))).value.map((item) => item.name);

const makeFolder = (name: string, more: object = {}) =>
  bea(`${place.folder}/children`, { method: 'POST', json: { name, folder: {}, ...more } });

describe('a folder', () => {
  it('is made where it was asked for', async () => {
    const folder = await bodyOf<DriveItem>(makeFolder('Audits'), 201);
    expect(folder).toMatchObject({
      name: 'Audits',
      folder: { childCount: 0 },
      parentReference: { driveType: 'documentLibrary' },
    });
    expect(folder.parentReference?.path).toMatch(/\/root:\/JTAI%20preparation$/);
    expect(folder).not.toHaveProperty('cTag');
    expect(await names()).toEqual(['Audits']);
  });

  it('fails, takes another name, or is the one that is there, as asked', async () => {
    const first = await bodyOf<DriveItem>(makeFolder('Audits'), 201);
    expect((await makeFolder('AUDITS')).status).toBe(409);
    const renamed = await bodyOf<DriveItem>(
      makeFolder('Audits', { '@microsoft.graph.conflictBehavior': 'rename' }),
      201,
    );
    expect(renamed.name).toBe('Audits 1');
    const same = await bodyOf<DriveItem>(makeFolder('Audits', { '@microsoft.graph.conflictBehavior': 'replace' }), 201);
    expect(same.id).toBe(first.id);
  });

  it('knows the size and number of what is in it', async () => {
    await putFile(bea, place, 'Audits/a.txt', '12345');
    await putFile(bea, place, 'Audits/Old/b.txt', '123');
    const folder = await bodyOf<DriveItem>(bea(`${place.folder}:/Audits`));
    expect(folder).toMatchObject({ size: 8, folder: { childCount: 2 } });
    await bea(`${place.folder}:/Audits/Old`, { method: 'DELETE' });
    expect(await bodyOf(bea(`${place.folder}:/Audits`))).toMatchObject({ size: 5, folder: { childCount: 1 } });
  });
});

describe('children', () => {
  it('come in pages, in order of name unless asked otherwise', async () => {
    for (const name of ['c.txt', 'A.txt', 'b.txt']) await putFile(bea, place, name, name.repeat(2));
    const first = await bodyOf<Items>(bea(`${place.folder}/children?$top=2`));
    expect(first.value.map((item) => item.name)).toEqual(['A.txt', 'b.txt']);
    const second = await bodyOf<Items>(bea(first['@odata.nextLink'] as string));
    expect(second.value.map((item) => item.name)).toEqual(['c.txt']);
    expect(await names('?$orderby=name desc')).toEqual(['c.txt', 'b.txt', 'A.txt']);
  });

  it('are not filtered, and have not changed when the tag says so', async () => {
    expect((await bea(`${place.folder}/children?$filter=name eq 'a'`)).status).toBe(400);
    const tag = (await bea(`${place.folder}/children`)).headers.get('etag') ?? '';
    expect((await bea(`${place.folder}/children`, { headers: { 'if-none-match': tag } })).status).toBe(304);
    await makeFolder('New');
    expect((await bea(`${place.folder}/children`, { headers: { 'if-none-match': tag } })).status).toBe(200);
  });

  it('come with their folder when expanded', async () => {
    await putFile(bea, place, 'a.txt');
    const folder = await bodyOf<DriveItem>(bea(`${place.folder}?$expand=children($select=name)&$select=name,children`));
    expect(folder.children).toMatchObject([{ name: 'a.txt' }]);
  });

  it('bring permissions, rows and thumbnails along when asked, and nothing unknown', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const options = '$expand=permissions,thumbnails,listItem($expand=fields($select=FileLeafRef))';
    const item = await bodyOf(bea(`${place.drive}/items/${file.id}?${options}`));
    expect(item).toMatchObject({
      thumbnails: [],
      listItem: { fields: { FileLeafRef: 'a.txt' } },
      permissions: [{}, {}],
    });
    expect((await bea(`${place.drive}/items/${file.id}?$expand=wheels`)).status).toBe(400);
  });
});

describe('a name', () => {
  it.each([
    'a:b',
    'a*b',
    'a?b',
    'a|b',
    'a<b',
    ' a',
    'a ',
    '~$a',
    'CON',
    'lpt1',
    '.lock',
    'desktop.ini',
    'x_vti_y',
    'a\u0000b',
    '..',
  ])('that SharePoint refuses is refused: %j', async (name) => {
    expect(await bodyOf(makeFolder(name), 400)).toMatchObject({
      error: { code: 'invalidRequest', innerError: { code: 'invalidPath' } },
    });
  });

  it.each(['#1 & 50%', "O'Hara", 'Größe', '2026 (draft).v2', 'ｆｕｌｌ', '.hidden'])(
    'that SharePoint takes is taken: %s',
    async (name) => {
      expect((await bodyOf<DriveItem>(makeFolder(name), 201)).name).toBe(name);
    },
  );

  it('may not end with a full stop or begin with a tilde on a folder', async () => {
    expect((await makeFolder('Audits.')).status).toBe(400);
    expect((await makeFolder('~Audits')).status).toBe(400);
  });

  it('may be `forms` anywhere but at the top of a library', async () => {
    expect((await makeFolder('Forms')).status).toBe(201);
    expect(
      (await bea(`${place.drive}/root/children`, { method: 'POST', json: { name: 'forms', folder: {} } })).status,
    ).toBe(400);
  });

  it('may not make its path longer than 400 characters', async () => {
    const long = 'x'.repeat(120);
    await putFile(bea, place, `${long}/${long}/${long}/a.txt`).catch(() => undefined);
    const response = await bea(`${place.folder}:/${long}/${long}/${long}/${long}.txt:/content`, {
      method: 'PUT',
      body: 'x',
    });
    expect(await bodyOf(response, 400)).toMatchObject({ error: { innerError: { code: 'pathIsTooLong' } } });
  });
});

describe('renaming and moving', () => {
  it('keep the id, and change the eTag and not the cTag', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const renamed = await bodyOf<DriveItem>(
      bea(`${place.drive}/items/${file.id}`, { method: 'PATCH', json: { name: 'b.txt' } }),
    );
    expect(renamed).toMatchObject({ id: file.id, name: 'b.txt', cTag: file.cTag });
    expect(renamed.eTag).not.toBe(file.eTag);
  });

  it('go by the id of the folder; empty members are not meant', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const folder = await bodyOf<DriveItem>(makeFolder('Audits'), 201);
    const parentReference = { id: folder.id, path: '', driveType: '', driveId: '' };
    const moved = await bodyOf<DriveItem>(
      bea(`${place.drive}/items/${file.id}`, { method: 'PATCH', json: { parentReference } }),
    );
    expect(moved.parentReference?.id).toBe(folder.id);
    expect(await bodyOf(bea(`${place.folder}:/Audits/a.txt`))).toMatchObject({ id: file.id });
  });

  it('are refused to another drive, to `root` by name, and into the folder itself', async () => {
    const folder = await bodyOf<DriveItem>(makeFolder('Audits'), 201);
    const inner = await bodyOf<DriveItem>(
      bea(`${place.drive}/items/${folder.id}/children`, { method: 'POST', json: { name: 'In', folder: {} } }),
      201,
    );
    const move = (parentReference: object) =>
      bea(`${place.drive}/items/${folder.id}`, { method: 'PATCH', json: { parentReference } });
    expect((await move({ id: 'root' })).status).toBe(400);
    expect((await move({ id: inner.id })).status).toBe(400);
    const mine = await bodyOf<{ id: string }>(bea('/me/drive'));
    expect((await move({ driveId: mine.id, id: folder.id })).status).toBe(400);
  });

  it('stop at a name that is taken, and at a version that is not the latest', async () => {
    const file = await putFile(bea, place, 'a.txt');
    await putFile(bea, place, 'b.txt');
    const rename = (json: object, headers = {}) =>
      bea(`${place.drive}/items/${file.id}`, { method: 'PATCH', json, headers });
    expect((await rename({ name: 'B.txt' })).status).toBe(409);
    expect((await rename({ name: 'c.txt' }, { 'if-match': '"{0},1"' })).status).toBe(412);
    expect((await rename({ name: 'c.txt' }, { 'if-match': file.eTag as string })).status).toBe(200);
  });

  it('can give a file the times it had where it came from', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const fileSystemInfo = { lastModifiedDateTime: '2020-02-29T10:00:00Z' };
    const changed = await bodyOf<DriveItem>(
      bea(`${place.drive}/items/${file.id}`, { method: 'PATCH', json: { fileSystemInfo } }),
    );
    expect(changed.fileSystemInfo?.lastModifiedDateTime).toBe('2020-02-29T10:00:00Z');
    expect(changed.name).toBe('a.txt');
  });
});

describe('deleting', () => {
  it('takes a folder with all that is in it', async () => {
    const file = await putFile(bea, place, 'Audits/a.txt');
    expect((await bea(`${place.folder}:/Audits`, { method: 'DELETE' })).status).toBe(204);
    expect((await bea(`${place.drive}/items/${file.id}`)).status).toBe(404);
    expect(await names()).toEqual([]);
    await makeFolder('Audits');
  });

  it('stops at a version that is not the latest, and at the root', async () => {
    const file = await putFile(bea, place, 'a.txt');
    expect(
      (await bea(`${place.drive}/items/${file.id}`, { method: 'DELETE', headers: { 'if-match': '"x"' } })).status,
    ).toBe(412);
    expect((await bea(`${place.drive}/root`, { method: 'DELETE' })).status).toBe(403);
  });
});

describe('the delta of a drive', () => {
  type Delta = Items & { '@odata.deltaLink'?: string };
  const pull = async (link: string, headers = {}) => {
    const items: DriveItem[] = [];
    for (let next: string | undefined = link; ; ) {
      const page: Delta = await bodyOf<Delta>(bea(next, { headers }));
      items.push(...page.value);
      if (page['@odata.deltaLink']) return { items, link: page['@odata.deltaLink'] };
      next = page['@odata.nextLink'];
      if (!next) throw new Error('A page with neither a next nor a delta link.');
    }
  };
  const words = (items: DriveItem[]) => items.map((item) => (item.deleted ? 'deleted' : item.name));

  it('gives the whole drive and then what changed, with the folders above it', async () => {
    await putFile(bea, place, 'a.txt');
    const first = await pull(`${place.drive}/root/delta?$top=2`);
    expect(new Set(words(first.items))).toEqual(
      new Set(['root', 'General', 'JTAI preparation', 'Policy and practice', 'a.txt']),
    );
    await putFile(bea, place, 'Audits/b.txt');
    const second = await pull(first.link);
    expect(words(second.items)).toEqual(['root', 'JTAI preparation', 'Audits', 'b.txt']);
    const bare = await pull(first.link, { deltaexcludeparent: 'true' });
    expect(words(bare.items)).toEqual(['Audits', 'b.txt']);
  });

  it('leaves out paths, cTags and the names of what is gone', async () => {
    const file = await putFile(bea, place, 'a.txt');
    const first = await pull(`${place.drive}/root/delta`);
    const entry = first.items.find((item) => item.id === file.id);
    expect(entry).not.toHaveProperty('cTag');
    expect(entry?.parentReference).not.toHaveProperty('path');
    await bea(`${place.drive}/items/${file.id}`, { method: 'DELETE' });
    const gone = (await pull(first.link)).items.find((item) => item.id === file.id);
    expect(gone?.deleted).toEqual({ state: 'deleted' });
    expect(gone).not.toHaveProperty('name');
  });

  it('works at the root only', async () => {
    expect(await bodyOf(bea(`${place.folder}/delta`), 400)).toMatchObject({ error: { code: 'notSupported' } });
    const root = await bodyOf<DriveItem>(bea(`${place.drive}/root`));
    expect((await bea(`${place.drive}/items/${root.id}/delta`)).status).toBe(200);
  });
});
