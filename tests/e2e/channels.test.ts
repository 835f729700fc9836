import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addTab,
  cell,
  goTo,
  makeWorkspace,
  nextStep,
  openFolders,
  pickPerson,
  THEME_FOLDER,
} from './support/at-work.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

const NORTHBRIDGE = 'Northbridge Safeguarding Children Partnership';

let world: World;
let coordinator: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  coordinator = await world.signIn('Bea Thistledown');
});
afterAll(() => world.close());

/** Sets up with one partner, whose lead this is, so that it takes no longer than it must. */
async function setUpSmall(name: string, lead: string): Promise<void> {
  const { tab } = coordinator;
  await tab.getByRole('button', { name: 'Set up JTAI Ready' }).click();
  await tab.getByLabel('Name of the partnership').fill(name);
  await nextStep(tab, 'Choose the partners');
  for (const partner of ['ICB', 'Probation', 'Youth justice', 'Education', 'Voluntary sector', 'Council']) {
    await tab.getByRole('button', { name: `Remove ${partner}`, exact: true }).click();
  }
  await nextStep(tab, 'Name leads and deputies');
  await pickPerson(tab, 'Lead of Police', lead);
  await nextStep(tab, 'Choose the theme');
  await nextStep(tab, 'Check what will be made');
  await makeWorkspace(tab);
}

describe('a second standard channel', () => {
  it('is offered the workspace of the first, or another of its own', async () => {
    await addTab(coordinator, 'Policy and practice');
    const { tab } = coordinator;
    await tab.getByRole('heading', { name: 'This channel has no workspace of its own' }).waitFor();
    await tab.getByRole('button', { name: `Open ${NORTHBRIDGE}` }).waitFor();
    await tab.getByRole('button', { name: 'Set up JTAI Ready' }).waitFor();
  });

  it('opens the existing one, for everybody from then on', async () => {
    await coordinator.tab.getByRole('button', { name: `Open ${NORTHBRIDGE}` }).click();
    await coordinator.tab.getByRole('heading', { name: NORTHBRIDGE, level: 1 }).waitFor();
    const other = await world.signIn('Imani Larkspur', { channel: 'Policy and practice', tab: 'JTAI Ready' });
    await other.tab.getByRole('heading', { name: NORTHBRIDGE, level: 1 }).waitFor();
    await goTo(other, 'Checklist');
    await cell(other, 'FD-A1, Police, green').waitFor();
    await other.context.close();
  });

  it('or makes another on the same site, which is empty and touches nothing of the first', async () => {
    await addTab(coordinator, 'General');
    await setUpSmall('Northbridge rehearsal group', 'Dorian Hexwell');
    await coordinator.tab.getByText('0 of 32 rated').waitFor();
    await coordinator.openChannel('JTAI preparation');
    await coordinator.tab.getByRole('heading', { name: NORTHBRIDGE, level: 1 }).waitFor();
    await coordinator.tab.getByText(/[1-9]\d* of 224 rated/).waitFor();
  });
});

describe.each([
  ['private', 'Case evaluations', 'Case evaluation group', 'the members of this private channel'],
  ['shared', 'Police and partners', 'Police and partners', 'the members of this shared channel'],
] as const)('a %s channel', (_kind, channel, name, audience) => {
  it('gets a workspace in its own site and library, and says who sees it', async () => {
    await addTab(coordinator, channel);
    await coordinator.tab.getByRole('heading', { name: 'Get your partnership ready for a JTAI' }).waitFor();
    await setUpSmall(name, 'Dorian Hexwell');
    await goTo(coordinator, 'Settings');
    await coordinator.tab.getByText(audience).waitFor();
    await openFolders(coordinator, [THEME_FOLDER, 'Police']);
    await coordinator.page.getByRole('button', { name: '1 Documents asked for' }).waitFor();
  });
});

describe('the personal tab', () => {
  /** What a person finds under their own name, in the order in which it is listed. */
  async function workspacesOf(name: string): Promise<readonly string[]> {
    const visitor = await world.signIn(name, { path: '/app' });
    await visitor.tab.getByRole('heading', { name: 'Your workspaces' }).waitFor();
    const open = visitor.tab.getByRole('button', { name: /^Open in its channel: / });
    await open.first().waitFor();
    const names = await Promise.all((await open.all()).map((button) => button.getAttribute('aria-label')));
    await visitor.context.close();
    return names.map((label) => label?.replace('Open in its channel: ', '') ?? '');
  }

  it('tells somebody who is in no team that they cannot open one, and who could add them', async () => {
    const { tab, context } = await world.signIn('Edwin Ravensby', { path: '/app' });
    await tab.getByText('There is no workspace that you can open').waitFor();
    await tab.getByText('its coordinator or an owner of the team can add you').waitFor();
    await context.close();
  });

  it('lists what I can open, and leads there', async () => {
    const { page, tab } = await world.signIn('Bea Thistledown', { path: '/app' });
    await tab.getByRole('button', { name: 'Open in its channel: Case evaluation group' }).click();
    await page.getByRole('heading', { name: 'Case evaluations' }).waitFor();
    await tab.getByRole('heading', { name: 'Case evaluation group', level: 1 }).waitFor();
    await page.context().close();
  });

  it('does not list the workspace of a channel that I am not in', async () => {
    const mine = await workspacesOf('Bea Thistledown');
    expect([...mine].sort()).toEqual([
      'Case evaluation group',
      'Northbridge Safeguarding Children Partnership',
      'Northbridge rehearsal group',
      'Police and partners',
    ]);
    expect([...(await workspacesOf('Jomo Applewick'))].sort()).toEqual([
      'Northbridge Safeguarding Children Partnership',
      'Northbridge rehearsal group',
    ]);
  });

  it('shows somebody from outside the one shared channel that they are in', async () => {
    const outside = await world.signIn('Niamh Ferrowby', { channel: 'Police and partners', tab: 'JTAI Ready' });
    await outside.tab.getByRole('heading', { name: 'Police and partners', level: 1 }).waitFor();
    await outside.tab.getByRole('heading', { name: 'You are here to read' }).waitFor();
    await outside.context.close();
  });
});

describe('a private channel', () => {
  it('does not exist for whoever is not in it, not even by its link', async () => {
    await coordinator.openChannel('Case evaluations');
    const { pathname } = new URL(coordinator.page.url());
    const stranger = await world.signIn('Marta Oakhollow', { path: pathname });
    await stranger.page.getByText('You are not in that channel, or it does not exist.').waitFor();
    const channels = stranger.page.getByRole('navigation', { name: 'Teams and channels' });
    await expect.poll(() => channels.innerText()).not.toContain('Case evaluations');
    await stranger.context.close();
  });
});
