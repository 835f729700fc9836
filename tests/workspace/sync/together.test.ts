import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/workspace/store/server-base.ts';
import { said } from '../../faults/said.ts';
import { killTab } from '../simulation/tab.ts';
import { change, create, openPlay, type Play, refusal, rowOf } from '../support/play.ts';

const writes = ({ sent }: Play) => sent.map(({ line }) => line).filter((line) => !line.startsWith('GET'));
const posts = { method: 'POST', path: '/items$' };
const keys = (count: number) => Array.from({ length: count }, (_, n) => `FD-A${n + 1}`);

async function openOne(onWrite?: (change: Change) => void) {
  const play = await openPlay();
  const browser = await play.browser('Bea');
  const bea = await play.open(browser, onWrite ? { onWrite } : {});
  play.sent.length = 0;
  return { play, browser, bea };
}

type Opened = Awaited<ReturnType<typeof openOne>>;

/** How often each key is there. */
async function countsOf({ play }: Opened, uids: readonly string[]): Promise<readonly number[]> {
  return await Promise.all(uids.map(async (uid) => (await play.onServer(uid)).length));
}

describe('rows that are new go together', () => {
  it('twenty in a request, each with the id of its edit', async () => {
    const open = await openOne();
    const made = keys(45).map((uid) => create(open.bea, uid, { reason: uid }));
    await open.play.pass(5_000);
    expect(writes(open.play)).toEqual(Array(3).fill('POST /$batch'));
    expect(await countsOf(open, keys(45))).toEqual(Array(45).fill(1));
    expect(open.bea.store.status().pending).toEqual([]);
    for (const { edit, landed } of made) {
      expect(await landed).toMatchObject({ is: 'done', row: { uid: edit.uid, reason: edit.uid } });
    }
    const [row] = await open.play.onServer('FD-A7');
    expect(row?.Edits).toContain(made[6]?.edit.id);
  });

  it('and are off the queue and in their list in one step', async () => {
    const written: Change[] = [];
    const open = await openOne((each) => written.push(each));
    for (const uid of keys(3)) create(open.bea, uid);
    await open.play.pass(5_000);
    const offs = written.filter(({ edits }) => edits?.drop?.length);
    expect(offs.map(({ edits, rows }) => [edits?.drop?.length, rows?.map(({ put }) => put?.length)])).toEqual([
      [3, [3]],
    ]);
    // All were said to be under way before.
    const before = written.findLast((each, at) => at < written.indexOf(offs[0] as Change) && each.edits?.put?.length);
    expect(before?.edits?.put?.map(({ standing }) => standing.is)).toEqual(['unsure', 'unsure', 'unsure']);
  });

  it('never two edits of one row, and nothing passes a change that was made before', async () => {
    const open = await openOne();
    create(open.bea, 'FD-A1');
    await open.play.pass(1_000);
    open.play.sent.length = 0;
    create(open.bea, 'FD-A2', { reason: 'First' });
    change(open.bea, 'FD-A2', { reason: 'Second' });
    create(open.bea, 'FD-A3');
    change(open.bea, 'FD-A1', { reason: 'Third' });
    create(open.bea, 'FD-A4');
    await open.play.pass(5_000);
    expect(writes(open.play)).toEqual([
      'POST /$batch',
      'PATCH /items/2/fields',
      'PATCH /items/1/fields',
      'POST /items',
    ]);
    expect(await open.play.onServer('FD-A2')).toMatchObject([{ Reason: 'Second' }]);
  });
});

describe('when something goes wrong on the way', () => {
  it.each(['lost after', 'cut short', 'log-in page'] as const)(
    'an answer that is %s is looked up row by row, and no row is made twice',
    async (fate) => {
      const open = await openOne();
      open.play.disturb((request) => (request.url.endsWith('$batch') ? fate : undefined));
      for (const uid of keys(20)) create(open.bea, uid);
      await open.play.pass(20_000);
      expect(writes(open.play)).toEqual(['POST /$batch']);
      expect(await countsOf(open, keys(20))).toEqual(Array(20).fill(1));
      expect(open.bea.store.status()).toMatchObject({ pending: [], pause: undefined });
    },
  );

  it('the tab is killed before the answer: on reopening each is looked up, and is there once', async () => {
    const open = await openOne();
    for (const uid of keys(5)) create(open.bea, uid);
    // Longer than the requests take, shorter than the answer.
    await open.play.pass(150);
    expect(writes(open.play)).toEqual(['POST /$batch']);
    killTab(open.browser, open.bea);
    const again = await open.play.open(open.browser);
    await open.play.pass(60_000);
    expect(writes(open.play)).toEqual(['POST /$batch']);
    expect(await countsOf(open, keys(5))).toEqual([1, 1, 1, 1, 1]);
    expect(again.store.status().pending).toEqual([]);
  });

  it('one that never arrived is made once all looks have found nothing', async () => {
    const open = await openOne();
    open.play.disturb((request) => (request.url.endsWith('$batch') ? 'lost before' : undefined));
    for (const uid of keys(3)) create(open.bea, uid);
    await open.play.pass(120_000);
    expect(await countsOf(open, keys(3))).toEqual([1, 1, 1]);
    expect(open.bea.store.status().pending).toEqual([]);
  });

  it('one is asked to wait: everything waits exactly so long, and only that one is sent again', async () => {
    const open = await openOne();
    await open.play.fault({ kind: 'refuse', status: 429, retryAfter: '20' }, { where: posts, nth: 2 });
    for (const uid of keys(5)) create(open.bea, uid);
    await open.play.pass(5_000);
    expect(said(open.play, open.bea)).toHaveLength(1);
    create(open.bea, 'FD-A9');
    await open.play.pass(30_000);
    const [first, second, ...more] = open.play.sent.filter(({ line }) => !line.startsWith('GET'));
    expect([first?.line, second?.line, more]).toEqual(['POST /$batch', 'POST /$batch', []]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(20_000);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(21_000);
    expect(await countsOf(open, [...keys(5), 'FD-A9'])).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('all are asked to wait, without a time: that is one failure, and the wait is a short one', async () => {
    const open = await openOne();
    await open.play.fault({ kind: 'refuse', status: 429 }, { where: posts, times: 20 });
    for (const uid of keys(20)) create(open.bea, uid);
    await open.play.pass(6_000);
    expect(open.bea.store.status().pending).toEqual([]);
  });

  it('one is turned down: it stays visible with the reason, and the others are there', async () => {
    const open = await openOne();
    await open.play.fault({ kind: 'refuse', status: 403 }, { where: posts, nth: 3 });
    for (const uid of keys(5)) create(open.bea, uid);
    await open.play.pass(5_000);
    expect(open.bea.store.needsPerson()).toMatchObject([{ uid: 'FD-A3', standing: { is: 'refused' } }]);
    expect(await countsOf(open, keys(5))).toEqual([1, 1, 0, 1, 1]);
  });

  it('a key is taken by somebody else: that one is a clash like any other', async () => {
    const open = await openOne();
    const dorian = await open.play.open(await open.play.browser('Dorian'));
    create(dorian, 'FD-A2', { reason: 'His' });
    await open.play.pass(1_000);
    for (const uid of keys(3)) create(open.bea, uid, { reason: 'Hers' });
    await open.play.pass(5_000);
    expect(open.bea.store.needsPerson()).toMatchObject([
      { uid: 'FD-A2', standing: { is: 'clash', clash: { columns: ['reason'], theirs: { reason: 'His' } } } },
    ]);
    expect([rowOf(open.bea, 'FD-A1').reason, rowOf(open.bea, 'FD-A3').reason]).toEqual(['Hers', 'Hers']);
    expect(await countsOf(open, keys(3))).toEqual([1, 1, 1]);
  });

  it('the request as a whole is turned down: each goes alone', async () => {
    const open = await openOne();
    open.play.disturb((request) => (request.url.endsWith('$batch') ? refusal(413) : undefined));
    for (const uid of keys(3)) create(open.bea, uid);
    await open.play.pass(5_000);
    expect(writes(open.play)).toEqual(['POST /$batch', 'POST /items', 'POST /items', 'POST /items']);
    expect(open.bea.store.status().pending).toEqual([]);
  });
});
