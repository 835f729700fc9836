import type { ColumnDefinition, List } from '@microsoft/microsoft-graph-types';
import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { addRow, makeList, teamSite } from '../../support/places.ts';

let northbridge: Northbridge;
let bea: GraphFetch;
beforeEach(async () => {
  northbridge = await openNorthbridge();
  bea = await northbridge.as('Bea');
});

const columnsOf = async (list: string, options = ''): Promise<ColumnDefinition[]> =>
  (await bodyOf<{ value: ColumnDefinition[] }>(bea(`${list}/columns${options}`))).value;

describe('a list', () => {
  it('is made with its columns and found by id and by title', async () => {
    const list = await makeList(bea);
    const site = await teamSite(bea);
    const byId = await bodyOf<List>(bea(list));
    const byTitle = await bodyOf<List>(bea(`/sites/${site.id}/lists/TOOLS`));
    expect(byTitle.id).toBe(byId.id);
    expect(byId.list).toMatchObject({ template: 'genericList' });
    expect((await columnsOf(list)).map((column) => column.name)).toEqual(
      expect.arrayContaining(['Title', 'Kind', 'Weight']),
    );
  });

  it('has a title that no other list of the site has', async () => {
    await makeList(bea);
    const site = await teamSite(bea);
    const answer = await bea(`/sites/${site.id}/lists`, { method: 'POST', json: { displayName: 'tools' } });
    expect(await bodyOf(answer, 409)).toMatchObject({ error: { code: 'nameAlreadyExists' } });
  });

  it('can be renamed, described and deleted', async () => {
    const list = await makeList(bea);
    const changed = await bodyOf<List>(
      bea(list, { method: 'PATCH', json: { displayName: 'Gear', description: 'For work' } }),
    );
    expect(changed).toMatchObject({ displayName: 'Gear', description: 'For work', name: 'Tools' });
    expect((await bea(list, { method: 'DELETE' })).status).toBe(204);
    expect((await bea(list)).status).toBe(404);
  });

  it('comes with columns and rows when these are expanded', async () => {
    const list = await makeList(bea);
    await addRow(bea, list, { Title: 'A saw' });
    const answer = await bodyOf<{ columns: object[]; items: { fields: object }[] }>(
      bea(`${list}?expand=columns,items(expand=fields(select=Title))`),
    );
    expect(answer.columns.length).toBeGreaterThan(5);
    expect(answer.items[0]?.fields).toMatchObject({ Title: 'A saw' });
  });

  it('is filtered by its title', async () => {
    await makeList(bea);
    const site = await teamSite(bea);
    const page = await bodyOf<{ value: List[] }>(
      bea(`/sites/${site.id}/lists?$filter=displayName eq 'Tools'&$select=id,displayName`),
    );
    expect(page.value).toHaveLength(1);
  });

  it.each([
    ['two types in one column', [{ name: 'A', text: {}, number: {} }]],
    ['no type', [{ name: 'A' }]],
    ['unique values without an index', [{ name: 'A', text: {}, enforceUniqueValues: true }]],
    ['an index on several lines', [{ name: 'A', text: { allowMultipleLines: true }, indexed: true }]],
    ['a facet member that does not exist', [{ name: 'A', text: { length: 5 } }]],
    ['a name with a space', [{ name: 'A B', text: {} }]],
    [
      'one name twice',
      [
        { name: 'A', text: {} },
        { name: 'a', text: {} },
      ],
    ],
  ])('is refused with %s, and nothing is left of it', async (_what, columns) => {
    const site = await teamSite(bea);
    const answer = await bea(`/sites/${site.id}/lists`, { method: 'POST', json: { displayName: 'Bad', columns } });
    expect(await bodyOf(answer, 400)).toMatchObject({ error: { code: 'invalidRequest' } });
    expect((await bea(`/sites/${site.id}/lists/Bad`)).status).toBe(404);
  });
});

describe('a column', () => {
  it('that is hidden is listed only when `hidden` is selected', async () => {
    const list = await makeList(bea);
    expect((await columnsOf(list)).some((column) => column.name === 'Uid')).toBe(false);
    const all = await columnsOf(list, '?$select=name,hidden,indexed,enforceUniqueValues');
    expect(all.find((column) => column.name === 'Uid')).toMatchObject({
      hidden: true,
      indexed: true,
      enforceUniqueValues: true,
    });
  });

  it('can be added, renamed for people, indexed and removed', async () => {
    const list = await makeList(bea);
    await addRow(bea, list, { Title: 'A saw' });
    const made = await bodyOf<ColumnDefinition>(
      bea(`${list}/columns`, { method: 'POST', json: { name: 'Colour', text: {} } }),
      201,
    );
    await bodyOf(bea(`${list}/items/1/fields`, { method: 'PATCH', json: { Colour: 'red' } }));
    expect((await bea(`${list}/items?$filter=fields/Colour eq 'red'`)).status).toBe(400);
    const changed = await bodyOf<ColumnDefinition>(
      bea(`${list}/columns/${made.id}`, { method: 'PATCH', json: { displayName: 'Paint', indexed: true } }),
    );
    expect(changed).toMatchObject({ name: 'Colour', displayName: 'Paint', indexed: true });
    const found = await bodyOf<{ value: object[] }>(bea(`${list}/items?$filter=fields/Colour eq 'RED'`));
    expect(found.value).toHaveLength(1);
    expect((await bea(`${list}/columns/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await bea(`${list}/items/1/fields`, { method: 'PATCH', json: { Colour: 'blue' } })).status).toBe(400);
  });

  it('is refused under a name that is taken', async () => {
    const list = await makeList(bea);
    expect((await bea(`${list}/columns`, { method: 'POST', json: { name: 'kind', text: {} } })).status).toBe(409);
  });

  it('does not change its type, and cannot become unique while it holds doubles', async () => {
    const list = await makeList(bea);
    await addRow(bea, list, { Title: 'a', Weight: 1 });
    await addRow(bea, list, { Title: 'b', Weight: 1 });
    expect((await bea(`${list}/columns/Weight`, { method: 'PATCH', json: { text: {} } })).status).toBe(400);
    expect((await bea(`${list}/columns/Weight`, { method: 'PATCH', json: { enforceUniqueValues: true } })).status).toBe(
      400,
    );
    const column = (await columnsOf(list)).find((each) => each.name === 'Weight');
    expect(column?.enforceUniqueValues).toBe(false);
  });
});
