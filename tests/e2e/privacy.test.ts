import type { Frame } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addFiles,
  answer,
  cell,
  goTo,
  makeWorkspace,
  nextStep,
  openFolders,
  pickPerson,
  queueLine,
  THEME_FOLDER,
} from './support/at-work.ts';
import { ORIGINS, openWorld, type Visitor, type World } from './support/open-world.ts';
import { textFile } from './support/test-files.ts';

const MARKUP = '<img src=x onerror="window.harmed = 1">';
/** SharePoint takes no angle brackets in a folder's name, but everything that markdown is made of. */
const PARTNER = "[Health](x) & _care_ 'trust'";
const FILE = textFile("Rota [x](y) & _night_ 'cover'.txt", MARKUP);
const REFUSED = textFile(`${MARKUP.replaceAll('"', '')}.txt`, 'Refused by its name.');

let world: World;
let visitor: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'empty' });
  visitor = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'JTAI Ready' });
});
afterAll(() => world.close());

/** Whether any of what was typed has become more than text, in the page or in the tab. */
async function expectHarmless(): Promise<void> {
  for (const frame of visitor.page.frames()) {
    expect(await frame.evaluate(() => 'harmed' in window), frame.url()).toBe(false);
    expect(await frame.locator('img[src="x"]').count(), frame.url()).toBe(0);
  }
}

describe('text with markup in it', () => {
  it('is shown as text in set-up: as the name of the partnership, of a partner and of a person', async () => {
    const { tab } = visitor;
    await tab.getByRole('button', { name: 'Set up JTAI Ready' }).click();
    await tab.getByLabel('Name of the partnership').fill(MARKUP);
    await nextStep(tab, 'Choose the partners');
    for (const partner of ['Council', 'Police', 'Probation', 'Youth justice', 'Education', 'Voluntary sector']) {
      await tab.getByRole('button', { name: `Remove ${partner}`, exact: true }).click();
    }
    await tab.getByLabel('Name of partner ICB').fill(PARTNER);
    await nextStep(tab, 'Name leads and deputies');
    await pickPerson(tab, `Lead of ${PARTNER}`, 'Imani Larkspur');
    const deputy = tab.getByRole('combobox', { name: `Deputy of ${PARTNER}`, exact: true });
    await deputy.fill(MARKUP);
    await deputy.press('Tab');
    await nextStep(tab, 'Choose the theme');
    await nextStep(tab, 'Check what will be made');
    await tab.getByText(`Imani Larkspur leads, ${MARKUP} is deputy`).waitFor();
    await expectHarmless();
    await makeWorkspace(tab);
    await tab.getByRole('heading', { name: MARKUP, level: 1 }).waitFor();
  });

  it('is shown as text in an answer, and in the card that the channel reads', async () => {
    await goTo(visitor, 'Checklist');
    await cell(visitor, `FD-A1, ${PARTNER}, not rated`).click();
    await answer(visitor, { verdict: 'Red', reason: MARKUP, impact: MARKUP });
    const panel = visitor.tab.getByRole('dialog');
    await panel.getByText('The channel has been told.').waitFor();
    await expect.poll(() => panel.getByLabel('Reason').inputValue()).toBe(MARKUP);
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await visitor.tab.getByRole('rowheader', { name: /^FD-A1/ }).click();
    await panel.getByText(MARKUP, { exact: true }).waitFor();
    await panel.getByText(`Impact: ${MARKUP}`, { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await expectHarmless();

    await visitor.openTab('Posts');
    const post = visitor.page.getByRole('article', { name: 'Post by Bea Thistledown' });
    await post.getByText(`${PARTNER}: FD-A1 is red`).waitFor();
    await expect.poll(() => post.getByRole('link', { name: 'Health' }).count()).toBe(0);
    await expectHarmless();
  });

  it('is shown as text where it names a file, in the tab and in the Files tab of the channel', async () => {
    await visitor.openTab('JTAI Ready');
    await goTo(visitor, 'Evidence');
    await addFiles(visitor, [FILE, REFUSED]);
    await queueLine(visitor, FILE.name).getByText(`Added to ${PARTNER}`).waitFor();
    await queueLine(visitor, REFUSED.name).getByText('This name cannot be used.').waitFor();
    await visitor.tab.getByRole('link', { name: FILE.name.replace('.txt', ''), exact: true }).waitFor();
    await expectHarmless();
    await openFolders(visitor, [THEME_FOLDER, PARTNER, '1 Documents asked for']);
    await visitor.page.getByRole('button', { name: FILE.name, exact: true }).click();
    await visitor.page.frameLocator('iframe[title^="Rota"]').getByText(MARKUP).waitFor();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await expectHarmless();
  });
});

/** All that the tab has left in its browser, as one text. */
async function readTraces(frame: Frame): Promise<string> {
  return frame.evaluate(async () => {
    const readStore = (database: IDBDatabase, store: string) =>
      new Promise<unknown>((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
    const rows: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await open(name);
      for (const store of database.objectStoreNames) rows.push(name, await readStore(database, store));
      database.close();
    }
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    const page = document.documentElement.outerHTML;
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      rows,
      cached,
      page,
    ]);
  });
}

describe('after all this work', () => {
  it('no token is left in the browser, in an address, or in the log', async () => {
    await visitor.openTab('JTAI Ready');
    await visitor.tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    expect(await readTraces(await visitor.frame())).not.toContain('eyJ');
    expect(JSON.stringify(await visitor.context.storageState({ indexedDB: true }))).not.toContain('eyJ');
    expect(visitor.page.url()).not.toContain('eyJ');
    expect(world.watched.log.join('\n')).not.toContain('eyJ');
    expect(world.watched.requests.filter(({ url }) => url.includes('eyJ'))).toEqual([]);
  });

  it('tokens went to Graph and to nobody else, and nobody was asked who is not on the list', async () => {
    const withToken = world.watched.requests.filter(({ hasToken }) => hasToken);
    expect(withToken.length).toBeGreaterThan(20);
    expect(new Set(withToken.map(({ url }) => new URL(url).origin))).toEqual(new Set([ORIGINS.graph]));
    expect(world.watched.outside).toEqual([]);
    const origins = new Set(world.watched.requests.map(({ url }) => new URL(url).origin));
    expect([...origins].filter((origin) => !(Object.values(ORIGINS) as string[]).includes(origin))).toEqual([]);
  });

  it('nothing typed stands in an address that was asked for', async () => {
    const typed = ['onerror', 'harmed'];
    const told = world.watched.requests.filter(({ url }) =>
      typed.some((word) => decodeURIComponent(url).includes(word)),
    );
    expect(told).toEqual([]);
  });
});
