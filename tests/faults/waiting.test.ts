import { describe, expect, it } from 'vitest';
import { pauseWords } from '../../src/app/waiting-words.ts';
import { GraphError } from '../../src/graph/errors.ts';
import { actions, judgements, START } from '../workspace/simulation/world.ts';
import { change, create, openPlay, rowOf } from '../workspace/support/play.ts';
import { said, writes } from './said.ts';

const posts = { method: 'POST', path: '/items$' };

async function openOne(lists = [judgements]) {
  const play = await openPlay(lists);
  const browser = await play.browser('Bea');
  const bea = await play.open(browser);
  play.sent.length = 0;
  return { play, browser, bea };
}

const moment = (ms: number) => new Date(START + ms).toUTCString();

describe('fault 9: 429 with Retry-After', () => {
  it.each([
    ['1', 1],
    ['120', 120],
    ['3600', 3600],
    // The tab was opened a second after the start.
    [moment(61_000), 60],
  ])('of %s waits to the second, pulls too, and tells the person', async (retryAfter, seconds) => {
    const { play, bea } = await openOne();
    await play.fault({ kind: 'refuse', status: 429, retryAfter }, { where: posts });
    create(bea, 'FD-A1');
    await play.pass(200);
    const refusedAt = (play.sent.find(({ line }) => line === 'POST /items')?.at ?? 0) + 80;
    expect(said(play, bea)[0]).toMatch(
      /^Microsoft 365 asked us to wait. Trying again in \d+ (?:second|minute|hour)s?\.$/,
    );
    play.sent.length = 0;
    for (let waited = 0; waited < seconds * 1000 - 1_000; waited += seconds * 100) {
      void bea.store.pull();
      void bea.store.goOn();
      await play.pass(seconds * 100);
    }
    await play.pass(2_000);
    const next = play.sent[0];
    expect([next?.line, Math.abs((next?.at ?? 0) - refusedAt - seconds * 1000) <= 1_000]).toEqual([
      'POST /items',
      true,
    ]);
    expect(next?.at).toBeGreaterThanOrEqual(refusedAt + (retryAfter.includes('GMT') ? 59_000 : seconds * 1000));
    expect(bea.store.status().pending).toEqual([]);
  });

  it.each([undefined, 'abc', '-5', '99999999'])('of %s waits a sane time, longer after each', async (retryAfter) => {
    const { play, bea } = await openOne();
    await play.fault({ kind: 'refuse', status: 429, ...(retryAfter && { retryAfter }) }, { where: posts, times: 5 });
    create(bea, 'FD-A1');
    await play.pass(120_000);
    const at = play.sent.filter(({ line }) => line === 'POST /items').map((one) => one.at);
    const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0));
    expect(at).toHaveLength(6);
    expect(waits.slice(1).every((wait, i) => wait > (waits[i] ?? 0))).toBe(true);
    expect(Math.max(...waits)).toBeLessThan(60_000);
    expect(bea.store.status().pending).toEqual([]);
  });

  it('stops the pulls when it strikes a pull, and the queue as well', async () => {
    const { play, bea } = await openOne();
    await play.fault({ kind: 'refuse', status: 429, retryAfter: '120' }, { where: { path: 'delta|batch' } });
    void bea.store.pull();
    await play.pass(1_000);
    play.sent.length = 0;
    create(bea, 'FD-A1');
    await play.pass(118_000);
    expect(play.sent).toEqual([]);
    await play.pass(2_000);
    expect(play.sent.map(({ line }) => line).toSorted()).toContain('POST /items');
    // What was not read is read then, without anybody asking.
    expect(play.sent.some(({ line }) => /delta|batch/.test(line))).toBe(true);
  });

  it("stops the person's other tabs, which would only add to it", async () => {
    const { play, browser, bea } = await openOne();
    const other = await play.open(browser);
    await play.fault({ kind: 'refuse', status: 429, retryAfter: '120' }, { where: posts });
    create(bea, 'FD-A1');
    await play.pass(1_000);
    play.sent.length = 0;
    create(other, 'FD-A2');
    void other.store.pull();
    await play.pass(100_000);
    expect(play.sent).toEqual([]);
    await play.pass(30_000);
    expect([bea, other].map(({ store }) => store.status().pending)).toEqual([[], []]);
  });
});

it('fault 10: 503 with no header backs off twice as long each time, and never in step with others', async () => {
  const { play, bea } = await openOne();
  create(bea, 'FD-A1');
  await play.pass(1_000);
  const where = { method: 'PATCH', path: '/items/\\d+/fields$' };
  await play.fault({ kind: 'refuse', status: 503 }, { where, times: 5 });
  change(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(500);
  expect(said(play, bea)).toEqual(['Microsoft 365 did not answer. Trying again in 1 second.']);
  await play.pass(60_000);
  const at = play.sent.filter(({ line }) => line.startsWith('PATCH')).map((one) => one.at);
  const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0));
  expect(waits).toHaveLength(5);
  expect(waits.slice(1).every((wait, i) => wait > 1.5 * (waits[i] ?? 0))).toBe(true);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Nobody is trained' }]);
});

it('fault 11: 429 on one part of a batch: only that one is asked for again, after its wait', async () => {
  const { play, bea } = await openOne([judgements, actions]);
  const dorian = await play.open(await play.browser('Dorian'));
  create(dorian, 'FD-A1', { reason: 'For judgements' }, judgements);
  create(dorian, 'FD-A1', { reason: 'For actions' }, actions);
  await play.pass(1_000);
  const list = play.places.get(judgements.name)?.at.list;
  await play.fault({ kind: 'refuse', status: 429, retryAfter: '30' }, { where: { path: `${list}/items/delta` } });
  play.sent.length = 0;
  void bea.store.pull();
  await play.pass(1_000);
  expect(rowOf(bea, 'FD-A1', actions).reason).toBe('For actions');
  expect(bea.store.rows(judgements.name)).toEqual([]);
  expect(bea.store.failure(judgements.name)).toBeInstanceOf(GraphError);
  const { pause } = bea.store.status();
  expect(pause && pauseWords(pause, play.time.now())).toBe(
    'Microsoft 365 asked us to wait. Trying again in 30 seconds.',
  );
  await play.pass(31_000);
  expect(rowOf(bea, 'FD-A1').reason).toBe('For judgements');
  expect(play.sent.map(({ line }) => line)).toEqual(['POST /$batch', 'GET /items/delta']);
});

it('fault 14: offline for five minutes: drafts and changes are kept, said not to be saved, and sent on return', async () => {
  const { play, bea } = await openOne();
  bea.store.keepDraft(judgements.name, 'FD-A2', { reason: 'Half a sen' });
  bea.line.offline = true;
  create(bea, 'FD-A1');
  await play.pass(2_000);
  change(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(300_000);
  expect(bea.store.status()).toMatchObject({ pause: { why: 'no-answer' }, storage: 'kept' });
  expect(said(play, bea)[0]).toMatch(/^Microsoft 365 did not answer. Trying again in .*\.$/);
  expect(rowOf(bea, 'FD-A1').reason).toBe('Nobody is trained');
  bea.line.offline = false;
  await play.pass(240_000);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Nobody is trained' }]);
  expect(bea.store.status().pending).toEqual([]);
  expect(bea.store.draft('FD-A2')?.values).toEqual({ reason: 'Half a sen' });
});

it('fault 15: 300 bytes a second: the time-out is shown, and nothing is sent twice', async () => {
  const { play, bea } = await openOne();
  let slow = true;
  play.disturb(() => (slow ? { timesOutAfter: 60_000 } : undefined));
  create(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(400_000);
  expect(said(play, bea)[0]).toMatch(/^Microsoft 365 did not answer. Trying again in/);
  slow = false;
  await play.pass(300_000);
  expect(writes(play)).toEqual(['POST /items']);
  expect(await play.onServer('FD-A1')).toHaveLength(1);
  expect(bea.store.status().pending).toEqual([]);
});
