import type { BrowserContext, Locator } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { homeChannel, people, team } from '../../infra/demo/northbridge.ts';
import { answer, goTo } from './support/at-work.ts';
import { openWorld, type Visit, type Visitor, type World } from './support/open-world.ts';

const CHANNEL = 'JTAI preparation';
const HERE: Visit = { channel: CHANNEL, tab: 'JTAI Ready' };
const DORIAN = 'Dorian Hexwell';
const MARTA = 'Marta Oakhollow';
/** Writing rows of lists, and nothing else. */
const ROWS = '/lists/[^/]+/items';

let world: World;
let dorian: Visitor;
let marta: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  marta = await world.signIn(MARTA, HERE);
});
beforeEach(async () => {
  dorian = await come(DORIAN, HERE);
});
afterEach(async () => {
  await world.control('/faults', undefined, 'DELETE');
  await dorian.context.close();
});
afterAll(() => world.close());

const idOf = (name: string) => people.find((each) => each.name === name)?.id;
const panelOf = ({ tab }: Visitor) => tab.getByRole('dialog');
const clashOf = ({ tab }: Visitor) => tab.getByRole('dialog', { name: 'Two people changed this answer' });
const waitingOf = ({ tab }: Visitor) => tab.getByRole('dialog', { name: 'Changes that are not saved yet' });
const reasonOf = (visitor: Visitor) => panelOf(visitor).getByLabel('Reason');

async function openAnswer(visitor: Visitor, code: string): Promise<Locator> {
  await goTo(visitor, 'Checklist');
  await visitor.tab.getByRole('gridcell', { name: new RegExp(`^${code}, Police, `) }).click();
  await panelOf(visitor).getByRole('radiogroup', { name: 'Verdict' }).waitFor();
  return panelOf(visitor);
}

async function close(visitor: Visitor): Promise<void> {
  await panelOf(visitor).getByRole('button', { name: 'Close', exact: true }).click();
}

async function showWaiting(visitor: Visitor): Promise<Locator> {
  await visitor.tab.getByRole('button', { name: 'Show what waits' }).click();
  await waitingOf(visitor).waitFor();
  return waitingOf(visitor);
}

/** Files that a browser has fetched whole. */
const fetched = new WeakMap<BrowserContext, Set<string>>();

async function come(name: string, visit?: Visit): Promise<Visitor> {
  const visitor = await world.signIn(name);
  const files = new Set<string>();
  fetched.set(visitor.context, files);
  visitor.context.on('requestfinished', (request) => files.add(new URL(request.url()).pathname));
  visitor.context.setDefaultTimeout(20_000);
  if (visit?.channel) await visitor.openChannel(visit.channel);
  if (visit?.tab) await visitor.openTab(visit.tab);
  return visitor;
}

/** Takes the network away, once the page has all of itself. */
async function goOffline({ context }: Visitor): Promise<void> {
  const has = (part: string) => [...(fetched.get(context) ?? [])].some((path) => path.includes(part));
  for (const part of ['changes-panel', 'edit-clash', 'answer-clash']) {
    await expect.poll(() => has(part), { timeout: 20_000 }).toBe(true);
  }
  await context.setOffline(true);
}

const allSaved = ({ tab }: Visitor) => tab.getByText('All saved').waitFor();

/** Opens the tab anew, as after a reload; whatever the page held in memory is gone. */
async function reload(visitor: Visitor): Promise<void> {
  await visitor.page.reload();
  await visitor.openChannel(CHANNEL);
  await visitor.openTab('JTAI Ready');
}

async function breakWrites(does: object, where: object = {}, times: number | 'all' = 'all'): Promise<void> {
  await world.control('/faults', { where: { path: ROWS, method: 'PATCH', user: idOf(DORIAN), ...where }, does, times });
}

const writes = () => world.watched.requests.filter(({ method, url }) => method === 'PATCH' && url.includes('/items/'));

describe('fault 2: two people edit the same column', () => {
  it('shows both values to the second, who chooses; the loser stays in history', async () => {
    await openAnswer(dorian, 'FD-A2');
    await openAnswer(marta, 'FD-A2');
    await answer(dorian, { reason: 'The desk is staffed at night.' });
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    await close(dorian);
    await answer(marta, { reason: 'Nobody is at the desk at night.' });
    const clash = clashOf(marta);
    await clash.getByText('You and Dorian Hexwell changed FD-A2, Police at the same time.').waitFor();
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
    expect(await reasonOf(dorian).inputValue()).toBe('Mine, written without a network.');
    await panelOf(dorian).getByRole('button', { name: 'Show history' }).click();
    await panelOf(dorian).getByText('Theirs, written meanwhile.').first().waitFor();
    await close(dorian);
  });
});

describe('fault 3: one edits, one deletes the row', () => {
  it('tells the editor, who puts it back with what was typed', async () => {
    await openAnswer(dorian, 'FD-A2');
    await removeRow('FD-A2');
    await answer(dorian, { reason: 'Written while somebody removed it.' });
    await panelOf(dorian).getByText('Somebody removed this answer.').waitFor();
    expect(await reasonOf(dorian).inputValue()).toBe('Written while somebody removed it.');
    await panelOf(dorian).getByRole('button', { name: 'Put it back' }).click();
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    await close(dorian);
    await openAnswer(dorian, 'FD-A2');
    expect(await reasonOf(dorian).inputValue()).toBe('Written while somebody removed it.');
    await close(dorian);
  });

  it('tells it in the list of changes too, where it can be put back or given up', async () => {
    await openAnswer(dorian, 'FD-A2');
    await goOffline(dorian);
    await answer(dorian, { reason: 'Written without a network.' });
    await panelOf(dorian).getByText('Not with Microsoft 365 yet.').waitFor();
    await close(dorian);
    await removeRow('FD-A2');
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
    expect(await reasonOf(dorian).inputValue()).toBe('Written without a network.');
    await close(dorian);
  });
});

describe('fault 9: Microsoft 365 asks to wait', () => {
  it('tells a long wait in minutes, and sends by itself at its end', async () => {
    const visitor = await signInWithClock();
    await openAnswer(visitor, 'FD-A7');
    await breakWrites({ kind: 'refuse', status: 429, retryAfter: '120' }, {}, 1);
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
    const visitor = await signInWithClock();
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
    expect(await reasonOf(visitor).inputValue()).toBe('Saved without a network.');
    expect(await panelOf(visitor).getByLabel('Impact on children').inputValue()).toBe('Half a sentence');
    await panelOf(visitor).getByRole('button', { name: 'Save', exact: true }).click();
    await allSaved(visitor);
    await visitor.context.close();
  });
});

describe('fault 28: permission removed in mid session', () => {
  it('says that it was turned down, and keeps the text to be read and copied, also after a reload', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites({ kind: 'refuse', status: 403 });
    await answer(dorian, { reason: 'Written before my rights were taken.' });
    await panelOf(dorian).getByText('Not saved.', { exact: true }).waitFor();
    await panelOf(dorian).getByText('What you typed is still here.').waitFor();
    await dorian.tab.getByText('1 change needs you').waitFor();
    await reload(dorian);
    await dorian.tab.getByText('1 change needs you').waitFor();
    await openAnswer(dorian, 'FD-A4');
    expect(await reasonOf(dorian).inputValue()).toBe('Written before my rights were taken.');
    await panelOf(dorian).getByRole('button', { name: 'Undo my changes' }).click();
    await allSaved(dorian);
    await close(dorian);
  });
});

describe('fault 29: the token expires in mid form', () => {
  it('is renewed without a word, and the form is kept', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites({ kind: 'refuse', status: 401 }, {}, 1);
    await answer(dorian, { reason: 'Saved with a token of its own.' });
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    expect(await reasonOf(dorian).inputValue()).toBe('Saved with a token of its own.');
    await close(dorian);
  });
});

describe('fault 30: silent renewal fails', () => {
  it('asks, and goes on at the same place with the same text after sign-in', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites({ kind: 'refuse', status: 401 }, {}, 1);
    await world.control('/faults', { where: { on: 'naa' }, does: { kind: 'interaction' }, times: 'all' });
    await answer(dorian, { reason: 'Written as the sign-in ended.' });
    await dorian.tab.getByRole('button', { name: /^(Sign in|Review and agree)$/ }).click();
    await dorian.page.getByRole('alertdialog').getByRole('button', { name: 'Accept' }).click();
    await world.control('/faults', undefined, 'DELETE');
    await panelOf(dorian).getByText('Saved.', { exact: true }).waitFor();
    expect(await reasonOf(dorian).inputValue()).toBe('Written as the sign-in ended.');
    await close(dorian);
  });

  it('says in the list of changes that the sign-in has ended, and signs in from there', async () => {
    await openAnswer(dorian, 'FD-A4');
    await breakWrites({ kind: 'refuse', status: 401 });
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
    await breakWrites({ kind: 'claims' });
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

describe('fault 37: two tabs of one person', () => {
  it('show the same text and the same answer, and one of them sends', async () => {
    const other = await world.openAgain(dorian, DORIAN, HERE);
    await openAnswer(dorian, 'FD-A4');
    await openAnswer(other, 'FD-A4');
    await reasonOf(dorian).fill('Typed in one tab');
    await expect.poll(() => reasonOf(other).inputValue()).toBe('Typed in one tab');
    const before = writes().length;
    await answer(dorian, { reason: 'Typed in one tab, and saved.' });
    await allSaved(dorian);
    await allSaved(other);
    await expect.poll(() => reasonOf(other).inputValue()).toBe('Typed in one tab, and saved.');
    expect(writes().length - before).toBe(1);
    await other.page.close();
    await close(dorian);
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
    await dorian.openTab('Posts');
    await dorian.page.locator('iframe[title="JTAI Ready"]').waitFor({ state: 'detached' });
    await dorian.openTab('JTAI Ready');
    await dorian.tab.getByText('1 change not saved yet').waitFor();
    await openAnswer(dorian, 'FD-A4');
    expect(await reasonOf(dorian).inputValue()).toBe('Half a sentence when Teams');
    await panelOf(dorian).getByRole('button', { name: 'Undo my changes' }).click();
    await close(dorian);
  });
});

/** A person whose browser's time can be put forward. */
async function signInWithClock(): Promise<Visitor> {
  const visitor = await come(DORIAN);
  await visitor.page.clock.install();
  await reload(visitor);
  return visitor;
}

/** Removes an answer behind everybody's back, as somebody does in SharePoint itself. */
async function removeRow(code: string): Promise<void> {
  const ask = async (path: string, method = 'GET') => {
    const answered = await world.askGraph('Bea Thistledown', ['Sites.ReadWrite.All', 'Files.ReadWrite.All'], path, {
      method,
    });
    return (answered.status === 204 ? {} : await answered.json()) as {
      parentReference: { driveId: string; siteId: string };
      value: { id: string; displayName: string; fields: { Uid: string } }[];
    };
  };
  const folder = await ask(`/teams/${team.id}/channels/${homeChannel.id}/filesFolder`);
  const root = await ask(`/drives/${folder.parentReference.driveId}/root`);
  const site = root.parentReference.siteId;
  const lists = await ask(`/sites/${site}/lists?$select=id,displayName`);
  const list = lists.value.find(({ displayName }) => displayName.startsWith('JTAI Assessments'));
  const items = await ask(`/sites/${site}/lists/${list?.id}/items?$expand=fields($select=Uid)&$top=1000`);
  const item = items.value.find(({ fields }) => fields.Uid.endsWith(`.${code}.police`));
  await ask(`/sites/${site}/lists/${list?.id}/items/${item?.id}`, 'DELETE');
}
