import { describe, expect, it } from 'vitest';
import { evidence } from '../../../src/workspace/schema/lists.ts';
import { rowsOf } from '../../workspace/support/rows.ts';
import { alone, largeFile, MIB, openOffice, police, questionOf, textFile } from './support/office.ts';

const TOO_LATE = 'arrived: It was in the folder already. Nobody has registered it.';

/** A slow line: a request takes a second to arrive, and its answer another. */
async function openSlow() {
  const office = await openOffice({ latencyMs: 2_000 });
  const desk = await office.sit();
  const cancelOnce = async (isTrue: () => boolean, all = false) => {
    await office.until(isTrue);
    const ids = desk.queue.snapshot().files.map(({ id }) => id);
    if (all) desk.queue.cancelAll();
    else desk.queue.cancel(ids);
    await office.time.pass(30_000);
  };
  return { office, desk, cancelOnce };
}

describe('a file that is cancelled when it has arrived', () => {
  it('comes back and asks; registered, it is evidence like any other', async () => {
    const { office, desk, cancelOnce } = await openSlow();
    await office.during(desk.queue.add(alone(textFile('a.txt')), police));
    await cancelOnce(() => office.puts().some(({ status }) => status === 201));
    expect(questionOf(desk.file('a.txt'))).toBe(TOO_LATE);
    desk.queue.answer([desk.file('a.txt').id], { say: 'register' });
    await desk.settle();
    expect(desk.file('a.txt').standing.is).toBe('done');
    expect(rowsOf(desk.workspace, evidence)).toMatchObject([{ title: 'a', state: 'draft' }]);
    expect(office.puts()).toHaveLength(1);
  });

  it('is taken out of the folder again where the person wants that', async () => {
    const { office, desk, cancelOnce } = await openSlow();
    await office.during(desk.queue.add(alone(textFile('a.txt'), textFile('b.txt')), police));
    await cancelOnce(() => office.puts().filter(({ status }) => status === 201).length === 2, true);
    expect(desk.queue.snapshot().totals).toMatchObject({ needs: 2, cancelled: 0 });
    desk.queue.answerAll('arrived', { say: 'remove' });
    await office.until(() => desk.queue.snapshot().files.length === 0);
    expect(await office.files()).toEqual([]);
    expect(rowsOf(desk.workspace, evidence)).toEqual([]);
  });

  it('is not taken out if somebody has changed it since', async () => {
    const { office, desk, cancelOnce } = await openSlow();
    await office.during(desk.queue.add(alone(textFile('a.txt')), police));
    await cancelOnce(() => office.puts().some(({ status }) => status === 201));
    const bea = await office.north.as('Bea');
    const [file] = await office.files();
    await bea(`/drives/${office.info.drive}/items/${file?.id}/content`, { method: 'PUT', body: 'Her words' });
    desk.queue.answerAll('arrived', { say: 'remove' });
    await office.time.pass(30_000);
    expect(questionOf(desk.file('a.txt'))).toBe(
      'arrived: It could not be removed from the folder. Somebody else changed this at the same time.',
    );
    expect(await office.files()).toHaveLength(1);
  });

  it('a large one with its last piece asks as well', async () => {
    const { office, desk, cancelOnce } = await openSlow();
    await office.during(desk.queue.add(alone(largeFile('Film.mp4', 12 * MIB)), police));
    await cancelOnce(() => office.puts().some(({ status }) => status === 201));
    expect(questionOf(desk.file('Film.mp4'))).toBe(TOO_LATE);
  });

  it.each([
    ['in one request', () => textFile('Plan.docx')],
    ['in pieces', () => largeFile('Plan.docx', 12 * MIB)],
  ])('asks as well where SharePoint has written into it, sent %s', async (_, make) => {
    const { office, desk, cancelOnce } = await openSlow();
    await office.north.control('POST', '/faults', {
      where: { method: 'PUT' },
      times: 'all',
      does: { kind: 'rewrite' },
    });
    const file = make();
    await office.during(desk.queue.add(alone(file), police));
    await cancelOnce(() => office.puts().some(({ status }) => status === 201));
    expect((await office.files())[0]?.size).toBeGreaterThan(file.size);
    expect(questionOf(desk.file('Plan.docx'))).toBe(TOO_LATE);
    desk.queue.answer([desk.file('Plan.docx').id], { say: 'register' });
    await desk.settle();
    expect(rowsOf(desk.workspace, evidence)).toMatchObject([{ title: 'Plan', state: 'draft' }]);
  });

  it('is not taken for what somebody else has put there under its name', async () => {
    const { office, desk, cancelOnce } = await openSlow();
    office.disturb((_, { method }) => (method === 'PUT' ? 'silent' : undefined));
    const bea = await office.sit('Bea');
    await office.during(desk.queue.add(alone(textFile('Plan.docx')), police));
    await office.until(() => desk.file('Plan.docx').standing.is === 'sending' && office.puts().length === 1);
    office.disturb(() => undefined);
    await bea.queue.add(alone(textFile('Plan.docx', 'by Bea')), police);
    await office.until(() => office.puts().some(({ status }) => status === 201));
    await cancelOnce(() => true);
    expect(desk.queue.snapshot().files).toEqual([]);
  });

  it('and was added again meanwhile is the new one, and nothing is asked', async () => {
    const { office, desk } = await openSlow();
    await office.during(desk.queue.add(alone(textFile('a.txt')), police));
    await office.until(() => desk.file('a.txt').standing.is === 'sending');
    desk.queue.cancel([desk.file('a.txt').id]);
    await office.during(desk.queue.add(alone(textFile('a.txt')), police));
    await desk.settle();
    await office.time.pass(30_000);
    expect(desk.queue.snapshot().files.map(({ standing }) => standing.is)).toEqual(['done']);
    expect(await office.files()).toHaveLength(1);
  });

  it('that asks still asks when the tab is opened again', async () => {
    const { office, desk, cancelOnce } = await openSlow();
    await office.during(desk.queue.add(alone(textFile('a.txt')), police));
    await cancelOnce(() => office.puts().some(({ status }) => status === 201));
    desk.kill();
    const again = await office.sit();
    await office.time.pass(10_000);
    expect(questionOf(again.file('a.txt'))).toBe(TOO_LATE);
  });
});

it('a file that is cancelled before it has arrived is gone, and nothing is asked', async () => {
  const { office, desk, cancelOnce } = await openSlow();
  await office.during(desk.queue.add(alone(textFile('a.txt')), police));
  await cancelOnce(() => desk.file('a.txt').standing.is === 'sending');
  expect(desk.queue.snapshot().files).toEqual([]);
  expect(await office.files()).toEqual([]);
});
