import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterAll(() => world.close());

async function openAt(visitor: Visitor, address: string): Promise<void> {
  await visitor.tab.getByRole('region', { name: 'My work' }).waitFor();
  const frame = await visitor.frame();
  const year = await visitor.tab.getByRole('heading', { level: 1 }).locator('..').innerText();
  const theme = `front-door-${/\d{4}/.exec(year)?.[0]}`;
  await frame.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${address.replace('THEME', theme)}`,
  );
  await visitor.tab.getByRole('dialog').waitFor();
}

/** Everything of the panel that can be open at once: the ask of a red, the folded words, an owner and a mention. */
async function unfold({ tab }: Visitor): Promise<void> {
  const panel = tab.getByRole('dialog');
  await panel.getByRole('region', { name: 'Red needs an action' }).waitFor();
  await panel.getByRole('button', { name: 'Show more' }).click();
  await panel.getByRole('button', { name: 'Change owner or due date' }).click();
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  const box = panel.getByLabel('Write a comment');
  await box.fill('@');
  await box.press('End');
  await panel.getByRole('listbox', { name: 'People to mention' }).waitFor();
}

describe('axe finds nothing, in any theme,', () => {
  it.each([
    ['at 1280', { width: 1280, height: 800 }],
    ['at 360', { width: 360, height: 740 }],
  ])('in an answer with everything open, %s', async (_, size) => {
    const visitor = await world.signIn('Imani Larkspur', { size });
    await openAt(visitor, 'assessment/THEME.FD-B4.icb');
    await unfold(visitor);
    for (const theme of THEMES) {
      await setTheme(visitor, theme);
      expect(await findFaults(visitor.page), theme).toEqual([]);
    }
    const frame = await visitor.frame();
    const wide = () => document.documentElement.scrollWidth - innerWidth;
    expect(await frame.evaluate(wide)).toBe(0);
    const scrolling = (dialog: Element) =>
      [...dialog.querySelectorAll('*')]
        .filter((each) => each.scrollWidth > each.clientWidth + 1)
        .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowX))
        .map((each) => each.outerHTML.slice(0, 120));
    expect(await visitor.tab.getByRole('dialog').evaluate(scrolling)).toEqual([]);
    await visitor.context.close();
  });

  it('on the page of a prompt, which the keyboard widens, and where the coordinator writes the paragraph', async () => {
    const visitor = await world.signIn('Bea Thistledown', { size: { width: 1600, height: 900 } });
    await openAt(visitor, 'prompt/THEME.FD-A5');
    const panel = visitor.tab.getByRole('dialog');
    const answers = panel.getByRole('list', { name: 'Answers' }).getByRole('listitem');
    await answers.filter({ hasText: 'Police' }).getByText('Red', { exact: true }).waitFor();
    await expect.poll(() => answers.count()).toBe(7);
    await panel.getByRole('link', { name: 'Out of hours log summary' }).waitFor();
    await panel.getByText('Police: Marta Oakhollow, due').waitFor();
    await panel.getByRole('button', { name: 'Make it a full page' }).press('Enter');
    await panel.getByLabel('Guidance paragraph').fill('Paragraph 12');
    await setTheme(visitor, 'Dark');
    expect(await findFaults(visitor.page)).toEqual([]);
    await panel.getByRole('button', { name: 'Save the paragraph' }).click();
    await visitor.tab.getByText('The guidance paragraph is saved.').waitFor({ state: 'attached' });
    await panel.getByRole('button', { name: 'Make it a side panel' }).press('Enter');
    await visitor.context.close();
    const reader = await world.signIn('Greta Stonelea');
    await openAt(reader, 'prompt/THEME.FD-A5');
    await reader.tab.getByRole('dialog').getByText('Paragraph 12').waitFor();
    await reader.context.close();
  });
});
