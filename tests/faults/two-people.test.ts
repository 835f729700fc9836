import { describe, expect, it } from 'vitest';
import { bodyOf } from '../infra/local/support/northbridge.ts';
import { judgements } from '../workspace/simulation/world.ts';
import { change, create, openPlay, remove, rowOf } from '../workspace/support/play.ts';
import { onlyEdit, said, writes } from './said.ts';

/** Bea and Dorian have the same row in front of them. */
async function openTwo() {
  const play = await openPlay();
  const [forBea, forDorian] = [await play.browser('Bea'), await play.browser('Dorian')];
  const bea = await play.open(forBea);
  create(bea, 'FD-A1', { reason: 'Nobody is trained', impact: 'Children wait' });
  await play.pass(1_000);
  const dorian = await play.open(forDorian);
  // A row made just now may not be visible to everybody yet; this one is.
  await play.pass(120_000);
  return { play, bea, dorian };
}

it('fault 1: two people edit different columns of one row, and both are kept', async () => {
  const { play, bea, dorian } = await openTwo();
  change(dorian, 'FD-A1', { impact: 'Some wait' });
  await play.pass(1_000);
  change(bea, 'FD-A1', { reason: 'Half are trained' });
  await play.pass(1_000);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained', Impact: 'Some wait' }]);
  expect(rowOf(bea, 'FD-A1')).toMatchObject({ reason: 'Half are trained', impact: 'Some wait' });
  // The second was refused on the old version, read the row, and sent again on the new one.
  expect(writes(play).slice(-3)).toEqual(Array(3).fill('PATCH /items/1/fields'));
  expect([bea, dorian].map(({ store }) => store.status().pending)).toEqual([[], []]);
});

it('fault 2: two people edit the same column, the second sees both values and chooses, and the loser stays in history', async () => {
  const { play, bea, dorian } = await openTwo();
  change(dorian, 'FD-A1', { reason: 'All are trained' });
  await play.pass(1_000);
  change(bea, 'FD-A1', { reason: 'Half are trained' });
  await play.pass(1_000);
  expect(said(play, bea)).toEqual(['Dorian Hexwell changed this too. Choose what is kept.']);
  const edit = onlyEdit(bea);
  expect([edit.values, edit.standing]).toMatchObject([
    { reason: 'Half are trained' },
    { clash: { theirs: { reason: 'All are trained' }, by: 'Dorian Hexwell' } },
  ]);
  // Until she chooses, hers is on her screen and his on the server.
  expect(rowOf(bea, 'FD-A1').reason).toBe('Half are trained');
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'All are trained' }]);
  void bea.store.settle(edit, ['reason']);
  await play.pass(1_000);
  const at = play.places.get(judgements.name)?.at;
  const versions = await bodyOf<{ value: { fields: { Reason: string } }[] }>(
    (await play.as('Kit'))(`/sites/${at?.site}/lists/${at?.list}/items/1/versions?$expand=fields`),
  );
  expect(versions.value.map(({ fields }) => fields.Reason)).toEqual([
    'Half are trained',
    'All are trained',
    'Nobody is trained',
  ]);
});

describe('fault 3: one edits, one deletes the row', () => {
  it('the editor is told, the text is kept, and the row can be made again with it', async () => {
    const { play, bea, dorian } = await openTwo();
    remove(dorian, 'FD-A1');
    await play.pass(1_000);
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(1_000);
    expect(said(play, bea)).toEqual(['Somebody removed it in the meantime. What you wrote is kept here.']);
    expect(onlyEdit(bea).values).toEqual({ reason: 'Half are trained' });
    expect(await play.onServer('FD-A1')).toEqual([]);
    void bea.store.restore(onlyEdit(bea));
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toMatchObject([
      { Title: 'FD-A1', Reason: 'Half are trained', Impact: 'Children wait' },
    ]);
  });

  it('and who deletes what somebody has just changed is asked first', async () => {
    const { play, bea, dorian } = await openTwo();
    change(dorian, 'FD-A1', { reason: 'All are trained' });
    await play.pass(1_000);
    remove(bea, 'FD-A1');
    await play.pass(1_000);
    expect(said(play, bea)).toEqual(['Dorian Hexwell changed it in the meantime. Choose whether it is still removed.']);
    expect(await play.onServer('FD-A1')).toHaveLength(1);
    void bea.store.settle(onlyEdit(bea), ['reason']);
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toEqual([]);
  });
});

describe('fault 4: 412 five times running', () => {
  const where = { method: 'PATCH', path: '/items/\\d+/fields$' };

  it('backs off, then goes through, each time on the version that was read last', async () => {
    const { play, bea } = await openTwo();
    await play.fault({ kind: 'refuse', status: 412 }, { where, times: 5 });
    play.sent.length = 0;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(10_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
    const patches = play.sent.filter(({ line }) => line.startsWith('PATCH'));
    expect(patches).toHaveLength(6);
    expect(patches.every(({ headers }) => headers.get('If-Match'))).toBe(true);
    expect((patches[5]?.at ?? 0) - (patches[4]?.at ?? 0)).toBeGreaterThan(1_000);
  });

  it('asks when the row never rests, and never writes blindly', async () => {
    const { play, bea } = await openTwo();
    await play.fault({ kind: 'refuse', status: 412 }, { where, times: 'all' });
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(60_000);
    expect(said(play, bea)).toEqual([
      'Others are changing this at the same moment. What you wrote is kept here. Try again in a minute.',
    ]);
    const before = writes(play).length;
    await play.pass(600_000);
    expect(writes(play)).toHaveLength(before);
    await play.mend();
    void bea.store.retry(onlyEdit(bea));
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
  });
});
