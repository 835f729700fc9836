import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, cell, goTo } from './support/at-work.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

const CHANNEL = 'JTAI preparation';

let world: World;
let police: Visitor;
let reader: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  reader = await world.signIn('Wilf Tarnbeck', { channel: CHANNEL, tab: 'Posts' });
  await reader.page.getByRole('article').first().waitFor();
  police = await world.signIn('Dorian Hexwell', { channel: CHANNEL, tab: 'JTAI Ready' });
  await goTo(police, 'Checklist');
});
afterAll(() => world.close());

/** Posts about one prompt that another person reads, who does not load the page again. */
const posts = (code: string) => reader.page.getByRole('article').filter({ hasText: code });
const panel = () => police.tab.getByRole('dialog');

async function closePanel(): Promise<void> {
  await panel().getByRole('button', { name: 'Close', exact: true }).click();
}

describe('turning a verdict red', () => {
  it('tells the channel once, in the name of who saved it, without a word of the reason', async () => {
    await cell(police, 'FD-A1, Police, green').click();
    await answer(police, { verdict: 'Red', reason: 'Nobody answers the desk at night.', impact: 'They wait.' });
    await panel().getByText('The channel has been told.').waitFor();
    await posts('Police: FD-A1 is red').waitFor();
    const post = posts('FD-A1');
    await expect.poll(() => post.count()).toBe(1);
    await expect.poll(() => post.getAttribute('aria-label')).toBe('Post by Dorian Hexwell');
    const words = await post.innerText();
    for (const word of ['Verdict turned red', 'Front door', 'Partner', 'Police', 'Verdict', 'Red']) {
      expect(words).toContain(word);
    }
    expect(words).not.toMatch(/desk|wait/);
  });

  it('says nothing when it stays red, and nothing when it turns amber', async () => {
    await answer(police, { reason: 'Nobody answers the desk at night or at weekends.' });
    await panel().getByText('Saved.', { exact: true }).waitFor();
    await answer(police, { verdict: 'Amber' });
    await police.tab.getByText('Saved. FD-A1, Police, amber').waitFor({ state: 'attached' });
    // A word of somebody's own comes after all that was posted before it.
    await panel().getByRole('button', { name: 'Tell the channel' }).click();
    await posts('Police: FD-A1 is amber').waitFor();
    await expect.poll(() => posts('FD-A1').count()).toBe(2);
  });

  it('tells the channel again when it turns red again', async () => {
    await answer(police, { verdict: 'Red' });
    await panel().getByText('The channel has been told.').waitFor();
    await expect.poll(() => posts('Police: FD-A1 is red').count()).toBe(2);
    await expect.poll(() => posts('FD-A1').count()).toBe(3);
    await closePanel();
  });
});

describe('Tell the channel', () => {
  it('can be pressed for what is saved, not for what is only typed', async () => {
    await cell(police, 'FD-A2, Police, green').click();
    const tell = panel().getByRole('button', { name: 'Tell the channel' });
    await expect.poll(() => tell.getAttribute('aria-disabled')).not.toBe('true');
    await panel().getByLabel('Reason').fill('Still being written.');
    await expect.poll(() => tell.getAttribute('aria-disabled')).toBe('true');
    await panel().getByRole('button', { name: 'Undo my changes' }).click();
    await closePanel();
  });
});

describe('the link of a card', () => {
  it('opens the tab at the very prompt, for another person and from cold', async () => {
    await posts('Police: FD-A1 is red').first().getByRole('link', { name: 'Open the prompt' }).click();
    await reader.tab.getByRole('dialog').getByText('FD-A1 · Police').waitFor();
    const address = new URL(reader.page.url());
    const cold = await world.signIn('Greta Stonelea', { path: `${address.pathname}${address.search}` });
    await cold.tab.getByRole('dialog').getByText('FD-A1 · Police').waitFor();
    await cold.context.close();
    await reader.openTab('Posts');
  });
});

describe('an alert that could point to a person', () => {
  it('is not sent; the verdict stands, and its author is told why', async () => {
    const coordinator = await world.signIn('Bea Thistledown', { channel: CHANNEL, tab: 'JTAI Ready' });
    await goTo(coordinator, 'Settings');
    await coordinator.tab.getByRole('button', { name: 'Rename Probation' }).click();
    await coordinator.tab.getByLabel('New name of Probation').fill('Probation 01632 960 123');
    await coordinator.tab.getByRole('button', { name: 'Save the name' }).click();
    await coordinator.tab.getByText('Probation 01632 960 123', { exact: true }).first().waitFor();

    await goTo(coordinator, 'Checklist');
    await cell(coordinator, 'FD-A1, Probation 01632 960 123, not rated').click();
    await answer(coordinator, { verdict: 'Red', reason: 'Nobody has looked.' });
    const said = coordinator.tab.getByRole('dialog');
    await said.getByText('The channel was not told. This text holds what looks like a phone number.').waitFor();
    await said.getByText('Your verdict stands.').waitFor();
    await said.getByRole('button', { name: 'Close', exact: true }).click();
    await cell(coordinator, 'FD-A1, Probation 01632 960 123, red').waitFor();
    await coordinator.page.reload();
    await goTo(coordinator, 'Checklist');
    await cell(coordinator, 'FD-A1, Probation 01632 960 123, red').waitFor();
    await expect.poll(() => posts('01632').count()).toBe(0);
    await coordinator.context.close();
  });
});

describe('a person who has not agreed to posting', () => {
  it('is asked when the tab opens, may say no and be told so, and goes on once they agree', async () => {
    await world.control('/consent', { scope: 'ChannelMessage.Send', granted: false });
    const deputy = await world.signIn('Marta Oakhollow', { channel: CHANNEL, tab: 'JTAI Ready' });
    const { page, tab } = deputy;
    await tab.getByText('Microsoft needs you to agree first.').waitFor();
    await tab.getByRole('button', { name: 'Not now' }).click();
    await tab.getByText('You did not agree, so Microsoft 365 was not asked. Nothing was lost.').waitFor();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('button', { name: 'Review and agree' }).click();
    const question = page.getByRole('alertdialog', { name: 'JTAI Ready asks for permissions' });
    await question.getByText('ChannelMessage.Send').waitFor();
    await question.getByRole('button', { name: 'Accept' }).click();
    await tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    await world.control('/consent', { scope: 'ChannelMessage.Send', granted: true });
    await deputy.context.close();
  });
});
