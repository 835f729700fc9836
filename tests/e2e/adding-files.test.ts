import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANNEL, reload } from './support/at-fault.ts';
import { addFiles, goTo, queueLine } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { type MortalBrowser, openMortalBrowser } from './support/mortal-browser.ts';
import { arrive, ORIGINS, openWorld, type Visitor, type World } from './support/open-world.ts';
import { textFile } from './support/test-files.ts';

const SECTION = '1 Documents asked for';

let world: World;
let police: Visitor;
let folder: string;
let browser: MortalBrowser | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtai-adding-'));
  world = await openWorld({ demo: 'full' });
  police = await world.signIn('Dorian Hexwell');
  await goTo(police, 'Evidence');
});
afterAll(async () => {
  await browser?.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  await world.close();
});

const banner = () => police.tab.getByRole('banner');
const queue = ({ tab }: Visitor = police) => tab.getByRole('region', { name: 'Files being added' });

describe('a folder', () => {
  it('is added with what is in it; what the system left there is said and not sent', async () => {
    const audits = join(folder, 'Dip sample');
    await mkdir(join(audits, 'Case notes'), { recursive: true });
    await writeFile(join(audits, 'Sample plan.txt'), 'How the sample is drawn.');
    await writeFile(join(audits, 'Thumbs.db'), 'pictures');
    await writeFile(join(audits, 'Case notes', 'Findings.txt'), 'What was found.');
    const choosing = police.page.waitForEvent('filechooser');
    await police.tab.getByRole('button', { name: 'More ways to add' }).click();
    await police.tab.getByRole('button', { name: 'Add a folder' }).click();
    await (await choosing).setFiles(audits);
    await police.tab.getByText('1 file of the system left out: Thumbs.db.').first().waitFor();
    await queueLine(police, 'Findings.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
    await queueLine(police, 'Sample plan.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
    const puts = world.watched.requests.filter(({ method, url }) => method === 'PUT' && url.startsWith(ORIGINS.graph));
    expect(puts).toHaveLength(2);
    await queue().getByRole('button', { name: 'Clear the list' }).click();
  });

  it('that is dropped with the mouse is read to its end, folders in folders and beside them files', async () => {
    const dropped = join(folder, 'Dropped');
    await mkdir(join(dropped, 'Inner', 'Innermost'), { recursive: true });
    await mkdir(join(dropped, 'Nothing'));
    for (let number = 0; number < 3; number += 1) {
      await writeFile(join(dropped, 'Inner', 'Innermost', `Deep ${number}.txt`), `Deep words ${number}.`);
    }
    await writeFile(join(folder, 'Beside.txt'), 'Beside the folder.');
    const list = await police.tab.getByRole('heading', { name: 'Evidence', level: 1 }).boundingBox();
    const at = { x: (list?.x ?? 0) + 20, y: (list?.y ?? 0) + 200 };
    const data = { items: [], files: [dropped, join(folder, 'Beside.txt')], dragOperationsMask: 1 };
    const line = await police.context.newCDPSession(police.page);
    await line.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
    await police.tab.getByText(`Drop to add to Police, ${SECTION}`).waitFor();
    await line.send('Input.dispatchDragEvent', { type: 'dragOver', ...at, data });
    await line.send('Input.dispatchDragEvent', { type: 'drop', ...at, data });
    await police.tab.getByText('Nothing is in Nothing, so no folder was made for it.').first().waitFor();
    for (const name of ['Deep 0.txt', 'Deep 1.txt', 'Deep 2.txt', 'Beside.txt']) {
      await queueLine(police, name).getByText(`Added to Police, ${SECTION}.`).waitFor();
    }
    await queue().getByRole('button', { name: 'Clear the list' }).click();
  });
});

describe('a sign-in that ends while files are sent', () => {
  it('is asked for in the list, and the files go on from there', async () => {
    const refusal = { kind: 'refuse', status: 401, code: 'InvalidAuthenticationToken' };
    await world.control('/faults', { where: { on: 'graph', method: 'PUT' }, times: 'all', does: refusal });
    await addFiles(police, [textFile('Night desk.txt', 'Who sits there.')]);
    await queue().getByText('Your sign-in has ended. The files go on when you have signed in.').waitFor();
    await world.control('/faults', undefined, 'DELETE');
    await queue().getByRole('button', { name: 'Sign in', exact: true }).click();
    await queueLine(police, 'Night desk.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
    await queue().getByRole('button', { name: 'Clear the list' }).click();
  });
});

describe('questions about names', () => {
  it('are asked before anything is sent, answered for many at once, and read well in every theme', async () => {
    await addFiles(police, [
      textFile('Rota: nights.txt', 'One.'),
      textFile('Rota: days.txt', 'Two.'),
      textFile('About 943 476 5919.txt', 'Three.'),
    ]);
    await banner().getByText('3 files need you').waitFor();
    for (const theme of THEMES) {
      await setTheme(police, theme);
      expect(await findFaults(police.page), `the list in ${theme}`).toEqual([]);
    }
    await queue().getByRole('button', { name: 'Answer 3' }).click();
    const dialog = police.tab.getByRole('dialog', { name: 'Answer for many files' });
    await dialog.waitFor();
    for (const theme of THEMES) {
      await setTheme(police, theme);
      expect(await findFaults(police.page), `the questions in ${theme}`).toEqual([]);
    }
    await setTheme(police, 'Light');
    await dialog.getByRole('button', { name: 'Use the proposed names' }).click();
    await dialog.getByRole('button', { name: 'Back to the list' }).click();
    await queueLine(police, 'Rota: days.txt').getByText('Kept as Rota- days.txt.').waitFor();
    await queueLine(police, 'About 943').getByRole('button', { name: 'Rename About 943 476 5919.txt' }).click();
    const rename = police.tab.getByRole('dialog', { name: 'Send it under another name' });
    await rename.getByLabel('Name in the library').fill('About a referral.txt');
    await rename.getByRole('button', { name: 'Use this name' }).click();
    await queueLine(police, 'About 943').getByText('Kept as About a referral.txt.').waitFor();
    await banner().getByText('All saved').waitFor();
  });

  it('open when somebody presses for them, and not by themselves when others come later', async () => {
    const dialog = police.tab.getByRole('dialog', { name: 'Answer for many files' });
    await addFiles(police, [textFile('Late: one.txt', '1'), textFile('Late: two.txt', '2')]);
    await queue().getByRole('button', { name: 'Answer 2' }).click();
    await dialog.getByRole('button', { name: 'Skip all 2' }).click();
    await dialog.waitFor({ state: 'detached' });
    // The button that opened the questions has gone with the last of them; the keyboard is still at the list of files.
    await expect.poll(() => queue().evaluate((list) => list.contains(document.activeElement))).toBe(true);
    await addFiles(police, [textFile('Later: one.txt', '3'), textFile('Later: two.txt', '4')]);
    await queue().getByRole('button', { name: 'Answer 2' }).waitFor();
    await expect.poll(() => dialog.count()).toBe(0);
    // Rows that are chosen are what is looked at: the list of files gives them of its height, until they are done with.
    const height = async () => (await queue().boundingBox())?.height ?? 0;
    const before = await height();
    await police.tab.getByRole('grid', { name: 'Evidence' }).getByRole('checkbox').nth(1).click();
    await expect.poll(height).toBeLessThan(before - 50);
    await police.tab.getByRole('button', { name: 'Choose none' }).click();
    await expect.poll(height).toBe(before);
    await queueLine(police, 'Later: one').getByRole('button', { name: 'Skip Later: one.txt' }).click();
    await queueLine(police, 'Later: two').getByRole('button', { name: 'Skip Later: two.txt' }).click();
    await banner().getByText('All saved').waitFor();
  });
});

describe('many files', () => {
  it('are cancelled after a question, and after a reload all chosen again at once', async () => {
    await world.control('/faults', {
      where: { method: 'PUT' },
      times: 'all',
      does: { kind: 'delay', ms: 600_000 },
    });
    const files = [textFile('Rota one.txt', 'One week.'), textFile('Rota two.txt', 'The next week.')];
    await addFiles(police, files);
    await banner().getByText('Saving 2 files').waitFor();
    // One press does not give them all up.
    await queue().getByRole('button', { name: 'Cancel all' }).click();
    const asked = police.tab.getByRole('dialog', { name: 'Cancel 2 files?' });
    await asked.getByRole('button', { name: 'Cancel 2 files' }).click();
    await queueLine(police, 'Rota two.txt').getByText('Cancelled', { exact: true }).waitFor();
    await banner().getByText('All saved').waitFor();
    await queue().getByRole('button', { name: 'Clear the list' }).click();
    await addFiles(police, files);
    await banner().getByText('Saving 2 files').waitFor();
    await reload(police);
    await world.control('/faults', undefined, 'DELETE');
    await goTo(police, 'Evidence');
    await queue().getByRole('button', { name: 'Answer 2' }).click();
    const choosing = police.page.waitForEvent('filechooser');
    await police.tab.getByRole('button', { name: 'Choose them all again' }).click();
    await (await choosing).setFiles(files);
    await queueLine(police, 'Rota one.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
    await queueLine(police, 'Rota two.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
    await expect.poll(() => police.tab.getByRole('dialog').count()).toBe(0);
  });
});

describe('a screenshot', () => {
  it('that is pasted gets a name by its time', async () => {
    const frame = await police.frame();
    await frame.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['not really a picture'], 'image.png', { type: 'image/png' }));
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await queueLine(police, 'Screenshot 20').getByText(`Added to Police, ${SECTION}.`).waitFor();
    await queueLine(police, 'Screenshot 20')
      .getByText(/^Screenshot \d{4}-\d{2}-\d{2} \d{4}\.png$/)
      .waitFor();
  });
});

describe('files for an answer', () => {
  it('are chosen or dropped beside its evidence, and support its prompt', async () => {
    await goTo(police, 'Checklist');
    await police.tab.getByRole('gridcell', { name: /^FD-A1, Police,/ }).click();
    const panel = police.tab.getByRole('dialog');
    const choosing = police.page.waitForEvent('filechooser');
    await panel.getByRole('button', { name: 'Add files' }).click();
    await (await choosing).setFiles([textFile('Desk handover.txt', 'Who hands over.')]);
    await panel.getByRole('link', { name: 'Desk handover', exact: true }).waitFor();
    // Anywhere on the panel: its evidence may lie out of sight.
    await panel.getByRole('heading', { level: 2 }).evaluate((heading) => {
      const dataTransfer = new DataTransfer();
      for (const name of ['Desk rota.txt', 'Desk cover.txt']) dataTransfer.items.add(new File([name], name));
      heading.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await panel.getByRole('link', { name: 'Desk cover', exact: true }).waitFor();
    await banner().getByText('All saved').waitFor();
    expect(await findFaults(police.page)).toEqual([]);
    // What was said of their way goes when they are there.
    await expect.poll(() => panel.getByRole('link', { name: 'See Evidence' }).count()).toBe(0);
    await police.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await goTo(police, 'Evidence');
    await queueLine(police, 'Desk rota.txt').getByText(`Added to Police, ${SECTION}.`).waitFor();
  });
});

describe('a browser that is killed while it sends', () => {
  it('asks for the file on return, knows it again, and goes on where it stopped', async () => {
    const profile = join(folder, 'profile');
    browser = await openMortalBrowser(profile, world.names);
    const first = await openEvidence(browser);
    await world.control('/faults', {
      where: { on: 'files', method: 'PUT' },
      nth: 3,
      times: 'all',
      does: { kind: 'delay', ms: 600_000 },
    });
    await give(first, 'Files to add');
    await queueLine(first, 'Recorded panel.bin').getByText('63%').waitFor();
    await browser.kill();
    await world.control('/faults', undefined, 'DELETE');
    const sent = () =>
      world.watched.requests.filter(({ method, url }) => method === 'PUT' && url.includes('uploadSession')).length;

    browser = await openMortalBrowser(profile, world.names);
    const second = await openEvidence(browser);
    await second.tab.getByRole('banner').getByText('1 file needs you').waitFor();
    const line = queueLine(second, 'Recorded panel.bin');
    await line.getByText('This browser does not hold the file any more.').waitFor();
    const before = sent();
    await line.getByRole('button', { name: 'Choose again, Recorded panel.bin' }).waitFor();
    await give(second, 'Files to choose again');
    await line.getByText(`Added to Police, ${SECTION}.`).waitFor();
    // Four pieces in all, of which the server has two.
    expect(sent() - before).toBe(2);
    await second.tab.getByRole('banner').getByText('All saved').waitFor();
  });
});

async function openEvidence({ context }: MortalBrowser): Promise<Visitor> {
  const page = context.pages()[0] ?? (await context.newPage());
  const visitor = await arrive(page, context, 'Dorian Hexwell', { channel: CHANNEL, tab: 'JTAI Ready' });
  world.watched.add(context);
  await goTo(visitor, 'Evidence');
  return visitor;
}

/**
 * Gives a file of 16 MiB to one of the page's own inputs, the same bytes each time. It is made in the page: over the line
 * to a browser that was started by hand, so much takes longer than the test.
 */
async function give(visitor: Visitor, label: string): Promise<void> {
  await visitor.tab.getByLabel(label, { exact: true }).evaluate((input) => {
    const words = Uint32Array.from({ length: 4 * 1024 * 1024 }, (_, index) => Math.imul(index + 1, 2_654_435_761));
    const transfer = new DataTransfer();
    transfer.items.add(new File([words], 'Recorded panel.bin', { lastModified: 1_790_000_000_000 }));
    (input as HTMLInputElement).files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
