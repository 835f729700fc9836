import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackFile, toPackJson } from '../../src/documents/pack-file.ts';
import { loadPack } from '../../src/themes/packs.ts';
import { buildPack } from '../themes/build-pack.ts';
import { answer, cell, goTo } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let bea: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  bea = await world.signIn('Bea Thistledown');
  await goTo(bea, 'Settings');
});
afterAll(() => world.close());

const press = (name: string | RegExp) => bea.tab.getByRole('button', { name, exact: true }).click();
const line = (name: string | RegExp) =>
  bea.tab.getByRole('region', { name: /^Themes/ }).getByRole('listitem', { name });
const menu = ({ tab }: Visitor) => tab.getByRole('combobox', { name: 'Theme', exact: true });

async function bringIn(file: { readonly name: string; readonly content: string }): Promise<void> {
  const choosing = bea.page.waitForEvent('filechooser');
  await press('Bring in a pack');
  const payload = { name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.content) };
  await (await choosing).setFiles([payload]);
}

describe('a theme that is added in Settings', () => {
  it('has its prompts, and the header and the title row offer it beside the first', async () => {
    await press('Add a theme');
    const form = bea.tab.getByRole('form', { name: 'Add a theme' });
    await form.getByLabel('Theme').selectOption({ label: 'Criminal exploitation' });
    await form.getByRole('button', { name: 'Add theme' }).click();
    await line(/^Criminal exploitation/)
      .getByText('On the screens now')
      .waitFor();
    await line(/^Criminal exploitation/)
      .getByText('10 benchmark prompts, version 1 of the pack')
      .waitFor();
    // Its pack leaves probation out; a partner is taken in and out again.
    await line(/^Criminal exploitation/)
      .getByRole('button', { name: /^6 of 7 partners/ })
      .click();
    const scope = bea.tab.getByRole('form', { name: /^Partners in Criminal exploitation/ });
    await scope.getByRole('checkbox', { name: 'Probation' }).check();
    expect(await findFaults(bea.page)).toEqual([]);
    await scope.getByRole('button', { name: 'Save' }).click();
    await waitForFocus(line(/^Criminal exploitation/).getByRole('button', { name: /^all partners/ }));
    await line(/^Criminal exploitation/)
      .getByRole('button', { name: /^all partners/ })
      .click();
    await scope.getByRole('checkbox', { name: 'Probation' }).uncheck();
    await scope.getByRole('button', { name: 'Save' }).click();
    await line(/^Criminal exploitation/)
      .getByRole('button', { name: /^6 of 7 partners/ })
      .waitFor();
    await goTo(bea, 'Checklist');
    await bea.tab.getByText('10 benchmark prompts, 6 partners, 1 not in scope').waitFor();
    await expect.poll(() => bea.tab.getByRole('columnheader', { name: /^Probation/ }).count()).toBe(0);
    for (const [code, reason] of [
      ['CCE-1', 'Farms are known, theft is not.'],
      ['CCE-3', 'Some forms still say that the child agreed.'],
    ] as const) {
      await cell(bea, `${code}, Police, not rated`).click();
      await answer(bea, { verdict: 'Amber', reason });
      await bea.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
      await cell(bea, `${code}, Police, amber`).waitFor();
    }
    await menu(bea).selectOption({ label: 'Front door' });
    await cell(bea, 'FD-A2, Police, green').waitFor();
    await menu(bea).selectOption({ label: 'Criminal exploitation' });
  });

  it('is chosen on a phone too, and the choice lasts', async () => {
    const phone = await world.signIn('Dorian Hexwell', { size: { width: 360, height: 740 } });
    await goToOnPhone(phone);
    // Who has chosen nothing stays with the theme that was there before.
    await phone.tab.getByRole('link', { name: /FD-A1 · / }).waitFor();
    await menu(phone).selectOption({ label: 'Criminal exploitation' });
    await phone.tab.getByRole('link', { name: /CCE-1 · / }).waitFor();
    expect(await findFaults(phone.page)).toEqual([]);
    await phone.page.reload();
    await menu(phone).waitFor();
    await expect.poll(() => menu(phone).locator('option:checked').innerText()).toBe('Criminal exploitation');
    await phone.context.close();
  });

  it('is put away, then the screens go on with another one, and reopened', async () => {
    await goTo(bea, 'Settings');
    await press(/^Put away Criminal exploitation \d+$/);
    await line(/^Criminal exploitation/)
      .getByText(/put away on/)
      .waitFor();
    await line(/^Front door/)
      .getByText('On the screens now')
      .waitFor();
    await expect.poll(() => menu(bea).count()).toBe(0);
    await press(/^Reopen Criminal exploitation \d+$/);
    await menu(bea).selectOption({ label: 'Criminal exploitation' });
  });
});

describe('a pack', () => {
  const editor = () => bea.tab.getByRole('dialog', { name: 'Edit Criminal exploitation' });

  it('is changed in the app, and what is typed outlives a closed dialog and a reload', async () => {
    await goTo(bea, 'Settings');
    await press('Edit Criminal exploitation');
    await editor().getByRole('tab', { name: 'Prompts' }).click();
    await editor().getByRole('button', { name: 'Withdraw CCE-1', exact: true }).click();
    await editor().getByRole('button', { name: 'Change CCE-2', exact: true }).click();
    await editor()
      .getByRole('textbox', { name: /^Prompt/ })
      .fill('Exploitation online counts as well');
    // The timetable, from the keyboard alone.
    await editor().getByRole('tab', { name: 'Prompts' }).focus();
    for (const _ of ['Documents', 'Kinds', 'Sources', 'Timetable']) await bea.page.keyboard.press('ArrowRight');
    await bea.page.keyboard.press('Enter');
    await editor().getByRole('button', { name: 'Add a step' }).press('Enter');
    // The focus stands in the new step.
    await waitForFocus(editor().getByRole('textbox', { name: 'Step' }));
    await bea.page.keyboard.insertText('Rehearse the call');
    await editor().getByRole('textbox', { name: 'Last day' }).fill('soon');
    await editor().getByRole('button', { name: 'Save version 1.1' }).click();
    const why = editor().getByRole('region', { name: 'Why it is not saved' });
    await editor().getByRole('tab', { name: 'Cohort list' }).click();
    await why.getByRole('button', { name: 'Go to Timetable: Step T18 has no "who" yet.' }).click();
    await waitForFocus(editor().getByRole('textbox', { name: 'Who' }));
    await bea.page.keyboard.insertText('All partners');
    await editor().getByText('The last day of Step T18 must be a number.', { exact: true }).last().waitFor();
    await editor().getByRole('textbox', { name: 'Last day' }).fill('2');
    await why.waitFor({ state: 'detached' });
    // An id that another step has is not taken, and not lost either.
    await editor().getByRole('textbox', { name: 'Id' }).fill('T01');
    await editor().getByText('T01 is taken. It stays T18.').waitFor();
    for (const theme of THEMES) {
      await setTheme(bea, theme);
      expect(await findFaults(bea.page), theme).toEqual([]);
    }
    await setTheme(bea, 'Light');
    await bea.page.keyboard.press('Escape');
    await bea.tab.getByText('Version 1, comes with JTAI Ready, changes not saved yet').waitFor();
    await bea.page.reload();
    await goTo(bea, 'Settings');
    await press('Edit Criminal exploitation');
    await editor().getByRole('tab', { name: 'Prompts' }).click();
    await editor().getByText('Exploitation online counts as well').waitFor();
    await expect.poll(() => editor().getByRole('button', { name: 'Withdraw CCE-1', exact: true }).count()).toBe(0);
    await editor().getByRole('tab', { name: 'Timetable' }).click();
    await editor().getByText('T18, days 0 to 2 after the call, All partners').waitFor();
    await editor().getByRole('button', { name: 'Change Rehearse the call', exact: true }).click();
    await editor().getByText('T01 is taken. It stays T18.').waitFor();
    expect(await editor().getByRole('textbox', { name: 'Id' }).inputValue()).toBe('T01');
    await editor().getByRole('textbox', { name: 'Id' }).fill('T18');
    await editor().getByText('T01 is taken. It stays T18.').waitFor({ state: 'detached' });
    // On a phone the seven parts are one list.
    const { width, height } = bea.page.viewportSize() ?? { width: 1280, height: 800 };
    await bea.page.setViewportSize({ width: 360, height: 740 });
    await editor().getByRole('combobox', { name: 'Part of the pack' }).selectOption('About');
    await editor().getByRole('textbox', { name: 'Title' }).waitFor();
    expect(await findFaults(bea.page)).toEqual([]);
    await bea.page.setViewportSize({ width, height });
    await editor().getByRole('tab', { name: 'About', selected: true }).waitFor();
    await editor().getByRole('button', { name: 'Save version 1.1' }).click();
    await bea.tab.getByText('Criminal exploitation, version 1.1, is saved.').waitFor();
    await bea.tab.getByText('Version 1.1, changed here', { exact: true }).waitFor();
  });

  it('upgrades its theme at one press, and one press undoes it; the answers stay', async () => {
    const theme = line(/^Criminal exploitation/);
    await theme.getByText('Version 1.1 of this pack is here.').waitFor();
    await theme.getByRole('button', { name: 'Show what changes' }).click();
    await theme.getByRole('region', { name: 'Changed' }).getByText('CCE-2', { exact: true }).waitFor();
    await theme
      .getByRole('region', { name: 'Withdrawn, its answers stay' })
      .getByText('CCE-1', { exact: true })
      .waitFor();
    expect(await findFaults(bea.page)).toEqual([]);
    await theme.evaluate((row) => {
      row.addEventListener('focusin', ({ target }) => {
        if ((target as Element).role === 'group') row.dataset.focus = 'on the work';
      });
    });
    await theme.getByRole('button', { name: 'Upgrade to version 1.1' }).press('Enter');
    await theme.getByText('9 benchmark prompts, version 1.1 of the pack').waitFor();
    expect(await theme.getAttribute('data-focus')).toBe('on the work');
    await waitForFocus(theme.getByRole('button').first());
    await goTo(bea, 'Checklist');
    await bea.tab.getByRole('rowheader', { name: /Exploitation online counts as well/ }).waitFor();
    await expect.poll(() => cell(bea, 'CCE-1, Police, amber').count()).toBe(0);
    // What was answered is still there to be read.
    await bea.tab.getByRole('link', { name: '1 withdrawn' }).click();
    await bea.tab
      .getByRole('dialog', { name: /Withdrawn prompts/ })
      .getByRole('link', { name: /^CCE-1 .*1 answer, no documents, no actions/ })
      .click();
    await bea.tab
      .getByRole('list', { name: 'Answers' })
      .getByRole('link', { name: /^Police/ })
      .click();
    const read = bea.tab.getByRole('dialog', { name: /Wider than county lines/ });
    await read
      .getByText(/Withdrawn from the pack on .*comes back with the prompt/)
      .first()
      .waitFor();
    await read.getByText('Farms are known, theft is not.').first().waitFor();
    expect(await read.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
    expect(await findFaults(bea.page)).toEqual([]);
    await read.getByRole('button', { name: 'Close', exact: true }).click();
    await waitForFocus(bea.tab.getByRole('link', { name: '1 withdrawn' }));
    await goTo(bea, 'Settings');
    await theme.getByRole('button', { name: 'Undo the upgrade' }).click();
    await theme.getByText('10 benchmark prompts, version 1 of the pack').waitFor();
    await goTo(bea, 'Checklist');
    await cell(bea, 'CCE-1, Police, amber').waitFor();
  });

  it('is written from empty, says what is missing, and a theme can be made from it', async () => {
    await goTo(bea, 'Settings');
    await press('Write a pack');
    const written = bea.tab.getByRole('dialog', { name: 'Write a pack' });
    await written.getByLabel('Title').fill('Neglect of older children');
    await written.getByRole('button', { name: 'Save version 1' }).click();
    const why = written.getByRole('region', { name: 'Why it is not saved' });
    await why.getByText('Add at least one prompt.').waitFor();
    expect(await why.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await findFaults(bea.page)).toEqual([]);
    await written.getByLabel(/^Guidance/).fill('Working Together');
    await why.getByRole('button', { name: /^Go to Prompts: / }).click();
    await written.getByRole('button', { name: 'Add a prompt' }).first().click();
    await written.getByRole('textbox', { name: /^Prompt/ }).fill('x'.repeat(260));
    await written.getByText('Too long: at most 255 characters fit.').waitFor();
    await written.getByRole('button', { name: 'Save version 1' }).click();
    await why.getByText('The text of A-1 has 260 characters, and 255 fit.').waitFor();
    await written.getByRole('textbox', { name: /^Prompt/ }).fill('School notices hunger and tells somebody');
    await why.waitFor({ state: 'detached' });
    await written.getByRole('button', { name: 'Save version 1' }).click();
    await bea.tab.getByText('Neglect of older children, version 1, is saved.').waitFor();
    await press('Add a theme');
    const form = bea.tab.getByRole('form', { name: 'Add a theme' });
    await form.getByLabel('Theme').selectOption({ label: 'Neglect of older children' });
    await form.getByRole('button', { name: 'Cancel' }).click();
  });

  it('goes out to Excel as it is, and a bad file is told in its places', async () => {
    await goTo(bea, 'Settings');
    const coming = bea.page.waitForEvent('download');
    await press('Domestic abuse as Excel');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('Domestic abuse pack 1.xlsx');
    const reading = await readPackFile(readFileSync(await download.path()));
    expect(reading).toEqual({ ok: true, pack: await loadPack('domestic-abuse') });

    const bad = buildPack({ prompts: [{ id: 'N-1', group: 'Z', text: 'One', trust: ['derived'] }] });
    await bringIn({ name: 'Neglect.json', content: toPackJson(bad) });
    await bea.tab.getByText('1 thing is wrong with Neglect.json.').waitFor();
    await bea.tab.getByRole('cell', { name: /Prompt N-1 is in the group Z, which is not there/ }).waitFor();
    await bringIn({ name: 'Neglect.json', content: toPackJson(buildPack({ id: 'neglect', title: 'Neglect' })) });
    await bea.tab.getByText('Neglect, version 1, is here, with 1 benchmark prompt.').waitFor();
    await press('Look at Neglect');
    const view = bea.tab.getByRole('dialog', { name: 'Neglect, version 1' });
    await view.getByText('S-A1 One thing').waitFor();
    await view.getByRole('button', { name: 'Take this version away' }).click();
    await view.getByRole('button', { name: 'Take away version 1' }).click();
    await bea.tab.getByText('Neglect, version 1, is taken away.').waitFor();
    await expect.poll(() => bea.tab.getByRole('button', { name: 'Look at Neglect', exact: true }).count()).toBe(0);
    await waitForFocus(bea.tab.getByRole('button', { name: 'Put it back' }));
    await press('Put it back');
    await bea.tab.getByText('Neglect, version 1, is back.').waitFor();
    await press('Look at Criminal exploitation');
    const older = bea.tab.getByRole('dialog', { name: /^Criminal exploitation, version/ });
    const takeAway = older.getByRole('button', { name: 'Take this version away' });
    await takeAway.waitFor();
    await older.getByRole('combobox', { name: 'Version' }).selectOption('1');
    await bea.tab.getByRole('dialog', { name: 'Criminal exploitation, version 1', exact: true }).waitFor();
    await expect.poll(() => takeAway.count()).toBe(0);
    const comingOlder = bea.page.waitForEvent('download');
    await older.getByRole('button', { name: 'Version 1 as JSON' }).click();
    const olderFile = readFileSync(await (await comingOlder).path());
    expect(await readPackFile(olderFile)).toEqual({ ok: true, pack: await loadPack('criminal-exploitation') });
    await older.getByText('Criminal exploitation pack 1.json is in your downloads.').waitFor();
    await older.getByRole('button', { name: 'Close', exact: true }).click();
  });
});

describe('a theme', () => {
  it('begins a new cycle with what the last one answered', async () => {
    await press('Start a new cycle of Criminal exploitation');
    const form = bea.tab.getByRole('form', { name: 'Add a theme' });
    await form.getByRole('checkbox', { name: /^Bring forward answers/ }).waitFor();
    const list = bea.tab.getByRole('region', { name: /^Themes/ }).getByRole('list');
    // Whoever is at it is not asked to do it.
    await list.evaluate((element) => {
      new MutationObserver(() => {
        if (/Bring forward from|Bringing forward is not/.test(element.textContent)) element.dataset.offered = 'yes';
      }).observe(element, { subtree: true, childList: true, characterData: true });
    });
    await form.getByRole('button', { name: 'Add theme' }).click();
    await line(/^Criminal exploitation/)
      .getByText(/brought forward from Criminal exploitation \d+/)
      .waitFor();
    // Only then is it what the screens are about.
    await line(/^Criminal exploitation/)
      .filter({ hasText: /brought forward from/ })
      .getByText('On the screens now')
      .waitFor();
    expect(await list.getAttribute('data-offered')).toBeNull();
    await goTo(bea, 'Checklist');
    await cell(bea, 'CCE-3, Police, amber').click();
    const panel = bea.tab.getByRole('dialog');
    await panel.getByText('Some forms still say that the child agreed.').waitFor();
    // An action that was begun is asked about also where only a Confirm was pressed.
    await panel.getByRole('button', { name: 'Add action' }).click();
    await panel.getByLabel('Due date of the action').fill('2027-03-01');
    await panel.getByRole('button', { name: 'Confirm', exact: true }).click();
    await panel.getByText('The action is not complete.').waitFor();
    await panel.getByRole('button', { name: 'Do not add it' }).click();
    // The newest version asks the first no more; its answer stays with the last cycle.
    await expect.poll(() => bea.tab.getByRole('rowheader', { name: /^CCE-1 / }).count()).toBe(0);
    await bea.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('confirms at once what was brought forward for a partner, after saying what', async () => {
    const brought = bea.tab.getByRole('gridcell', { name: /brought forward, not confirmed$/ });
    await bea.tab.getByRole('button', { name: 'To confirm 1', exact: true }).click();
    await expect.poll(() => brought.allTextContents()).toHaveLength(1);
    // Beside the filter, as among the tools.
    await press('Confirm what was brought forward for Police');
    const dialog = bea.tab.getByRole('dialog', { name: 'Confirm what was brought forward for Police' });
    await dialog
      .getByRole('list', { name: 'Answers to confirm' })
      .getByText(/^CCE-3, amber\./)
      .waitFor();
    for (const theme of THEMES) {
      await setTheme(bea, theme);
      expect(await findFaults(bea.page), theme).toEqual([]);
    }
    await setTheme(bea, 'Light');
    await dialog.getByRole('button', { name: 'Confirm 1 answer' }).click();
    await dialog.getByText('1 of 1 confirmed.').waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await bea.tab.getByText('No prompt matches').waitFor();
    await bea.tab.getByRole('button', { name: 'Clear the filters' }).last().click();
    await cell(bea, 'CCE-3, Police, amber').waitFor();
    await expect.poll(() => brought.count()).toBe(0);
  });

  it('may begin empty, and takes over the last cycle later', async () => {
    await goTo(bea, 'Settings');
    await bea.tab.getByRole('button', { name: 'Start a new cycle of Criminal exploitation' }).first().click();
    const form = bea.tab.getByRole('form', { name: 'Add a theme' });
    await form.getByRole('textbox', { name: 'Year' }).fill('2099');
    await form.getByRole('checkbox', { name: /^Bring forward answers/ }).uncheck();
    await form.getByRole('button', { name: 'Add theme' }).click();
    const theme = line('Criminal exploitation 2099');
    await theme.getByRole('button', { name: /^Bring forward from Criminal exploitation/ }).click();
    await theme.getByText(/brought forward from Criminal exploitation/).waitFor();
    await waitForFocus(theme.getByRole('button').first());
  });
});

async function waitForFocus(field: Locator): Promise<void> {
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function goToOnPhone({ tab }: Visitor): Promise<void> {
  await tab.getByRole('button', { name: 'Menu' }).click();
  await tab.getByRole('link', { name: 'Checklist', exact: true }).click();
}
