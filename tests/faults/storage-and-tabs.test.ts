import { describe, expect, it } from 'vitest';
import { openCache } from '../../src/workspace/cache/cache.ts';
import { toKeptName } from '../../src/workspace/cache/forget.ts';
import { defineList } from '../../src/workspace/schema/define-list.ts';
import { killTab, signOut, TENANT, wipe } from '../workspace/simulation/tab.ts';
import { judgements } from '../workspace/simulation/world.ts';
import { change, create, openPlay, rowOf } from '../workspace/support/play.ts';
import { buildEdit } from '../workspace/support/rows-and-edits.ts';
import { said, writes } from './said.ts';

async function openOne() {
  const play = await openPlay();
  const browser = await play.browser('Bea');
  const bea = await play.open(browser);
  create(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(1_000);
  play.sent.length = 0;
  return { play, browser, bea };
}

describe('fault 37: two browser tabs, same person', () => {
  it('one sends, the other shows the same', async () => {
    const { play, browser, bea } = await openOne();
    const other = await play.open(browser);
    play.sent.length = 0;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(30);
    expect(rowOf(other, 'FD-A1').reason).toBe('Half are trained');
    expect(other.store.status().pending).toHaveLength(1);
    await play.pass(2_000);
    expect(writes(play)).toHaveLength(1);
    expect([bea, other].map(({ store }) => store.status().pending)).toEqual([[], []]);
    expect(rowOf(other, 'FD-A1')).toEqual(rowOf(bea, 'FD-A1'));
  });

  it('and they never send the same at once', async () => {
    const { play, browser, bea } = await openOne();
    const other = await play.open(browser);
    for (const tab of browser.tabs) tab.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(30_000);
    play.sent.length = 0;
    for (const tab of browser.tabs) {
      tab.line.offline = false;
      void tab.store.goOn();
    }
    await play.pass(10_000);
    expect(writes(play)).toHaveLength(1);
    expect([bea, other].map(({ store }) => store.status().pending)).toEqual([[], []]);
  });

  it('when the one that sends goes away, the other sends', async () => {
    const { play, browser, bea } = await openOne();
    const other = await play.open(browser);
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(100);
    killTab(browser, bea);
    await play.pass(10_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
    expect(other.store.status().pending).toEqual([]);
  });

  it('what is given up in one is not told as saved in the other', async () => {
    const { play, browser, bea } = await openOne();
    const other = await play.open(browser);
    for (const tab of browser.tabs) tab.line.offline = true;
    const { edit, landed } = change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(1_000);
    void other.store.discard(edit);
    await play.pass(1_000);
    expect(await landed).toEqual({ is: 'removed' });
    expect(rowOf(bea, 'FD-A1').reason).toBe('Nobody is trained');
  });
});

describe('fault 38: browser storage is full, blocked or wiped', () => {
  it('full: works online, says that the browser keeps nothing, and still loses no change if the tab goes', async () => {
    const { play, browser, bea } = await openOne();
    browser.disk.full = true;
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(1_000);
    expect(bea.store.status().storage).toBe('blocked');
    killTab(browser, bea);
    play.sent.length = 0;
    const again = await play.open(browser);
    await play.pass(10_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
    browser.disk.full = false;
    killTab(browser, again);
    const third = await play.open(browser);
    // What the full storage could not be told has ended all the same.
    expect(third.store.status()).toMatchObject({ pending: [], storage: 'kept' });
    expect(writes(play)).toHaveLength(1);
  });

  it('blocked: works online, and says that what is not saved does not outlive the tab', async () => {
    const play = await openPlay();
    const browser = await play.browser('Bea');
    browser.disk.blocked = true;
    const bea = await play.open(browser);
    create(bea, 'FD-A1', { reason: 'Nobody is trained' });
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toHaveLength(1);
    expect(bea.store.status()).toMatchObject({ storage: 'blocked', pending: [] });
    expect(bea.store.rows(judgements.name)).toHaveLength(1);
  });

  it('wiped while tabs are open: nothing that waits is lost, and the next tab reads everything anew', async () => {
    const { play, browser, bea } = await openOne();
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(1_000);
    await wipe(play, browser);
    expect(bea.store.status().storage).toBe('blocked');
    killTab(browser, bea);
    const again = await play.open(browser);
    await play.pass(10_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
    expect(again.store.rows(judgements.name)).toHaveLength(1);
  });

  it('after signing out nothing is left, not even by the tab that was open', async () => {
    const { play, browser, bea } = await openOne();
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(1_000);
    await signOut(play, browser);
    expect([browser.disk.local.length, await indexedDB.databases()]).toEqual([0, []]);
  });

  it('that never answers does not keep the screens waiting', async () => {
    const play = await openPlay();
    const browser = await play.browser('Bea');
    browser.disk.silent = true;
    const bea = await play.open(browser);
    await play.pass(6_000);
    expect([bea.store.isRead(judgements.name), bea.store.status().storage]).toEqual([true, 'blocked']);
  });
});

describe('fault 39: Teams drops the tab in mid edit', () => {
  it('the draft is stored within a second and is back on return', async () => {
    const { play, browser, bea } = await openOne();
    for (const text of ['Half', 'Half are', 'Half are tr'])
      bea.store.keepDraft(judgements.name, 'FD-A1', { reason: text });
    await play.pass(1_000);
    killTab(browser, bea);
    const again = await play.open(browser);
    expect(again.store.draft('FD-A1')?.values).toEqual({ reason: 'Half are tr' });
    again.store.dropDraft('FD-A1');
    await play.pass(1_000);
    killTab(browser, again);
    expect((await play.open(browser)).store.draft('FD-A1')).toBeUndefined();
  });

  it('a change that was accepted in the very moment is there on reopening, and is sent', async () => {
    const { play, browser, bea } = await openOne();
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    // Not one turn of the event loop: IndexedDB has not even been asked.
    killTab(browser, bea);
    const again = await play.open(browser);
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
    expect(again.store.status().pending).toEqual([]);
  });

  it('of a sensitive list nothing is kept, neither draft nor change nor row', async () => {
    const play = await openPlay();
    const browser = await play.browser('Bea');
    const sensitive = new Set([judgements.name]);
    const bea = await play.open(browser, { sensitive });
    bea.store.keepDraft(judgements.name, 'FD-A1', { reason: 'Half' });
    create(bea, 'FD-A1', { reason: 'Nobody is trained' });
    await play.pass(1_000);
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    // Neither in the moment before the cache is asked, nor when it fails.
    expect(browser.disk.local.length).toBe(0);
    browser.disk.full = true;
    change(bea, 'FD-A1', { note: 'Not kept either' });
    await play.pass(1_000);
    killTab(browser, bea);
    expect(browser.disk.local.length).toBe(0);
    browser.disk.full = false;
    const facts = {
      sensitive: new Set<string>(),
      shapes: new Map([[judgements.name, 'any']]),
      onLost: () => undefined,
    };
    const kept = await (await openCache(toKeptName(TENANT, 'Bea', 'workspace'), facts)).read();
    expect([kept.rows, kept.edits, kept.drafts, kept.links.size]).toEqual([[], [], [], 0]);
  });
});

describe('fault 42: a new version reads old drafts, an old version reads new rows', () => {
  /** The list as a newer version of the product has made it. */
  const newer = defineList({
    ...judgements,
    version: 2,
    columns: {
      ...judgements.columns,
      weight: { kind: 'number', title: 'Weight' },
      state: { kind: 'choice', title: 'State', choices: ['open', 'closed', 'sealed'] },
    },
  });
  const older = defineList({
    ...judgements,
    columns: { ...judgements.columns, state: { kind: 'choice', title: 'State', choices: ['open', 'closed'] } },
  });

  it('fields and choices that mean nothing here are untouched by a change of others', async () => {
    const play = await openPlay([newer]);
    const somebody = await play.as('Dorian');
    const at = play.places.get(newer.name)?.at ?? { site: '', list: '' };
    const fields = { Uid: 'FD-A1', Title: 'FD-A1', Weight: 7, State: 'sealed' };
    await somebody(`/sites/${at.site}/lists/${at.list}/items`, { method: 'POST', json: { fields } });
    const places = new Map([[older.name, { list: older, at }]]);
    const bea = await play.open(await play.browser('Bea'), { places });
    expect(rowOf(bea, 'FD-A1')).not.toHaveProperty('state');
    change(bea, 'FD-A1', { reason: 'Nobody is trained' });
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Weight: 7, State: 'sealed', Reason: 'Nobody is trained' }]);
  });

  it('a column that a newer version declares is read for all rows, though the old one had pulled them', async () => {
    const play = await openPlay([newer]);
    const somebody = await play.as('Dorian');
    const at = play.places.get(newer.name)?.at ?? { site: '', list: '' };
    const fields = { Uid: 'FD-A1', Title: 'FD-A1', Weight: 7 };
    await somebody(`/sites/${at.site}/lists/${at.list}/items`, { method: 'POST', json: { fields } });
    const browser = await play.browser('Bea');
    const before = await play.open(browser, { places: new Map([[older.name, { list: older, at }]]) });
    expect(rowOf(before, 'FD-A1')).not.toHaveProperty('weight');
    killTab(browser, before);
    const after = await play.open(browser);
    expect(rowOf(after, 'FD-A1').weight).toBe(7);
  });

  it('an edit that a newer version left behind is looked up before it is sent', async () => {
    const { play, browser, bea } = await openOne();
    killTab(browser, bea);
    const edit = buildEdit('a.001', { values: { note: 'Left behind' }, seen: {} });
    const kept = { ...edit, standing: { is: 'queued-elsewhere' }, colour: 'blue' };
    browser.disk.local.setItem(`${toKeptName(TENANT, 'Bea', 'workspace')}/a.001`, JSON.stringify(kept));
    const again = await play.open(browser);
    await play.pass(1_000);
    expect(said(play, again)).toEqual([]);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Note: 'Left behind' }]);
    const lines = play.sent.map(({ line }) => line);
    expect(lines.indexOf('GET /items')).toBeLessThan(lines.indexOf('PATCH /items/1/fields'));
  });
});
