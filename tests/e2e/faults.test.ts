import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  allSaved,
  breakWrites,
  close,
  come,
  DORIAN,
  goOffline,
  HERE,
  hasReadAll,
  idOf,
  openAnswer,
  panelOf,
  readKeptDrafts,
  reasonOf,
  reload,
  showWaiting,
  signInWithClock,
  waitingOf,
} from './support/at-fault.ts';
import { answer, goTo } from './support/at-work.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

const HOUR_MS = 3_600_000;

let world: World;
let dorian: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
beforeEach(async () => {
  dorian = await come(world, DORIAN, HERE);
});
afterEach(async () => {
  await world.control('/faults', undefined, 'DELETE');
  await dorian.context.close();
});
afterAll(() => world.close());

describe('fault 9: Microsoft 365 asks to wait', () => {
  it('tells a long wait in minutes, and sends by itself at its end', async () => {
    const visitor = await signInWithClock(world);
    await openAnswer(visitor, 'FD-A7');
    await breakWrites(world, { kind: 'refuse', status: 429, retryAfter: '120' }, {}, 1);
    await answer(visitor, { reason: 'Saved while we have to wait.' });
    await panelOf(visitor).getByText('Not with Microsoft 365 yet.').waitFor();
    await visitor.tab.getByText('1 change not saved yet').waitFor();
    await visitor.tab.getByText('Microsoft 365 asked us to wait. Trying again in 2 minutes.').waitFor();
    await visitor.page.clock.fastForward(60_000);
    await visitor.tab.getByText(/Microsoft 365 asked us to wait\. Trying again in \d\d seconds\./).waitFor();
    await visitor.page.clock.fastForward(60_000);
    await allSaved(visitor);
    await visitor.context.close();
  });
});

describe('fault 14: offline for five minutes', () => {
  it('keeps what is saved and what is typed, says so, and sends on return', async () => {
    const visitor = await signInWithClock(world);
    await openAnswer(visitor, 'FD-A7');
    await goOffline(visitor);
    await answer(visitor, { reason: 'Saved without a network.' });
    await panelOf(visitor).getByText('Not with Microsoft 365 yet.').waitFor();
    await panelOf(visitor).getByLabel('Impact on children').fill('Half a sentence');
    await close(visitor);
    await visitor.tab.getByText('2 changes not saved yet').waitFor();
    await visitor.page.clock.fastForward('05:00');
    const waiting = await showWaiting(visitor);
    await waiting.getByText('You are offline. It goes by itself when you are connected.').first().waitFor();
    await waiting.getByText('Typed, and not saved: press Save there.').waitFor();
    await visitor.context.setOffline(false);
    await visitor.tab.getByText('1 change not saved yet').waitFor();
    await waiting.getByRole('link', { name: 'FD-A7, Police' }).click();
    await expect.poll(() => reasonOf(visitor).inputValue()).toBe('Saved without a network.');
    await expect.poll(() => panelOf(visitor).getByLabel('Impact on children').inputValue()).toBe('Half a sentence');
    await panelOf(visitor).getByRole('button', { name: 'Save', exact: true }).click();
    await allSaved(visitor);
    await visitor.context.close();
  });
});

describe('fault 28: permission removed in mid session', () => {
  it('says that it was turned down, and keeps the text to be read and copied, also after a reload', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites(world, { kind: 'refuse', status: 403 });
    await answer(dorian, { reason: 'Written before my rights were taken.' });
    await panelOf(dorian).getByText('Not saved.', { exact: true }).waitFor();
    await panelOf(dorian).getByText('What you typed is still here.').waitFor();
    await dorian.tab.getByText('1 change needs you').waitFor();
    await reload(dorian);
    await dorian.tab.getByText('1 change needs you').waitFor();
    await openAnswer(dorian, 'FD-A4');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Written before my rights were taken.');
    await panelOf(dorian).getByRole('button', { name: 'Undo my changes' }).click();
    await allSaved(dorian);
    await close(dorian);
  });
});

describe('fault 29: the token expires in mid form', () => {
  it('is renewed without a word, and the form is kept', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites(world, { kind: 'refuse', status: 401 }, {}, 1);
    await answer(dorian, { reason: 'Saved with a token of its own.' });
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Saved with a token of its own.');
    await close(dorian);
  });
});

describe('fault 30: silent renewal fails', () => {
  it('asks, and goes on at the same place with the same text after sign-in', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites(world, { kind: 'refuse', status: 401 }, {}, 1);
    await world.control('/faults', { where: { on: 'naa' }, does: { kind: 'interaction' }, times: 'all' });
    await answer(dorian, { reason: 'Written as the sign-in ended.' });
    await dorian.tab.getByRole('button', { name: /^(Sign in|Review and agree)$/ }).click();
    const asked = dorian.page.getByRole('alertdialog').getByRole('button', { name: 'Accept' });
    await asked.waitFor();
    // Before the press, or the token that it brings may be refused as well, and the person is asked once more.
    await world.control('/faults', undefined, 'DELETE');
    await asked.click();
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Written as the sign-in ended.');
    await close(dorian);
  });

  it('says in the list of changes that the sign-in has ended, and signs in from there', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites(world, { kind: 'refuse', status: 401 });
    await answer(dorian, { reason: 'Written without a sign-in.' });
    await panelOf(dorian).getByText('Not with Microsoft 365 yet.').waitFor();
    await close(dorian);
    const waiting = await showWaiting(dorian);
    await waiting.getByText('Your sign-in has ended. It goes when you have signed in.').first().waitFor();
    await world.control('/faults', undefined, 'DELETE');
    await waiting.getByRole('button', { name: 'Sign in' }).click();
    await allSaved(dorian);
  });
});

describe('fault 31: a claims challenge', () => {
  it('is passed to sign-in once', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites(world, { kind: 'claims' });
    await world.control('/events', undefined, 'DELETE');
    await answer(dorian, { reason: 'Saved after a challenge.' });
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    // The token that it was passed on for is good: nothing was challenged a second time.
    const { value } = (await world.control('/events')) as { value: { kind: string; detail: string }[] };
    expect(value.map(({ kind, detail }) => `${kind} ${detail}`)).toEqual([
      expect.stringMatching(/^fault rule \d+: claims$/),
    ]);
    await close(dorian);
  });
});

describe('fault 36: the device clock is two hours out', () => {
  it('keeps the time of the server, so that nothing is early or late by it', async () => {
    const visitor = await come(world, DORIAN);
    await visitor.page.clock.install({ time: Date.now() + 2 * HOUR_MS });
    await reload(visitor);
    await openAnswer(visitor, 'FD-A8');
    const sent = visitor.page.waitForRequest((request) => request.postData()?.includes('"RatedAt":') === true);
    await answer(visitor, { verdict: 'Amber', reason: 'Given by a laptop that runs ahead.' });
    await panelOf(visitor).getByText('Saved.', { exact: true }).waitFor();
    const [, at = ''] = (await sent).postData()?.match(/"RatedAt":"([^"]+)"/) ?? [];
    const given = Date.parse(at);
    expect(Math.abs(given - Date.now())).toBeLessThan(HOUR_MS / 2);
    await visitor.context.close();
  });
});

describe('fault 38: the browser keeps nothing', () => {
  it('works online, and says that drafts will not survive', async () => {
    const visitor = await world.signIn('Bea Thistledown');
    await visitor.context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Storage is blocked.', 'SecurityError');
      };
    });
    await reload(visitor);
    await visitor.tab
      .getByRole('button', {
        name: 'This browser keeps nothing: what is not saved is lost if you close the tab.',
      })
      .click();
    await waitingOf(visitor).getByText('what is not saved is lost if you close the tab.').waitFor();
    await close(visitor);
    await openAnswer(visitor, 'FD-A7');
    await answer(visitor, { reason: 'Saved without storage.' });
    await panelOf(visitor).getByText('Saved.', { exact: true }).waitFor();
    await visitor.context.close();
  });
});

describe('fault 39: Teams drops the tab in mid edit', () => {
  it('has the text again on return', async () => {
    await openAnswer(dorian, 'FD-A4');
    await reasonOf(dorian).fill('Half a sentence when Teams');
    await expect.poll(async () => (await readKeptDrafts(dorian)).join()).toContain('Half a sentence when Teams');
    await dorian.openTab('Posts');
    await dorian.page.locator('iframe[title="JTAI Ready"]').waitFor({ state: 'detached' });
    await dorian.openTab('JTAI Ready');
    await dorian.tab.getByText('1 change not saved yet').waitFor();
    await openAnswer(dorian, 'FD-A4');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Half a sentence when Teams');
    await panelOf(dorian).getByRole('button', { name: 'Undo my changes' }).click();
    await close(dorian);
  });
});

describe('a pull that fails while older rows are shown', () => {
  it('says as of when they are, and reads again at a press', async () => {
    await goTo(dorian, 'Checklist');
    await dorian.tab.getByRole('gridcell', { name: /^FD-A4, Police, / }).waitFor();
    // The rows of one list are shown before the last list has been read and kept.
    await expect.poll(() => hasReadAll(dorian)).toBe(true);
    await world.control('/faults', {
      where: { path: '/\\$batch$', user: idOf(DORIAN) },
      does: { kind: 'refuse', status: 500 },
      times: 'all',
    });
    await reload(dorian);
    await goTo(dorian, 'Checklist');
    await dorian.tab.getByRole('gridcell', { name: /^FD-A4, Police, / }).waitFor();
    // The client tries a few times before it says so.
    const older = dorian.tab.getByText(/^Shown as of \d+\.\d\d [ap]m\. Microsoft 365 did not answer/);
    await older.waitFor({ timeout: 60_000 });
    await world.control('/faults', undefined, 'DELETE');
    await dorian.tab.getByRole('button', { name: 'Try again' }).click();
    await dorian.tab.getByText(/^Shown as of/).waitFor({ state: 'detached' });
  });
});
