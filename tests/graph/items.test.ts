import { describe, expect, it } from 'vitest';
import {
  createItem,
  findItem,
  getHistory,
  getItemsPage,
  saveItem,
  toItemsPage,
  toItemsPull,
} from '../../src/graph/items.ts';
import { createList } from '../../src/graph/lists.ts';
import { fault, json, openAnswering } from './answering.ts';

const at = { site: 'host,1,2', list: 'l' };
const row = (id: string, version = 1) => ({ id, eTag: `"g,${version}"`, fields: { Uid: `u${id}` } });
const base = 'http://localhost:5302/v1.0/sites/host%2C1%2C2/lists/l';

describe('changes of a list', () => {
  it('a first page says where the next one is, and the last where the next pull begins', async () => {
    const { graph, seen } = openAnswering((_, number) =>
      number === 1
        ? json({ value: [row('1')], '@odata.nextLink': `${base}/items/delta?$skiptoken=2` })
        : json({ value: [], '@odata.deltaLink': `${base}/items/delta?token=abc` }),
    );
    const first = toItemsPage(await graph.send<unknown>(toItemsPull(at, ['Uid', 'Title'], undefined)));
    expect(first).toMatchObject({ items: [{ id: '1' }], more: `${base}/items/delta?$skiptoken=2`, link: undefined });
    const last = await getItemsPage(graph, first.more ?? '');
    expect(last).toEqual({ items: [], removed: [], more: undefined, link: `${base}/items/delta?token=abc` });
    expect(seen.map((request) => request.url)).toEqual([
      `${base}/items/delta?$expand=fields($select=Uid,Title)&$top=1000`,
      `${base}/items/delta?$skiptoken=2`,
    ]);
  });

  it('an item that comes twice is as it came last, and one that was removed last is gone', () => {
    const page = toItemsPage({
      value: [row('1', 1), row('2', 1), row('1', 2), { id: '2', deleted: { state: 'deleted' } }],
      '@odata.deltaLink': `${base}/items/delta?token=abc`,
    });
    expect(page.items.map((item) => item.version)).toEqual(['"g,2"']);
    expect(page.removed).toEqual(['2']);
  });

  it('a link that has grown too old says where to begin again', async () => {
    const location = `${base}/items/delta?token=fresh`;
    const { graph } = openAnswering(() => fault(410, 'resyncChangesApplyDifferences', { Location: location }));
    const old = toItemsPull(at, ['Uid'], `${base}/items/delta?token=old`);
    await expect(graph.send(old)).rejects.toMatchObject({ kind: 'gone', startAgainAt: location });
  });

  it('what is no collection is a failure, not an empty list', () => {
    expect(() => toItemsPage({ values: [] })).toThrow(expect.objectContaining({ kind: 'unreadable' }));
  });
});

it('a row is found by its key, quotes and all', async () => {
  const { graph, seen } = openAnswering(() => json({ value: [row('1')] }));
  await findItem(graph, at, { name: 'Uid', is: "o'hara & co" }, ['Uid']);
  expect(seen[0]?.url).toBe(
    `${base}/items?$expand=fields($select=Uid)&$filter=fields/Uid%20eq%20%27o%27%27hara%20%26%20co%27`,
  );
});

it('a change names the version it was based on', async () => {
  const { graph, seen } = openAnswering(() => json(row('1', 2)));
  await saveItem(graph, at, { id: '1', version: '"g,1"' }, { Title: 'New', DueOn: null }, ['Uid']);
  expect(seen[0]?.headers.get('If-Match')).toBe('"g,1"');
  expect(seen[0]?.url).toBe(`${base}/items/1/fields`);
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ Title: 'New', DueOn: null });
});

it('several values say that they are several', async () => {
  const { graph, seen } = openAnswering(() => json(row('1'), 201));
  await createItem(graph, at, { Uid: 'u1', Kinds: ['a', 'b'] }, ['Uid']);
  expect(JSON.parse(seen[0]?.body ?? '')).toEqual({
    fields: { Uid: 'u1', 'Kinds@odata.type': 'Collection(Edm.String)', Kinds: ['a', 'b'] },
  });
});

it('a list is made with its columns in one call', async () => {
  const { graph, seen, tokens } = openAnswering(() => json({ id: 'l', displayName: 'A' }, 201));
  await createList(graph, 'host,1,2', {
    title: 'A',
    description: 'B',
    columns: [
      { name: 'Uid', title: 'Uid', type: 'text', indexed: true, unique: true, hidden: true },
      { name: 'DueOn', title: 'Due', type: 'day' },
      { name: 'State', title: 'State', type: 'choice', choices: ['x', 'y'] },
    ],
  });
  expect(tokens[0]?.scopes).toContain('Sites.Manage.All');
  expect(JSON.parse(seen[0]?.body ?? '')).toMatchObject({
    displayName: 'A',
    description: 'B',
    list: { template: 'genericList' },
    columns: [
      { name: 'Uid', indexed: true, enforceUniqueValues: true, hidden: true, text: { maxLength: 255 } },
      { name: 'DueOn', dateTime: { format: 'dateOnly' } },
      { name: 'State', choice: { choices: ['x', 'y'] } },
    ],
  });
});

it('what a row was is read from its versions, newest first, page after page', async () => {
  const version = (id: string, at: string) => ({
    id,
    lastModifiedDateTime: at,
    lastModifiedBy: { user: { displayName: 'Bea Thistledown' } },
    fields: { Title: `as of ${id}` },
  });
  const pages = [
    { value: [version('9.0', '2026-11-23T09:00:00Z')], '@odata.nextLink': `${base}/items/7/versions?$skiptoken=2` },
    { value: [version('1.0', '2026-11-20T09:00:00Z'), version('10.0', '2026-11-24T09:00:00Z')] },
  ];
  const { graph, seen } = openAnswering((_, number) => json(pages[number - 1]));
  const history = await getHistory(graph, at, '7', ['Title']);
  expect(history.map((one) => one.id)).toEqual(['10.0', '9.0', '1.0']);
  expect(history[2]).toEqual({
    id: '1.0',
    at: '2026-11-20T09:00:00Z',
    by: 'Bea Thistledown',
    fields: { Title: 'as of 1.0' },
  });
  expect(seen[0]?.url).toBe(`${base}/items/7/versions?$expand=fields($select=Title)`);
});
