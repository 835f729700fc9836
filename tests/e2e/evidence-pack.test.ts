import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Download, Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { team } from '../../infra/demo/northbridge.ts';
import { addFiles, goTo, queueLine, THEME_FOLDER } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';
import { textFile } from './support/test-files.ts';

const MARKUP = '<script>document.title = "run"</script><img src="x" onerror="document.title = \'run\'">';
const FOLDER = `JTAI preparation/${THEME_FOLDER}/Police/1 Documents asked for`;

let world: World;
let police: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  police = await world.signIn('Dorian Hexwell');
  await goTo(police, 'Evidence');
  await addFiles(police, [textFile('Page.html', MARKUP), textFile('Night rota.txt', 'The first rota.')]);
  // A web page is asked about before it is sent.
  await queueLine(police, 'Page.html').getByRole('button', { name: 'Send anyway, Page.html' }).click();
  await queueLine(police, 'Page.html').getByText('Added').waitFor();
  await queueLine(police, 'Night rota.txt').getByText('Added').waitFor();
});
afterAll(() => world.close());

const dialog = (name: string | RegExp): Locator => police.tab.getByRole('dialog', { name });

/** Somebody saves the document in Office. */
async function saveInOffice(person: string, name: string, text: string): Promise<void> {
  const path = [...FOLDER.split('/'), name].map(encodeURIComponent).join('/');
  const address = `/groups/${team.id}/drive/root:/${path}:/content`;
  const answer = await world.askGraph(person, ['Files.ReadWrite.All'], address, { method: 'PUT', body: text });
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
}

async function find(words: string): Promise<void> {
  await police.tab.getByLabel('Find evidence').fill(words);
}

/** Opens an item from the list, wherever it stands in it. */
async function openItem(title: string, among = title): Promise<void> {
  await find(among);
  await police.tab.getByRole('link', { name: title, exact: true }).first().click();
  await dialog(title).waitFor();
}

async function closeItem(title: string): Promise<void> {
  await dialog(title).getByRole('button', { name: 'Close', exact: true }).click();
  await dialog(title).waitFor({ state: 'detached' });
  await find('');
}

async function fetched(press: () => Promise<void>): Promise<{ download: Download; bytes: Buffer }> {
  const [download] = await Promise.all([police.page.waitForEvent('download'), press()]);
  return { download, bytes: await readFile(await download.path()) };
}

const PHONE = { width: 360, height: 740 };

/** What is on the screen now; the theme and the size change while everything stays open. */
async function expectNoFaults(what: string, themes: readonly string[] = THEMES, size = { width: 1280, height: 800 }) {
  await police.page.setViewportSize(size);
  for (const theme of themes) {
    await setTheme(police, theme);
    expect(await findFaults(police.page), `${what}, ${theme}, ${size.width}`).toEqual([]);
  }
  await setTheme(police, 'Light');
  await police.page.setViewportSize({ width: 1280, height: 800 });
}

describe('a file that is looked at without leaving', () => {
  it("is SharePoint's page for a PDF and a Word document, one after the other, by keyboard", async () => {
    await openItem('Risk grading of notifications', 'Police');
    const button = dialog('Risk grading of notifications').getByRole('button', { name: 'Preview' });
    await button.focus();
    await police.page.keyboard.press('Enter');
    const preview = dialog('Risk grading of notifications').last();
    const page = (name: string) => police.tab.frameLocator(`iframe[title="Preview of ${name}"]`);
    await page('Risk grading of notifications.pdf').getByText('How a notification is graded').waitFor();
    await expect.poll(() => preview.locator('iframe').getAttribute('sandbox')).not.toContain('allow-top-navigation');
    // To the first of the list, then on until the document comes.
    for (const key of ['ArrowLeft', 'ArrowRight']) {
      for (let turn = 0; turn < 20; turn += 1) {
        if (await dialog('Vulnerability desk dip sample').count()) break;
        await police.page.keyboard.press(key);
      }
    }
    await page('Vulnerability desk dip sample.docx').getByText('Forty notifications').waitFor();
    await dialog('Vulnerability desk dip sample').getByRole('button', { name: 'Open in Office' }).waitFor();
    await police.page.keyboard.press('Escape');
    await police.tab.getByRole('dialog', { name: 'Vulnerability desk dip sample' }).waitFor({ state: 'detached' });
    // The panel beneath stays, and has the focus again where it was.
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await closeItem('Risk grading of notifications');
  });

  it('shows markup as the text that it is, and nothing of it runs', async () => {
    await openItem('Page');
    await dialog('Page').getByRole('button', { name: 'Preview' }).click();
    const text = police.tab.getByRole('region', { name: 'Text of Page.html' });
    expect((await text.innerText()).trim()).toBe(MARKUP);
    await dialog('Page').last().getByRole('button', { name: 'Open in SharePoint' }).waitFor();
    // Of a text: axe cannot look into a frame in which no script runs.
    await expectNoFaults('a preview', THEMES, PHONE);
    const frame = await police.frame();
    expect(await frame.title()).not.toBe('run');
    await expect.poll(() => frame.locator('img[src="x"]').count()).toBe(0);
    const { download, bytes } = await fetched(() =>
      dialog('Page').last().getByRole('button', { name: 'Download' }).click(),
    );
    expect([download.suggestedFilename(), bytes.toString().trim()]).toEqual(['Page.html', MARKUP]);
    await police.page.keyboard.press('Escape');
    await closeItem('Page');
  });
});

describe('the versions of a file', () => {
  it('are listed, fetched and restored after a question', async () => {
    await saveInOffice('Kit Marrowdale', 'Night rota.txt', 'The second rota.');
    await openItem('Night rota');
    // Its part of the product does not come at first; another try fetches it.
    await police.page.route(/\/versions-dialog-/, (route) => route.abort());
    await dialog('Night rota').getByRole('button', { name: 'Versions' }).click();
    const lost = dialog('This part could not be opened');
    await lost.getByText('It could not be fetched.').waitFor();
    await police.page.unroute(/\/versions-dialog-/);
    await lost.getByRole('button', { name: 'Try again' }).click();
    const versions = dialog('Versions of Night rota');
    await versions.getByText('Version 2, now').waitFor();
    await expectNoFaults('versions', ['High contrast'], PHONE);
    const old = await fetched(() => versions.getByRole('button', { name: 'Download version 1' }).click());
    expect([old.download.suggestedFilename(), old.bytes.toString().trim()]).toEqual([
      'Night rota, version 1.txt',
      'The first rota.',
    ]);
    await versions.getByRole('button', { name: 'Restore version 1' }).click();
    await versions.getByText('Restore version 1?').waitFor();
    await versions.getByRole('button', { name: 'Restore version 1' }).first().click();
    await versions.getByText('Version 1 is restored.').waitFor();
    await versions.getByText('Version 3, now').waitFor();
    // The question has gone with its buttons; the keyboard is still in the dialog.
    await expect.poll(() => versions.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await police.page.keyboard.press('Escape');
    const now = await fetched(() => dialog('Night rota').getByRole('button', { name: 'Download' }).click());
    expect(now.bytes.toString().trim()).toBe('The first rota.');
    await closeItem('Night rota');
  });
});

describe('a person who only reads', () => {
  it('sees old versions and fetches them, and is told who may restore one', async () => {
    const greta = await world.signIn('Greta Stonelea');
    await goTo(greta, 'Evidence');
    await greta.tab.getByLabel('Find evidence').fill('Night rota');
    await greta.tab.getByRole('link', { name: 'Night rota', exact: true }).first().click();
    await greta.tab.getByRole('dialog', { name: 'Night rota' }).getByRole('button', { name: 'Versions' }).click();
    const versions = greta.tab.getByRole('dialog', { name: 'Versions of Night rota' });
    await versions.getByRole('button', { name: 'Download version 1' }).waitFor();
    await versions.getByText('Only the lead or a deputy of the partner, and the coordinator, restore one.').waitFor();
    await expect.poll(() => versions.getByRole('button', { name: /^Restore/ }).count()).toBe(0);
    await greta.context.close();
  });
});

describe('a search inside documents', () => {
  it('finds what they say, and says which file nobody has registered', async () => {
    await find('custody');
    await police.tab.getByRole('button', { name: "Search inside documents for 'custody'" }).click();
    const search = dialog("Inside documents: 'custody'");
    await search.getByText('1 file found.').waitFor();
    const row = search.getByRole('listitem').filter({ hasText: 'Detention data Q2.xlsx' });
    await row.getByText('Unregistered').waitFor();
    await expectNoFaults('a search', ['Dark']);
    await search.getByRole('button', { name: 'Close the search' }).click();
    await find('notification is graded');
    await police.tab.getByRole('button', { name: /^Search inside documents/ }).click();
    const link = police.tab.getByRole('dialog').getByRole('link', { name: 'Risk grading of notifications' });
    await link.click();
    await dialog('Risk grading of notifications').waitFor();
    await closeItem('Risk grading of notifications');
  });

  it('says so when it finds nothing, and when it does not work', async () => {
    await find('zeppelin');
    await police.tab.getByRole('button', { name: /^Search inside documents/ }).click();
    await police.tab.getByRole('heading', { name: 'SharePoint found nothing' }).waitFor();
    await police.page.keyboard.press('Escape');
    await world.control('/faults', { where: { path: '/search' }, does: { kind: 'refuse', status: 400 } });
    await police.tab.getByRole('button', { name: /^Search inside documents/ }).click();
    await police.tab.getByRole('heading', { name: 'The search did not work' }).waitFor();
    await police.tab.getByRole('button', { name: 'Try again' }).click();
    await police.tab.getByRole('heading', { name: 'SharePoint found nothing' }).waitFor();
    await police.page.keyboard.press('Escape');
    await find('');
  });
});

describe('an evidence pack', () => {
  it('says before it starts what will be in it and what not, and why', async () => {
    await police.tab.getByRole('button', { name: 'Make an evidence pack' }).click();
    const pack = dialog('Make an evidence pack');
    await pack
      .getByRole('status')
      .filter({ hasText: /^\d+ files, / })
      .waitFor();
    const left = pack.getByRole('region', { name: 'Not in it' });
    await left
      .getByRole('listitem')
      .filter({ hasText: 'Emergency duty team handover protocol' })
      .getByText('Needed, not there')
      .waitFor();
    await pack.getByText(/^\d+ files? in the partners' folders (is|are) not registered/).waitFor();
    await left
      .getByRole('listitem')
      .filter({ hasText: 'Detention data Q2.xlsx' })
      .getByText('Nobody has registered it.')
      .waitFor();
    await expectNoFaults('the choice of a pack');
    await expectNoFaults('the choice of a pack', ['Light'], PHONE);
    await pack.getByLabel('State').selectOption({ label: 'Every state that has a file' });
  });

  it('is a zip with every file byte for byte, an index, and a list of what is missing', async () => {
    const pack = dialog('Make an evidence pack');
    const said = (await pack.getByRole('status').first().innerText()).match(/^(\d+) files/)?.[1];
    const notIn = /: (\d+)$/.exec(await pack.getByRole('heading', { name: /^Not in it: / }).innerText())?.[1];
    await pack.getByRole('button', { name: 'Make the pack' }).click();
    await pack.getByText('The pack is ready.').waitFor();
    await expectNoFaults('a pack', ['High contrast']);
    const { download, bytes } = await fetched(() => pack.getByRole('button', { name: /^Save Evidence pack/ }).click());
    expect(download.suggestedFilename()).toMatch(/^Evidence pack, Front door, all partners, .*\.zip$/);
    const zip = unzipSync(bytes);
    const names = Object.keys(zip).filter((name) => name.includes('/'));
    expect(names).toHaveLength(Number(said));
    expect(strFromU8(zip[`${THEME_FOLDER}/Police/No prompt yet/Night rota.txt`] as Uint8Array).trim()).toBe(
      'The first rota.',
    );
    const { sheets } = await readXlsx(zip['Index.xlsx'] as Uint8Array);
    const [head = [], ...rows] = sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(names.length);
    for (const row of rows) {
      const file = zip[String(row[head.indexOf('File in this pack')])] as Uint8Array;
      expect(createHash('sha256').update(file).digest('hex')).toBe(row[head.indexOf('SHA-256')]);
    }
    const missing = sheets[1]?.rows.slice(1).map((row) => [row[0], row[3]]);
    expect(missing).toContainEqual(['Emergency duty team handover protocol', 'Needed, not there']);
    expect(missing).toContainEqual(['Detention data Q2.xlsx', 'Not registered']);
    expect(missing).toHaveLength(Number(notIn));
  });

  it('may be files alone', async () => {
    const pack = dialog('Make an evidence pack');
    await pack.getByRole('button', { name: 'Make another' }).click();
    await pack.getByLabel('Files only, without index and list of what is missing').check();
    const files = dialog('Download files');
    await files.getByLabel('Partner').selectOption({ label: 'Police' });
    await files.getByRole('button', { name: 'Make the zip' }).click();
    const { bytes } = await fetched(() => files.getByRole('button', { name: /^Save Evidence files/ }).click());
    expect(Object.keys(unzipSync(bytes)).every((name) => name.startsWith(`${THEME_FOLDER}/Police/`))).toBe(true);
  });

  it('may be cancelled, and nothing of it is kept', async () => {
    const files = dialog('Download files');
    await files.getByRole('button', { name: 'Make another' }).click();
    await world.control('/faults', { where: { on: 'files' }, does: { kind: 'delay', ms: 60_000 } });
    await files.getByRole('button', { name: 'Make the zip' }).click();
    await files.getByText('Reading and comparing:').waitFor();
    await police.page.keyboard.press('Escape');
    await files.getByText('The pack is not ready.').waitFor();
    await files.getByRole('button', { name: 'Go on' }).click();
    await files.getByRole('button', { name: 'Cancel the pack' }).click();
    await files.getByText('The pack is cancelled.').waitFor();
    await files.getByRole('button', { name: 'Close the pack' }).click();
    const kept = await (await police.frame()).evaluate(async () => {
      const names: string[] = [];
      for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
      return names;
    });
    expect(kept).toEqual([]);
  });

  it('may be the files that were chosen in the list, those among them that nobody has registered', async () => {
    const grid = police.tab.getByRole('grid', { name: 'Evidence' });
    for (const title of ['Detention data Q2.xlsx', 'Night rota']) {
      await find(title);
      await grid.getByRole('checkbox', { name: `Choose ${title}`, exact: true }).click();
    }
    const bar = police.tab.getByRole('region', { name: 'Chosen' });
    await bar.getByText('2 chosen').waitFor();
    await bar.getByRole('button', { name: 'Download' }).click();
    const files = dialog('Download files');
    await files.getByText(/^2 files, /).waitFor();
    await files.getByRole('button', { name: 'Make the zip' }).click();
    const { bytes } = await fetched(() =>
      files.getByRole('button', { name: /^Save Evidence files, 2 chosen/ }).click(),
    );
    expect(Object.keys(unzipSync(bytes)).toSorted()).toEqual([
      `${THEME_FOLDER}/Police/No prompt yet/Night rota.txt`,
      `${THEME_FOLDER}/Police/Not registered/Detention data Q2.xlsx`,
    ]);
    await files.getByRole('button', { name: 'Close the pack' }).click();
    await bar.getByRole('button', { name: 'Choose none' }).click();
    await find('');
  });
});

describe('who can see what', () => {
  it('is asked of SharePoint for each folder, and said in words', async () => {
    await goTo(police, 'Settings');
    await police.tab.getByRole('button', { name: 'Ask SharePoint who may open each folder' }).click();
    const places = police.tab.getByRole('list', { name: 'Who may open each folder' });
    await places.getByRole('listitem').filter({ hasText: 'Folder of Police' }).waitFor();
    const said = await places.getByRole('listitem').allInnerTexts();
    expect(said[0]).toMatch(/^The channel's folder\n+.*Members may read and change\./);
    expect(said.slice(1).every((text) => text.endsWith("The same people as the channel's folder."))).toBe(true);
    expect(said.length).toBeGreaterThan(7);
  });

  it('is seen in SharePoint itself, whose pages the local Teams only names', async () => {
    await goTo(police, 'Evidence');
    await openItem('Night rota');
    await dialog('Night rota').getByRole('button', { name: 'Open in the library' }).click();
    const told = police.page.getByRole('alert').filter({ hasText: 'Teams opens this page of SharePoint' });
    await told.getByText(/Night%20rota\.txt/).waitFor();
  });
});
