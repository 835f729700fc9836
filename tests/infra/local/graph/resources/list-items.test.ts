import { beforeEach, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, type Northbridge, openNorthbridge } from '../../support/northbridge.ts';
import { addRow, makeList, type Row } from '../../support/places.ts';

let northbridge: Northbridge;
let bea: GraphFetch;
let list: string;
beforeEach(async () => {
  northbridge = await openNorthbridge();
  bea = await northbridge.as('Bea');
  list = await makeList(bea);
});

type Rows = { value: Row[]; '@odata.nextLink'?: string };
const titles = async (options: string, init?: RequestInit): Promise<unknown[]> =>
  (await bodyOf<Rows>(bea(`${list}/items?$expand=fields($select=Title)&${options}`, init))).value.map(
    (row) => row.fields.Title,
  );

describe('a row', () => {
  it('keeps what is written, by the name of the column', async () => {
    const fields = {
      Title: 'A saw',
      Uid: 's1',
      Kind: 'saw',
      Weight: 1.5,
      Note: 'Old',
      Sharp: true,
      Due: '2026-11-30T12:00:00Z',
    };
    const row = await addRow(bea, list, fields);
    expect(row.id).toBe('1');
    expect(row.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    const read = await bodyOf<Row>(bea(`${list}/items/1?$expand=fields`));
    expect(read.fields).toMatchObject(fields);
    expect(read.createdBy?.user?.displayName).toBe('Bea Thistledown');
  });

  it('comes without its fields unless they are expanded', async () => {
    await addRow(bea, list, { Title: 'A saw' });
    expect((await bodyOf<Row>(bea(`${list}/items/1`))).fields).toBeUndefined();
  });

  it('keeps several choices only with their type', async () => {
    const Uses = ['rip', 'cut'];
    expect((await bea(`${list}/items`, { method: 'POST', json: { fields: { Uses } } })).status).toBe(400);
    const row = await addRow(bea, list, { Uses, 'Uses@odata.type': 'Collection(Edm.String)' });
    expect(row.fields.Uses).toEqual(Uses);
  });

  it.each([
    ['an unknown field', { Colour: 'red' }],
    ['a field by its wrong case', { title: 'x' }],
    ['text where a number belongs', { Weight: '5' }],
    ['a number where text belongs', { Title: 5 }],
    ['a choice that is none', { Kind: 'axe' }],
    ['a date that is none', { Due: 'soon' }],
    ['a field that only the service writes', { Modified: '2026-01-01T00:00:00Z' }],
    ['too much text', { Title: 'x'.repeat(256) }],
  ])('is refused with %s', async (_what, fields) => {
    expect(await bodyOf(bea(`${list}/items`, { method: 'POST', json: { fields } }), 400)).toMatchObject({
      error: { code: 'invalidRequest' },
    });
    expect((await bodyOf<Rows>(bea(`${list}/items`))).value).toEqual([]);
  });

  it('cannot take a value that must be unique from another row, but may keep its own', async () => {
    await addRow(bea, list, { Uid: 'a' });
    await addRow(bea, list, { Uid: 'b' });
    expect((await bea(`${list}/items`, { method: 'POST', json: { fields: { Uid: 'A' } } })).status).toBe(400);
    expect((await bea(`${list}/items/2/fields`, { method: 'PATCH', json: { Uid: 'a' } })).status).toBe(400);
    expect((await bea(`${list}/items/2/fields`, { method: 'PATCH', json: { Uid: 'b', Title: 'x' } })).status).toBe(200);
    await bea(`${list}/items/1`, { method: 'DELETE' });
    await addRow(bea, list, { Uid: 'a' });
  });

  it('changes only for those who have seen its latest version', async () => {
    const first = await addRow(bea, list, { Title: 'one' });
    const change = (Title: string, tag: string) =>
      bea(`${list}/items/1/fields`, { method: 'PATCH', json: { Title }, headers: { 'if-match': tag } });
    expect((await change('two', first['@odata.etag'])).status).toBe(200);
    const clash = await change('three', first['@odata.etag']);
    expect(await bodyOf(clash, 412)).toMatchObject({ error: { code: 'resourceModified' } });
    expect(await titles('')).toEqual(['two']);
    expect(
      (await bea(`${list}/items/1`, { method: 'DELETE', headers: { 'if-match': first['@odata.etag'] } })).status,
    ).toBe(412);
    expect((await change('four', '*')).status).toBe(200);
  });

  it('is emptied field by field with null', async () => {
    await addRow(bea, list, { Title: 'one', Weight: 4 });
    const fields = await bodyOf(bea(`${list}/items/1/fields`, { method: 'PATCH', json: { Weight: null } }));
    expect(fields).not.toHaveProperty('Weight');
    expect(await titles('$filter=fields/Weight eq 4')).toEqual([]);
  });

  it('can also be changed at its own address', async () => {
    await addRow(bea, list, { Title: 'one' });
    const row = await bodyOf<Row>(bea(`${list}/items/1`, { method: 'PATCH', json: { fields: { Title: 'two' } } }));
    expect(row.fields.Title).toBe('two');
  });

  it('keeps its versions, the newest first', async () => {
    await addRow(bea, list, { Title: 'one' });
    await bea(`${list}/items/1/fields`, { method: 'PATCH', json: { Title: 'two' } });
    const versions = await bodyOf<{ value: Row[] }>(bea(`${list}/items/1/versions?$expand=fields`));
    expect(versions.value.map((version) => [version.id, version.fields.Title])).toEqual([
      ['2.0', 'two'],
      ['1.0', 'one'],
    ]);
  });

  it('that is deleted is no longer found', async () => {
    await addRow(bea, list, { Title: 'one' });
    expect((await bea(`${list}/items/1`, { method: 'DELETE' })).status).toBe(204);
    expect((await bea(`${list}/items/1`)).status).toBe(404);
    expect((await addRow(bea, list, {})).id).toBe('2');
  });
});

describe('the rows of a list', () => {
  beforeEach(async () => {
    const rows = [
      { Title: 'a', Uid: 'a', Kind: 'saw', Weight: 3, Due: '2026-11-01T12:00:00Z' },
      { Title: 'b', Uid: 'b', Kind: 'plane', Weight: 1, Due: '2026-12-01T12:00:00Z' },
      { Title: 'c', Uid: 'c', Kind: 'saw', Weight: 2 },
    ];
    for (const row of rows) await addRow(bea, list, row);
  });

  it('are filtered and ordered on indexed columns', async () => {
    expect(await titles("$filter=fields/Kind eq 'SAW'")).toEqual(['a', 'c']);
    expect(await titles("$filter=fields/Kind eq 'saw' and fields/Weight lt 3")).toEqual(['c']);
    expect(await titles("$filter=fields/Uid eq 'a' or fields/Uid eq 'b'&$orderby=fields/Weight")).toEqual(['b', 'a']);
    expect(await titles('$orderby=fields/Weight desc')).toEqual(['a', 'c', 'b']);
    expect(await titles("$filter=fields/Due ge '2026-11-15'")).toEqual(['b']);
    expect(await titles("$filter=startswith(fields/Uid,'A')")).toEqual(['a']);
    expect(await titles('$filter=not (fields/Weight gt 1)')).toEqual(['b']);
  });

  it('are not filtered on any other column, even when there are only three', async () => {
    const refusal = await bodyOf<{ error: { code: string; message: string } }>(
      bea(`${list}/items?$filter=fields/Title eq 'a'`),
      400,
    );
    expect(refusal.error.message).toContain('HonorNonIndexedQueriesWarningMayFailRandomly');
    expect((await bea(`${list}/items?$orderby=fields/Note`)).status).toBe(400);
    const headers = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    expect(await titles("$filter=fields/Title eq 'a'", { headers })).toEqual(['a']);
  });

  it('come in pages that are complete and have no doubles', async () => {
    const seen: unknown[] = [];
    let link: string | undefined = `${list}/items?$expand=fields($select=Title)&$top=2`;
    while (link) {
      const page: Rows = await bodyOf<Rows>(bea(link));
      seen.push(...page.value.map((row) => row.fields.Title));
      link = page['@odata.nextLink'];
    }
    expect(seen).toEqual(['a', 'b', 'c']);
  });

  it.each(['fields/Kind eq', "fields/Kind is 'saw'", "fields/Nope eq 'x'", "(fields/Kind eq 'saw'", "'saw'"])(
    'are not filtered by nonsense: %s',
    async (filter) => {
      expect((await bea(`${list}/items?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
    },
  );
});

describe('the delta of a list', () => {
  type Delta = Rows & { '@odata.deltaLink'?: string };
  const pull = async (link: string) => {
    const rows: Row[] = [];
    for (let next: string | undefined = link; ; ) {
      const page: Delta = await bodyOf<Delta>(bea(next));
      rows.push(...page.value);
      if (page['@odata.deltaLink']) return { rows, link: page['@odata.deltaLink'] };
      next = page['@odata.nextLink'];
      if (!next) throw new Error('A page with neither a next nor a delta link.');
    }
  };

  it('gives everything first, then only what changed', async () => {
    for (const Title of ['a', 'b', 'c']) await addRow(bea, list, { Title });
    const first = await pull(`${list}/items/delta?$expand=fields&$top=2`);
    expect(first.rows.map((row) => row.fields.Title)).toEqual(['a', 'b', 'c']);
    expect((await pull(first.link)).rows).toEqual([]);
    await bea(`${list}/items/2/fields`, { method: 'PATCH', json: { Title: 'B' } });
    await bea(`${list}/items/3`, { method: 'DELETE' });
    await addRow(bea, list, { Title: 'd' });
    const second = await pull(first.link);
    expect(second.rows.map((row) => row.fields?.Title ?? `deleted ${row.id}`)).toEqual(['B', 'deleted 3', 'd']);
  });

  it('tells of a row that was deleted while the first pages were read', async () => {
    for (const Title of ['a', 'b', 'c']) await addRow(bea, list, { Title });
    const page = await bodyOf<Delta>(bea(`${list}/items/delta?$expand=fields&$top=1`));
    await bea(`${list}/items/1`, { method: 'DELETE' });
    const rest = await pull(page['@odata.nextLink'] as string);
    expect(rest.rows.map((row) => (row as { deleted?: object }).deleted !== undefined)).toEqual([false, false, true]);
  });

  it('says nothing of what was gone before it began', async () => {
    await addRow(bea, list, { Title: 'a' });
    await bea(`${list}/items/1`, { method: 'DELETE' });
    expect((await pull(`${list}/items/delta`)).rows).toEqual([]);
  });

  it('begins now, or at a moment, when asked to', async () => {
    await addRow(bea, list, { Title: 'a' });
    expect((await pull(`${list}/items/delta?token=latest`)).rows).toEqual([]);
    expect((await pull(`${list}/items/delta?token=2026-11-22T00:00:00Z`)).rows).toHaveLength(1);
    expect((await pull(`${list}/items/delta?token=2026-11-24T00:00:00Z`)).rows).toEqual([]);
  });

  it('refuses a token of another list and asks for a new start with one from the future', async () => {
    const link = (await pull(`${list}/items/delta`)).link;
    const other = await makeList(bea, 'Other');
    const token = new URL(link).searchParams.get('token') ?? '';
    expect((await bea(`${other}/items/delta?token=${token}`)).status).toBe(400);
    const future = Buffer.from(`999999;999999;${list.split('/').at(-1)}`).toString('base64url');
    const gone = await bea(`${list}/items/delta?$expand=fields&token=${future}`);
    expect(await bodyOf(gone.clone(), 410)).toMatchObject({ error: { code: 'resyncChangesApplyDifferences' } });
    expect((await bea(gone.headers.get('location') ?? '')).status).toBe(200);
  });

  it('costs one unit with a token and two for each page of the first crawl', async () => {
    const units = async () => ((await northbridge.control('GET', '/counters')) as { units: number }).units;
    for (const Title of ['a', 'b', 'c']) await addRow(bea, list, { Title });
    const before = await units();
    const first = await pull(`${list}/items/delta?$top=2`);
    const crawled = await units();
    await pull(first.link);
    expect([crawled - before, (await units()) - crawled]).toEqual([4, 1]);
  });
});
