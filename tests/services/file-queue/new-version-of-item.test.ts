import { describe, expect, it } from 'vitest';
import { type Evidence, evidence } from '../../../src/workspace/schema/lists.ts';
import { rowsOf } from '../../workspace/support/rows.ts';
import type { Desk } from './support/office.ts';
import { openOffice, police, questionOf, textFile } from './support/office.ts';

const data = { ...police, section: '4 Data' } as const;

const theRow = ({ workspace }: Desk) => rowsOf(workspace, evidence)[0] as Evidence;
const theFile = ({ workspace }: Desk) => {
  const files = workspace.files();
  return files.state === 'ready' ? files.items.get(theRow({ workspace } as Desk).file ?? '') : undefined;
};

/** An item of the police whose file lies in a folder below "4 Data". */
async function openWithItem() {
  const office = await openOffice();
  const desk = await office.sit();
  await desk.queue.add([{ file: textFile('Plan.txt'), folders: ['Autumn'] }], data);
  await desk.settle();
  /** As the panel of the item does. */
  const renew = (file: File) =>
    office.during(
      desk.queue.add([{ file, folders: [], replaces: theFile(desk) }], { ...police, renews: theRow(desk).uid }),
    );
  return { office, desk, renew };
}

describe('a file that is brought as a new version of an item', () => {
  it('becomes the version of that very file, under its name, and what was approved is submitted again', async () => {
    const { office, desk, renew } = await openWithItem();
    const before = theRow(desk);
    await office.during(desk.workspace.save(evidence, before.uid, { state: 'approved' }, before));
    await renew(textFile('My copy of the plan (3).txt', 'the plan for a later period'));
    await desk.settle();
    expect(desk.file('My copy of the plan (3).txt').standing).toEqual({
      is: 'done',
      words: 'New version of Plan.txt. It is submitted for checking again.',
    });
    expect(rowsOf(desk.workspace, evidence)).toHaveLength(1);
    expect(theRow(desk)).toMatchObject({
      uid: before.uid,
      file: before.file,
      fileName: 'Plan.txt',
      state: 'submitted',
      submittedBy: desk.workspace.me,
    });
    expect(theFile(desk)).toMatchObject({ size: 27, parentId: before.folder });
  });

  it('is asked about where somebody has changed the file since, and goes on from what is there then', async () => {
    const { office, desk, renew } = await openWithItem();
    const other = await office.sit('Imani');
    const seen = theFile(desk);
    await office.during(
      other.queue.add([{ file: textFile('Plan.txt', 'theirs'), folders: [], replaces: theFile(other) }], {
        ...police,
        renews: theRow(other).uid,
      }),
    );
    await other.settle();
    expect(theFile(desk)).toBe(seen);
    await renew(textFile('Mine.txt', 'mine'));
    await desk.settle();
    expect(questionOf(desk.file('Mine.txt'))).toBe(
      'taken: Somebody changed Plan.txt just now. Look at it before you add a new version.',
    );
    expect(theFile(desk)?.size).toBe(6);
    desk.queue.answerAll('taken', { say: 'new-version' });
    await desk.settle();
    expect(theFile(desk)).toMatchObject({ id: seen?.id, size: 4 });
  });

  it('of another type asks, and then gives the file the name of its type', async () => {
    const { office, desk, renew } = await openWithItem();
    const { file } = theRow(desk);
    await renew(textFile('Scan.pdf', 'a scan of the plan'));
    await desk.settle();
    expect(questionOf(desk.file('Scan.pdf'))).toBe(
      'name: Scan.pdf is a file of another type than Plan.txt, so the new version cannot keep that name.',
    );
    expect(office.puts()).toHaveLength(1);
    desk.queue.answer([desk.file('Scan.pdf').id], { say: 'rename' });
    await desk.settle();
    expect(desk.file('Scan.pdf').standing).toMatchObject({ is: 'done', words: 'New version of Plan.pdf.' });
    expect(theRow(desk)).toMatchObject({ file, fileName: 'Plan.pdf' });
  });

  it('of another type does not take the name of a file beside it', async () => {
    const { office, desk, renew } = await openWithItem();
    await office.during(desk.queue.add([{ file: textFile('Plan.pdf'), folders: ['Autumn'] }], data));
    await desk.settle();
    await renew(textFile('Scan.pdf', 'a scan of the plan'));
    await desk.settle();
    desk.queue.answerAll('name', { say: 'rename' });
    await desk.settle();
    expect(questionOf(desk.file('Scan.pdf'))).toBe('name: Another file of its folder is called Plan.pdf.');
    desk.queue.answerAll('name', { say: 'rename' });
    await desk.settle();
    expect(theRow(desk).fileName).toBe('Plan 1.pdf');
  });

  it('is not sent where it is the version that is there', async () => {
    const { office, desk, renew } = await openWithItem();
    await renew(textFile('Copy.txt', 'the words of Plan.txt'));
    await desk.settle();
    expect(desk.file('Copy.txt').standing).toEqual({
      is: 'done',
      words: 'It was there already, so it was not sent again.',
    });
    expect(office.puts()).toHaveLength(1);
  });
});
