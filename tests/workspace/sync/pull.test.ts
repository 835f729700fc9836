import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/workspace/store/server-base.ts';
import { killTab } from '../simulation/tab.ts';
import { actions, judgements } from '../simulation/world.ts';
import { change, create, openPlay, refusal, remove, rowOf } from '../support/play.ts';

const keys = ({ store }: { store: { rows(list: string): readonly { uid: string }[] } }) =>
  store
    .rows(judgements.name)
    .map(({ uid }) => uid)
    .toSorted();

async function openTwo(lists = [judgements]) {
  const play = await openPlay(lists);
  const bea = await play.open(await play.browser('Bea'));
  const dorian = await play.open(await play.browser('Dorian'));
  for (const uid of ['FD-A1', 'FD-A2']) create(dorian, uid, { reason: 'First' });
  await play.pass(1_000);
  void bea.store.pull();
  await play.pass(1_000);
  return { play, bea, dorian };
}

describe('a pull whose answer is older than what was saved meanwhile', () => {
  it('does not put a row back, nor bring back one that was removed, nor lose one that was made', async () => {
    const { play, bea, dorian } = await openTwo();
    for (const uid of ['FD-A1', 'FD-A2']) change(dorian, uid, { note: 'His' });
    await play.pass(1_000);
    play.disturb((request) => (request.url.includes('delta') ? { held: 3_000 } : undefined));
    void bea.store.pull();
    await play.pass(100);
    change(bea, 'FD-A1', { reason: 'Hers' });
    remove(bea, 'FD-A2');
    create(bea, 'FD-A3');
    await play.pass(1_000);
    // He had changed it: she is asked, and removes it all the same.
    for (const edit of bea.store.needsPerson()) void bea.store.settle(edit, ['note']);
    await play.pass(1_000);
    expect(bea.store.status().pending).toEqual([]);
    await play.pass(3_000);
    expect(keys(bea)).toEqual(['FD-A1', 'FD-A3']);
    expect(rowOf(bea, 'FD-A1')).toMatchObject({ reason: 'Hers', note: 'His' });
  });

  it('nor is a newer row put back by a late answer to our own write', async () => {
    const { play, bea, dorian } = await openTwo();
    let reads = 0;
    play.disturb((request) => {
      if (!/items\/1\?/.test(request.url) || reads > 0) return undefined;
      reads += 1;
      return { held: 5_000 };
    });
    change(bea, 'FD-A1', { reason: 'Hers' });
    await play.pass(300);
    void dorian.store.pull();
    await play.pass(500);
    change(dorian, 'FD-A1', { reason: 'His' });
    await play.pass(1_000);
    void bea.store.pull();
    await play.pass(10_000);
    expect([bea, dorian].map((tab) => rowOf(tab, 'FD-A1').reason)).toEqual(['His', 'His']);
  });
});

describe('rows and the place where the next pull begins', () => {
  it('are written in one step, and a removed row with them', async () => {
    const { play, dorian } = await openTwo();
    const written: Change[] = [];
    const imani = await play.open(await play.browser('Imani'), { onWrite: (each) => written.push(each) });
    expect(written.filter(({ links }) => links?.length).map(({ rows }) => rows?.[0]?.put?.length)).toEqual([2]);
    remove(dorian, 'FD-A2');
    await play.pass(1_000);
    written.length = 0;
    void imani.store.pull();
    await play.pass(1_000);
    expect(written).toMatchObject([{ rows: [{ drop: [{ uid: 'FD-A2' }] }], links: [{ list: judgements.name }] }]);
  });

  it('a tab that cannot write makes no other tab skip what only it has read', async () => {
    const { play, dorian } = await openTwo();
    const browser = await play.browser('Imani');
    const first = await play.open(browser);
    const second = await play.open(browser);
    change(dorian, 'FD-A1', { reason: 'Second' });
    await play.pass(1_000);
    browser.disk.full = true;
    void first.store.pull();
    await play.pass(1_000);
    browser.disk.full = false;
    void second.store.pull();
    await play.pass(1_000);
    for (const tab of [...browser.tabs]) killTab(browser, tab);
    const again = await play.open(browser);
    expect(rowOf(again, 'FD-A1').reason).toBe('Second');
  });
});

describe('a list of many pages', () => {
  const page = (n: number, more: string | undefined, request: Request) => {
    const item = {
      id: String(n),
      eTag: `"x,1"`,
      lastModifiedDateTime: '2026-11-23T09:00:00Z',
      fields: { Uid: `FD-${n}`, Title: `FD-${n}` },
    };
    const base = request.url.split('?')[0];
    const link = more ? { '@odata.nextLink': `${base}?token=${more}` } : { '@odata.deltaLink': `${base}?token=end` };
    return Response.json({ value: [item], ...link });
  };

  async function openCrawl(onWrite?: (change: Change) => void) {
    const play = await openPlay();
    let refused = 0;
    play.disturb((request) => {
      const token = new URL(request.url).searchParams.get('token');
      if (!request.url.includes('delta')) return undefined;
      if (token === null) return page(1, 'two', request);
      if (token === 'two') {
        refused += 1;
        return refused === 1 ? refusal(429, { 'Retry-After': '60' }) : page(2, 'three', request);
      }
      return page(3, undefined, request);
    });
    const browser = await play.browser('Bea');
    const bea = await play.open(browser, onWrite && { onWrite });
    return { play, bea, browser };
  }

  it('shows each page as it comes, and goes on from where it was asked to wait, without beginning again', async () => {
    const { play, bea } = await openCrawl();
    expect([keys(bea), bea.store.isRead(judgements.name)]).toEqual([['FD-1'], false]);
    await play.pass(58_000);
    expect(play.sent).toHaveLength(2);
    await play.pass(3_000);
    expect([keys(bea), bea.store.isRead(judgements.name)]).toEqual([['FD-1', 'FD-2', 'FD-3'], true]);
    expect(play.sent).toHaveLength(4);
  });

  it('keeps what was written while it was left half read', async () => {
    const { play, bea } = await openCrawl();
    await play.pass(30_000);
    // As if another tab had made it.
    void bea.store.put(judgements.name, { ...rowOf(bea, 'FD-1'), uid: 'FD-9', held: { item: '9', edits: [] } });
    await play.pass(40_000);
    expect(keys(bea)).toEqual(['FD-1', 'FD-2', 'FD-3', 'FD-9']);
  });

  it('is kept all at once with its link: each page alone would write nearly everything anew', async () => {
    const written: Change[] = [];
    const { play, bea, browser } = await openCrawl((change) => written.push(change));
    await play.pass(61_000);
    const rows = written.map((change) => (change.rows ?? []).flatMap(({ put = [] }) => put.map(({ uid }) => uid)));
    expect(rows.filter((uids) => uids.length > 0)).toEqual([['FD-1', 'FD-2', 'FD-3']]);
    expect(written.filter(({ links }) => links?.length)).toMatchObject([{ rows: [{ put: [{}, {}, {}] }] }]);
    killTab(browser, bea);
    const again = await play.open(browser);
    expect([keys(again), again.store.isRead(judgements.name)]).toEqual([['FD-1', 'FD-2', 'FD-3'], true]);
  });
});

it('first pages of all lists are shown before the second page of any', async () => {
  const play = await openPlay([judgements, actions]);
  const dorian = await play.open(await play.browser('Dorian'));
  create(dorian, 'FD-A1', {}, judgements);
  create(dorian, 'FD-A1', {}, actions);
  await play.pass(1_000);
  await play.fault({ kind: 'delta', empty: true }, { where: { path: 'delta' } });
  const list = play.places.get(judgements.name)?.at.list ?? '';
  let isHeld = true;
  play.disturb((request) => (isHeld && request.url.includes(`${list}/items/delta`) ? { held: 5_000 } : undefined));
  const bea = await play.open(await play.browser('Bea'));
  expect(rowOf(bea, 'FD-A1', actions).title).toBe('FD-A1');
  isHeld = false;
  await play.pass(10_000);
  expect(rowOf(bea, 'FD-A1', judgements).title).toBe('FD-A1');
});

it('after a 410 reading begins again where it is told', async () => {
  const { play, bea } = await openTwo();
  const list = play.places.get(judgements.name)?.at;
  const place = `https://graph.microsoft.com/v1.0/sites/${list?.site}/lists/${list?.list}/items/delta?token=here`;
  const asked: (string | null)[] = [];
  play.disturb((request) => {
    if (!request.url.includes('delta')) return undefined;
    const token = new URL(request.url).searchParams.get('token');
    asked.push(token);
    if (token !== 'here') return refusal(410, { Location: place });
    return Response.json({ value: [], '@odata.deltaLink': place.replace('here', 'end') });
  });
  void bea.store.pull();
  await play.pass(1_000);
  expect(asked.at(-1)).toBe('here');
  expect(keys(bea)).toEqual([]);
});

it('a row whose key somebody took away in SharePoint is no longer one of ours', async () => {
  const { play, bea } = await openTwo();
  const at = play.places.get(judgements.name)?.at;
  await (await play.as('Dorian'))(`/sites/${at?.site}/lists/${at?.list}/items/1/fields`, {
    method: 'PATCH',
    json: { Uid: null },
  });
  void bea.store.pull();
  await play.pass(1_000);
  expect(keys(bea)).toEqual(['FD-A2']);
});
