import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { forgetPerson, toKeptName } from '../../../src/workspace/cache/forget.ts';
import { memoryStorage } from '../simulation/disk.ts';

it('signing out wipes all that is kept of the person, in every workspace, and nothing of anybody else', async () => {
  globalThis.indexedDB = new IDBFactory();
  const storage = memoryStorage();
  const mine = ['first', 'second'].map((workspace) => toKeptName('tenant', 'bea', workspace));
  const others = [toKeptName('tenant', 'dorian', 'first'), toKeptName('other', 'bea', 'first')];
  for (const name of [...mine, ...others]) {
    (await openDB(name, 1)).close();
    storage.setItem(`${name}/a.001`, '{}');
  }
  await forgetPerson('tenant', 'bea', storage);
  expect((await indexedDB.databases()).map(({ name }) => name).toSorted()).toEqual(others.toSorted());
  expect(Array.from({ length: storage.length }, (_, i) => storage.key(i))).toEqual(
    others.map((name) => `${name}/a.001`),
  );
});
