import { expect, it } from 'vitest';
import { killTab } from '../simulation/tab.ts';
import { change, create, openPlay, refusal } from '../support/play.ts';

it('an edit that full storage could not let go of does not come back, whichever tab is opened next', async () => {
  const play = await openPlay();
  const browser = await play.browser('Bea');
  const bea = await play.open(browser);
  create(bea, 'FD-A1', { reason: 'First' });
  await play.pass(1_000);
  play.disturb((request) => (request.method === 'PATCH' ? refusal(403) : undefined));
  change(bea, 'FD-A1', { reason: 'Second' });
  await play.pass(1_000);
  browser.disk.full = true;
  for (const edit of bea.store.needsPerson()) void bea.store.discard(edit);
  await play.pass(1_000);
  killTab(browser, bea);
  browser.disk.full = false;
  for (let opened = 0; opened < 2; opened += 1) {
    const again = await play.open(browser);
    expect(again.store.status().pending).toEqual([]);
    killTab(browser, again);
  }
  expect(browser.disk.local.length).toBe(0);
});
