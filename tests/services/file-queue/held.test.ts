import { describe, expect, it } from 'vitest';
import { alone, openOffice, police, questionOf, THEME, textFile } from './support/office.ts';

const WAITS = 'whose: It is not known yet whose it is.';
const GONE = 'whose: Say whose it is, then choose it again: this browser does not hold it any more.';
const nobodys = { theme: THEME, section: police.section };
const say = (name: string) => ({ say: 'whose', place: police, name }) as const;
const inFolder = (...names: readonly string[]) => names.map((name) => ({ file: textFile(name), folders: ['Audit'] }));

async function openHolding(...names: readonly string[]) {
  const office = await openOffice();
  const first = await office.sit();
  await office.during(first.queue.hold(inFolder(...names), nobodys));
  await office.time.pass(2_000);
  return { office, first };
}

describe('files of which it is not known yet whose they are', () => {
  it('stand in the list, and nothing of them is sent before it is said', async () => {
    const { office, first } = await openHolding('a.txt', 'b.txt');
    expect(['a.txt', 'b.txt'].map((name) => questionOf(first.file(name)))).toEqual([WAITS, WAITS]);
    expect(first.queue.snapshot()).toMatchObject({ totals: { needs: 2, going: 0 }, inHand: 2 });
    first.queue.answer([first.file('a.txt').id], say('Police_a.txt'));
    await first.settle();
    expect(first.file('a.txt').standing).toMatchObject({ is: 'done' });
    expect(office.puts().map(({ path }) => path.split(':')[1])).toEqual(['/Police_a.txt']);
    first.queue.cancel([first.file('b.txt').id]);
    expect(first.queue.snapshot().totals.needs).toBe(0);
  });

  it('stand there after the tab was closed, with their folders; said whose they are, they are asked for again', async () => {
    const { office, first } = await openHolding('a.txt', 'b.txt');
    first.kill();
    const desk = await office.sit();
    await office.until(() => questionOf(desk.file('b.txt')) === GONE);
    desk.queue.answer(
      desk.queue.snapshot().files.map(({ id }) => id),
      say('a.txt'),
    );
    await office.time.pass(1_000);
    expect(questionOf(desk.file('a.txt'))).toBe('file-gone: This browser does not hold the file any more.');
    await office.during(desk.queue.chooseAgain(alone(textFile('a.txt'))));
    await desk.settle();
    expect(desk.file('a.txt').standing).toMatchObject({ is: 'done' });
    expect(office.puts().map(({ path }) => path.split(':')[1])).toEqual(['/a.txt']);
    expect(desk.file('a.txt').folders).toEqual(['Audit']);
  });

  it('are known again when they are dropped again, with no second line', async () => {
    const { office, first } = await openHolding('a.txt');
    first.kill();
    const desk = await office.sit();
    await office.until(() => questionOf(desk.file('a.txt')) === GONE);
    const added = await office.during(desk.queue.hold(inFolder('a.txt'), nobodys));
    expect(added).toMatchObject({ added: 0, recognised: 1 });
    expect(questionOf(desk.file('a.txt'))).toBe(WAITS);
    desk.queue.answer([desk.file('a.txt').id], say('a.txt'));
    await desk.settle();
    expect(desk.queue.snapshot().files.map(({ standing }) => standing.is)).toEqual(['done']);
  });

  it('go to the partner on whom they are dropped again', async () => {
    const { office, first } = await openHolding('a.txt');
    first.kill();
    const desk = await office.sit();
    await office.until(() => questionOf(desk.file('a.txt')) === GONE);
    expect(await office.during(desk.queue.add(inFolder('a.txt'), police))).toMatchObject({ added: 0, recognised: 1 });
    await desk.settle();
    expect(desk.file('a.txt').standing).toEqual({ is: 'done', words: 'Added to Police, 1 Documents asked for.' });
  });

  it('are not mistaken for others of their name', async () => {
    const { office, first } = await openHolding('a.txt');
    first.kill();
    const desk = await office.sit();
    await office.until(() => questionOf(desk.file('a.txt')) === GONE);
    await office.during(desk.queue.add(alone(textFile('a.txt', 'other words')), police));
    await desk.settle();
    expect(desk.queue.snapshot().files.map(questionOf)).toEqual([GONE, 'done']);
  });

  it('can be said whose they are in another tab', async () => {
    const { office, first } = await openHolding('a.txt');
    const other = await office.sit();
    expect(questionOf(other.file('a.txt'))).toBe(WAITS);
    other.queue.answer([other.file('a.txt').id], say('a.txt'));
    await office.until(() => other.file('a.txt').standing.is === 'done');
    expect(first.file('a.txt').standing.is).toBe('done');
  });
});
