import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/workspace/store/server-base.ts';
import { killTab } from '../simulation/tab.ts';
import { judgements } from '../simulation/world.ts';
import { change, create, openPlay, refusal, rowOf } from '../support/play.ts';

async function openOne(onWrite?: (change: Change) => void) {
  const play = await openPlay();
  const browser = await play.browser('Bea');
  const bea = await play.open(browser, onWrite ? { onWrite } : {});
  create(bea, 'FD-A1', { reason: 'First' });
  await play.pass(1_000);
  play.sent.length = 0;
  return { play, browser, bea };
}

const writes = (lines: readonly { line: string }[]) => lines.filter(({ line }) => !line.startsWith('GET'));

describe('sending', () => {
  it('takes an edit off the queue and writes its row in one step', async () => {
    const written: Change[] = [];
    const { play, bea } = await openOne((each) => written.push(each));
    change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(1_000);
    const offs = written.filter(({ edits }) => edits?.drop?.length);
    expect(offs.map(({ edits, rows }) => [edits?.drop?.length, rows?.[0]?.put?.[0]?.reason])).toEqual([
      [1, 'First'],
      [1, 'Second'],
    ]);
  });

  it('says in storage that an edit is under way before it sends it', async () => {
    const written: Change[] = [];
    const { play, bea } = await openOne((each) => written.push(each));
    const standings: unknown[] = [];
    play.disturb((request) => {
      if (request.method === 'PATCH') standings.push(written.at(-1)?.edits?.put?.[0]?.standing);
      return undefined;
    });
    change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(1_000);
    expect(standings).toEqual([{ is: 'unsure', looks: 0 }]);
  });

  it('sends edits of one row one after the other, in the order in which they were made', async () => {
    const { play, bea } = await openOne();
    for (const reason of ['Second', 'Third', 'Fourth']) change(bea, 'FD-A1', { reason });
    await play.pass(2_000);
    expect(writes(play.sent)).toHaveLength(3);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Fourth' }]);
  });

  it("keeps that order though the device's clock is put back in between", async () => {
    const play = await openPlay();
    let wrong = 0;
    const now = () => play.time.now() - wrong;
    const bea = await play.open(await play.browser('Bea'), { now });
    create(bea, 'FD-A1');
    await play.pass(1_000);
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Second' });
    wrong = 7_200_000;
    change(bea, 'FD-A1', { reason: 'Third' });
    expect(rowOf(bea, 'FD-A1').reason).toBe('Third');
    wrong = 0;
    bea.line.offline = false;
    void bea.store.goOn();
    await play.pass(60_000);
    expect(bea.store.status().pending).toEqual([]);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Third' }]);
  });

  it('leaves nothing in synchronous storage once the cache has an edit', async () => {
    const { play, browser, bea } = await openOne();
    expect(browser.disk.local.length).toBe(0);
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(100);
    expect([browser.disk.local.length, bea.store.status().pending.length]).toEqual([0, 1]);
  });

  it('sends nothing before what the browser keeps has been read', async () => {
    const { play, browser, bea } = await openOne();
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(1_000);
    killTab(browser, bea);
    const opening = play.open(browser);
    const [again] = [...browser.tabs];
    if (again) void again.store.create(judgements.name, 'FD-A2', { title: 'FD-A2' });
    await opening;
    await play.pass(5_000);
    expect(writes(play.sent.slice(-8)).map(({ line }) => line)).toEqual(['PATCH /items/1/fields', 'POST /items']);
  });
});

describe('what a person decides', () => {
  it.each([400, 403, 404])('a %i stays visible, is tried again when asked and given up when asked', async (status) => {
    const { play, bea } = await openOne();
    play.disturb((request) => (request.method === 'POST' ? refusal(status) : undefined));
    create(bea, 'FD-A2');
    await play.pass(600_000);
    expect(writes(play.sent)).toHaveLength(1);
    expect(bea.store.needsPerson()).toMatchObject([{ uid: 'FD-A2', standing: { is: 'refused' } }]);
    expect(bea.store.row(judgements.name, 'FD-A2')).toBeDefined();
    for (const edit of bea.store.needsPerson()) void bea.store.retry(edit);
    await play.pass(1_000);
    expect(writes(play.sent)).toHaveLength(2);
    for (const edit of bea.store.needsPerson()) void bea.store.discard(edit);
    await play.pass(1_000);
    expect([bea.store.status().pending, bea.store.row(judgements.name, 'FD-A2')]).toEqual([[], undefined]);
  });

  it('an edit that is given up while it is under way does not come back when that fails', async () => {
    const { play, bea } = await openOne();
    play.disturb((request) => (request.method === 'PATCH' ? 'lost before' : undefined));
    const { edit } = change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(60);
    void bea.store.discard(edit);
    await play.pass(60_000);
    expect(bea.store.status().pending).toEqual([]);
    expect(rowOf(bea, 'FD-A1').reason).toBe('First');
  });

  it('is not undone by an older view of the same edit, decided in another tab', async () => {
    const { play, browser, bea } = await openOne();
    play.disturb((request) => (request.method === 'POST' ? refusal(400) : undefined));
    const other = await play.open(browser);
    create(bea, 'FD-A2');
    await play.pass(1_000);
    const [stale] = other.store.needsPerson();
    if (!stale) throw new Error('The other tab does not see it');
    void bea.store.discard(stale);
    await play.pass(1_000);
    void other.store.retry(stale);
    await play.pass(1_000);
    expect([bea, other].map(({ store }) => store.status().pending)).toEqual([[], []]);
  });
});

describe('what a caller hears', () => {
  it('of an edit that waits behind one which needs a person: that it is kept', async () => {
    const { play, bea } = await openOne();
    play.disturb((request) => (request.method === 'PATCH' ? refusal(403) : undefined));
    change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(1_000);
    const behind = change(bea, 'FD-A1', { note: 'Behind' });
    await play.pass(1_000);
    expect(await behind.soon).toEqual({ is: 'kept' });
  });

  it('of an edit that fails for a reason of its own: that it was refused', async () => {
    const { play, bea } = await openOne();
    play.disturb((request) => (request.method === 'PATCH' ? refusal(423) : undefined));
    const { soon } = change(bea, 'FD-A1', { reason: 'Second' });
    await play.pass(1_000);
    expect(await soon).toMatchObject({ is: 'refused', error: { kind: 'locked' } });
  });
});

it('a clash is one with the row as it is, not as this browser happens to hold it', async () => {
  const { play, browser, bea } = await openOne();
  // The cache stays behind what the person has seen.
  browser.disk.full = true;
  change(bea, 'FD-A1', { reason: 'Second' });
  await play.pass(1_000);
  change(bea, 'FD-A1', { reason: 'Third' });
  // Before it was ever sent.
  killTab(browser, bea);
  play.disturb((request) => (request.url.includes('delta') ? refusal(500) : undefined));
  const again = await play.open(browser);
  await play.pass(60_000);
  expect(again.store.needsPerson()).toEqual([]);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Third' }]);
});
