import { describe, expect, it } from 'vitest';
import {
  alone,
  largeFile,
  MIB,
  openOffice,
  police,
  questionOf,
  textFile,
} from '../services/file-queue/support/office.ts';

const DONE = { is: 'done', words: 'Added to Police, 1 Documents asked for.' };

describe('fault 20: the last fragment is stored, and its reply is lost', () => {
  it('the file is known by name, size and hash: one file, sent once', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    office.disturb((_, { range }) => (range?.includes(`-${25 * MIB - 1}/`) ? 'lost after' : undefined));
    await desk.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police);
    await desk.settle();
    expect(desk.file('Film.mp4').standing).toEqual(DONE);
    expect(await office.files()).toMatchObject([{ name: 'Film.mp4', hash: desk.file('Film.mp4').hash }]);
    expect(office.puts()).toHaveLength(5);
  });

  it('the same for a file that goes in one request', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    office.disturb((_, { method }) => (method === 'PUT' ? 'lost after' : undefined));
    await desk.queue.add(alone(textFile('Plan.txt')), police);
    await desk.settle();
    expect(desk.file('Plan.txt').standing).toEqual(DONE);
    expect(office.puts()).toHaveLength(1);
  });

  it('another file of the same name and length is not taken for it: the person is asked', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const bea = await office.north.as('Bea');
    let isFirst = true;
    office.disturb(async (request, { method }) => {
      if (method !== 'PUT' || !isFirst) return undefined;
      isFirst = false;
      const url = request.url.replace('conflictBehavior=fail', 'conflictBehavior=replace');
      await bea(url, { method: 'PUT', body: 'their words' });
      return 'lost before';
    });
    await desk.queue.add(alone(textFile('Plan.txt', 'other words')), police);
    await desk.settle();
    expect(questionOf(desk.file('Plan.txt'))).toBe('taken: There is already a file called Plan.txt in this folder.');
    expect(await office.files()).toHaveLength(1);
  });

  it('and the tab is killed as well: on return the file is found and registered', async () => {
    const office = await openOffice();
    const first = await office.sit();
    let isSent = false;
    office.disturb(async (request, { range }) => {
      if (!range?.includes(`-${12 * MIB - 1}/`)) return undefined;
      await office.north.fetch(request);
      isSent = true;
      return 'silent';
    });
    await first.queue.add(alone(largeFile('Film.mp4', 12 * MIB)), police);
    await office.until(() => isSent);
    await office.time.pass(100);
    first.kill();
    office.disturb(() => undefined);
    const second = await office.sit();
    await second.settle();
    expect(second.file('Film.mp4').standing).toEqual(DONE);
    expect(office.puts()).toHaveLength(3);
  });
});
