import { describe, expect, it } from 'vitest';
import { alone, largeFile, MIB, openOffice, police, textFile } from './support/office.ts';

describe('files go on by themselves', () => {
  it.each([
    ['ten minutes', 10],
    // Longer than Microsoft 365 keeps what it has of a file: that one begins anew.
    ['an hour', 60],
  ])('after %s offline', async (_, minutes) => {
    const office = await openOffice();
    const desk = await office.sit();
    const end = office.time.now() + minutes * 60_000;
    await desk.queue.add(alone(largeFile('Film.mp4', 25 * MIB), textFile('a.txt')), police);
    await office.until(() => desk.file('Film.mp4').sent >= 5 * MIB);
    office.disturb(() => (office.time.now() < end ? 'lost before' : undefined));
    await office.time.pass((minutes * 60_000) / 2);
    expect(desk.queue.snapshot().hold).toMatchObject({ why: 'no-answer' });
    expect(desk.queue.snapshot().totals.needs).toBe(0);
    await desk.settle(3 * 3_600_000);
    expect(desk.queue.snapshot().totals).toMatchObject({ done: 2, needs: 0 });
    expect((await office.files()).map(({ name }) => name).toSorted()).toEqual(['Film.mp4', 'a.txt']);
    const stored = office.puts().flatMap(({ range, status }) => (range && status > 0 && status < 300 ? [range] : []));
    if (minutes < 15) expect(new Set(stored).size).toBe(stored.length);
  });

  it('when a sign-in that had ended is there again', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    const end = office.time.now() + 600_000;
    office.disturb((request) =>
      office.time.now() < end && request.url.includes('graph.microsoft.com')
        ? new Response('{"error":{"code":"InvalidAuthenticationToken"}}', { status: 401 })
        : undefined,
    );
    await desk.queue.add(alone(textFile('a.txt')), police);
    await office.time.pass(30_000);
    expect(desk.queue.snapshot().hold).toMatchObject({ why: 'signed-out' });
    await desk.settle();
    expect(desk.file('a.txt').standing.is).toBe('done');
  });

  it('when Microsoft 365 asks to wait for ten minutes: not a request before', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    let isAsked = false;
    office.disturb((_, { method }) => {
      if (method !== 'PUT' || isAsked) return undefined;
      isAsked = true;
      return new Response('{}', { status: 429, headers: { 'Retry-After': '600' } });
    });
    const began = office.time.now();
    await desk.queue.add(alone(textFile('a.txt')), police);
    await desk.settle();
    expect(desk.file('a.txt').standing.is).toBe('done');
    const [first, second] = office.puts();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(600_000);
    expect(office.time.now() - began).toBeLessThan(700_000);
  });

  it('a file on which the service always fails asks, and the others are sent', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    office.disturb((_, { method, path }) =>
      method === 'PUT' && path.includes('bad.txt') ? new Response('{}', { status: 500 }) : undefined,
    );
    await desk.queue.add(alone(textFile('bad.txt'), textFile('good.txt')), police);
    await desk.settle();
    expect(desk.file('bad.txt').standing).toMatchObject({ is: 'asks', question: { is: 'failed' } });
    expect(desk.file('good.txt').standing.is).toBe('done');
    office.disturb(() => undefined);
    desk.queue.answerAll('failed', { say: 'retry' });
    await desk.settle();
    expect(desk.file('bad.txt').standing.is).toBe('done');
  });
});

describe('two tabs of one person', () => {
  it('show the same list; one sends, and the other may pause it', async () => {
    const office = await openOffice({ latencyMs: 200 });
    const one = await office.sit();
    const other = await office.sit();
    await one.queue.add(alone(largeFile('Film.mp4', 30 * MIB)), police);
    await office.until(() => other.queue.snapshot().files.length === 1 && other.file('Film.mp4').sent >= 5 * MIB);
    other.queue.pause();
    await office.until(() => one.file('Film.mp4').isPaused === true);
    const before = office.puts().length;
    await office.time.pass(30_000);
    expect(office.puts().length).toBeLessThanOrEqual(before + 1);
    other.queue.resume();
    await one.settle();
    await office.until(() => other.file('Film.mp4').standing.is === 'done');
    expect(await office.files()).toHaveLength(1);
  });

  it('that both have files send one after the other', async () => {
    const office = await openOffice({ latencyMs: 200 });
    const one = await office.sit();
    const other = await office.sit();
    await one.queue.add(alone(largeFile('First.mp4', 15 * MIB)), police);
    await office.until(() => one.file('First.mp4').sent > 0);
    await other.queue.add(alone(textFile('Second.txt')), police);
    await other.settle();
    await one.settle();
    const puts = office.puts();
    const small = puts.findIndex(({ path }) => path.includes('Second.txt'));
    expect(small).toBe(puts.length - 1);
  });

  it('one of which is killed: the other asks for its files', async () => {
    const office = await openOffice({ latencyMs: 200 });
    const one = await office.sit();
    office.disturb((_, { range }) => (range?.startsWith(`bytes ${10 * MIB}`) ? 'silent' : undefined));
    await one.queue.add(alone(largeFile('Film.mp4', 30 * MIB)), police);
    await office.until(() => one.file('Film.mp4').sent === 10 * MIB);
    const other = await office.sit();
    expect(other.file('Film.mp4').standing.is).toBe('sending');
    one.kill();
    office.disturb(() => undefined);
    await office.until(() => other.file('Film.mp4').standing.is === 'asks');
    await office.during(other.queue.chooseAgain(alone(largeFile('Film.mp4', 30 * MIB))));
    await other.settle();
    expect(other.file('Film.mp4').standing.is).toBe('done');
  });
});

describe('what the browser keeps', () => {
  it('is no byte of a file and no token', async () => {
    const office = await openOffice();
    const desk = await office.sit();
    office.disturb((_, { method }) => (method === 'PUT' ? 'silent' : undefined));
    await desk.queue.add(alone(textFile('a.txt', 'the secret words')), police);
    await office.time.pass(5_000);
    const name = (await indexedDB.databases()).map((each) => each.name ?? '').find((each) => each.endsWith('.files'));
    const opening = indexedDB.open(name ?? '');
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const reading = database.transaction('files').objectStore('files').getAll();
    const kept = await new Promise<unknown[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    const text = JSON.stringify(kept);
    expect(kept).toHaveLength(1);
    expect(text).toContain('a.txt');
    expect(text).not.toMatch(/secret words|eyJ|Bearer/);
  });
});
