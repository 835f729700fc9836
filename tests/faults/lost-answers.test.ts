import { describe, expect, it } from 'vitest';
import { killTab } from '../workspace/simulation/tab.ts';
import { change, create, type Fate, openPlay, rowOf } from '../workspace/support/play.ts';
import { said, writes } from './said.ts';

const posts = { method: 'POST', path: '/items$' };
const patches = { method: 'PATCH', path: '/items/\\d+/fields$' };

async function openOne() {
  const play = await openPlay();
  const browser = await play.browser('Bea');
  const bea = await play.open(browser);
  return { play, browser, bea };
}

it('fault 5: a row is created and the reply is lost: the retry finds it by our own key, and there is one row', async () => {
  const { play, bea } = await openOne();
  await play.fault({ kind: 'drop', when: 'after' }, { where: posts });
  create(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(10_000);
  expect(await play.onServer('FD-A1')).toHaveLength(1);
  expect(writes(play)).toEqual(['POST /items']);
  expect(bea.store.status().pending).toEqual([]);
});

it('fault 6: the reply is lost and the tab is closed: on reopening the intent is looked up, and there is one row', async () => {
  const { play, browser, bea } = await openOne();
  await play.fault({ kind: 'drop', when: 'after' }, { where: posts });
  create(bea, 'FD-A1', { reason: 'Nobody is trained' });
  // Longer than the request takes, shorter than its lost answer.
  await play.pass(70);
  killTab(browser, bea);
  const again = await play.open(browser);
  await play.pass(60_000);
  expect(await play.onServer('FD-A1')).toHaveLength(1);
  expect(writes(play)).toEqual(['POST /items']);
  expect([rowOf(again, 'FD-A1').reason, again.store.status().pending]).toEqual(['Nobody is trained', []]);
});

describe('fault 12: 200 with a truncated body or a log-in page', () => {
  it.each<Fate & string>(['cut short', 'log-in page'])(
    'a read that is %s is a failure, and nothing of it is stored',
    async (fate) => {
      const { play, bea } = await openOne();
      create(bea, 'FD-A1', { reason: 'Nobody is trained' });
      await play.pass(1_000);
      play.disturb((request) => (request.url.includes('$batch') || request.url.includes('delta') ? fate : undefined));
      void bea.store.pull();
      await play.pass(1_000);
      expect(bea.store.failure('judgements')?.message).toBe(
        'The answer from Microsoft 365 could not be read. Try again.',
      );
      expect(bea.store.rows('judgements')).toHaveLength(1);
      await play.mend();
      await play.pass(10_000);
      expect(bea.store.failure('judgements')).toBeUndefined();
    },
  );

  it.each<Fate & string>(['cut short', 'log-in page'])(
    'a write whose answer is %s is looked up, not repeated',
    async (fate) => {
      const { play, bea } = await openOne();
      play.disturb((request) => (request.method === 'POST' && request.url.endsWith('/items') ? fate : undefined));
      create(bea, 'FD-A1', { reason: 'Nobody is trained' });
      await play.pass(10_000);
      expect(writes(play)).toEqual(['POST /items']);
      expect(bea.store.status().pending).toEqual([]);
      expect(rowOf(bea, 'FD-A1').version).not.toBe('');
    },
  );
});

describe('fault 13: the connection is reset in mid body', () => {
  it('a read is repeated', async () => {
    const { play, bea } = await openOne();
    await play.fault({ kind: 'cut', bytes: 20 }, { where: { path: 'delta|batch' } });
    void bea.store.pull();
    await play.pass(10_000);
    expect(bea.store.failure('judgements')).toBeUndefined();
    expect(bea.store.isRead('judgements')).toBe(true);
  });

  it.each([posts, patches])('a write goes through the key check: %j', async (where) => {
    const { play, bea } = await openOne();
    if (where === patches) {
      create(bea, 'FD-A1');
      await play.pass(1_000);
    }
    play.sent.length = 0;
    await play.fault({ kind: 'cut', bytes: 20 }, { where });
    if (where === patches) change(bea, 'FD-A1', { reason: 'Nobody is trained' });
    else create(bea, 'FD-A1', { reason: 'Nobody is trained' });
    await play.pass(10_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Nobody is trained' }]);
    expect(writes(play)).toHaveLength(1);
    expect(bea.store.status().pending).toEqual([]);
  });
});

it('fault 35: a row is not found for ten seconds after it was created: no second create, shown as pending', async () => {
  const { play, bea } = await openOne();
  await play.fault({ kind: 'lag', seconds: 10 }, { where: posts });
  await play.fault({ kind: 'drop', when: 'after' }, { where: posts });
  create(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(5_000);
  expect(said(play, bea)).toEqual(['Looking whether it has arrived.']);
  expect(rowOf(bea, 'FD-A1').reason).toBe('Nobody is trained');
  await play.pass(60_000);
  expect(writes(play)).toEqual(['POST /items']);
  expect([await play.onServer('FD-A1'), bea.store.status().pending]).toMatchObject([[{ Uid: 'FD-A1' }], []]);
});

it('fault 35: what is changed in a row that is not visible yet waits for it, and is not taken for removed', async () => {
  const { play, bea } = await openOne();
  await play.fault({ kind: 'lag', seconds: 10 }, { where: posts });
  create(bea, 'FD-A1');
  await play.pass(500);
  change(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(60_000);
  expect(bea.store.status().pending).toEqual([]);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Nobody is trained' }]);
});
