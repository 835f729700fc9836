import { createHash } from 'node:crypto';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFiles, goTo, openFolders, queueLine, THEME_FOLDER } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';
import { textFile } from './support/test-files.ts';

const plan = textFile('Night cover plan.txt', 'Who answers at night.');

let world: World;
let dorian: Visitor;
let wilf: Visitor;
let bea: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  [dorian, wilf, bea] = (await Promise.all(
    (['Dorian Hexwell', 'Wilf Tarnbeck', 'Bea Thistledown'] as const).map(async (name) => {
      const visitor = await world.signIn(name);
      await goTo(visitor, 'Evidence');
      return visitor;
    }),
  )) as [Visitor, Visitor, Visitor];
});
afterAll(() => world.close());

/** Opens an item from the list, after finding it by its title. */
async function openItem({ tab }: Visitor, title: string) {
  await tab.getByLabel('Find evidence').fill(title);
  await tab.getByRole('grid', { name: 'Evidence' }).getByRole('link', { name: title, exact: true }).click();
  const panel = tab.getByRole('dialog', { name: title });
  await panel.waitFor();
  return panel;
}

async function close({ tab }: Visitor): Promise<void> {
  await tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
}

/** Coming back to the tab reads what others have written. */
async function comeBack(visitor: Visitor): Promise<void> {
  await openFolders(visitor, [THEME_FOLDER]);
  await visitor.openTab('JTAI Ready');
  await goTo(visitor, 'Evidence');
}

describe('a lead, a second person and the coordinator', () => {
  it('the lead says what a file is, and submits it', async () => {
    await addFiles(dorian, [plan]);
    await queueLine(dorian, plan.name).getByText('Added').waitFor();
    const panel = await openItem(dorian, 'Night cover plan');
    await panel.getByRole('button', { name: 'Change the facts' }).click();
    await panel.getByLabel('Kind').selectOption('Policy or procedure');
    await expect.poll(() => panel.getByLabel('Holds until its review, however old it is').isChecked()).toBe(true);
    await panel.getByLabel('Review by').fill('2030-06-30');
    await panel.getByLabel('Marking').selectOption('OFFICIAL');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await dorian.tab.getByRole('banner').getByText('All saved').waitFor();
    await panel.getByRole('button', { name: 'Submit for checking' }).click();
    await panel.getByText('You submitted it, so another person checks it.').waitFor();
    // The button has gone with what it did; the keyboard is still in the panel.
    await expect.poll(() => panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    await expect.poll(() => panel.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    await close(dorian);
  });

  it('the coordinator returns it with a reason, which the lead reads', async () => {
    await comeBack(bea);
    const panel = await openItem(bea, 'Night cover plan');
    await panel.getByRole('button', { name: 'Return' }).click();
    await panel.getByText('Say what would make it right, so that it can be put right.').waitFor();
    await panel.getByLabel('Reason, if you return it').fill('The bank holidays are missing.');
    await panel.getByRole('button', { name: 'Return' }).click();
    await panel.getByText('It was returned: The bank holidays are missing.').waitFor();
    await close(bea);
    await comeBack(dorian);
    const again = await openItem(dorian, 'Night cover plan');
    await again.getByText('It was returned: The bank holidays are missing.').waitFor();
    await again.getByText(/^Bea Thistledown, \w+ \d+/).waitFor();
    await again.getByRole('button', { name: 'Submit for checking' }).click();
    await again.getByText('You submitted it, so another person checks it.').waitFor();
    await close(dorian);
  });

  it('a second person ticks the checks and approves, and the hash of the bytes is shown', async () => {
    await comeBack(wilf);
    const panel = await openItem(wilf, 'Night cover plan');
    await panel.getByRole('button', { name: 'Approve version 1' }).click();
    await panel.getByText('Tick the three checks first.').waitFor();
    expect(
      await panel
        .getByRole('checkbox')
        .first()
        .evaluate((box) => box === document.activeElement),
    ).toBe(true);
    for (const box of await panel.getByRole('checkbox').all()) await box.check();
    await panel.getByRole('button', { name: 'Approve version 1' }).click();
    const hash = createHash('sha256').update(plan.buffer).digest('hex');
    await panel.getByText(hash).waitFor();
    await panel.getByText('Version 1, Wilf Tarnbeck').waitFor();
    await close(wilf);
  });

  it('the lead is asked before it is marked as expired, and brings it back', async () => {
    await comeBack(dorian);
    const panel = await openItem(dorian, 'Night cover plan');
    await panel.getByText('Wilf Tarnbeck').first().waitFor();
    await panel.getByRole('button', { name: 'Mark as expired' }).click();
    await panel.getByRole('button', { name: 'Leave it as it is' }).click();
    await panel.getByText('Approved', { exact: true }).first().waitFor();
    await panel.getByRole('button', { name: 'Mark as expired' }).click();
    await panel.getByRole('button', { name: 'Yes, mark as expired' }).click();
    // Who marked it, not who had approved it.
    await panel.getByText(/^Dorian Hexwell, \w+ \d+/).waitFor();
    await panel.getByRole('button', { name: 'Bring back' }).click();
    await panel.getByText('Draft', { exact: true }).waitFor();
    await close(dorian);
  });

  it('two who change one fact at once are both shown, and the second chooses', async () => {
    const panels = [await openItem(dorian, 'Night cover plan'), await openItem(bea, 'Night cover plan')] as const;
    for (const panel of panels) await panel.getByRole('button', { name: 'Change the facts' }).click();
    await panels[0].getByLabel('Note').fill('Read by the night desk.');
    await panels[1].getByLabel('Note').fill('Read by the hub.');
    await panels[1].getByLabel('Document date').fill('2026-01-31');
    await panels[0].getByRole('button', { name: 'Save', exact: true }).click();
    await dorian.tab.getByRole('banner').getByText('All saved').waitFor();
    await panels[1].getByRole('button', { name: 'Save', exact: true }).click();
    const clash = bea.tab.getByRole('dialog', { name: 'Two people changed this item' });
    const note = clash.getByRole('radiogroup', { name: 'Note' });
    await note.getByRole('radio', { name: /^Mine.*Read by the hub\./ }).waitFor();
    await note.getByRole('radio', { name: /^Theirs.*Read by the night desk\./ }).check();
    await clash.getByRole('button', { name: 'Save my choices' }).click();
    // Their note, and the date that only the second changed.
    await panels[1].getByText('Read by the night desk.').waitFor();
    await panels[1].getByText('Sat 31 Jan 2026').waitFor();
    await close(bea);
    await close(dorian);
  });

  it('what was approved and then changed in SharePoint waits for a check again, and says so', async () => {
    const panel = await openItem(wilf, 'Risk grading of notifications');
    await panel.getByText('Changed since it was approved.').waitFor();
    await panel.getByRole('button', { name: 'Approve version 2' }).waitFor();
    await close(wilf);
  });
});

describe('what is needed and not there', () => {
  it('gets its file from the panel of the gap, and becomes a draft', async () => {
    await dorian.tab.getByRole('button', { name: 'More ways to add' }).click();
    await dorian.tab.getByRole('button', { name: 'Say what is needed' }).click();
    const form = dorian.tab.getByRole('dialog', { name: 'Say what is needed' });
    await form.getByLabel('What is needed').fill('Rota of the night desk');
    await form.getByLabel('Due').fill('2026-01-31');
    await form.getByRole('button', { name: 'Add what is needed' }).click();
    await form.getByText('Rota of the night desk is needed now.').waitFor();
    await close(dorian);
    const panel = await openItem(dorian, 'Rota of the night desk');
    await panel.getByText('It was due on Sat 31 Jan 2026.').waitFor();
    const loose = await panel.getByRole('combobox', { name: 'Is it one of them?' }).locator('option').allInnerTexts();
    expect(loose[1]).toMatch(/^.+\.\w+, \w{3} \d+ \w{3}$/);
    const choosing = dorian.page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: 'Add the file' }).click();
    // As wide as a channel: the list of files, where its name is asked about, lies beneath the panel.
    await dorian.page.setViewportSize({ width: 1000, height: 800 });
    await (await choosing).setFiles(textFile('Night rota: desk.txt', 'Who sits there.'));
    await panel.getByText('Night rota: desk.txt: This name cannot be used.').waitFor();
    await panel.getByRole('button', { name: 'Answer in the list of files' }).click();
    await panel.waitFor({ state: 'detached' });
    await dorian.tab.locator('section[aria-label="Each file"]:focus').waitFor();
    await queueLine(dorian, 'Night rota: desk.txt').getByRole('button', { name: /^Use / }).click();
    await queueLine(dorian, 'Night rota: desk.txt').getByText('Added to Police').waitFor();
    await openItem(dorian, 'Rota of the night desk');
    await panel.getByRole('button', { name: 'Submit for checking' }).waitFor();
    await panel.getByText('Night rota- desk.txt').first().waitFor();
    const dimOf = (dialog: Locator) => dialog.evaluate((it) => getComputedStyle(it, '::backdrop').backgroundColor);
    const dim = await dimOf(panel);
    await panel.getByRole('button', { name: 'Preview' }).click();
    // The preview lies in the panel, and both have the item's title.
    const preview = panel.first().getByRole('dialog');
    await preview.waitFor();
    // What lies beneath is dimmed once.
    expect([await dimOf(preview), await dimOf(panel.first())]).toEqual([dim, 'rgba(0, 0, 0, 0)']);
    await preview.getByRole('button', { name: 'Close', exact: true }).click();
    await dorian.page.setViewportSize({ width: 1280, height: 800 });
    await close(dorian);
  });

  it('comes from the list of documents usually asked for, each once however often it is pressed', async () => {
    const open = async () => {
      await dorian.tab.getByRole('button', { name: 'More ways to add' }).click();
      await dorian.tab.getByRole('button', { name: 'Documents usually asked for' }).click();
      return dorian.tab.getByRole('dialog', { name: 'Documents usually asked for' });
    };
    const panel = await open();
    // All are ticked at first; what is unticked is not added.
    const all = panel.getByRole('button', { name: /^Add \d+ documents/ });
    const count = Number(/\d+/.exec(await all.innerText())?.[0]);
    const boxes = panel.getByRole('listitem').getByRole('checkbox');
    await boxes.first().uncheck();
    await panel.getByRole('button', { name: `Add ${count - 1} documents` }).click();
    await panel.getByText(`${count - 1} documents are needed now.`).waitFor();
    await panel.getByRole('checkbox', { checked: false }).check();
    await panel.getByRole('button', { name: 'Add 1 document' }).click();
    await panel.getByText('1 document is needed now.').waitFor();
    await close(dorian);
    const again = await open();
    await again.getByRole('heading', { name: /^Police, (\d+) of \1 in the list/ }).waitFor();
    await expect.poll(() => again.getByRole('button', { name: /^Add \d+ documents/ }).count()).toBe(0);
    await again.getByRole('button', { name: 'Done' }).click();
    await again.waitFor({ state: 'detached' });
  });
});

describe('a file that lies in the library', () => {
  it('is given to what is needed, which keeps its title', async () => {
    const { tab } = dorian;
    await tab.getByLabel('Find evidence').fill('Detention data Q2');
    await tab.getByRole('grid').getByRole('button', { name: 'Detention data Q2.xlsx', exact: true }).click();
    const panel = tab.getByRole('dialog', { name: 'Detention data Q2.xlsx' });
    const gaps = panel.getByRole('combobox', { name: 'Is it something that is needed?' });
    const title = await gaps.locator('option').nth(1).innerText();
    await gaps.selectOption({ index: 1 });
    await panel.getByRole('button', { name: 'Use it for what is needed' }).click();
    const item = tab.getByRole('dialog', { name: title, exact: true });
    await item.getByText('Draft', { exact: true }).waitFor();
    await item.getByText('Detention data Q2.xlsx').waitFor();
    await close(dorian);
  });

  it('is chosen from its folders and registered where it is', async () => {
    const { tab } = bea;
    await tab.getByRole('button', { name: 'More ways to add' }).click();
    await tab.getByRole('button', { name: 'Register a file where it is' }).click();
    const folders = tab.getByRole('region', { name: 'Folders of the library' });
    for (const name of [THEME_FOLDER, 'Council', '1 Documents asked for', 'Notes from the hub visit.txt']) {
      await folders.getByRole('button', { name, exact: true }).click();
    }
    const panel = tab.getByRole('dialog', { name: 'Notes from the hub visit.txt' });
    await expect.poll(() => panel.getByLabel('Partner').inputValue()).toBe('council');
    await panel.getByRole('button', { name: 'Register as evidence' }).click();
    await tab.getByRole('dialog', { name: 'Notes from the hub visit', exact: true }).getByText('Draft').waitFor();
    await close(bea);
  });

  it('outside it is kept by its address, with what that means', async () => {
    const { tab } = bea;
    await tab.getByRole('button', { name: 'More ways to add' }).click();
    await tab.getByRole('button', { name: 'Register a file where it is' }).click();
    const form = tab.getByRole('dialog', { name: 'Register a file where it is' });
    await form.getByLabel('Address of the file').fill('the plan on our drive');
    await form.getByText('This is not the address of a file.').waitFor();
    await form.getByLabel('Address of the file').fill('https://elsewhere.example/Shared%20Documents/Plan.docx');
    await form.getByText("This lies outside the partnership's library.").waitFor();
    await form.getByLabel('Title').fill('Plan of another board');
    await form.getByLabel('Partner').selectOption('Council');
    await form.getByRole('button', { name: 'Register the address' }).click();
    const panel = tab.getByRole('dialog', { name: 'Plan of another board' });
    await panel.getByRole('button', { name: 'Open where it is' }).waitFor();
    // Whoever checks it is told what an approval of it can hold.
    await panel.getByText('Only its address is held.').waitFor();
    await close(bea);
  });
});

describe('the register', () => {
  it('shows the very rows behind a number on Home, in all themes', async () => {
    const { tab } = bea;
    await goTo(bea, 'Home');
    for (const words of ['documents held', 'needed, not there', 'in a folder, not registered']) {
      const link = tab.getByRole('region', { name: 'Evidence' }).getByRole('link', { name: words });
      const [count] = /\d+/.exec(await link.innerText()) ?? [];
      await link.click();
      await tab.getByText('in all themes').waitFor();
      await expect
        .poll(async () => tab.getByRole('grid', { name: 'Evidence' }).getAttribute('aria-rowcount'))
        .toBe(`${Number(count) + 1}`);
      await goTo(bea, 'Home');
    }
    const red = tab.getByRole('link', { name: /^\d+ red of Police$/ });
    const [count] = /\d+/.exec(await red.innerText()) ?? [];
    await red.click();
    await tab.getByText(new RegExp(`^${count} of \\d+ benchmark prompts`)).waitFor();
    await goTo(bea, 'Evidence');
  });

  it('does with several at once what each allows, and tells of each other one why not', async () => {
    const { tab, page } = dorian;
    await tab.getByLabel('Find evidence').fill('desk');
    const grid = tab.getByRole('grid', { name: 'Evidence' });
    await grid.getByRole('button', { name: 'Title and prompts' }).click();
    await grid.locator('[aria-sort="ascending"]').waitFor();
    const picked = () => grid.locator('[role="row"][aria-selected="true"]').count();
    await grid.getByRole('checkbox', { name: 'Choose Vulnerability desk dip sample' }).click();
    await expect.poll(picked).toBe(1);
    await page.keyboard.press('Shift+ArrowUp');
    await expect.poll(picked).toBe(2);
    await page.keyboard.press('Space');
    await expect.poll(picked).toBe(1);
    await page.keyboard.press('Space');
    await grid.getByRole('link', { name: 'Health desk response times' }).click({ modifiers: ['Control'] });
    const bar = tab.getByRole('region', { name: 'Chosen' });
    await bar.getByText('3 chosen').waitFor();
    await bar.getByRole('button', { name: 'Submit' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Submit several for checking' });
    await dialog.getByRole('heading', { name: 'Not these 1, and why' }).waitFor();
    await dialog.getByText(/^This is (.+, so it cannot be submitted|submitted for checking already)\.$/).waitFor();
    // The file of one of them cannot be read once: it is told, stays chosen, and goes at the next press.
    const itself = '/drives/[^/]+/items/[^/]+$';
    await world.control('/faults', { where: { method: 'GET', path: itself }, does: { kind: 'refuse', status: 403 } });
    await dialog.getByRole('button', { name: 'Submit 2 documents' }).click();
    await dialog.getByText('1 of 2 submitted.').waitFor();
    await dialog.getByText('1 stays chosen, to be tried again.').waitFor();
    await world.control('/faults', undefined, 'DELETE');
    await dialog.getByRole('button', { name: 'Close this' }).click();
    await bar.getByText('1 chosen', { exact: true }).waitFor();
    await bar.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('button', { name: 'Submit 1 document' }).click();
    await dialog.getByText('1 of 1 submitted.').waitFor();
    await dialog.getByRole('button', { name: 'Close this' }).click();
    await bar.waitFor({ state: 'detached' });
    for (const title of ['Vulnerability desk dip sample', 'Rota of the night desk']) {
      await grid.getByRole('row').filter({ hasText: title }).getByText('Submitted for checking').waitFor();
    }
  });

  it('keeps a view under a name of my own', async () => {
    const { tab } = bea;
    await tab.getByLabel('Find evidence').fill('');
    await tab.getByRole('button', { name: 'Filter', exact: true }).click();
    await tab.getByRole('combobox', { name: /^Partner/ }).selectOption('ICB');
    await tab.getByRole('combobox', { name: /^Group by/ }).selectOption('state');
    await tab.getByLabel('Name of this view').fill('ICB by state');
    await tab.getByRole('button', { name: 'Keep this view' }).click();
    await tab.getByRole('button', { name: 'Clear', exact: true }).click();
    await tab
      .getByRole('button', { name: /^All \d+/ })
      .and(tab.locator('[aria-pressed="true"]'))
      .waitFor();
    await tab.getByRole('button', { name: /^ICB by state \d+$/ }).click();
    await tab.getByRole('gridcell', { name: /^Approved, \d items?$/ }).waitFor();
    await tab.getByText(/^\d+ of \d+ items/).waitFor();
    expect(await tab.getByRole('button', { name: /^All \d+/, pressed: true }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Clear', exact: true }).click();
  });

  it('fits: a long list of prompts stays in the panel, and a phone has one row to find and add and one of lists', async () => {
    const { tab, page } = bea;
    const place = async (what: Locator) => {
      const box = await what.boundingBox();
      if (box === null) throw new Error('It is not to be seen');
      return { ...box, right: box.x + box.width, bottom: box.y + box.height };
    };
    // As it is first seen: without the filters that were opened before.
    await page.reload();
    await goTo(bea, 'Evidence');
    await tab.getByRole('button', { name: /^For me to check/ }).click();
    await tab.getByRole('grid').getByRole('link').first().click();
    const panel = tab.getByRole('dialog');
    await panel.getByRole('button', { name: 'Link a prompt' }).click();
    const prompts = await place(panel.getByRole('combobox', { name: 'Link a prompt' }));
    expect(prompts.right).toBeLessThan((await place(panel)).right);
    await close(bea);
    const pack = await place(tab.getByRole('button', { name: 'Make an evidence pack' }));
    expect(pack.bottom).toBeLessThan((await place(tab.getByLabel('Find evidence'))).y);
    expect((await place(tab.getByRole('button', { name: 'Add files' }))).y).toBe(pack.y);
    await page.setViewportSize({ width: 360, height: 740 });
    await tab.getByRole('list', { name: 'Evidence' }).waitFor();
    const find = await place(tab.getByLabel('Find evidence'));
    const add = await place(tab.getByRole('button', { name: 'Add and more' }));
    expect(add.y).toBeLessThan(find.bottom);
    expect((await place(tab.getByRole('list', { name: 'Evidence' }))).y - find.bottom).toBeLessThan(100);
    await tab.getByRole('button', { name: 'Add and more' }).click();
    await tab.getByRole('button', { name: 'Make an evidence pack' }).click();
    await tab.getByRole('dialog', { name: 'Make an evidence pack' }).waitFor();
    await close(bea);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('has nothing that axe finds, with a row chosen and a check open, in three themes at 1280 and 360', async () => {
    await bea.tab.getByRole('button', { name: /^For me to check/ }).click();
    await bea.tab.getByRole('grid').getByRole('checkbox').nth(1).click();
    await bea.tab.getByRole('region', { name: 'Chosen' }).waitFor();
    await bea.tab.getByRole('grid').getByRole('link').first().click();
    await bea.tab.getByRole('dialog').getByRole('checkbox').first().waitFor();
    for (const size of [
      { width: 1280, height: 800 },
      { width: 360, height: 740 },
    ]) {
      await bea.page.setViewportSize(size);
      for (const theme of THEMES) {
        await setTheme(bea, theme);
        expect(await findFaults(bea.page), `${size.width}, ${theme}`).toEqual([]);
      }
    }
  });
});
