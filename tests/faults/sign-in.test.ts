import { describe, expect, it } from 'vitest';
import { GraphError } from '../../src/graph/errors.ts';
import { type Browser, startBrowser } from '../workspace/simulation/tab.ts';
import { judgements } from '../workspace/simulation/world.ts';
import { change, create, openPlay, rowOf } from '../workspace/support/play.ts';
import { onlyEdit, said, writes } from './said.ts';

async function openOne() {
  const play = await openPlay();
  const browser = await play.browser('Bea');
  const bea = await play.open(browser);
  create(bea, 'FD-A1', { reason: 'Nobody is trained' });
  await play.pass(1_000);
  play.sent.length = 0;
  return { play, browser, bea };
}

it('fault 28: permission is removed in mid session: what is unsent is kept and can be copied, and what was read stays', async () => {
  const { play, bea } = await openOne();
  await play.fault({ kind: 'refuse', status: 403 }, { where: { method: 'PATCH' }, times: 'all' });
  change(bea, 'FD-A1', { reason: 'Half are trained' });
  await play.pass(1_000);
  expect(said(play, bea)).toEqual(['SharePoint or Teams does not allow you this.']);
  expect(onlyEdit(bea).values).toEqual({ reason: 'Half are trained' });
  expect(rowOf(bea, 'FD-A1').reason).toBe('Half are trained');
  // Nothing is tried again by itself, and nothing else is held up.
  await play.pass(600_000);
  expect(writes(play)).toHaveLength(1);
  create(bea, 'FD-A2');
  await play.pass(1_000);
  expect(await play.onServer('FD-A2')).toHaveLength(1);
  await play.mend();
  void bea.store.retry(onlyEdit(bea));
  await play.pass(1_000);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
});

it('fault 29: the token expires in mid form: it is renewed silently, and the form is kept and sent', async () => {
  const { play, browser, bea } = await openOne();
  const asked: unknown[] = [];
  browser.getToken = async (request) => {
    asked.push(request.renew);
    return browser.token;
  };
  bea.store.keepDraft(judgements.name, 'FD-A1', { reason: 'Half are tr' });
  await play.fault({ kind: 'refuse', status: 401 }, { where: { method: 'PATCH' } });
  change(bea, 'FD-A1', { reason: 'Half are trained' });
  await play.pass(1_000);
  expect(asked).toContain(true);
  expect(writes(play)).toHaveLength(2);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
  expect([bea.store.status().pending, bea.store.draft('FD-A1')?.values]).toEqual([[], { reason: 'Half are tr' }]);
});

it('fault 30: silent renewal fails: everything stops and asks, and goes on with the same text after sign-in', async () => {
  const { play, browser, bea } = await openOne();
  browser.getToken = () => Promise.reject(new GraphError('signed-out', 'Your sign-in has ended.'));
  change(bea, 'FD-A1', { reason: 'Half are trained' });
  void bea.store.pull();
  await play.pass(3_600_000);
  expect(play.sent).toEqual([]);
  expect(said(play, bea)).toEqual(['Your sign-in has ended. It goes when you have signed in.']);
  expect(rowOf(bea, 'FD-A1').reason).toBe('Half are trained');
  delete browser.getToken;
  void bea.store.goOn();
  await play.pass(1_000);
  expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
  expect(bea.store.status()).toMatchObject({ pending: [], pause: undefined });
});

it('fault 31: a claims challenge is passed to sign-in once', async () => {
  const { play, browser, bea } = await openOne();
  const claims: unknown[] = [];
  browser.getToken = async (request) => {
    claims.push(request.claims);
    return browser.token;
  };
  // The token of this sign-in never answers the challenge.
  await play.fault({ kind: 'claims' }, { where: { method: 'PATCH' }, times: 'all' });
  change(bea, 'FD-A1', { reason: 'Half are trained' });
  await play.pass(600_000);
  expect(claims.filter((each) => each !== undefined)).toEqual([
    '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}',
  ]);
  expect(writes(play)).toHaveLength(2);
  expect(said(play, bea)).toEqual(['Your sign-in has ended. It goes when you have signed in.']);
});

describe('fault 32: somebody else signs in, or in another tenant', () => {
  it.each<[string, (bea: Browser) => Partial<Browser>]>([
    ['another person', () => ({ name: 'Dorian' })],
    ['the same person in another tenant', () => ({ tenant: 'elsewhere' })],
  ])('%s sees nothing of what this browser keeps, and sends none of it', async (_, other) => {
    const { play, browser, bea } = await openOne();
    bea.line.offline = true;
    change(bea, 'FD-A1', { reason: 'Half are trained' });
    await play.pass(1_000);
    // The same storage on the same device.
    const theirs = { ...startBrowser('Dorian', await play.tokenOf('Dorian')), disk: browser.disk };
    const tab = await play.open({ ...theirs, name: 'Bea', ...other(browser) });
    expect(tab.store.status().pending).toEqual([]);
    await play.pass(60_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Nobody is trained' }]);
    expect(rowOf(tab, 'FD-A1').reason).toBe('Nobody is trained');
    bea.line.offline = false;
    void bea.store.goOn();
    await play.pass(1_000);
    expect(await play.onServer('FD-A1')).toMatchObject([{ Reason: 'Half are trained' }]);
  });
});
