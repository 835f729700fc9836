import { describe, expect, it } from 'vitest';
import { alone, openOffice, police, questionOf, textFile } from './support/office.ts';

const GONE = 'file-gone: This browser does not hold the file any more.';
const another = (how: string) => `another-file: This is not the file that was being sent: it ${how}.`;

/** The tab has ended before anything of these files had arrived, and is opened again. */
async function openAfterEnd(...chosen: readonly File[]) {
  const office = await openOffice();
  const first = await office.sit();
  office.disturb((_, { method }) => (method === 'PUT' ? 'silent' : undefined));
  await office.during(first.queue.add(alone(...chosen), police));
  await office.time.pass(2_000);
  first.kill();
  office.disturb(() => undefined);
  const desk = await office.sit();
  await office.until(() => desk.queue.snapshot().files.every((file) => questionOf(file) === GONE));
  const again = (file: File, line?: string) => office.during(desk.queue.chooseAgain(alone(file), line));
  return { office, desk, again };
}

describe('a file that is chosen in the place of the one that the list waits for', () => {
  it('is sent in its place where that is meant, and what was agreed to before does not hold for it', async () => {
    const { office, desk, again } = await openAfterEnd(textFile('Plan.txt', 'the plan'));
    await again(textFile('Plan.txt', ''));
    expect(questionOf(desk.file('Plan.txt'))).toBe(another('is smaller'));
    expect(office.puts()).toHaveLength(1);
    desk.queue.answer([desk.file('Plan.txt').id], { say: 'send-this' });
    await desk.settle();
    expect(questionOf(desk.file('Plan.txt'))).toBe('empty: This file is empty: it holds nothing to read.');
  });

  it('is let go of where it is not meant, and the right one goes on', async () => {
    const { office, desk, again } = await openAfterEnd(textFile('Plan.txt', 'the plan'));
    await again(textFile('Plan.txt', 'others?!'));
    expect(questionOf(desk.file('Plan.txt'))).toBe(another('holds something else'));
    desk.queue.answer([desk.file('Plan.txt').id], { say: 'keep-waiting' });
    expect(questionOf(desk.file('Plan.txt'))).toBe(GONE);
    expect(await again(textFile('Plan.txt', 'the plan'))).toMatchObject({ recognised: 1 });
    await desk.settle();
    expect(await office.files()).toMatchObject([{ name: 'Plan.txt', size: 8 }]);
  });

  it('is asked about under another name as well, if it was chosen for this line; it keeps its own name', async () => {
    const { office, desk, again } = await openAfterEnd(textFile('Plan.txt'), textFile('Rota.txt'));
    const file = textFile('Plan, checked.txt', 'longer than the plan was', Date.parse('2026-11-24T09:00:00Z'));
    expect(await again(file)).toMatchObject({ asked: 0, unknown: [{ name: 'Plan, checked.txt', isNamesake: false }] });
    const line = desk.file('Plan.txt').id;
    expect(await again(file, line)).toMatchObject({ asked: 1 });
    expect(questionOf(desk.file('Plan.txt'))).toBe(
      another('is called Plan, checked.txt and is larger and was changed later'),
    );
    desk.queue.answer([line], { say: 'send-this' });
    await desk.settle();
    expect((await office.files()).map(({ name }) => name)).toEqual(['Plan, checked.txt']);
    expect(questionOf(desk.file('Rota.txt'))).toBe(GONE);
  });

  it('that belongs to another line goes there, whichever line it was chosen for', async () => {
    const { desk, again } = await openAfterEnd(textFile('Plan.txt'), textFile('Rota.txt'));
    expect(await again(textFile('Rota.txt'), desk.file('Plan.txt').id)).toMatchObject({ recognised: 1, asked: 0 });
    await desk.settle();
    expect(desk.file('Rota.txt').standing.is).toBe('done');
    expect(questionOf(desk.file('Plan.txt'))).toBe(GONE);
  });

  it('is forgotten when the tab ends before it was answered: the list waits for the first one', async () => {
    const { office, desk, again } = await openAfterEnd(textFile('Plan.txt', 'the plan'));
    await again(textFile('Plan.txt', 'other'));
    await office.time.pass(1_000);
    desk.kill();
    const next = await office.sit();
    await office.until(() => questionOf(next.file('Plan.txt')) === GONE);
    await office.during(next.queue.chooseAgain(alone(textFile('Plan.txt', 'the plan'))));
    await next.settle();
    expect(await office.files()).toMatchObject([{ name: 'Plan.txt', size: 8 }]);
  });
});

describe('a folder that is dropped again', () => {
  it('goes on with what is as it was, and asks about what was changed, all with one answer', async () => {
    const names = ['a.txt', 'b.txt', 'c.txt', 'd.txt'];
    const { office, desk } = await openAfterEnd(...names.map((name) => textFile(name)));
    const later = Date.parse('2026-11-24T09:00:00Z');
    const now = names.map((name) => (name < 'c' ? textFile(name) : textFile(name, `${name}, written anew`, later)));
    const added = await office.during(desk.queue.add(alone(...now), police));
    expect(added).toMatchObject({ added: 0, recognised: 2, asked: 2 });
    await desk.settle();
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 2, needs: 2 });
    desk.queue.answerAll('another-file', { say: 'send-this' });
    await desk.settle();
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 4, needs: 0 });
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(names);
  });

  it('holds files of one name in several folders, each known by what is in it', async () => {
    const office = await openOffice();
    const first = await office.sit();
    const inFolders = (...words: readonly string[]) =>
      words.map((text, index) => ({ file: textFile('Plan.txt', text), folders: [`Week ${index}`] }));
    office.disturb((_, { method }) => (method === 'PUT' ? 'silent' : undefined));
    await office.during(first.queue.add(inFolders('one', 'two', 'three'), police));
    await office.time.pass(2_000);
    first.kill();
    office.disturb(() => undefined);
    const desk = await office.sit();
    await office.until(() => desk.queue.snapshot().totals.needs === 3);
    // Without its folder nobody can say which is meant.
    expect(await office.during(desk.queue.chooseAgain(alone(textFile('Plan.txt', 'four'))))).toMatchObject({
      unknown: [{ name: 'Plan.txt', isNamesake: true }],
    });
    // In its folder it is, whether that is dropped on the screen or chosen in the browser's own window.
    const again = inFolders('one', 'changed', 'three');
    expect(await office.during(desk.queue.chooseAgain(again.slice(1, 2)))).toMatchObject({ asked: 1, unknown: [] });
    const added = await office.during(desk.queue.add(again, police));
    expect(added).toMatchObject({ added: 0, recognised: 2, asked: 1 });
    await desk.settle();
    expect(desk.queue.snapshot().files.map(({ standing }) => standing.is)).toEqual(['done', 'asks', 'done']);
  });

  it('a second time at once asks nothing about what is on its way', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const chosen = ['a.txt', 'b?.txt'].map((name) => ({ file: textFile(name), folders: ['Audit'] }));
    await office.during(Promise.all([desk.queue.add(chosen, police), desk.queue.add(chosen, police)]));
    await desk.settle();
    // What there is to ask is asked once.
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 3, needs: 1 });
    desk.queue.answerAll('name', { say: 'rename' });
    await desk.settle();
    const twice = 'It is in this list already, so it is not sent twice.';
    const words = desk.queue.snapshot().files.map(({ standing }) => standing.is === 'done' && standing.words);
    expect(words.filter((each) => each === twice)).toHaveLength(2);
    expect(office.puts()).toHaveLength(2);
    expect(desk.queue.snapshot()).toMatchObject({ totals: { done: 4, needs: 0 }, inHand: 0 });
  });

  it('asks nothing about what is there already, in its place and as it is', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const chosen = ['a.txt', 'b.txt'].map((name) => ({ file: textFile(name), folders: ['Audit'] }));
    await office.during(desk.queue.add(chosen, police));
    await desk.settle();
    desk.queue.clearDone();
    const before = office.puts().length;
    await office.during(desk.queue.add(chosen, police));
    await desk.settle();
    const there = { is: 'done', words: 'It was there already, so it was not sent again.' };
    expect(desk.queue.snapshot().files.map(({ standing }) => standing)).toEqual([there, there]);
    expect(office.puts()).toHaveLength(before);
    // Elsewhere, or for a prompt, it may be meant.
    await office.during(desk.queue.add(chosen, { ...police, section: '3 Audits' }));
    await office.during(desk.queue.add(chosen, { ...police, prompt: `${police.theme}.FD-A1` }));
    await desk.settle();
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 2, needs: 4 });
  });
});
