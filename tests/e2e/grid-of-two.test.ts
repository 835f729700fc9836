import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, cell, goTo } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { box, focused, jumpInGrid, press } from './support/in-the-grid.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let lead: Visitor;
let deputy: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  lead = await world.signIn('Dorian Hexwell');
  deputy = await world.signIn('Marta Oakhollow');
  for (const visitor of [lead, deputy]) {
    await goTo(visitor, 'Checklist');
    await cell(visitor, 'FD-A2, Police, green').waitFor();
  }
});
afterAll(() => world.close());

describe('the numbers in the grid', () => {
  it("open their rows: a partner's head by mouse, and its number in a group by key", async () => {
    const { tab } = lead;
    const agreedOf = (words: string) => Number(/(\d+) of/.exec(words)?.[1]);
    const head = tab.getByRole('columnheader', { name: /^Police, \d+ of 32 agreed$/ });
    const all = agreedOf((await head.getAttribute('aria-label')) ?? '');
    await head.click();
    await tab.getByText(`${all} of 32 benchmark prompts, 1 of 7 partners`, { exact: true }).waitFor();
    await expect.poll(() => focused(lead)).toBe(`Police, ${all} of 32 agreed`);
    await press(lead, 'ArrowDown');
    await expect.poll(() => focused(lead)).toMatch(/, Police, \d+ of \d+ agreed$/);
    const inGroup = agreedOf(await focused(lead));
    await press(lead, 'Enter');
    await tab.getByText(`${inGroup} of 32 benchmark prompts, 1 of 7 partners`, { exact: true }).waitFor();
    await press(lead, 'ArrowUp');
    await expect.poll(() => focused(lead)).toBe(`Police, ${all} of 32 agreed`);
    expect(await findFaults(lead.page)).toEqual([]);
    await tab.getByRole('button', { name: 'Clear the filters' }).click();
    await cell(lead, 'FD-A1, Police, green').waitFor();
  });
});

describe('a key that gives a verdict', () => {
  it('finds the box there before the next key, the first time too', async () => {
    await cell(lead, 'FD-A4, Police, amber').focus();
    const frame = await lead.frame();
    const typedInto = await frame.evaluate(async () => {
      const key = new KeyboardEvent('keydown', { key: 'g', bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(key);
      // What one press changes is drawn before the browser hands out another.
      await new Promise<void>((drawn) => queueMicrotask(drawn));
      return document.querySelector('dialog[open]')?.contains(document.activeElement) === true
        ? document.activeElement?.tagName
        : undefined;
    });
    expect(typedInto).toBe('TEXTAREA');
    await press(lead, 'Escape');
    await box(lead, 'FD-A4, Police').waitFor({ state: 'detached' });
  });
});

describe('two people in the same cell', () => {
  it('are not overwritten: the second is shown both answers field by field', async () => {
    for (const visitor of [lead, deputy]) await cell(visitor, 'FD-A2, Police, green').focus();
    await press(lead, 'a');
    await box(lead, 'FD-A2, Police').waitFor();
    await press(deputy, 'n');
    await box(deputy, 'FD-A2, Police').waitFor();
    await lead.page.keyboard.type(' Not at night.');
    await press(lead, 'Control+Enter');
    await cell(lead, 'FD-A2, Police, amber').waitFor();
    await deputy.page.keyboard.type(' For the council.');
    await press(deputy, 'Control+Enter');
    const clash = deputy.tab.getByRole('dialog', { name: 'Two people changed this answer' });
    await clash.waitFor();
    await expect.poll(() => deputy.tab.getByRole('dialog').count()).toBe(1);
    for (const name of ['Verdict', 'Reason']) {
      await clash
        .getByRole('radiogroup', { name })
        .getByRole('radio', { name: /^Theirs/ })
        .check();
    }
    await clash.getByRole('button', { name: 'Save my choices' }).click();
    await cell(deputy, 'FD-A2, Police, amber').waitFor();
    await expect.poll(() => focused(deputy)).toMatch(/^FD-A2, Police, own amber/);
  });

  it('an undo is refused in words when somebody else has been there', async () => {
    await cell(lead, 'FD-A4, Police, amber').focus();
    await press(lead, 'g', 'Control+Enter');
    await cell(lead, 'FD-A4, Police, green').waitFor();
    await cell(deputy, 'FD-A4, Police, amber').click();
    await answer(deputy, { impact: 'Fewer wait.' });
    await deputy.tab.getByRole('dialog').getByText('Saved.', { exact: true }).waitFor();
    await deputy.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await press(lead, 'Control+z');
    await lead.tab
      .getByText(/Marta Oakhollow has changed FD-A4, Police since/)
      .first()
      .waitFor();
  });

  it('who agrees takes the agreement back by key, and gives it again', async () => {
    await jumpInGrid(deputy, 'b1');
    await expect.poll(() => focused(deputy)).toMatch(/^FD-B1, Police, own amber, ready to agree/);
    await press(deputy, 'Enter');
    const panel = deputy.tab.getByRole('dialog');
    await panel.getByRole('button', { name: 'Agree Amber', exact: true }).click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    await press(deputy, 'Escape');
    await expect.poll(() => focused(deputy)).toMatch(/^FD-B1, Police, agreed amber, agreed/);
    await press(deputy, 'Control+z');
    await expect.poll(() => focused(deputy)).toMatch(/^FD-B1, Police, own amber, ready to agree/);
    await deputy.tab.getByText('Undone: FD-B1, Police.').first().waitFor();
    await press(deputy, 'Control+Shift+z');
    await expect.poll(() => focused(deputy)).toMatch(/^FD-B1, Police, agreed amber, agreed/);
  });
});

describe('axe finds nothing', () => {
  async function expectNoFaults(what: string): Promise<void> {
    for (const theme of THEMES) {
      await setTheme(lead, theme);
      expect(await findFaults(lead.page), `${what}, ${theme}`).toEqual([]);
    }
    await setTheme(lead, 'Light');
  }

  it('at a cell that turns red', async () => {
    await cell(lead, 'FD-A1, Police, green').focus();
    await press(lead, 'r');
    await box(lead, 'FD-A1, Police').getByRole('heading', { name: 'Red needs an action' }).waitFor();
    await expectNoFaults('a red at the cell');
    await press(lead, 'Escape');
  });

  it('in a filtered grid with a filter open, and in filling down', async () => {
    await lead.tab.getByRole('button', { name: /^Stale/ }).click();
    await lead.tab.getByRole('button', { name: 'Verdict' }).click();
    await lead.tab.getByRole('checkbox', { name: 'Red' }).waitFor();
    await expectNoFaults('filters');
    await press(lead, 'Escape');
    await lead.tab.getByRole('button', { name: /^Stale/ }).click();
    await cell(lead, 'FD-A6, Police, not rated').focus();
    await press(lead, 'Control+d');
    await lead.tab.getByRole('dialog', { name: 'Fill down' }).waitFor();
    expect(await findFaults(lead.page)).toEqual([]);
    await press(lead, 'Escape');
  });

  it('in the heat map', async () => {
    await lead.tab.getByRole('button', { name: 'Heat map' }).click();
    await lead.tab.getByRole('table', { name: 'Verdicts by group and partner' }).waitFor();
    await expectNoFaults('the heat map');
  });
});
