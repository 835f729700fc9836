import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../support/open-world.ts';

const TEXT = 'Terms of reference\n<b>not bold</b>\n';

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterAll(() => world.close());

/** What axe finds in the page and its frames, without the invisible stops by which Fluent keeps focus inside a dialog. */
async function findFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-tabster-dummy]').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe("the host's Files", () => {
  it('take a file, show a text as text, and give it back byte for byte', async () => {
    const visitor = await world.signIn('Bea Thistledown', { channel: 'JTAI preparation', tab: 'Files' });
    const { page } = visitor;
    const bytes = Buffer.from([0, 1, 2, 253, 254, 255]);
    await page.getByRole('button', { name: 'Upload' }).isEnabled();
    await page.getByLabel('Files to upload').setInputFiles([
      { name: 'Terms.txt', mimeType: 'text/plain', buffer: Buffer.from(TEXT) },
      { name: 'Minutes & notes.docx', mimeType: 'application/octet-stream', buffer: bytes },
    ]);
    await page.getByRole('button', { name: 'Terms.txt', exact: true }).click();
    const viewer = page.getByRole('dialog', { name: 'Terms.txt' });
    await page.frameLocator('iframe[title="Terms.txt"]').getByText('<b>not bold</b>').waitFor();
    await viewer.getByRole('button', { name: 'Close' }).click();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Minutes & notes.docx', exact: true }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('Minutes & notes.docx');
    expect(readFileSync(await saved.path()).equals(bytes)).toBe(true);
    await visitor.context.close();
  });

  it('are the real folders of the channel, one inside the other', async () => {
    const visitor = await world.signIn('Dorian Hexwell', { channel: 'JTAI preparation', tab: 'Files' });
    const { page } = visitor;
    await page.getByRole('button', { name: /JTAI Front door$/ }).click();
    await page.getByRole('button', { name: 'Police', exact: true }).click();
    await page.getByRole('button', { name: '3 Audits' }).waitFor();
    await page.getByRole('navigation', { name: 'Folder' }).getByRole('button', { name: 'JTAI preparation' }).click();
    await page.getByRole('button', { name: /JTAI Front door$/ }).waitFor();
    await visitor.context.close();
  });
});

describe('the host page', () => {
  it.each(['Light', 'Dark', 'High contrast'] as const)(
    'has no fault that axe finds, in the theme %s',
    async (theme) => {
      for (const tab of ['Posts', 'Files']) {
        const visitor = await world.signIn('Bea Thistledown', { theme, channel: 'JTAI preparation', tab });
        const settled = tab === 'Posts' ? visitor.page.getByRole('article').first() : visitor.page.getByRole('table');
        await settled.waitFor();
        expect(await findFaults(visitor.page)).toEqual([]);
        await visitor.context.close();
      }
    },
  );

  it('has no fault that axe finds while a tab is added', async () => {
    const visitor = await world.signIn('Bea Thistledown', { channel: 'Policy and practice', tab: 'Posts' });
    await visitor.page.getByRole('button', { name: 'Add a tab' }).click();
    await visitor.page.frameLocator('iframe[name="settings-page-container"]').getByLabel('Name of the tab').waitFor();
    expect(await findFaults(visitor.page)).toEqual([]);
    await visitor.context.close();
  });
});
