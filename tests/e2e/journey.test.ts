import { readFile } from 'node:fs/promises';
import type { Request } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, homeChannel } from '../../infra/demo/northbridge.ts';
import { workspaceLists } from '../../src/workspace/schema/lists.ts';
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

const PARTNERSHIP = 'Northbridge Safeguarding Children Partnership';
const CHANNEL = 'JTAI preparation';
const ASSESSMENT = `front-door-${THEME_FOLDER.slice(0, 4)}.FD-A1.police`;
const FILES = [
  textFile('Front door policy.pdf', 'Who answers a contact, and by when.'),
  textFile('Training matrix.xlsx', 'Role', 'Course'),
  textFile('Hub audit.docx', 'Thirty contacts, read twice.'),
  textFile('Rota.txt', 'Monday: vulnerability desk'),
];

let world: World;
let coordinator: Visitor;
let police: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'empty' });
});
afterAll(() => world.close());

describe('a partnership on its first day', () => {
  it('is told what set-up will do, chooses, and sees each thing made', async () => {
    coordinator = await world.signIn('Bea Thistledown', { channel: CHANNEL, tab: 'JTAI Ready' });
    const { tab } = coordinator;
    await tab.getByText("lists in the channel's own SharePoint site").waitFor();
    await tab.getByRole('button', { name: 'Set up JTAI Ready' }).click();
    await tab.getByLabel('Name of the partnership').fill(PARTNERSHIP);
    await nextStep(tab, 'Choose the partners');

    await tab.getByLabel('Name of partner Education').fill('Education and schools');
    await tab.getByRole('button', { name: 'Remove Probation' }).click();
    await tab.getByLabel('Another partner').fill('Housing');
    await tab.getByRole('button', { name: 'Add partner' }).click();
    await tab.getByLabel('Name of partner Housing').waitFor();
    await nextStep(tab, 'Name leads and deputies');

    await pickPerson(tab, 'Lead of Police', 'Dorian Hexwell');
    await pickPerson(tab, 'Deputy of Police', 'Marta Oakhollow');
    await pickPerson(tab, 'Lead of Council', 'Wilf Tarnbeck');
    await pickPerson(tab, 'Lead of Voluntary sector', 'Jomo Applewick');
    await nextStep(tab, 'Choose the theme');
    await expect.poll(() => tab.getByRole('radio', { name: 'Front door' }).isChecked()).toBe(true);
    await nextStep(tab, 'Check what will be made');
    await tab.getByText(THEME_FOLDER).waitFor();

    const frame = await coordinator.frame();
    await frame.evaluate(() => {
      const seen = new Set<string>();
      Object.assign(window, { seenProgress: seen });
      new MutationObserver(() => {
        for (const line of document.querySelectorAll('[role="status"]')) seen.add(line.textContent ?? '');
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await makeWorkspace(tab);
    const seen = await frame.evaluate(() => [...(window as unknown as { seenProgress: Set<string> }).seenProgress]);
    expect(seen.filter((line) => /^\d+ of \d+ done$/.test(line)).length).toBeGreaterThan(10);
    await tab.getByRole('heading', { name: PARTNERSHIP, level: 1 }).waitFor();
    await tab.getByText('0 of 224 rated').waitFor();
  });
});

describe('the police lead', () => {
  it('adds real files and is told what became of each', async () => {
    police = await world.signIn('Dorian Hexwell', { channel: CHANNEL, tab: 'JTAI Ready' });
    await goTo(police, 'Evidence');
    await addFiles(police, FILES);
    for (const { name } of FILES) {
      await queueLine(police, name).getByText('Added to Police, 1 Documents asked for.').waitFor();
    }
    const register = police.tab.getByRole('grid', { name: 'Evidence' });
    await expect.poll(() => register.getByRole('row').filter({ hasText: 'Draft' }).count()).toBe(FILES.length);
  });

  it('finds them in the Files tab of the channel, byte for byte', async () => {
    await openFolders(police, [THEME_FOLDER, 'Police', '1 Documents asked for']);
    for (const file of FILES) {
      const saving = police.page.waitForEvent('download');
      await police.page.getByRole('button', { name: `Download ${file.name}` }).click();
      const saved = await readFile(await (await saving).path());
      expect(saved.equals(file.buffer), file.name).toBe(true);
    }
    await police.page.getByRole('button', { name: 'Front door policy.pdf', exact: true }).click();
    await police.page.getByRole('dialog').getByTitle('Front door policy.pdf').waitFor();
    await police.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  it('rates FD-A1 red with a reason and a document, and it is saved', async () => {
    await police.openTab('JTAI Ready');
    await goTo(police, 'Checklist');
    await police.tab.getByRole('rowheader', { name: 'Identify and respond' }).waitFor();
    await cell(police, 'FD-A1, Police, not rated').click();
    const panel = police.tab.getByRole('dialog');
    await panel.getByRole('button', { name: 'Link evidence' }).click();
    await panel.getByRole('checkbox', { name: 'Hub audit' }).check();
    await answer(police, {
      verdict: 'Red',
      reason: 'Night contacts wait until the morning.',
      impact: 'Children are seen a day later than they should be.',
    });
    await panel.getByText('The channel has been told.').waitFor();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await cell(police, 'FD-A1, Police, red').waitFor();
    await police.tab.getByRole('banner').getByText('All saved').waitFor();
  });
});

/** What one person's tab asks Graph from now on; the parts of a batch count one by one. */
function listenTo({ page }: Visitor): { readonly asked: string[]; stop(): void } {
  const asked: string[] = [];
  const hear = (request: Request) => {
    if (!request.url().startsWith(ORIGINS.graph)) return;
    const path = new URL(request.url()).pathname.replace('/v1.0', '');
    const parts: { method: string; url: string }[] = path === '/$batch' ? request.postDataJSON().requests : [];
    asked.push(...(path === '/$batch' ? [] : [`${request.method()} ${path}`]));
    asked.push(...parts.map(({ method, url }) => `${method} ${new URL(url, 'http://batch/').pathname}`));
  };
  page.on('request', hear);
  return { asked, stop: () => page.off('request', hear) };
}

/** The browser of a test is always in front, so the page is told what Teams would bring about. */
async function setVisibility(visitor: Visitor, state: 'hidden' | 'visible'): Promise<void> {
  const frame = await visitor.frame();
  await frame.evaluate((next) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => next });
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event(next === 'hidden' ? 'blur' : 'focus'));
  }, state);
}

describe('the others', () => {
  it('read one card in the channel, whose link opens the prompt', async () => {
    await coordinator.openTab('Posts');
    const posts = coordinator.page.getByRole('article', { name: 'Post by Dorian Hexwell' });
    await posts.waitFor();
    await expect.poll(() => posts.count()).toBe(1);
    const text = await posts.innerText();
    for (const word of ['Police', 'FD-A1', 'Red', 'Front door']) expect(text).toContain(word);
    expect(text).not.toContain('Night contacts');
    await expect.poll(() => coordinator.page.locator('[data-card-problem]').count()).toBe(0);
    await posts.getByRole('link', { name: 'Open the prompt' }).click();
    const panel = coordinator.tab.getByRole('dialog');
    await panel.getByText('FD-A1 · Police').waitFor();
    // The panel opens on what this browser holds; what the police lead saved comes with the pull.
    await expect.poll(() => panel.getByLabel('Reason').inputValue()).toBe('Night contacts wait until the morning.');
    await panel.getByRole('link', { name: 'Hub audit' }).waitFor();
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
  });

  it('see a new verdict when they come back to the tab, with one delta a list, and ask nothing while it is hidden', async () => {
    await cell(coordinator, 'FD-A2, Police, not rated').waitFor();
    await setVisibility(coordinator, 'hidden');
    const away = listenTo(coordinator);
    await cell(police, 'FD-A2, Police, not rated').click();
    await answer(police, { verdict: 'Green' });
    await police.tab.getByRole('dialog').getByText('Saved.').waitFor();
    await police.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    away.stop();
    expect(away.asked).toEqual([]);

    const back = listenTo(coordinator);
    await setVisibility(coordinator, 'visible');
    await cell(coordinator, 'FD-A2, Police, green').waitFor();
    await expect.poll(() => back.asked.filter((line) => line.startsWith('GET /drives/')).length).toBe(1);
    back.stop();
    expect(back.asked.filter((line) => !/^GET .*\/delta/.test(line))).toEqual([]);
    expect(new Set(back.asked).size).toBe(back.asked.length);
    expect(back.asked.length).toBeLessThanOrEqual(workspaceLists.length + 1);
  });

  it('may be left out of the theme by the coordinator, and have no column then', async () => {
    await goTo(coordinator, 'Settings');
    const themes = coordinator.tab.getByRole('region', { name: /^Themes/ });
    await themes.getByRole('button', { name: /^all partners/ }).click();
    await themes.getByRole('checkbox', { name: 'Youth justice' }).uncheck();
    await themes.getByRole('button', { name: 'Save', exact: true }).click();
    await themes.getByRole('button', { name: /^6 of 7 partners/ }).waitFor();
    await goTo(coordinator, 'Checklist');
    await coordinator.tab.getByText('32 benchmark prompts, 6 partners, 1 not in scope').waitFor();
    await expect.poll(() => cell(coordinator, 'FD-A1, Youth justice, not rated').count()).toBe(0);
  });

  it('open the link of the card from cold, in a browser of their own', async () => {
    const context = encodeURIComponent(
      JSON.stringify({ subEntityId: `assessment/${ASSESSMENT}`, channelId: homeChannel.id }),
    );
    const guest = await world.signIn('Jomo Applewick', {
      path: `/l/entity/${app.teamsAppId}/jtai-ready?webUrl=&label=FD-A1&context=${context}`,
    });
    const panel = guest.tab.getByRole('dialog');
    await panel.getByText('FD-A1 · Police').waitFor();
    await panel.getByText("Police's lead, its deputy or the coordinator gives the verdict.").waitFor();
    await panel.getByText('Night contacts wait until the morning.').waitFor();
    await expect.poll(() => panel.getByRole('radiogroup', { name: 'Verdict', exact: true }).count()).toBe(0);
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    await cell(guest, 'FD-A1, Voluntary sector, not rated').click();
    await guest.tab.getByRole('dialog').getByRole('radiogroup', { name: 'Verdict', exact: true }).waitFor();
    await guest.context.close();
  });
});

describe('a file that somebody put into the folder by hand', () => {
  const logs = ['Log of the day.txt', 'Log of the night.txt'];

  it('is shown as unregistered, and becomes a draft at a press', async () => {
    await openFolders(police, [THEME_FOLDER, 'Police', '3 Audits']);
    const names = ['Dip sample.txt', ...logs];
    await police.page
      .getByLabel('Files to upload')
      .setInputFiles(names.map((name) => textFile(name, `${name}, by hand.`)));
    for (const name of names) await police.page.getByRole('button', { name, exact: true }).waitFor();
    await police.openTab('JTAI Ready');
    await goTo(police, 'Evidence');
    const row = police.tab.getByRole('grid', { name: 'Evidence' }).getByRole('row').filter({ hasText: 'Dip sample' });
    await row.getByText('Unregistered').waitFor();
    await row.getByRole('button', { name: 'Register Dip sample.txt' }).click();
    await police.tab.getByRole('dialog').getByRole('button', { name: 'Register as evidence' }).click();
    await row.getByText('Draft').waitFor();
    // Whether it is still the file's panel or already the item's: what is closed stays closed.
    await police.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await police.tab.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('is registered together with others, and what became of them stays until it is closed', async () => {
    const { tab } = police;
    const grid = tab.getByRole('grid', { name: 'Evidence' });
    for (const name of logs) await grid.getByRole('checkbox', { name: `Choose ${name}` }).click();
    const bar = tab.getByRole('region', { name: 'Chosen' });
    await bar.getByText('2 chosen').waitFor();
    await bar.getByRole('button', { name: 'Register' }).click();
    await tab.getByRole('button', { name: 'Register 2 documents' }).click();
    const dialog = tab.getByRole('dialog', { name: 'Register several files' });
    await dialog.getByText('2 of 2 registered.').waitFor();
    await bar.waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Close this' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => grid.evaluate((list) => list.contains(document.activeElement))).toBe(true);
  });
});

describe('Home and Settings', () => {
  it('show the numbers of the lists', async () => {
    await police.tab.getByRole('link', { name: 'Home', exact: true }).click();
    const { tab } = police;
    await tab.getByText('2 of 192 rated').waitFor();
    const bar = tab.getByRole('progressbar', { name: 'Prompts that Police has rated' });
    await expect.poll(() => bar.getAttribute('aria-valuetext')).toBe('2 of 32');
    const red = tab.getByRole('region', { name: 'Red' });
    await red.getByRole('link').filter({ hasText: 'FD-A1, Police' }).waitFor();
    await expect.poll(() => red.getByRole('listitem').count()).toBe(1);
    const held = tab.getByRole('region', { name: 'Evidence' }).getByRole('listitem').filter({ hasText: 'held' });
    await expect.poll(() => held.innerText()).toMatch(/^7\s+documents held$/);
  });

  it('say who is in, who leads, which folders there are, and who sees what', async () => {
    await goTo(coordinator, 'Settings');
    const { tab } = coordinator;
    const facts = tab.getByRole('region', { name: 'Partnership', exact: true });
    await facts.getByText(PARTNERSHIP).waitFor();
    await facts.getByText('32 benchmark prompts').waitFor();
    const partners = tab.getByRole('region', { name: 'Partners' }).getByRole('listitem');
    expect((await partners.allInnerTexts()).map((text) => text.trim())).toEqual([
      'Council',
      'ICB',
      'Police',
      'Youth justice',
      'Education and schools',
      'Voluntary sector',
      'Housing',
    ]);
    await expect
      .poll(() => tab.getByRole('combobox', { name: 'Lead of Police', exact: true }).inputValue())
      .toBe('Dorian Hexwell');
    await expect
      .poll(() => tab.getByRole('combobox', { name: 'Coordinator', exact: true }).inputValue())
      .toBe('Bea Thistledown');
    const folders = tab.getByRole('region', { name: 'Folders' });
    for (const name of [THEME_FOLDER, 'Police', 'Education and schools', 'Housing']) {
      await folders.getByRole('button', { name, exact: true }).waitFor();
    }
    const access = tab.getByRole('region', { name: 'Who can see what' });
    await access.getByText('everybody in the team, guests included').waitFor();
    await access.getByText('Jomo Applewick, guest').waitFor();

    await pickPerson(tab, 'Lead of Housing', 'Rhys Coldbeck');
    await tab.getByText('Lead of Housing: Rhys Coldbeck. Saved.').waitFor({ state: 'attached' });
  });

  it('let a senior leader read everything and change nothing', async () => {
    const leader = await world.signIn('Greta Stonelea', { channel: CHANNEL, tab: 'JTAI Ready' });
    await leader.tab.getByText('2 of 192 rated').waitFor();
    await leader.tab.getByRole('heading', { name: 'You are here to read' }).waitFor();
    await goTo(leader, 'Evidence');
    await leader.tab.getByRole('link', { name: 'Hub audit' }).waitFor();
    await expect.poll(() => leader.tab.getByRole('button', { name: 'Add files' }).count()).toBe(0);
    await goTo(leader, 'Settings');
    await leader.tab.getByText('The coordinator adds, renames and takes out partners.').waitFor();
    await expect.poll(() => leader.tab.getByRole('button', { name: 'Rename Police' }).count()).toBe(0);
    await leader.context.close();
  });
});
