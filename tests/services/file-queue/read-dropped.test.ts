import { expect, it } from 'vitest';
import { readDropped } from '../../../src/services/file-queue/read-dropped.ts';

type Tree = File | 'unreadable' | { readonly [name: string]: Tree };

/** Entries as Chromium gives them: a folder tells a hundred at a time, and then nothing. */
function toEntry(name: string, tree: Tree, told: number[] = []): FileSystemEntry {
  if (tree instanceof File || tree === 'unreadable') {
    const entry = {
      isFile: true,
      isDirectory: false,
      name,
      file: (give: FileCallback, refuse: ErrorCallback) =>
        queueMicrotask(() => (tree === 'unreadable' ? refuse(new DOMException('', 'NotReadableError')) : give(tree))),
    };
    return entry as unknown as FileSystemFileEntry;
  }
  const createReader = () => {
    const left = Object.entries(tree).map(([each, under]) => toEntry(each, under, told));
    const readEntries = (give: FileSystemEntriesCallback) => {
      const some = left.splice(0, 100);
      told.push(some.length);
      queueMicrotask(() => give(some));
    };
    return { readEntries };
  };
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemDirectoryEntry;
}

/** The drop as it is within its event; afterwards the browser has let go of it. */
function toDrop(entries: readonly (FileSystemEntry | null)[], files: readonly File[] = []) {
  let isOver = false;
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => (isOver ? null : entry) }));
  const transfer = {
    get items() {
      return isOver ? [] : [{ kind: 'string', webkitGetAsEntry: () => null }, ...items];
    },
    get files() {
      return isOver ? [] : files;
    },
  } as unknown as DataTransfer;
  const end = () => {
    isOver = true;
  };
  return { transfer, end };
}

const file = (name: string) => new File([name], name);
const paths = (chosen: Awaited<ReturnType<typeof readDropped>>['chosen']) =>
  chosen.map((each) => [...each.folders, each.file.name].join('/'));

it('a folder that is dropped is read to its end, however many files it holds', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.txt`, file(`${index}.txt`)]));
  const told: number[] = [];
  const { transfer, end } = toDrop([toEntry('Sample', many, told)]);
  const reading = readDropped(transfer);
  end();
  const { chosen } = await reading;
  expect(told).toEqual([100, 100, 50, 0]);
  expect(new Set(paths(chosen)).size).toBe(250);
  expect(paths(chosen)).toContain('Sample/249.txt');
});

it('folders in folders keep their way, and empty ones are named', async () => {
  const tree = { 'a.txt': file('a.txt'), Cases: { 'b.txt': file('b.txt'), Later: {} } };
  const { transfer } = toDrop([toEntry('Sample', tree), toEntry('c.txt', file('c.txt'))]);
  const { chosen, emptyFolders } = await readDropped(transfer);
  expect(paths(chosen)).toEqual(['Sample/a.txt', 'Sample/Cases/b.txt', 'c.txt']);
  expect(emptyFolders).toEqual(['Later']);
});

it('a picture that is dragged out of a page has no entry, only a file', async () => {
  const { transfer } = toDrop([null], [file('picture.png')]);
  expect(paths((await readDropped(transfer)).chosen)).toEqual(['picture.png']);
});

it('one that the device does not let be read is named, and the others are taken', async () => {
  const tree = { 'a.txt': file('a.txt'), 'Locked.txt': 'unreadable', 'z.txt': file('z.txt') } as const;
  const { transfer } = toDrop([toEntry('Sample', tree), toEntry('c.txt', file('c.txt'))]);
  const { chosen, unreadable } = await readDropped(transfer);
  expect(paths(chosen)).toEqual(['Sample/a.txt', 'Sample/z.txt', 'c.txt']);
  expect(unreadable).toEqual(['Locked.txt']);
});
