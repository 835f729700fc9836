import type { FrameLocator, Locator } from 'playwright';
import { todayInLondon } from '../../../infra/run/today.ts';
import { themeFolderName } from '../../../src/domain/folders.ts';
import type { Visitor } from './open-world.ts';
import type { TestFile } from './test-files.ts';

// What a person does on the screens, in the screens' own words. Each act waits for what it leads to.

export type Screen = 'Home' | 'Checklist' | 'Evidence' | 'Settings';

/** `2026 JTAI Front door`, as it is called in the year in which the test runs. */
export const THEME_FOLDER = themeFolderName({
  title: 'Front door',
  year: Number(todayInLondon(new Date()).slice(0, 4)),
});

export async function goTo({ tab }: Visitor, screen: Screen): Promise<void> {
  await tab.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click();
  await tab
    .getByRole('navigation', { name: 'Screens' })
    .locator('[aria-current="page"]', { hasText: screen })
    .waitFor();
}

/** Adds the app to a channel through the app's own configuration page. */
export async function addTab(visitor: Visitor, channel: string): Promise<void> {
  const { page } = visitor;
  await visitor.openChannel(channel);
  await page.getByRole('button', { name: 'Add a tab' }).click();
  const settings = page.frameLocator('iframe[name="settings-page-container"]');
  await settings.getByText(`The tab will open the workspace of the channel ${channel}.`).waitFor();
  // Playwright presses no button before it is enabled, which it is once the page has said so.
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'JTAI Ready', selected: true }).waitFor();
}

/** Goes from one step of set-up to the next, whose title this is. */
export async function nextStep(tab: FrameLocator, title: string): Promise<void> {
  await tab.getByRole('button', { name: `Next: ${title.toLowerCase()}` }).click();
  await tab.getByRole('heading', { name: title, level: 1 }).waitFor();
}

/** Chooses one of the team, or types a name where the team cannot be read. */
export async function pickPerson(tab: FrameLocator, place: string, name: string): Promise<void> {
  const box = tab.getByRole('combobox', { name: place, exact: true });
  await box.fill(name);
  await tab.getByRole('option', { name, exact: true }).click();
}

export async function typePerson(tab: FrameLocator, place: string, name: string): Promise<void> {
  const box = tab.getByLabel(place, { exact: true });
  await box.fill(name);
  await box.press('Tab');
}

/** Sets up with everything as it is offered, and these people. */
export async function setUpAsOffered({ tab }: Visitor, people: Readonly<Record<string, string>>): Promise<void> {
  await tab.getByRole('button', { name: 'Set up JTAI Ready' }).click();
  await tab.getByLabel('Name of the partnership').fill('Northbridge Safeguarding Children Partnership');
  await nextStep(tab, 'Choose the partners');
  await nextStep(tab, 'Name leads and deputies');
  for (const [place, name] of Object.entries(people)) await pickPerson(tab, place, name);
  await nextStep(tab, 'Choose the theme');
  await nextStep(tab, 'Check what will be made');
  await makeWorkspace(tab);
}

export async function makeWorkspace(tab: FrameLocator): Promise<void> {
  await tab.getByRole('button', { name: 'Make the workspace' }).click();
  await tab.getByRole('heading', { name: 'Your workspace is ready' }).waitFor();
  await tab.getByRole('button', { name: 'Go to Home' }).click();
  await tab
    .getByText(/\d+ of \d+ rated/)
    .first()
    .waitFor();
}

/** Presses "Add files" and chooses these in the browser's own window. */
export async function addFiles({ page, tab }: Visitor, files: readonly TestFile[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  await tab.getByRole('button', { name: 'Add files' }).click();
  await (await choosing).setFiles([...files]);
}

/** The line of one file in the queue. */
export function queueLine({ tab }: Visitor, name: string): Locator {
  return tab.getByRole('region', { name: 'Files being added' }).getByRole('listitem').filter({ hasText: name });
}

/** A cell of the checklist by prompt, partner and the verdict that it shows, own or agreed: `FD-A1, Police, red`. */
export function cell({ tab }: Visitor, name: string): Locator {
  const at = name.lastIndexOf(', ') + 2;
  const [whose, verdict] = [name.slice(0, at), name.slice(at)].map((part) =>
    part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return tab.getByRole('gridcell', { name: new RegExp(`^${whose}(own |agreed )?${verdict}(,|$)`) });
}

export type Answer = {
  readonly verdict?: 'Red' | 'Amber' | 'Green' | 'Not applicable';
  readonly reason?: string;
  readonly impact?: string;
};

/** Fills in the answer that is open, and saves it. */
export async function answer({ tab }: Visitor, { verdict, reason, impact }: Answer): Promise<void> {
  const panel = tab.getByRole('dialog');
  if (verdict !== undefined) {
    await panel
      .getByRole('radiogroup', { name: 'Verdict', exact: true })
      .getByRole('radio', { name: verdict, exact: true })
      .check();
  }
  if (reason !== undefined) await panel.getByLabel('Reason').fill(reason);
  if (impact !== undefined) await panel.getByLabel('Impact on children').fill(impact);
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  // A red is asked for an action first; these tests are about other things.
  if (verdict === 'Red') await panel.getByRole('button', { name: 'Save without an action for now' }).click();
}

/** Opens folders from the channel's own down, in the host's Files tab. */
export async function openFolders({ page, openTab }: Visitor, names: readonly string[]): Promise<void> {
  await openTab('Files');
  const start = page.getByRole('navigation', { name: 'Folder' }).getByRole('button').first();
  // Where one stands already is not a button to press.
  if (await start.isEnabled()) await start.click();
  for (const name of names) {
    await page.getByRole('table', { name: 'Files and folders' }).getByRole('button', { name, exact: true }).click();
    await page.getByRole('navigation', { name: 'Folder' }).getByRole('button', { name, exact: true }).waitFor();
  }
}
