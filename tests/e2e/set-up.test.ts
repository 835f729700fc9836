import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeChannel, team } from '../../infra/demo/northbridge.ts';
import { workspaceLists } from '../../src/workspace/schema/lists.ts';
import { answer, cell, goTo, nextStep, openFolders, THEME_FOLDER, typePerson } from './support/at-work.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

const CHANNEL = 'JTAI preparation';

let world: World;
let coordinator: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'empty' });
  await world.control('/consent', { scope: 'TeamMember.Read.All', granted: false });
  coordinator = await world.signIn('Bea Thistledown', { channel: CHANNEL, tab: 'JTAI Ready' });
});
afterAll(() => world.close());

type Named = { readonly id: string; readonly name?: string; readonly displayName?: string };

async function ask<T>(scopes: readonly string[], path: string, init?: RequestInit): Promise<T> {
  const reply = await world.askGraph('Bea Thistledown', scopes, path, init);
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}: ${await reply.text()}`);
  return (reply.status === 204 ? undefined : await reply.json()) as T;
}

const FILES = ['Files.ReadWrite.All'];
const MANAGE = ['Sites.ReadWrite.All', 'Sites.Manage.All'];

/** What lies in the channel's library and on its site, past the screen. */
async function lookInside() {
  const folder = await ask<{ id: string; parentReference: { driveId: string; siteId: string } }>(
    FILES,
    `/teams/${team.id}/channels/${homeChannel.id}/filesFolder`,
  );
  const { driveId: drive } = folder.parentReference;
  const children = async (item: string) =>
    (await ask<{ value: Named[] }>(FILES, `/drives/${drive}/items/${item}/children`)).value;
  const root = await ask<{ parentReference: { siteId: string } }>(FILES, `/drives/${drive}/root`);
  const site = root.parentReference.siteId;
  const theme = (await children(folder.id)).find(({ name }) => name === THEME_FOLDER);
  const folders = theme ? await children(theme.id) : [];
  const inside = await Promise.all(folders.map(({ id }) => children(id)));
  const { value: lists } = await ask<{ value: Named[] }>(MANAGE, `/sites/${site}/lists`);
  return {
    drive,
    site,
    folders,
    lists: lists.filter(({ displayName }) => displayName?.startsWith('JTAI ')),
    names: [
      ...lists.flatMap(({ displayName }) => (displayName?.startsWith('JTAI ') ? [displayName] : [])),
      ...folders.flatMap(({ name }, at) => [name, ...(inside[at] ?? []).map((child) => `${name}/${child.name}`)]),
    ].sort(),
  };
}

describe('set-up', () => {
  it('says what is wrong with a choice, and goes on only when it is right', async () => {
    const { tab } = coordinator;
    await tab.getByRole('button', { name: 'Set up JTAI Ready' }).click();
    await tab.getByLabel('Name of the partnership').fill(' ');
    await tab.getByRole('button', { name: /^Next/ }).click();
    await tab.getByText('Give the partnership a name.').waitFor();
    await tab.getByLabel('Name of the partnership').fill('Northbridge');
    await nextStep(tab, 'Choose the partners');
    await tab.getByLabel('Name of partner ICB').fill('council');
    await tab.getByRole('button', { name: /^Next/ }).click();
    await tab.getByText('Put the names marked below right first.').waitFor();
    await tab.getByText('There is already a partner called council.', { exact: true }).waitFor();
    await tab.getByLabel('Name of partner council', { exact: true }).fill('Health: ICB');
    await tab.getByText('SharePoint does not take : in a name. Use a hyphen in its place.').waitFor();
    await tab.getByLabel('Name of partner Health: ICB').fill('Health');
    await tab.getByRole('button', { name: 'Remove Council' }).click();
    await tab.getByRole('button', { name: 'Add Council' }).click();
    await nextStep(tab, 'Name leads and deputies');
  });

  it('names the permission that only an administrator gives, and takes leads typed by hand', async () => {
    const { tab } = coordinator;
    await tab.getByText('An administrator has not agreed to TeamMember.Read.All for JTAI Ready.').waitFor();
    await tab.getByText('Type the names by hand; everything else works.').waitFor();
    await typePerson(tab, 'Lead of Police', 'Dorian Hexwell');
    await typePerson(tab, 'Deputy of Council', 'Ottilie Brackenfold');
    await nextStep(tab, 'Choose the theme');
    await nextStep(tab, 'Check what will be made');
    await tab.getByText('Dorian Hexwell leads').waitFor();
  });

  it('keeps what was chosen while the person looks elsewhere and goes back', async () => {
    const { tab } = coordinator;
    await tab.getByRole('button', { name: 'Back' }).click();
    await tab.getByRole('button', { name: 'Back' }).click();
    const lead = tab.getByLabel('Lead of Police', { exact: true });
    await expect.poll(() => lead.inputValue()).toBe('Dorian Hexwell');
    await nextStep(tab, 'Choose the theme');
    await nextStep(tab, 'Check what will be made');
  });

  it('says when it is asked to wait; cut short by a closed page, it is carried on by another and doubles nothing', async () => {
    const { tab, page } = coordinator;
    const busy = { kind: 'refuse', status: 429, code: 'activityLimitReached', retryAfter: '2' };
    await world.control('/faults', { where: { on: 'graph', method: 'POST', path: '/lists$' }, nth: 3, does: busy });
    await tab.getByRole('button', { name: 'Make the workspace' }).click();
    await tab.getByText(/Microsoft 365 asked us to wait\. Trying again in \d+ seconds?/).waitFor();
    await tab
      .getByRole('listitem')
      .filter({ hasText: /^Prompts list/ })
      .filter({ hasText: 'Done' })
      .waitFor();
    await page.goto('about:blank');

    const deputy = await world.signIn('Wilf Tarnbeck', { channel: CHANNEL, tab: 'JTAI Ready' });
    await deputy.tab.getByRole('heading', { name: 'Set-up of Northbridge is not finished' }).waitFor();
    await deputy.tab.getByRole('button', { name: 'Carry on' }).click();
    await deputy.tab.getByRole('heading', { name: 'Your workspace is ready' }).waitFor();
    await deputy.tab.getByRole('button', { name: 'Go to Home' }).click();
    await deputy.tab.getByText('0 of 224 rated').waitFor();
    await goTo(deputy, 'Settings');
    await deputy.tab.getByRole('region', { name: 'Partners' }).getByText('Health', { exact: true }).waitFor();
    await deputy.context.close();

    const { names } = await lookInside();
    expect(new Set(names).size).toBe(names.length);
    // The workspace's own lists, and the one that says which workspaces the site has.
    expect(names.filter((name) => name?.startsWith('JTAI '))).toHaveLength(workspaceLists.length + 1);
    expect(names.filter((name) => name?.startsWith('Police'))).toHaveLength(6);
  });
});

describe('names typed by hand', () => {
  it('give nobody rights, until somebody of the team is chosen in Settings', async () => {
    await world.control('/consent', { scope: 'TeamMember.Read.All', granted: true });
    const lead = await world.signIn('Dorian Hexwell', { channel: CHANNEL, tab: 'JTAI Ready' });
    await lead.tab.getByRole('heading', { name: 'You are here to read' }).waitFor();
    coordinator = await world.signIn('Bea Thistledown', { channel: CHANNEL, tab: 'JTAI Ready' });
    await goTo(coordinator, 'Settings');
    const box = coordinator.tab.getByRole('combobox', { name: 'Lead of Police', exact: true });
    await box.fill('Marta');
    await coordinator.tab.getByRole('option', { name: 'Marta Oakhollow' }).click();
    await coordinator.tab.getByText('Lead of Police: Marta Oakhollow. Saved.').waitFor({ state: 'attached' });
    await lead.context.close();
    const marta = await world.signIn('Marta Oakhollow', { channel: CHANNEL, tab: 'JTAI Ready' });
    await goTo(marta, 'Checklist');
    await cell(marta, 'FD-A1, Police, not rated').click();
    await answer(marta, { verdict: 'Not applicable' });
    await marta.tab.getByRole('dialog').getByText('Saved.', { exact: true }).waitFor();
    await marta.context.close();
  });
});

describe('a partner that gets another name', () => {
  it('has it in the checklist and on its folder, and keeps what is in it', async () => {
    const { tab } = coordinator;
    await goTo(coordinator, 'Settings');
    await tab.getByRole('button', { name: 'Rename Education' }).click();
    await tab.getByLabel('New name of Education').fill('Schools and colleges');
    await tab.getByRole('button', { name: 'Save the name' }).click();
    await tab.getByText('Education is now called Schools and colleges.').waitFor({ state: 'attached' });
    await goTo(coordinator, 'Checklist');
    await cell(coordinator, 'FD-A1, Schools and colleges, not rated').waitFor();
    await openFolders(coordinator, [THEME_FOLDER, 'Schools and colleges']);
    await coordinator.page.getByRole('button', { name: '5 Policies', exact: true }).waitFor();
    await coordinator.openTab('JTAI Ready');
  });
});

describe('Check and repair', () => {
  it('makes again what somebody deleted, doubles nothing, and finds all there when it is run again', async () => {
    const before = await lookInside();
    const list = before.lists.find(({ displayName }) => displayName?.startsWith('JTAI Evidence links'));
    const folder = before.folders.find(({ name }) => name === 'Probation');
    await ask(MANAGE, `/sites/${before.site}/lists/${list?.id}`, { method: 'DELETE' });
    await ask(FILES, `/drives/${before.drive}/items/${folder?.id}`, { method: 'DELETE' });
    expect((await lookInside()).names).not.toEqual(before.names);

    const { tab } = coordinator;
    await coordinator.page.reload();
    await goTo(coordinator, 'Settings');
    const card = tab.getByRole('region', { name: 'Is it healthy?' });
    await card.getByRole('button', { name: 'Check and repair' }).click();
    await card.getByText('2 things are not as they were made.').waitFor();
    const found = card.getByRole('list', { name: 'This can be mended here' });
    await found.getByText(/^The list JTAI Evidence links .* is not there/).waitFor();
    await found.getByText("The folder Probation is not in the channel's library.").waitFor();
    await found.getByRole('button', { name: "The site's recycle bin" }).first().waitFor();
    expect((await lookInside()).names).not.toEqual(before.names);
    await card.getByRole('button', { name: 'Mend this' }).click();
    const said = card.getByRole('status').filter({ hasText: 'Repaired.' });
    await said.waitFor();
    await expect.poll(() => said.innerText()).toMatch(/Evidence links/);
    await expect.poll(() => said.innerText()).toMatch(/Probation/);
    expect((await lookInside()).names).toEqual(before.names);
    // Going on without a press is enough: the other screens find what was mended.
    await goTo(coordinator, 'Home');
    await tab.getByText('1 of 224 rated').waitFor();

    await goTo(coordinator, 'Settings');
    await card.getByRole('button', { name: 'Check and repair' }).click();
    await card.getByText('Everything is there.').waitFor();
    expect((await lookInside()).names).toEqual(before.names);
  });
});
