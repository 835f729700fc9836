import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  allSaved,
  clashOf,
  close,
  come,
  DORIAN,
  goOffline,
  HERE,
  MARTA,
  openAnswer,
  panelOf,
  reasonOf,
  reload,
  removeRow,
  showWaiting,
  writesOf,
} from './support/at-fault.ts';
import { answer, goTo } from './support/at-work.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let dorian: Visitor;
let marta: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  marta = await world.signIn(MARTA, HERE);
});
beforeEach(async () => {
  dorian = await come(world, DORIAN, HERE);
});
afterEach(async () => {
  await world.control('/faults', undefined, 'DELETE');
  await dorian.context.close();
});
afterAll(() => world.close());

describe('fault 2: two people edit the same column', () => {
  it('shows both values to the second, who chooses; the loser stays in history', async () => {
    await openAnswer(dorian, 'FD-A2');
    await openAnswer(marta, 'FD-A2');
    await answer(dorian, { reason: 'The desk is staffed at night.' });
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    await close(dorian);
    await answer(marta, { reason: 'Nobody is at the desk at night.' });
    const clash = clashOf(marta);
    await clash.getByText('You and Dorian Hexwell changed FD-A2, Police, at the same time.').waitFor();
    await clash.getByText('What you do not pick stays in the history.').waitFor();
    const reason = clash.getByRole('radiogroup', { name: 'Reason' });
    await reason.getByRole('radio', { name: /^Theirs, Dorian Hexwell, .*The desk is staffed at night\.$/ }).check();
    await clash.getByRole('button', { name: 'Save my choices' }).click();
    await allSaved(marta);
    await panelOf(marta).getByRole('button', { name: 'Show history' }).click();
    await panelOf(marta).getByText('Nobody is at the desk at night.').waitFor();
    await close(marta);
  });

  it('asks in the same way when the change had waited, and the page was opened anew meanwhile', async () => {
    await openAnswer(dorian, 'FD-A4');
    await goOffline(dorian);
    await answer(dorian, { reason: 'Mine, written without a network.' });
    await panelOf(dorian).getByText('Not with Microsoft 365 yet.').waitFor();
    await close(dorian);
    await openAnswer(marta, 'FD-A4');
    await answer(marta, { reason: 'Theirs, written meanwhile.' });
    await panelOf(marta).getByText('Saved.', { exact: true }).waitFor();
    await close(marta);
    await dorian.context.setOffline(false);
    await reload(dorian);
    await dorian.tab.getByText('1 change needs you').waitFor();
    const waiting = await showWaiting(dorian);
    await waiting.getByText('Marta Oakhollow changed this too. Choose what is kept.').waitFor();
    await waiting.getByRole('button', { name: 'Choose' }).click();
    const clash = clashOf(dorian);
    await clash.getByText('Theirs, written meanwhile.').waitFor();
    await clash.getByRole('button', { name: 'Decide later' }).first().click();
    await waiting.getByRole('button', { name: 'Choose' }).click();
    await clash.getByRole('button', { name: 'Take all of mine' }).click();
    await clash.getByRole('button', { name: 'Save my choices' }).click();
    await allSaved(dorian);
    await openAnswer(dorian, 'FD-A4');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Mine, written without a network.');
    await panelOf(dorian).getByRole('button', { name: 'Show history' }).click();
    await panelOf(dorian).getByText('Theirs, written meanwhile.').first().waitFor();
    await close(dorian);
  });
});

describe('fault 3: one edits, one deletes the row', () => {
  it('tells the editor, who puts it back with what was typed', async () => {
    await openAnswer(dorian, 'FD-A2');
    await removeRow(world, 'FD-A2');
    await answer(dorian, { reason: 'Written while somebody removed it.' });
    await panelOf(dorian).getByText('Somebody removed this answer.').waitFor();
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Written while somebody removed it.');
    await panelOf(dorian).getByRole('button', { name: 'Put it back' }).click();
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    await close(dorian);
    await openAnswer(dorian, 'FD-A2');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Written while somebody removed it.');
    await close(dorian);
  });

  it('tells it in the list of changes too, where it can be put back or given up', async () => {
    await openAnswer(dorian, 'FD-A2');
    await goOffline(dorian);
    await answer(dorian, { reason: 'Written without a network.' });
    await panelOf(dorian).getByText('Not with Microsoft 365 yet.').waitFor();
    await close(dorian);
    await removeRow(world, 'FD-A2');
    await dorian.context.setOffline(false);
    await dorian.tab.getByText('1 change needs you').waitFor();
    const waiting = await showWaiting(dorian);
    await waiting.getByText('Somebody removed it in the meantime. What you wrote is kept here.').waitFor();
    await waiting.getByRole('button', { name: 'Give it up: FD-A2, Police' }).click();
    await waiting.getByText('Give it up? What you wrote is gone then.').waitFor();
    await waiting.getByRole('button', { name: 'Keep it' }).click();
    await waiting.getByRole('button', { name: 'Put it back' }).click();
    await allSaved(dorian);
    await openAnswer(dorian, 'FD-A2');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Written without a network.');
    await close(dorian);
  });
});

describe('fault 32: somebody else signs in on the same browser', () => {
  it('sees nothing of what the first one typed, and both find their own again', async () => {
    await openAnswer(dorian, 'FD-A4');
    await reasonOf(dorian).fill('Typed by the lead');
    await dorian.tab.getByText('1 change not saved yet').waitFor();
    const other = await world.openAgain(dorian, MARTA, HERE);
    await openAnswer(other, 'FD-A4');
    await expect.poll(() => reasonOf(other).inputValue()).not.toBe('Typed by the lead');
    await allSaved(other);
    await other.page.close();
    await reload(dorian);
    await openAnswer(dorian, 'FD-A4');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Typed by the lead');
  });

  it('can be sure that the browser has forgotten, and is told first what would be lost', async () => {
    await openAnswer(dorian, 'FD-A4');
    await reasonOf(dorian).fill('Typed on a shared computer');
    await close(dorian);
    await goTo(dorian, 'Settings');
    await dorian.tab.getByRole('button', { name: 'Forget what this browser keeps' }).click();
    await dorian.tab
      .getByText(
        'Not saved yet: 1 text that you have not saved. It stays on this page until you close the tab, and is lost then.',
      )
      .waitFor();
    await dorian.tab.getByRole('button', { name: 'Yes, forget it' }).click();
    await dorian.tab.getByText('Forgotten.').waitFor();
    const frame = await dorian.frame();
    const kept = await frame.evaluate(async () => [
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ...Object.keys(localStorage),
    ]);
    expect(kept.filter((name) => name.startsWith('jtai.'))).toEqual([]);
    await openAnswer(dorian, 'FD-A4');
    await expect.poll(() => reasonOf(dorian).inputValue()).toBe('Typed on a shared computer');
    await reload(dorian);
    await allSaved(dorian);
  });
});

describe('fault 37: two tabs of one person', () => {
  it('show the same text and the same answer, and one of them sends', async () => {
    const other = await world.openAgain(dorian, DORIAN, HERE);
    await openAnswer(dorian, 'FD-A4');
    await openAnswer(other, 'FD-A4');
    await reasonOf(dorian).fill('Typed in one tab');
    await expect.poll(() => reasonOf(other).inputValue()).toBe('Typed in one tab');
    const before = writesOf(world).length;
    await answer(dorian, { reason: 'Typed in one tab, and saved.' });
    await allSaved(dorian);
    await allSaved(other);
    await expect.poll(() => reasonOf(other).inputValue()).toBe('Typed in one tab, and saved.');
    expect(writesOf(world).length - before).toBe(1);
    await other.page.close();
    await close(dorian);
  });
});
