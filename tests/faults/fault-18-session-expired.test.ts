import { describe, expect, it } from 'vitest';
import { standingWords } from '../../src/features/evidence/queue-words.ts';
import { alone, largeFile, MIB, openOffice, police, questionOf } from '../services/file-queue/support/office.ts';

const ANEW = 'Begun again: Microsoft 365 keeps what came of a file only for a while';
const DONE = 'Added to Police, 1 Documents asked for.';
const openings = (paths: readonly { readonly path: string }[]) =>
  paths.filter(({ path }) => path.endsWith('createUploadSession')).length;

describe('fault 18: the upload session has expired', () => {
  it('in the middle: a new session under the same name, and no second file', async () => {
    const office = await openOffice({ latencyMs: 400 });
    const desk = await office.sit();
    await office.north.control('POST', '/faults', {
      where: { on: 'files', method: 'PUT' },
      nth: 3,
      does: { kind: 'end-session' },
    });
    await desk.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police);
    await office.until(() => standingWords(desk.file('Film.mp4')) === ANEW);
    await desk.settle();
    expect(desk.file('Film.mp4').standing).toEqual({ is: 'done', words: DONE });
    expect(openings(office.sent)).toBe(2);
    expect(await office.files()).toMatchObject([{ name: 'Film.mp4', hash: desk.file('Film.mp4').hash }]);
  });

  it('and somebody has put a file of its name there meanwhile: asks, and theirs stays as it is', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const bea = await office.north.as('Bea');
    await office.north.control('POST', '/faults', {
      where: { on: 'files', method: 'PUT' },
      nth: 3,
      does: { kind: 'end-session' },
    });
    office.disturb(async (request, { path }) => {
      if (openings(office.sent) < 2 || !path.endsWith('createUploadSession')) return undefined;
      await bea(request.url.replace(/createUploadSession.*/, 'content'), { method: 'PUT', body: 'her words' });
      return undefined;
    });
    await desk.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police);
    await desk.settle();
    expect(questionOf(desk.file('Film.mp4'))).toBe('taken: There is already a file called Film.mp4 in this folder.');
    expect(await office.files()).toMatchObject([{ name: 'Film.mp4', size: 'her words'.length }]);
  });

  it.each([
    ['twenty minutes', 20],
    ['two days', 2 * 1_440],
  ])('while the laptop was shut for %s: the file is chosen again and begins anew', async (_, minutes) => {
    const office = await openOffice({ latencyMs: 400 });
    const first = await office.sit();
    office.disturb((_request, { range }) => (range?.startsWith(`bytes ${10 * MIB}`) ? 'silent' : undefined));
    await first.queue.add(alone(largeFile('Film.mp4', 25 * MIB)), police);
    await office.until(() => first.file('Film.mp4').sent === 10 * MIB);
    first.kill();
    office.disturb(() => undefined);
    await office.time.pass(minutes * 60_000);
    const second = await office.sit();
    await office.during(second.queue.chooseAgain(alone(largeFile('Film.mp4', 25 * MIB))));
    await office.until(() => standingWords(second.file('Film.mp4')) === ANEW);
    await second.settle();
    expect(second.file('Film.mp4').standing).toEqual({ is: 'done', words: DONE });
    expect(openings(office.sent)).toBe(2);
    expect((await office.files()).map(({ name }) => name)).toEqual(['Film.mp4']);
  });
});
