import type { Locator } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo } from './support/at-work.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let lead: Visitor;
let council: Visitor;
let coordinator: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  [lead, council, coordinator] = await Promise.all([
    world.signIn('Dorian Hexwell'),
    world.signIn('Wilf Tarnbeck'),
    world.signIn('Bea Thistledown'),
  ]);
});
afterAll(() => world.close());

const panelOf = ({ tab }: Visitor) => tab.getByRole('dialog');
const saved = (visitor: Visitor) => panelOf(visitor).getByText('Saved.', { exact: true }).waitFor();
const press = (visitor: Visitor, name: string) => panelOf(visitor).getByRole('button', { name, exact: true }).click();
const pick = (visitor: Visitor, group: string, verdict: string) =>
  panelOf(visitor)
    .getByRole('radiogroup', { name: group, exact: true })
    .getByRole('radio', { name: verdict, exact: true })
    .check();

async function open(visitor: Visitor, code: string): Promise<Locator> {
  await goTo(visitor, 'Checklist');
  await visitor.tab.getByRole('gridcell', { name: new RegExp(`^${code}, Police, `) }).click();
  const panel = panelOf(visitor);
  await panel.getByText(`${code} · Police`).waitFor();
  return panel;
}

const close = (visitor: Visitor) => press(visitor, 'Close');

/** The name of what has the focus in the tab. */
async function focused(visitor: Visitor): Promise<string> {
  const frame = await visitor.frame();
  return frame.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

async function moveTo(key: string, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    if (name.test(await focused(council))) return;
    await council.page.keyboard.press(key);
  }
  throw new Error(`Twelve presses of ${key} did not lead to ${name}.`);
}

async function tabTo(visitor: Visitor, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(visitor)) === name) return;
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`Sixty presses of Tab did not lead to ${name}.`);
}

describe('a lead', () => {
  it('is asked for an action when the answer turns red, and saves both at once', async () => {
    const panel = await open(lead, 'FD-A8');
    await pick(lead, 'Verdict', 'Red');
    await panel.getByLabel('Reason').fill('Asking depends on who is on duty.');
    await press(lead, 'Save');
    await panel.getByText('Red needs an action.', { exact: true }).waitFor();
    const ask = panel.getByRole('region', { name: 'Red needs an action' });
    await ask.getByLabel('Action', { exact: true }).fill('Ring 07700 900123');
    await press(lead, 'Save');
    await panel.getByText('The action is not complete.').waitFor();
    await ask.getByLabel('Action', { exact: true }).fill('Add the question to the duty card');
    await ask.getByLabel('Owner of the action').selectOption({ label: 'Marta Oakhollow' });
    await ask.getByLabel('Due date of the action').fill('2020-01-06');
    await ask.getByText('That day has passed.').waitFor();
    await press(lead, 'Save');
    await panel.getByText('The channel has been told.').waitFor();
    const actions = panel.getByRole('region', { name: 'Actions' });
    await actions.getByText('Marta Oakhollow, due Mon 6 Jan 2020').waitFor();
    await actions.getByText(/days late$/).waitFor();
  });

  it('says what is strong and how sure they are, gives it an owner and marks it as ready', async () => {
    const panel = panelOf(lead);
    await press(lead, 'Show more');
    await panel.getByLabel('Strengths').fill('Maternity asks every time.');
    await panel.getByLabel('Confidence').selectOption('High');
    await press(lead, 'Change owner or due date');
    await panel.getByLabel('Owner', { exact: true }).selectOption({ label: 'Dorian Hexwell' });
    await press(lead, 'Mark as ready to agree');
    await saved(lead);
    await panel.getByText('Ready to agree', { exact: true }).waitFor();
    await panel.getByText('Strengths written, high confidence').waitFor();
    await expect.poll(() => panel.getByRole('radiogroup', { name: 'Agreed verdict' }).count()).toBe(0);
    await panel.getByText('You gave this verdict, so another person agrees it.').waitFor();
  });

  it('marks an action as done, opens it again and changes it', async () => {
    const actions = panelOf(lead).getByRole('region', { name: 'Actions' });
    await actions.getByRole('button', { name: /^Mark done/ }).click();
    await actions.getByText(/, done /).waitFor();
    await actions.getByRole('button', { name: /^Open again/ }).click();
    await actions.getByRole('button', { name: /^Change/ }).click();
    await actions.getByLabel('Action', { exact: true }).fill('Add two questions to the duty card');
    await press(lead, 'Save the action');
    await actions.getByText('Add two questions to the duty card').waitFor();
    await expect.poll(() => focused(lead)).toBe('Change: Add two questions to the duty card');
    await close(lead);
  });

  it('is told at the field what could point to a child; it is not saved, and nothing typed is lost', async () => {
    const panel = await open(lead, 'FD-A7');
    await pick(lead, 'Verdict', 'Amber');
    await panel.getByLabel('Reason').fill('Ella Marsh, born 3 May 2015, waited.');
    const why = 'This text holds what looks like a name with a date of birth.';
    await panel.getByRole('alert').getByText(why).waitFor();
    await press(lead, 'Save');
    await panel.getByText(`Not saved. ${why}`).first().waitFor();
    await expect.poll(() => panel.getByLabel('Reason').inputValue()).toBe('Ella Marsh, born 3 May 2015, waited.');
    await panel.getByLabel('Reason').fill('One waited.');
    await press(lead, 'Save');
    await saved(lead);
    await close(lead);
  });

  it('leaves no draft behind once all is saved, nor by looking at a question that they do not ask', async () => {
    const panel = await open(lead, 'FD-A3');
    await pick(lead, 'Verdict', 'Amber');
    await press(lead, 'Save');
    await saved(lead);
    await press(lead, 'Change owner or due date');
    await panel.getByLabel('Owner', { exact: true }).selectOption({ label: 'Wilf Tarnbeck' });
    await panel.getByLabel('Due date', { exact: true }).fill('2026-12-11');
    await press(lead, 'Save');
    await saved(lead);
    await press(lead, 'Link evidence');
    await panel
      .getByRole('group', { name: 'Evidence of Police' })
      .getByRole('checkbox', { checked: false })
      .first()
      .click();
    await press(lead, 'Save');
    await saved(lead);
    await press(lead, 'Ask a question');
    await expect.poll(() => panel.getByLabel('Write a comment').inputValue()).toBe('@Wilf Tarnbeck ');
    await lead.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await lead.tab.getByRole('banner').getByText('All saved').waitFor();
  });
});

describe('a second person', () => {
  it('agrees it with another verdict, and both are shown', async () => {
    const panel = await open(council, 'FD-A8');
    await expect.poll(() => panel.getByRole('radiogroup', { name: 'Verdict', exact: true }).count()).toBe(0);
    await expect.poll(() => panel.getByLabel('Reason').count()).toBe(0);
    await pick(council, 'Agreed verdict', 'Amber');
    await press(council, 'Agree Amber');
    await saved(council);
    await panel.getByText('They differ: Police says red, agreed is amber.').waitFor();
    await panel.getByText('Agreed', { exact: true }).first().waitFor();
    await press(council, 'Show history');
    const changes = panel.getByRole('list', { name: 'Changes of this answer' });
    await changes.getByText('Agreed verdict: Amber').waitFor();
    await changes.getByText('Progress: Ready to agree to Agreed').waitFor();
    await close(council);
  });

  it('does not agree what the partner has changed since: they look again', async () => {
    await open(lead, 'FD-A6');
    await pick(lead, 'Verdict', 'Green');
    await press(lead, 'Mark as ready to agree');
    await saved(lead);
    await coordinator.page.reload();
    const panel = await open(coordinator, 'FD-A6');
    await pick(coordinator, 'Agreed verdict', 'Green');
    await pick(lead, 'Verdict', 'Amber');
    await panelOf(lead).getByLabel('Reason').fill('One team in three asks.');
    await press(lead, 'Save');
    await saved(lead);
    await press(coordinator, 'Agree Green');
    await panel.getByText('Not agreed. Dorian Hexwell has changed the verdict since you looked.').waitFor();
    await panel.getByText('Police says').locator('..').locator('..').getByText('Amber', { exact: true }).waitFor();
    await expect.poll(() => panel.getByLabel('Reason').inputValue()).toBe('One team in three asks.');
    const own = panel.getByRole('radiogroup', { name: 'Verdict', exact: true });
    await expect.poll(() => own.getByRole('radio', { name: 'Amber', exact: true }).isChecked()).toBe(true);
    // What the button offers follows too; another verdict is a choice of their own, and why nothing is done goes with it.
    await panel.getByRole('button', { name: 'Agree Amber', exact: true }).waitFor();
    await pick(coordinator, 'Agreed verdict', 'Red');
    await panel.getByLabel('Or why no action').fill('The team is being closed.');
    await press(coordinator, 'Agree Red');
    await panel.getByText('The channel has been told.').waitFor();
    await panel.getByText('They differ: Police says amber, agreed is red.').waitFor();
    await expect.poll(() => panel.getByLabel('Or why no action').inputValue()).toBe('The team is being closed.');
    await close(lead);
  });
});

describe('a question', () => {
  it('is asked from the foot, mentions by keyboard, and is not sent with a phone number', async () => {
    const { page } = coordinator;
    const panel = panelOf(coordinator);
    await press(coordinator, 'Ask a question');
    const box = panel.getByLabel('Write a comment');
    await expect.poll(() => box.inputValue()).toBe('@Dorian Hexwell ');
    await page.keyboard.press('End');
    await page.keyboard.type('and @Marta');
    await panel.getByRole('option', { name: 'Marta Oakhollow', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('which desk is it? 07700 900123');
    await press(coordinator, 'Send the comment');
    await panel.getByText('This text holds what looks like a phone number.').first().waitFor();
    await box.fill((await box.inputValue()).replace(' 07700 900123', ''));
    await press(coordinator, 'Send the comment');
    const said = panel.getByRole('list', { name: 'Comments' }).getByRole('listitem');
    await said.getByText('which desk is it?').waitFor();
    await expect.poll(() => said.innerText()).toContain('@Dorian Hexwell and @Marta Oakhollow which desk is it?');
    await panel.getByRole('button', { name: 'See 1 comment' }).waitFor();
    await close(coordinator);
  });

  it('stands on the Home of whom it asks until they have answered, and can be taken back', async () => {
    await lead.page.reload();
    const asked = lead.tab.getByRole('list', { name: 'Asked of you' });
    await asked.getByRole('link', { name: /which desk is it/ }).click();
    const panel = panelOf(lead);
    await press(lead, 'Answer');
    await panel.getByLabel('Write a comment').fill('The vulnerability desk.');
    await press(lead, 'Send the comment');
    await panel.getByRole('button', { name: 'See 2 comments' }).waitFor();
    await close(lead);
    await goTo(lead, 'Home');
    await lead.tab.getByRole('region', { name: 'My work' }).waitFor();
    await expect.poll(() => asked.getByRole('link', { name: /which desk is it/ }).count()).toBe(0);
    await open(lead, 'FD-A6');
    await press(lead, 'Remove');
    await press(lead, 'Yes, remove my comment');
    await panel.getByRole('button', { name: 'See 1 comment' }).waitFor();
    await close(lead);
    // Or it is ticked off, where it stands.
    await goTo(lead, 'Home');
    await lead.tab.getByRole('button', { name: /^Seen: .* asks you, FD-A6/ }).click();
    await expect.poll(() => asked.getByRole('link', { name: /which desk is it/ }).count()).toBe(0);
  });
});

describe('without a mouse', () => {
  it('an answer is opened from the grid, agreed, and left again', async () => {
    const { page, tab } = council;
    await goTo(council, 'Checklist');
    // The grid is one stop behind the last filter; Control and Home lead to its beginning.
    await tab.getByRole('button', { name: 'Changed since' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Home');
    await moveTo('ArrowDown', /FD-A5/);
    await moveTo('ArrowRight', /^FD-A5, ICB, /);
    await page.keyboard.press('Enter');
    await panelOf(council).getByText('FD-A5 · ICB').waitFor();
    const amber = panelOf(council)
      .getByRole('radiogroup', { name: 'Agreed verdict' })
      .getByRole('radio', { name: 'Amber', exact: true });
    for (let presses = 0; presses < 30 && !(await amber.evaluate((r) => r === document.activeElement)); presses += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowRight');
    await tabTo(council, 'Agree Green');
    await page.keyboard.press('Enter');
    await saved(council);
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(council)).toMatch(/^FD-A5, ICB, /);
  });
});

describe('a senior leader', () => {
  it('reads everything and finds nothing to fill in or to press', async () => {
    const leader = await world.signIn('Greta Stonelea');
    const panel = await open(leader, 'FD-A8');
    await panel.getByText('They differ: Police says red, agreed is amber.').waitFor();
    await panel.getByText('Asking depends on who is on duty.').waitFor();
    await press(leader, 'Show more');
    await panel.getByText('Maternity asks every time.').waitFor();
    for (const role of ['textbox', 'radio', 'combobox', 'checkbox'] as const) {
      expect(await panel.getByRole(role).count(), role).toBe(0);
    }
    for (const name of [/^Save/, /^Agree/, /^Mark/, /^Change/, 'Add action', 'Ask a question', 'Tell the channel']) {
      expect(await panel.getByRole('button', { name }).count(), String(name)).toBe(0);
    }
    await leader.context.close();
  });
});
