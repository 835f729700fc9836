import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reload } from './support/at-fault.ts';
import { addFiles, goTo, openFolders, queueLine, THEME_FOLDER } from './support/at-work.ts';
import { ORIGINS, openWorld, type Visitor, type World } from './support/open-world.ts';
import { emptyFile, largeFile, type TestFile, textFile } from './support/test-files.ts';

const SECTION = '1 Documents asked for';
const plan = textFile('Night cover plan.pdf', 'Who answers at night.');
const large = largeFile('Recorded briefing.bin', 25);

let world: World;
let police: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  police = await world.signIn('Dorian Hexwell');
  await goTo(police, 'Evidence');
});
afterAll(() => world.close());

/** What the channel's Files tab gives for a file in the folder that is open. */
async function download(name: string): Promise<Buffer> {
  const saving = police.page.waitForEvent('download');
  await police.page.getByRole('button', { name: `Download ${name}`, exact: true }).click();
  return readFile(await (await saving).path());
}

async function expectInFiles(files: readonly TestFile[]): Promise<void> {
  await openFolders(police, [THEME_FOLDER, 'Police', SECTION]);
  for (const { name, buffer } of files) expect((await download(name)).equals(buffer), name).toBe(true);
  await police.openTab('JTAI Ready');
  await goTo(police, 'Evidence');
}

describe('files of every kind, added together', () => {
  it('end each with a sentence, and none stops the others', async () => {
    await addFiles(police, [
      plan,
      textFile('Who: rota.txt', 'A colon is not for SharePoint.'),
      emptyFile('Minutes.txt'),
      large,
      textFile('~$Draft.docx', 'A temporary copy.'),
      textFile('Last.txt', 'After all the others.'),
    ]);
    const sentences: readonly (readonly [string, string])[] = [
      [plan.name, `Added to Police, ${SECTION}.`],
      ['Who: rota.txt', 'This name cannot be used. SharePoint does not take : in a name. Use a hyphen in its place.'],
      ['Minutes.txt', 'Look at this file. This file is empty: it holds nothing to read.'],
      [large.name, `Added to Police, ${SECTION}.`],
      ['~$Draft.docx', 'A name that begins with ~$ is the temporary copy of an open document.'],
      ['Last.txt', `Added to Police, ${SECTION}.`],
    ];
    for (const [name, sentence] of sentences) {
      await queueLine(police, name).filter({ hasText: sentence }).waitFor({ timeout: 60_000 });
    }
    const queue = police.tab.getByRole('region', { name: 'Files being added' });
    await queue.getByRole('heading', { name: '2 files need you' }).waitFor();
    await queue.getByText('3 done, 1 refused', { exact: true }).waitFor();
    await queueLine(police, 'Minutes.txt').getByRole('button', { name: 'Send anyway, Minutes.txt' }).click();
    await queueLine(police, 'Minutes.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
    await queueLine(police, '~$Draft.docx').getByRole('button', { name: 'Clear ~$Draft.docx' }).click();
    await queueLine(police, 'Who: rota.txt').getByRole('button', { name: 'Skip Who: rota.txt' }).click();
  });

  it('go in parts where they are large, and lie in the channel byte for byte', async () => {
    const parts = world.watched.requests.filter(
      ({ method, url }) => method === 'PUT' && url.startsWith(ORIGINS.files) && !url.startsWith(ORIGINS.graph),
    );
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter(({ hasToken }) => hasToken)).toEqual([]);
    await expectInFiles([plan, large, emptyFile('Minutes.txt')]);
  });

  it('make one draft each in the register', async () => {
    const register = police.tab.getByRole('grid', { name: 'Evidence' });
    for (const title of ['Night cover plan', 'Minutes', 'Recorded briefing', 'Last']) {
      const row = register.getByRole('row').filter({ has: police.tab.getByRole('link', { name: title, exact: true }) });
      await row.getByText('Draft').waitFor();
      expect(await row.count(), title).toBe(1);
    }
    await expect.poll(() => register.getByText('rota').count()).toBe(0);
  });

  it('support a prompt when that is said, not by the arrows in passing; the facts take the keyboard and give it back', async () => {
    const { tab, page } = police;
    await tab.getByRole('link', { name: 'Last', exact: true }).click();
    const panel = tab.getByRole('dialog', { name: 'Last' });
    await panel.getByRole('button', { name: 'Change the facts' }).press('Enter');
    await panel.locator('input:focus').waitFor();
    await page.keyboard.type(' of all');
    await panel.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    const renamed = tab.getByRole('dialog', { name: 'Last of all' });
    await renamed.getByRole('button', { name: 'Show the facts' }).press('Enter');
    await renamed.locator('button:focus', { hasText: 'Change the facts' }).waitFor();
    await renamed.getByRole('button', { name: 'Link a prompt' }).press('Enter');
    const choice = renamed.getByRole('combobox', { name: 'Link a prompt' });
    await choice.press('ArrowDown');
    await choice.press('ArrowDown');
    await renamed.getByRole('button', { name: 'Link it' }).press('Enter');
    await renamed.getByRole('heading', { name: 'Supports 1 prompt' }).waitFor();
    expect(await renamed.getByRole('button', { name: /^Unlink/ }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await tab.locator('a:focus', { hasText: 'Last of all' }).waitFor();
  });
});

describe('a name that is taken', () => {
  it('is a question, whose answer keeps both files', async () => {
    const newer = textFile(plan.name, 'Who answers at night, from next month.');
    await addFiles(police, [newer]);
    const line = queueLine(police, plan.name).filter({ hasText: 'This name is taken.' });
    await line.getByText(`There is already a file called ${plan.name} in this folder.`).waitFor();
    await police.tab.getByRole('banner').getByText('1 file needs you').waitFor();
    await line.getByRole('button', { name: `Keep both, ${plan.name}` }).click();
    await queueLine(police, plan.name).getByText('Kept as Night cover plan 1.pdf.').waitFor();
    await police.tab.getByRole('banner').getByText('All saved').waitFor();
    await expectInFiles([plan, { ...newer, name: 'Night cover plan 1.pdf' }]);
  });

  it('may be skipped, and nothing changes', async () => {
    await addFiles(police, [textFile(plan.name, 'A third.')]);
    const line = queueLine(police, plan.name).filter({ hasText: 'This name is taken.' });
    await line.getByRole('button', { name: `Skip ${plan.name}` }).click();
    await police.tab.getByRole('banner').getByText('All saved').waitFor();
    await expectInFiles([plan]);
  });
});

describe('files that are dropped on the list', () => {
  it('go to the folder that is chosen', async () => {
    await police.tab.getByRole('button', { name: 'More ways to add' }).click();
    await police.tab.getByLabel('Files go to').selectOption('3 Audits');
    const frame = await police.frame();
    const list = police.tab.getByRole('grid', { name: 'Evidence' });
    const carried = await frame.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Dropped.'], 'Dropped audit.txt', { type: 'text/plain' }));
      return transfer;
    });
    await list.dispatchEvent('dragenter', { dataTransfer: carried });
    await police.tab.getByText('Drop to add to Police, 3 Audits').waitFor();
    await list.dispatchEvent('drop', { dataTransfer: carried });
    await queueLine(police, 'Dropped audit.txt').getByText('Added to Police, 3 Audits.').waitFor();
    await openFolders(police, [THEME_FOLDER, 'Police', '3 Audits']);
    expect((await download('Dropped audit.txt')).toString()).toBe('Dropped.');
    await police.openTab('JTAI Ready');
    await goTo(police, 'Evidence');
  });
});

describe('the list in a narrow window', () => {
  it('shows titles whole, and begins in the upper half with the filters open', async () => {
    const { page, tab } = police;
    await page.setViewportSize({ width: 1000, height: 800 });
    await tab.getByRole('button', { name: 'Filter', exact: true }).click();
    await tab.getByRole('combobox', { name: /^Group by/ }).waitFor();
    const grid = tab.getByRole('grid', { name: 'Evidence' });
    // Of the host's window, whose own head is 150 px high.
    await expect.poll(async () => (await grid.boundingBox())?.y).toBeLessThan(400);
    const title = 'Referrals of disabled children, analysis';
    await tab.getByLabel('Find evidence').fill(title);
    const link = grid.getByRole('link', { name: title });
    await expect.poll(() => grid.getByRole('columnheader').count()).toBe(3);
    const room = await link.evaluate((element) => {
      const pane = element.closest('[role="grid"]')?.parentElement as HTMLElement;
      const isWhole = element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight;
      return { isWhole, isWide: pane.scrollWidth > pane.clientWidth };
    });
    expect(room).toEqual({ isWhole: true, isWide: false });
    await grid
      .getByRole('row')
      .filter({ hasText: title })
      .getByText(/^ICB\. Not there yet\. FD-A6/)
      .waitFor();
    await tab.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect.poll(() => grid.getByRole('columnheader').count()).toBe(5);
  });
});

describe('the coordinator', () => {
  it('is asked whose files these are before the browser asks for them', async () => {
    const coordinator = await world.signIn('Bea Thistledown');
    await goTo(coordinator, 'Evidence');
    await coordinator.tab.getByRole('button', { name: 'Add files' }).click();
    await coordinator.tab.getByText('Choose whose files these are first.').waitFor();
    await coordinator.tab.getByLabel('Files of').selectOption('ICB');
    await addFiles(coordinator, [textFile('Health desk log.txt', 'For the ICB.')]);
    await queueLine(coordinator, 'Health desk log.txt').getByText(`Added to ICB, ${SECTION}.`).waitFor();
    await coordinator.context.close();
  });

  it('is asked whose files were dropped, and they wait for the answer on whatever screen and after a reload', async () => {
    const coordinator = await world.signIn('Bea Thistledown');
    await goTo(coordinator, 'Evidence');
    const frame = await coordinator.frame();
    const carried = await frame.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['Waited.'], 'Dropped first.txt', { type: 'text/plain' }));
      return transfer;
    });
    const list = coordinator.tab.getByRole('grid', { name: 'Evidence' });
    await list.dispatchEvent('drop', { dataTransfer: carried });
    await coordinator.tab.getByText('Whose file is this?').waitFor();
    await goTo(coordinator, 'Home');
    await coordinator.tab.getByRole('banner').getByText('1 file needs you').waitFor();
    await reload(coordinator);
    await goTo(coordinator, 'Evidence');
    const line = queueLine(coordinator, 'Dropped first.txt');
    await line.getByText('Say whose it is, then choose it again').waitFor();
    await coordinator.tab.getByRole('status').getByRole('button', { name: 'Police' }).click();
    const again = line.getByRole('button', { name: 'Choose again' });
    await line.getByText('Choose this file again.').waitFor();
    const choosing = coordinator.page.waitForEvent('filechooser');
    await again.click();
    await (await choosing).setFiles([textFile('Dropped first.txt', 'Waited, and was changed.')]);
    await line.getByText('This is not the file that was being sent: it is larger').waitFor();
    await line.getByRole('button', { name: 'Send this instead' }).click();
    await line.getByText(`Added to Police, ${SECTION}.`).waitFor();
    expect(await coordinator.tab.getByText('Whose file is this?').count()).toBe(0);
    await coordinator.context.close();
  });

  it('fills a gap with the address of a file that stays where it is, and is told where it is held already', async () => {
    const coordinator = await world.signIn('Bea Thistledown');
    await goTo(coordinator, 'Evidence');
    const { tab } = coordinator;
    const address = 'https://elsewhere.example/Shared%20Documents/Log.docx';
    const paste = async (title: string, text: string) => {
      await tab.getByLabel('Find evidence').fill(title);
      await tab.getByRole('grid', { name: 'Evidence' }).getByRole('link', { name: title, exact: true }).click();
      const panel = tab.getByRole('dialog', { name: title });
      await panel.getByLabel('Address of the file, if it lies elsewhere').fill(text);
      return panel;
    };
    const gap = 'Escalation log, last two quarters';
    const panel = await paste(gap, 'the log on our drive');
    await panel.getByText('This is not the address of a file.').waitFor();
    await panel.getByLabel('Address of the file, if it lies elsewhere').fill(address);
    await panel.getByText("This lies outside the partnership's library.").waitFor();
    await panel.getByRole('button', { name: 'Link this address' }).click();
    await panel.getByText('Only its address is held.').waitFor();
    await panel.getByText('Draft', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    const other = await paste('Training record for volunteers', `${address}?web=1`);
    await other.getByText('This address is registered already.').waitFor();
    await other.getByRole('button', { name: 'Open the item' }).click();
    await panel.getByRole('button', { name: 'Take the address away' }).click();
    await panel.getByText('Needed, not there', { exact: true }).waitFor();
    await coordinator.context.close();
  });
});
