import { describe, expect, it } from 'vitest';
import { evidence } from '../../src/workspace/schema/lists.ts';
import {
  alone,
  largeFile,
  MIB,
  openOffice,
  police,
  questionOf,
  textFile,
} from '../services/file-queue/support/office.ts';
import { rowsOf } from '../workspace/support/rows.ts';

const TAKEN = 'taken: There is already a file called Plan.txt in this folder.';

async function openTaken() {
  const office = await openOffice();
  const desk = await office.sit();
  await desk.queue.add(alone(textFile('Plan.txt', 'the first')), police);
  await desk.settle();
  desk.queue.clearDone();
  return { office, desk };
}

describe('fault 19: a file of that name is already there', () => {
  it('asks, and sends nothing before it is answered', async () => {
    const { office, desk } = await openTaken();
    const before = office.puts().length;
    await desk.queue.add(alone(textFile('Plan.txt', 'the second')), police);
    await desk.settle();
    expect(questionOf(desk.file('Plan.txt'))).toBe(TAKEN);
    expect(office.puts()).toHaveLength(before);
  });

  it('asks as well when somebody else has just put it there, and nothing of theirs is replaced', async () => {
    const { office, desk } = await openTaken();
    const bea = await office.sit('Bea');
    await bea.queue.add(alone(textFile('Minutes.txt', 'by Bea')), police);
    await bea.settle();
    await desk.queue.add(alone(textFile('Minutes.txt', 'by Dorian!')), police);
    await desk.settle();
    expect(questionOf(desk.file('Minutes.txt'))).toBe(
      'taken: There is already a file called Minutes.txt in this folder.',
    );
    expect((await office.files()).find(({ name }) => name === 'Minutes.txt')?.size).toBe('by Bea'.length);
  });

  it('skip: nothing is sent, and what is there stays as it is', async () => {
    const { office, desk } = await openTaken();
    const before = office.puts().length;
    await desk.queue.add(alone(textFile('Plan.txt', 'the second')), police);
    await desk.settle();
    desk.queue.cancel([desk.file('Plan.txt').id]);
    await desk.settle();
    expect(desk.queue.snapshot().files).toEqual([]);
    expect(office.puts()).toHaveLength(before);
    expect((await office.files()).map(({ size }) => size)).toEqual(['the first'.length]);
  });

  it('keep both: the new one gets the next free name', async () => {
    const { office, desk } = await openTaken();
    await desk.queue.add(alone(textFile('Plan.txt', 'the second')), police);
    await desk.settle();
    desk.queue.answer([desk.file('Plan.txt').id], { say: 'keep-both' });
    await desk.settle();
    expect(desk.file('Plan.txt').standing).toEqual({
      is: 'done',
      words: 'Added to Police, 1 Documents asked for. Kept as Plan 1.txt.',
    });
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(['Plan 1.txt', 'Plan.txt']);
  });

  it.each(['small', 'large'])('new version of a %s file that was approved: it is to be checked again', async (kind) => {
    const office = await openOffice();
    const desk = await office.sit();
    const make = (seed: number) =>
      kind === 'small' ? textFile('Plan.txt', `version ${seed}`) : largeFile('Plan.txt', 12 * MIB, seed);
    await desk.queue.add(alone(make(1)), police);
    await desk.settle();
    desk.queue.clearDone();
    const [row] = rowsOf(desk.workspace, evidence);
    if (!row) throw new Error('not registered');
    await office.during(desk.workspace.save(evidence, row.uid, { state: 'approved' }, row));
    await desk.queue.add(alone(make(2)), police);
    await desk.settle();
    desk.queue.answer([desk.file('Plan.txt').id], { say: 'new-version' });
    await desk.settle();
    expect(desk.file('Plan.txt').standing).toEqual({
      is: 'done',
      words: 'New version of Plan.txt. It is submitted for checking again.',
    });
    expect(rowsOf(desk.workspace, evidence)).toMatchObject([
      { state: 'submitted', submittedBy: desk.workspace.me, fingerprint: desk.file('Plan.txt').hash },
    ]);
    expect(await office.files()).toHaveLength(1);
  });

  it('new version of a file that somebody changes in this moment: asks again', async () => {
    const { office, desk } = await openTaken();
    await desk.queue.add(alone(textFile('Plan.txt', 'the second')), police);
    await desk.settle();
    const bea = await office.north.as('Bea');
    const [there] = await office.files();
    await bea(`/drives/${office.info.drive}/items/${there?.id}/content`, { method: 'PUT', body: 'by Bea meanwhile' });
    desk.queue.answer([desk.file('Plan.txt').id], { say: 'new-version' });
    await desk.settle();
    expect(questionOf(desk.file('Plan.txt'))).toBe(
      'taken: Somebody changed Plan.txt just now. Look at it before you add a new version.',
    );
    expect((await office.files())[0]?.size).toBe('by Bea meanwhile'.length);
  });

  it('for all the rest too: files of the drop that are looked at later do not ask again', async () => {
    const { office, desk } = await openTaken();
    const bea = await office.sit('Bea');
    const names = ['a.txt', 'b.txt', 'c.txt'];
    await bea.queue.add(alone(...names.map((name) => textFile(name, `by Bea ${name}`))), police);
    await bea.settle();
    await desk.queue.add(alone(...names.map((name) => textFile(name, `by Dorian, ${name}`))), police);
    await desk.settle();
    desk.queue.answerAll('taken', { say: 'keep-both' });
    await desk.settle();
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(
      ['Plan.txt', ...names, 'a 1.txt', 'b 1.txt', 'c 1.txt'].toSorted(),
    );
  });
});
