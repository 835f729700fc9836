import { describe, expect, it } from 'vitest';
import { findPath } from '../../../src/workspace/library.ts';
import { assessments, evidence, partners, prompts, workspaceLists } from '../../../src/workspace/schema/lists.ts';
import { openWorkspace } from '../../../src/workspace/store/workspace.ts';
import { openAtWork } from '../support/northbridge-at-work.ts';
import { rowOf, rowsOf } from '../support/rows.ts';

const uid = 'front-door-2026.FD-A1.police';
const red = {
  uid,
  title: 'FD-A1 Police',
  prompt: 'front-door-2026.FD-A1',
  partner: 'police',
  verdict: 'red',
  reason: 'Nobody is trained',
} as const;

async function openTwo() {
  const atWork = await openAtWork();
  const info = await atWork.setUp();
  const bea = await atWork.sit('Bea', info);
  await bea.create(assessments, red);
  const dorian = await atWork.sit('Dorian', info);
  return { atWork, info, bea, dorian };
}

describe('reading', () => {
  it('rows wait until the first pull', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const place = { teamId: 't', channelId: 'c' };
    const me = { id: 'a', name: 'A' };
    const workspace = openWorkspace({ graph: atWork.graphOf('Bea'), info, place, me, clock: () => '' });
    expect(workspace.rows(partners)).toEqual({ state: 'waiting' });
    expect(workspace.files()).toEqual({ state: 'waiting' });
    await workspace.pull();
    expect(rowsOf(workspace, partners).map((row) => row.title)).toEqual(['Council', 'Police']);
  });

  it('a pull without changes is one round trip, one unit a list and one for the library, and leaves the same snapshots', async () => {
    const { atWork, bea } = await openTwo();
    await bea.pull();
    const before = [bea.rows(partners), bea.files(), bea.saveState()];
    let calls = 0;
    bea.subscribe(() => {
      calls += 1;
    });
    atWork.sent.length = 0;
    const units = bea.graph.counts().units;
    await bea.pull();
    expect(atWork.sent).toEqual(['POST /v1.0/$batch']);
    expect(bea.graph.counts().units - units).toBe(workspaceLists.length + 1);
    expect([bea.rows(partners), bea.files(), bea.saveState()].map((now, index) => now === before[index])).toEqual([
      true,
      true,
      true,
    ]);
    expect(calls).toBe(0);
  });

  it('a pull that is asked for while one is under way joins it', async () => {
    const { atWork, bea } = await openTwo();
    atWork.sent.length = 0;
    await Promise.all([bea.pull(), bea.pull(), bea.pull()]);
    expect(atWork.sent).toEqual(['POST /v1.0/$batch']);
  });

  it('what another person added, changed and removed is there after the next pull', async () => {
    const { bea, dorian } = await openTwo();
    const mine = rowOf(dorian, assessments, uid);
    await dorian.save(assessments, uid, { verdict: 'green' }, mine);
    await dorian.create(assessments, { ...red, uid: 'x.council', title: 'FD-A1 Council', partner: 'council' });
    await bea.pull();
    expect(rowOf(bea, assessments, uid).verdict).toBe('green');
    expect(rowOf(bea, assessments, uid).changed.by).toBe('Dorian Hexwell');
    expect(rowsOf(bea, assessments)).toHaveLength(2);
    await dorian.remove(assessments, 'x.council', rowOf(dorian, assessments, 'x.council'));
    await bea.pull();
    expect(rowsOf(bea, assessments).map((row) => row.uid)).toEqual([uid]);
  });

  it('after a 410 everything is read again, and what did not come is gone', async () => {
    const { atWork, bea, dorian } = await openTwo();
    await dorian.remove(assessments, uid, rowOf(dorian, assessments, uid));
    let once = 0;
    atWork.disturb((request) => {
      if (!request.url.includes('/delta') || !request.url.includes('token')) return undefined;
      once += 1;
      if (once > workspaceLists.length + 1) return undefined;
      return Response.json({ error: { code: 'resyncChangesApplyDifferences' } }, { status: 410 });
    });
    await bea.pull();
    expect(rowsOf(bea, assessments)).toEqual([]);
    expect(rowsOf(bea, partners)).toHaveLength(2);
  });

  it('a list that cannot be read is failed and the others are there', async () => {
    const atWork = await openAtWork();
    const info = await atWork.setUp();
    const admin = await atWork.northbridge.as('Bea');
    expect((await admin(`/sites/${info.site}/lists/${info.lists.evidence}`, { method: 'DELETE' })).status).toBe(204);
    const bea = await atWork.sit('Bea', info);
    expect(bea.rows(evidence)).toMatchObject({ state: 'failed', error: { kind: 'not-found' } });
    expect(rowsOf(bea, partners)).toHaveLength(2);
  });

  it('a pull that fails later leaves what is shown and says why', async () => {
    const { atWork, bea } = await openTwo();
    atWork.disturb((request) => (request.url.includes('/$batch') ? 'lost before' : undefined));
    await bea.pull();
    expect(rowsOf(bea, partners)).toHaveLength(2);
    expect(bea.pullError()).toMatchObject({ kind: 'unreachable' });
    atWork.disturb(() => undefined);
    await bea.pull();
    expect(bea.pullError()).toBeUndefined();
  });

  it('a list that is missing says what to do', async () => {
    const atWork = await openAtWork();
    const { lists, ...info } = await atWork.setUp();
    const { evidence: _, ...rest } = lists;
    const bea = await atWork.sit('Bea', { ...info, lists: rest });
    expect(bea.rows(evidence)).toMatchObject({
      state: 'failed',
      error: { message: 'A list of this workspace is not there. "Check and repair" in Settings makes it again.' },
    });
  });

  it('what I saved, added and removed while an older answer was on its way is not undone by it', async () => {
    const { atWork, bea, dorian } = await openTwo();
    await bea.create(assessments, { ...red, uid: 'x.removed', title: 'Removed' });
    await dorian.save(assessments, uid, { impact: 'Children wait' }, rowOf(dorian, assessments, uid));
    let release: (value?: unknown) => void = () => undefined;
    const heldUntil = new Promise((resolve) => {
      release = resolve;
    });
    atWork.disturb((request) => (request.url.includes('/$batch') ? { heldUntil } : undefined));
    const pulling = bea.pull();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    await atWork.network.wait(1_000);
    await bea.save(assessments, uid, { verdict: 'amber' }, rowOf(bea, assessments, uid));
    await bea.create(assessments, { ...red, uid: 'x.added', title: 'Added' });
    await bea.remove(assessments, 'x.removed', rowOf(bea, assessments, 'x.removed'));
    release();
    await pulling;
    expect(rowOf(bea, assessments, uid)).toMatchObject({ verdict: 'amber', impact: 'Children wait' });
    expect(rowsOf(bea, assessments).map((row) => row.uid)).toEqual(expect.arrayContaining([uid, 'x.added']));
    expect(rowsOf(bea, assessments)).toHaveLength(2);
  });

  it('the library is there by id with folders above each file', async () => {
    const { bea, info } = await openTwo();
    const files = bea.files();
    if (files.state !== 'ready') throw new Error(files.state);
    const police = [...files.items.values()].find((item) => item.name === 'Police');
    expect(police).toMatchObject({ kind: 'folder' });
    expect(findPath(files.items, police?.id ?? '', info.homeFolder)?.map((item) => item.name)).toEqual([
      '2026 JTAI Front door',
      'Police',
    ]);
  });
});

describe('changing', () => {
  it('a change shows at once and is there for others', async () => {
    const { bea, dorian } = await openTwo();
    const saved = await bea.save(assessments, uid, { verdict: 'amber', reason: null }, rowOf(bea, assessments, uid));
    expect(saved).toMatchObject({ outcome: 'saved', row: { verdict: 'amber' }, before: { verdict: 'red' } });
    expect(rowOf(bea, assessments, uid)).not.toHaveProperty('reason');
    await dorian.pull();
    expect(rowOf(dorian, assessments, uid).verdict).toBe('amber');
  });

  it('different columns changed by two people are both kept', async () => {
    const { bea, dorian } = await openTwo();
    const seenByBea = rowOf(bea, assessments, uid);
    await dorian.save(assessments, uid, { impact: 'Children wait' }, rowOf(dorian, assessments, uid));
    const saved = await bea.save(assessments, uid, { verdict: 'amber' }, seenByBea);
    expect(saved).toMatchObject({ outcome: 'saved', row: { verdict: 'amber', impact: 'Children wait' } });
  });

  it('the same column changed by two people is a clash with both values, and nothing is written', async () => {
    const { bea, dorian } = await openTwo();
    const seenByBea = rowOf(bea, assessments, uid);
    const dorians = { verdict: 'green', reason: 'All trained', ratedBy: dorian.me } as const;
    await dorian.save(assessments, uid, dorians, rowOf(dorian, assessments, uid));
    const mine = { verdict: 'amber', reason: red.reason, impact: 'Some wait', ratedBy: bea.me } as const;
    const clash = await bea.save(assessments, uid, mine, seenByBea);
    // The reason was left as it was seen, so it is not Bea's word against Dorian's.
    expect(clash).toMatchObject({
      outcome: 'clash',
      fields: [{ column: 'verdict', mine: 'amber', theirs: 'green' }],
      theirs: { verdict: 'green', reason: 'All trained', changed: { by: 'Dorian Hexwell' } },
    });
    if (clash.outcome !== 'clash') throw new Error(clash.outcome);
    await dorian.pull();
    expect(rowOf(dorian, assessments, uid)).not.toHaveProperty('impact');
    const chosen = await bea.save(assessments, uid, { ...mine, reason: 'All trained' }, clash.theirs);
    expect(chosen).toMatchObject({
      outcome: 'saved',
      row: { verdict: 'amber', reason: 'All trained', impact: 'Some wait' },
    });
  });

  it('the same value from two people is no clash', async () => {
    const { bea, dorian } = await openTwo();
    const seenByBea = rowOf(bea, assessments, uid);
    await dorian.save(assessments, uid, { verdict: 'green' }, rowOf(dorian, assessments, uid));
    const saved = await bea.save(assessments, uid, { verdict: 'green' }, seenByBea);
    expect(saved).toMatchObject({ outcome: 'saved', row: { verdict: 'green' }, before: { verdict: 'green' } });
  });

  it('a row that somebody removed is told, not made again', async () => {
    const { atWork, bea, dorian } = await openTwo();
    // A row that was only just made might not be visible yet.
    await atWork.network.wait(120_000);
    const seenByBea = rowOf(bea, assessments, uid);
    await dorian.remove(assessments, uid, rowOf(dorian, assessments, uid));
    expect(await bea.save(assessments, uid, { verdict: 'green' }, seenByBea)).toEqual({ outcome: 'gone' });
    // That leads to reading what changed; this joins it.
    await bea.pull();
    expect(rowsOf(bea, assessments)).toEqual([]);
  });

  it('a change whose answer was lost is found to be there, and is still news', async () => {
    const { atWork, bea } = await openTwo();
    const seen = await bea.save(assessments, uid, { verdict: 'green' }, rowOf(bea, assessments, uid));
    if (seen.outcome !== 'saved') throw new Error(seen.outcome);
    let writes = 0;
    atWork.disturb((request) => {
      if (request.method !== 'PATCH') return undefined;
      writes += 1;
      return writes === 1 ? 'lost after' : undefined;
    });
    const saved = await bea.save(assessments, uid, { verdict: 'red' }, seen.row);
    expect(saved).toMatchObject({ outcome: 'saved', row: { verdict: 'red' }, before: { verdict: 'green' } });
    expect(writes).toBe(1);
  });

  it('a row that never rests is tried again after a while, then asked about, and never written blindly', async () => {
    const { atWork, bea } = await openTwo();
    const seen = rowOf(bea, assessments, uid);
    atWork.disturb((request) => (request.method === 'PATCH' ? Response.json({}, { status: 412 }) : undefined));
    atWork.sent.length = 0;
    const saved = await bea.save(assessments, uid, { verdict: 'green' }, seen);
    expect(saved).toMatchObject({ outcome: 'kept', row: { verdict: 'green' } });
    expect(await (saved.outcome === 'kept' ? saved.landed : undefined)).toBeUndefined();
    expect(atWork.sent.filter((request) => request.startsWith('PATCH'))).toHaveLength(15);
    expect(bea.saveState()).toEqual({ state: 'needs-you', count: 1 });
    expect(bea.status().pending[0]?.standing).toEqual({
      is: 'refused',
      why: 'Others are changing this at the same moment. What you wrote is kept here. Try again in a minute.',
    });
  });

  it('pressing Save with nothing changed sends nothing and keeps what others did', async () => {
    const { atWork, bea, dorian } = await openTwo();
    const seen = rowOf(bea, assessments, uid);
    await dorian.save(assessments, uid, { verdict: 'green' }, rowOf(dorian, assessments, uid));
    atWork.sent.length = 0;
    await bea.save(assessments, uid, { verdict: 'red', ratedBy: bea.me, ratedAt: bea.clock() }, seen);
    expect(atWork.sent).toEqual([]);
    await bea.pull();
    expect(rowOf(bea, assessments, uid).verdict).toBe('green');
  });

  it('a row that changed is not removed unseen', async () => {
    const { bea, dorian } = await openTwo();
    const seen = rowOf(bea, assessments, uid);
    await dorian.save(assessments, uid, { verdict: 'green' }, rowOf(dorian, assessments, uid));
    const removed = await bea.remove(assessments, uid, seen);
    expect(removed).toMatchObject({ outcome: 'changed', theirs: { verdict: 'green' } });
    if (removed.outcome !== 'changed') throw new Error(removed.outcome);
    expect(await bea.remove(assessments, uid, removed.theirs)).toEqual({ outcome: 'removed' });
  });
});

describe('adding', () => {
  it('a row whose key is taken becomes a change of it: what does not contradict is merged', async () => {
    const { bea, dorian } = await openTwo();
    const added = await dorian.create(assessments, { ...red, impact: 'Children wait' });
    expect(added).toMatchObject({
      outcome: 'saved',
      row: { verdict: 'red', impact: 'Children wait' },
      before: { verdict: 'red' },
    });
    await bea.pull();
    expect(rowsOf(bea, assessments)).toHaveLength(1);
  });

  it('and what contradicts is a clash', async () => {
    const { dorian } = await openTwo();
    expect(await dorian.create(assessments, { ...red, verdict: 'green' })).toMatchObject({
      outcome: 'clash',
      fields: [{ column: 'verdict', mine: 'green', theirs: 'red' }],
    });
  });

  it('a row whose answer was lost is found by its key: one row, and new', async () => {
    const { atWork, bea, dorian } = await openTwo();
    atWork.disturb((request) => (request.method === 'POST' ? 'lost after' : undefined));
    const row = { ...red, uid: 'front-door-2026.FD-A2.police' };
    const added = await bea.create(assessments, row);
    expect(added).toMatchObject({ outcome: 'saved', row: { verdict: 'red' } });
    expect(added).toMatchObject({ before: undefined });
    atWork.disturb(() => undefined);
    await dorian.pull();
    expect(rowsOf(dorian, assessments)).toHaveLength(2);
  });

  it('a row that cannot be sent is on the screen, kept and counted, and goes when the way is free', async () => {
    const { atWork, bea, dorian } = await openTwo();
    atWork.disturb(() => 'lost before');
    const row = { ...red, uid: 'front-door-2026.FD-A2.police' };
    const added = await bea.create(assessments, row);
    expect(added).toMatchObject({ outcome: 'kept', row: { verdict: 'red', uid: row.uid } });
    expect(rowsOf(bea, assessments)).toHaveLength(2);
    expect(bea.saveState()).toEqual({ state: 'not-saved', count: 1 });
    atWork.disturb(() => undefined);
    await bea.goOn();
    expect(await (added.outcome === 'kept' ? added.landed : undefined)).toMatchObject({ outcome: 'saved' });
    expect(bea.saveState()).toEqual({ state: 'saved' });
    await dorian.pull();
    expect(rowsOf(dorian, assessments)).toHaveLength(2);
  });

  it('a change that was turned down is handed back to the screen that asked, and no longer counted', async () => {
    const { atWork, bea } = await openTwo();
    const seen = rowOf(bea, prompts, 'front-door-2026.FD-A1');
    atWork.disturb((request) => (request.method === 'PATCH' ? Response.json({}, { status: 403 }) : undefined));
    await expect(bea.save(prompts, seen.uid, { title: 'Other' }, seen)).rejects.toMatchObject({ kind: 'forbidden' });
    expect(bea.saveState()).toEqual({ state: 'saved' });
    expect(rowOf(bea, prompts, seen.uid).title).toBe(seen.title);
  });
});
