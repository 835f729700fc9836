import { expect, it } from 'vitest';
import { addPartner, removePartner, renamePartner } from '../../src/services/partners.ts';
import { folders, partners } from '../../src/workspace/schema/lists.ts';
import type { Workspace } from '../../src/workspace/store/workspace.ts';
import { openAtWork } from '../workspace/support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../workspace/support/rows.ts';

async function open() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  return { atWork, bea: await atWork.sit('Bea', info) };
}

function folderNames(workspace: Workspace, uid: string): string[] {
  const files = workspace.files();
  if (files.state !== 'ready') throw new Error(files.state);
  const { item } = rowOf(workspace, folders, uid);
  const below = [...files.items.values()].filter((one) => one.parentId === item).map((one) => one.name);
  return [files.items.get(item)?.name ?? '', ...below.toSorted()];
}

it('a partner that is added comes last, with its folders', async () => {
  const { bea } = await open();
  const { saved, sentence } = await addPartner(bea, 'Voluntary sector');
  expect(saved).toMatchObject({ outcome: 'saved', row: { uid: 'voluntary-sector', position: 2 } });
  expect(sentence).toBeUndefined();
  expect(folderNames(bea, 'front-door-2026.voluntary-sector')).toEqual([
    'Voluntary sector',
    '1 Documents asked for',
    '2 Self-evaluation',
    '3 Audits',
    '4 Data',
    '5 Policies',
  ]);
});

it('a partner that is renamed keeps its key and its folder, under the new name', async () => {
  const { bea } = await open();
  const before = rowOf(bea, folders, 'front-door-2026.police').item;
  const { saved, sentence } = await renamePartner(bea, rowOf(bea, partners, 'police'), 'Northbridge Police');
  expect(saved).toMatchObject({ outcome: 'saved', row: { uid: 'police', title: 'Northbridge Police' } });
  expect(sentence).toBeUndefined();
  await bea.pull();
  expect(rowOf(bea, folders, 'front-door-2026.police')).toMatchObject({ item: before, title: 'Northbridge Police' });
  expect(folderNames(bea, 'front-door-2026.police')[0]).toBe('Northbridge Police');
});

it('a folder that cannot be renamed is told, and the new name stands', async () => {
  const { bea, atWork } = await open();
  atWork.disturb((request) =>
    request.method === 'PATCH' && request.url.includes('/drives/') ? Response.json({}, { status: 423 }) : undefined,
  );
  const { saved, sentence } = await renamePartner(bea, rowOf(bea, partners, 'police'), 'Northbridge Police');
  expect(saved.outcome).toBe('saved');
  expect(sentence).toBe(
    'The partner is saved, its folders are not as they should be. Somebody has the file open or checked out. Try again when it is closed.',
  );
});

it('a partner that is removed keeps its rows and folders, and its key is not given again', async () => {
  const { bea } = await open();
  await removePartner(bea, rowOf(bea, partners, 'police'), '2026-11-23');
  expect(rowOf(bea, partners, 'police').removedOn).toBe('2026-11-23');
  expect(folderNames(bea, 'front-door-2026.police')[0]).toBe('Police');
  const { saved } = await addPartner(bea, 'Police');
  expect(saved).toMatchObject({ row: { uid: 'police-2' } });
  expect(rowsOf(bea, partners)).toHaveLength(3);
});
