import { describe, expect, it } from 'vitest';
import { LIBRARY } from '../../src/workspace/sync/source.ts';
import { bodyOf } from '../infra/local/support/northbridge.ts';
import { judgements } from '../workspace/simulation/world.ts';
import { change, create, openPlay, refusal, rowOf } from '../workspace/support/play.ts';

const keys = ({ store }: { store: { rows(list: string): readonly { uid: string }[] } }, list = judgements.name) =>
  store
    .rows(list)
    .map(({ uid }) => uid)
    .toSorted();

async function openTwo() {
  const play = await openPlay();
  const bea = await play.open(await play.browser('Bea'));
  const dorian = await play.open(await play.browser('Dorian'));
  for (const uid of ['FD-A1', 'FD-A2', 'FD-A3']) create(dorian, uid, { reason: 'First' });
  await play.pass(2_000);
  void bea.store.pull();
  await play.pass(1_000);
  const at = play.places.get(judgements.name)?.at;
  const list = `/sites/${at?.site}/lists/${at?.list}`;
  return { play, bea, dorian, list };
}

describe('fault 33: the delta token has expired (410)', () => {
  it.each(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences'])(
    'with %s everything is read again in the background while the screen stays usable, and what was not seen is gone',
    async (code) => {
      const { play, bea, list } = await openTwo();
      const somebody = await play.as('Dorian');
      await somebody(`${list}/items/2`, { method: 'DELETE' });
      await somebody(`${list}/items/1/fields`, { method: 'PATCH', json: { Reason: 'Second' } });
      await play.fault({ kind: 'refuse', status: 410, code, location: 'start' }, { where: { path: 'items/delta' } });
      play.sent.length = 0;
      void bea.store.pull();
      await play.pass(100);
      // It is being read: nothing on screen has gone, and changes are taken.
      expect([keys(bea), bea.store.isRead(judgements.name)]).toEqual([['FD-A1', 'FD-A2', 'FD-A3'], true]);
      change(bea, 'FD-A3', { note: 'Written meanwhile' });
      create(bea, 'FD-A4');
      await play.pass(3_000);
      expect(keys(bea)).toEqual(['FD-A1', 'FD-A3', 'FD-A4']);
      expect([rowOf(bea, 'FD-A1').reason, rowOf(bea, 'FD-A3').note]).toEqual(['Second', 'Written meanwhile']);
      expect(bea.store.failure(judgements.name)).toBeUndefined();
      play.sent.length = 0;
      void bea.store.pull();
      await play.pass(1_000);
      expect(play.sent).toHaveLength(1);
    },
  );

  it('once more at the new start is a failure, and no endless round', async () => {
    const { play, bea } = await openTwo();
    play.disturb((request) => (request.url.includes('delta') ? refusal(410) : undefined));
    play.sent.length = 0;
    void bea.store.pull();
    await play.pass(60_000);
    expect(play.sent.length).toBeLessThanOrEqual(4);
    expect(bea.store.failure(judgements.name)?.message).toBe('Everything has to be read again from the start.');
    expect(keys(bea)).toEqual(['FD-A1', 'FD-A2', 'FD-A3']);
  });
});

describe('fault 34: delta gives an item twice, out of order, child before parent', () => {
  const delta = { path: 'delta' };

  it('the last state wins', async () => {
    const { play, bea, list } = await openTwo();
    const somebody = await play.as('Dorian');
    await somebody(`${list}/items/1/fields`, { method: 'PATCH', json: { Reason: 'Second' } });
    play.disturb((request) => (request.url.includes('delta') ? twice(request) : undefined));
    void bea.store.pull();
    await play.pass(1_000);
    expect(rowOf(bea, 'FD-A1').reason).toBe('Last');
    expect(keys(bea)).toEqual(['FD-A1', 'FD-A2', 'FD-A3']);

    function twice(request: Request): Response {
      const item = (reason: string, count: number) => ({
        id: '1',
        eTag: `"x,${count}"`,
        lastModifiedDateTime: '2026-11-23T10:00:00Z',
        fields: { Uid: 'FD-A1', Title: 'FD-A1', Reason: reason },
      });
      const value = [item('Earlier', 8), { id: '99', deleted: {} }, item('Last', 9)];
      return Response.json({ value, '@odata.deltaLink': request.url });
    }
  });

  it.each([{ repeat: true }, { reverse: true }, { repeat: true, reverse: true }])('%j leaves no ghost', async (how) => {
    const { play, bea, dorian, list } = await openTwo();
    const somebody = await play.as('Dorian');
    await somebody(`${list}/items/2`, { method: 'DELETE' });
    create(dorian, 'FD-A5');
    await play.pass(1_000);
    await play.fault({ kind: 'delta', ...how }, { where: delta, times: 'all' });
    void bea.store.pull();
    await play.pass(1_000);
    expect(keys(bea)).toEqual(['FD-A1', 'FD-A3', 'FD-A5']);
  });

  it('an empty page with more to come is not the end', async () => {
    const { play, bea, list } = await openTwo();
    const somebody = await play.as('Dorian');
    await somebody(`${list}/items/1/fields`, { method: 'PATCH', json: { Reason: 'Second' } });
    await play.fault({ kind: 'delta', empty: true }, { where: delta });
    void bea.store.pull();
    await play.pass(1_000);
    expect(rowOf(bea, 'FD-A1').reason).toBe('Second');
  });

  it('a file may come before its folder, and goes with it though nobody says so', async () => {
    const play = await openPlay();
    const somebody = await play.as('Dorian');
    const drive = `/drives/${play.drive}`;
    const folder = async (parent: string, name: string) =>
      (
        await bodyOf<{ id: string }>(
          somebody(`${drive}/items/${parent}/children`, { method: 'POST', json: { name, folder: {} } }),
          201,
        )
      ).id;
    const top = await folder('root', 'Police');
    const inner = await folder(top, '3 Audits');
    const put = await bodyOf<{ id: string }>(
      somebody(`${drive}/items/${inner}:/a.txt:/content`, { method: 'PUT', body: 'A' }),
      201,
    );
    await play.fault({ kind: 'delta', reverse: true }, { where: delta, times: 'all' });
    const bea = await play.open(await play.browser('Bea'), { lists: [LIBRARY] });
    expect(bea.store.row(LIBRARY, put.id)).toMatchObject({ name: 'a.txt', parentId: inner });
    expect(bea.store.row(LIBRARY, inner)).toMatchObject({ parentId: top });
    await play.mend();
    play.disturb((request) =>
      request.url.includes('delta')
        ? Response.json({ value: [{ id: top, deleted: {} }], '@odata.deltaLink': request.url })
        : undefined,
    );
    void bea.store.pull();
    await play.pass(1_000);
    expect([top, inner, put.id].map((id) => bea.store.row(LIBRARY, id))).toEqual([undefined, undefined, undefined]);
  });
});
