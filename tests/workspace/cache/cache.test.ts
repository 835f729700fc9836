import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CacheFacts, openCache } from '../../../src/workspace/cache/cache.ts';
import { isStorageFailure } from '../../../src/workspace/cache/storage-failure.ts';
import { buildEdit, buildRow } from '../support/rows-and-edits.ts';

const NAME = 'jtai.tenant.bea.workspace';
const shapes = new Map([['judgements', 'list-1,Title,Reason']]);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

function open(facts: Partial<CacheFacts> = {}, name = NAME) {
  return openCache(name, { sensitive: new Set(), shapes, onLost: () => undefined, ...facts });
}

const row = buildRow('FD-A1', 1);
const edit = buildEdit('a.001');

describe('a change', () => {
  it('is there for whoever opens the cache next: rows, link, edits and drafts', async () => {
    const draft = { list: 'judgements', record: 'FD-A1', values: { reason: 'Half a sen' }, at: '2026-11-23T09:00:00Z' };
    const cache = await open();
    await cache.write({
      rows: [{ list: 'judgements', put: [row] }],
      links: [{ list: 'judgements', link: 'from here' }],
      edits: { put: [edit] },
      drafts: { put: [draft] },
    });
    cache.close();
    const kept = await (await open()).read();
    expect(kept.rows).toEqual([{ list: 'judgements', rows: [row] }]);
    expect(kept.links).toEqual(new Map([['judgements', 'from here']]));
    expect(kept.edits).toEqual([edit]);
    expect(kept.drafts).toEqual([draft]);
  });

  it('takes an edit off and writes its row together', async () => {
    const cache = await open();
    await cache.write({ edits: { put: [edit] } });
    await cache.write({ edits: { drop: [edit.id] }, rows: [{ list: 'judgements', put: [row], written: true }] });
    const kept = await cache.read();
    expect([kept.edits, kept.rows]).toEqual([[], [{ list: 'judgements', rows: [row] }]]);
  });

  it('of which one part cannot be written is not written at all: not the edit, not the link, not the other rows', async () => {
    const cache = await open();
    await cache.write({ edits: { put: [edit] } });
    const unwritable = { ...buildRow('FD-A2', 2), reason: () => 'a function cannot be stored' };
    const whole = cache.write({
      edits: { drop: [edit.id] },
      links: [{ list: 'judgements', link: 'past it' }],
      rows: [{ list: 'judgements', put: [row, unwritable] }],
    });
    await expect(whole).rejects.toSatisfy(isStorageFailure);
    const kept = await cache.read();
    expect([kept.edits, kept.links.size, kept.rows]).toEqual([[edit], 0, []]);
  });
});

describe('rows', () => {
  it('are kept in at most 80 chunks a list, and come back in the order of their numbers', async () => {
    const rows = Array.from({ length: 500 }, (_, n) => buildRow(`FD-${n}`, n + 1));
    const cache = await open();
    await cache.write({ rows: [{ list: 'judgements', put: rows.toReversed() }] });
    expect((await cache.read()).rows).toEqual([{ list: 'judgements', rows }]);
    const database = await openDB(NAME);
    expect(await database.count('chunks')).toBeLessThanOrEqual(80);
  });

  it('that another tab wrote into the same chunk stay', async () => {
    const rows = Array.from({ length: 200 }, (_, n) => buildRow(`FD-${n}`, n + 1));
    const [one, other] = [await open(), await open()];
    for (const each of rows)
      await (Number(each.held.item) % 2 ? one : other).write({ rows: [{ list: 'judgements', put: [each] }] });
    expect((await one.read()).rows[0]?.rows).toEqual(rows);
  });

  it('that our own write brought late do not replace newer ones that a pull has put there', async () => {
    const cache = await open();
    const newer = buildRow('FD-A1', 1, { reason: 'Newer' }, 3);
    await cache.write({ rows: [{ list: 'judgements', put: [newer] }] });
    await cache.write({ rows: [{ list: 'judgements', put: [buildRow('FD-A1', 1, {}, 2)], written: true }] });
    expect((await cache.read()).rows[0]?.rows).toEqual([newer]);
  });

  it('that were made again after a removal are not taken away by news of the removal', async () => {
    const cache = await open();
    const again = buildRow('FD-A1', 9);
    await cache.write({ rows: [{ list: 'judgements', put: [again] }] });
    await cache.write({ rows: [{ list: 'judgements', drop: [{ uid: 'FD-A1', item: '1' }] }] });
    expect((await cache.read()).rows[0]?.rows).toEqual([again]);
  });
});

describe('a sensitive list', () => {
  it('leaves nothing: no row, no link, no edit, no draft', async () => {
    const cache = await open({ sensitive: new Set(['judgements']) });
    await cache.write({
      rows: [{ list: 'judgements', put: [row] }],
      links: [{ list: 'judgements', link: 'from here' }],
      edits: { put: [edit] },
      drafts: { put: [{ list: 'judgements', record: 'FD-A1', values: {}, at: '' }] },
    });
    const database = await openDB(NAME);
    for (const store of ['chunks', 'links', 'edits', 'drafts'])
      expect([store, await database.count(store)]).toEqual([store, 0]);
  });
});

describe('a link', () => {
  it.each([
    ['other columns', 'list-1,Title,Reason,Impact'],
    ['a list that was made again', 'list-2,Title,Reason'],
  ])('that was made for %s is not used again', async (_, shape) => {
    const cache = await open();
    await cache.write({ links: [{ list: 'judgements', link: 'from here' }] });
    cache.close();
    const kept = await (await open({ shapes: new Map([['judgements', shape]]) })).read();
    expect(kept.links.size).toBe(0);
  });
});

describe('storage that goes away', () => {
  it('is told as forgotten when another tab deletes it at sign-out, and lets go so that it can', async () => {
    const told: boolean[] = [];
    const cache = await open({ onLost: (isForgotten) => told.push(isForgotten) });
    await deleteDB(NAME);
    expect(told).toEqual([true]);
    await expect(cache.write({ edits: { put: [edit] } })).rejects.toSatisfy(isStorageFailure);
  });

  it('is told as lost when a newer version of the product changes it', async () => {
    const told: boolean[] = [];
    await open({ onLost: (isForgotten) => told.push(isForgotten) });
    (await openDB(NAME, 2)).close();
    expect(told).toEqual([false]);
  });

  it('refuses to open what a newer version has made, as blocked storage does', async () => {
    (await openDB(NAME, 2)).close();
    await expect(open()).rejects.toSatisfy(isStorageFailure);
  });

  it('does not write after it was closed', async () => {
    const cache = await open();
    cache.close();
    await expect(cache.write({ edits: { put: [edit] } })).rejects.toSatisfy(isStorageFailure);
  });
});

describe('another person, tenant or workspace', () => {
  it('sees nothing of it', async () => {
    await (await open()).write({ rows: [{ list: 'judgements', put: [row] }], edits: { put: [edit] } });
    for (const name of ['jtai.tenant.dorian.workspace', 'jtai.other.bea.workspace', 'jtai.tenant.bea.second']) {
      const kept = await (await open({}, name)).read();
      expect([kept.rows, kept.edits]).toEqual([[], []]);
    }
  });
});

describe('an edit of another version', () => {
  it('keeps members that mean nothing here, and is looked into if its standing means nothing here', async () => {
    const database = await openDB(NAME, 1, {
      upgrade(made) {
        for (const store of ['chunks', 'links']) made.createObjectStore(store);
        made.createObjectStore('edits', { keyPath: 'id' });
        made.createObjectStore('drafts', { keyPath: 'record' });
      },
    });
    await database.put('edits', { ...edit, standing: { is: 'queued-elsewhere' }, colour: 'blue' });
    await database.put('edits', { id: 'b', anything: 'else' });
    database.close();
    const cache = await open();
    expect((await cache.read()).edits).toEqual([{ ...edit, standing: { is: 'unsure', looks: 0 }, colour: 'blue' }]);
    expect(await (await openDB(NAME)).get('edits', 'b')).toEqual({ id: 'b', anything: 'else' });
  });
});
