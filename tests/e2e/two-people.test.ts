import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, cell, goTo } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let lead: Visitor;
let deputy: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  lead = await world.signIn('Dorian Hexwell');
  deputy = await world.signIn('Marta Oakhollow');
});
afterAll(() => world.close());

/** Both look at the same answer, as it stands now. */
async function openBoth(name: string): Promise<void> {
  for (const visitor of [lead, deputy]) {
    await goTo(visitor, 'Checklist');
    await cell(visitor, name).click();
    await visitor.tab.getByRole('dialog').getByRole('radiogroup', { name: 'Verdict', exact: true }).waitFor();
  }
}

const panelOf = ({ tab }: Visitor) => tab.getByRole('dialog');

async function close(visitor: Visitor): Promise<void> {
  await panelOf(visitor).getByRole('button', { name: 'Close', exact: true }).click();
}

describe('two people who change different parts of one answer', () => {
  it('are both kept, and neither is asked', async () => {
    await openBoth('FD-A2, Police, green');
    await answer(lead, { reason: 'The line is staffed until ten.' });
    await panelOf(lead).getByText('Saved.', { exact: true }).waitFor();
    await answer(deputy, { impact: 'Families are advised before they are referred.' });
    await panelOf(deputy).getByText('Saved.', { exact: true }).waitFor();
    await expect.poll(() => panelOf(deputy).getByLabel('Reason').inputValue()).toBe('The line is staffed until ten.');
    await close(lead);
    await close(deputy);
  });
});

describe('two people who change the same part', () => {
  it('are shown both values; the second chooses, and nothing typed is lost', async () => {
    await openBoth('FD-A4, Police, amber');
    await answer(lead, { verdict: 'Green', reason: 'Contacts are picked out within the hour.' });
    await panelOf(lead).getByText('Saved.', { exact: true }).waitFor();
    await answer(deputy, { verdict: 'Not applicable', reason: 'This is for the council.' });
    const clash = deputy.tab.getByRole('dialog', { name: 'Two people changed this answer' });
    await clash.waitFor();
    for (const theme of THEMES) {
      await setTheme(deputy, theme);
      expect(await findFaults(deputy.page), theme).toEqual([]);
    }
    const verdict = clash.getByRole('radiogroup', { name: 'Own verdict', exact: true });
    await verdict.getByText('Not applicable').waitFor();
    await verdict.getByRole('radio', { name: /^Theirs.*Green/ }).check();
    await clash
      .getByRole('radiogroup', { name: 'Reason' })
      .getByRole('radio', { name: /This is for the council/ })
      .check();
    await clash.getByRole('button', { name: 'Save my choices' }).click();
    await panelOf(deputy).getByText('Saved.', { exact: true }).waitFor();
    await expect.poll(() => panelOf(deputy).getByLabel('Reason').inputValue()).toBe('This is for the council.');
    await close(deputy);
    await cell(deputy, 'FD-A4, Police, green').waitFor();
    await close(lead);
  });
});

describe('what is typed and not saved', () => {
  it('is kept when the panel is closed, counted, and found again in the list of changes', async () => {
    await goTo(lead, 'Checklist');
    await cell(lead, 'FD-A2, Police, green').click();
    await panelOf(lead).getByLabel('Reason').fill('Half a sentence');
    await close(lead);
    await lead.tab.getByText('1 change not saved yet').waitFor();
    await goTo(lead, 'Home');
    await lead.tab.getByRole('button', { name: 'Show what waits' }).click();
    const list = lead.tab.getByRole('dialog', { name: 'Changes that are not saved yet' });
    for (const theme of THEMES) {
      await setTheme(lead, theme);
      expect(await findFaults(lead.page), theme).toEqual([]);
    }
    await list.getByRole('link', { name: 'FD-A2, Police' }).click();
    await expect.poll(() => panelOf(lead).getByLabel('Reason').inputValue()).toBe('Half a sentence');
    await panelOf(lead).getByRole('button', { name: 'Undo my changes' }).click();
    await lead.tab.getByText('All saved').waitFor();
  });
});
