import { describe, expect, it } from 'vitest';
import type { LibraryItem } from '../../src/graph/drive.ts';
import { findPath, findUnregistered } from '../../src/workspace/library.ts';
import type { Evidence, Folder } from '../../src/workspace/schema/lists.ts';

const stamp = { at: '2026-11-23T09:00:00Z', by: 'Bea Thistledown' };
const facts = { version: '"1"', created: stamp, changed: stamp };

function item(
  id: string,
  parentId: string | undefined,
  kind: LibraryItem['kind'],
  at = stamp.at,
): [string, LibraryItem] {
  return [id, { id, name: id, parentId, kind, size: 1, webUrl: '', ...facts, created: { at, by: 'x' } }];
}

const items = new Map([
  item('root', undefined, 'folder'),
  item('home', 'root', 'folder'),
  item('theme', 'home', 'folder'),
  item('police', 'theme', 'folder'),
  item('audits', 'police', 'folder'),
  item('old.pdf', 'police', 'file', '2026-11-20T09:00:00Z'),
  item('new.pdf', 'audits', 'file', '2026-11-22T09:00:00Z'),
  item('known.pdf', 'audits', 'file'),
  item('plan.docx', 'theme', 'file'),
  item('lost.pdf', 'a folder that is gone', 'file'),
]);
const folders: Folder[] = [
  { uid: 't', title: 'theme', theme: 't', item: 'theme', ...facts },
  { uid: 't.police', title: 'Police', theme: 't', partner: 'police', item: 'police', ...facts },
];
const evidence: Evidence[] = [
  { uid: 'e', title: 'Known', partner: 'police', theme: 't', state: 'draft', file: 'known.pdf', ...facts },
];

describe('the way to a file', () => {
  it('is read from the folders above it', () => {
    expect(findPath(items, 'new.pdf', 'home')?.map((step) => step.id)).toEqual([
      'theme',
      'police',
      'audits',
      'new.pdf',
    ]);
  });

  it('is not there outside the folder that is asked about', () => {
    expect(findPath(items, 'new.pdf', 'elsewhere')).toBeUndefined();
    expect(findPath(items, 'lost.pdf', 'home')).toBeUndefined();
  });

  it('ends where folders are read in a circle', () => {
    const circle = new Map([item('a', 'b', 'folder'), item('b', 'a', 'folder')]);
    expect(findPath(circle, 'a', 'home')).toBeUndefined();
  });
});

it("files in a partner's folders that nobody registered are found, newest first", () => {
  expect(findUnregistered(items, folders, evidence)).toMatchObject([
    { item: { id: 'new.pdf' }, partner: 'police', theme: 't' },
    { item: { id: 'old.pdf' }, partner: 'police', theme: 't' },
  ]);
});
