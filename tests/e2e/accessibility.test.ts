import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addFiles, addTab, cell, goTo, nextStep, queueLine } from './support/at-work.ts';
import { findFaults, setTheme, THEMES } from './support/find-faults.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';
import { textFile } from './support/test-files.ts';

let world: World;
let visitor: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
});
afterEach(() => visitor.context.close());
afterAll(() => world.close());

/** What is on the screen now, in each theme; the theme changes while everything stays open. */
async function expectNoFaults(what: string, themes: readonly string[] = THEMES): Promise<void> {
  for (const theme of themes) {
    await setTheme(visitor, theme);
    expect(await findFaults(visitor.page), `${what}, ${theme}`).toEqual([]);
  }
}

describe('axe finds nothing', () => {
  it('on Home', async () => {
    visitor = await world.signIn('Bea Thistledown');
    await visitor.tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    await expectNoFaults('Home');
  });

  it('on Checklist, and with the panel of an answer and of a prompt', async () => {
    visitor = await world.signIn('Bea Thistledown');
    await goTo(visitor, 'Checklist');
    await cell(visitor, 'FD-A1, Police, green').waitFor();
    await expectNoFaults('Checklist');
    await cell(visitor, 'FD-A1, Police, green').click();
    await visitor.tab.getByRole('dialog').getByRole('button', { name: 'Link evidence' }).click();
    await expectNoFaults('an answer');
    await visitor.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await visitor.tab.getByRole('rowheader', { name: /^FD-A1/ }).click();
    await visitor.tab.getByRole('dialog').waitFor();
    await expectNoFaults('a prompt', ['Light']);
  });

  it('on Evidence, with the panel of an item, files being added and one that asks', async () => {
    visitor = await world.signIn('Dorian Hexwell');
    await goTo(visitor, 'Evidence');
    const first = visitor.tab.getByRole('grid', { name: 'Evidence' }).getByRole('link').first();
    await first.click();
    await visitor.tab.getByRole('dialog').waitFor();
    await expectNoFaults('an item');
    await visitor.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await addFiles(visitor, [textFile('Looked at.txt', 'Twice.'), textFile('No: colon.txt', 'Refused.')]);
    await queueLine(visitor, 'Looked at.txt').getByText('Added').waitFor();
    await addFiles(visitor, [textFile('Looked at again.txt', 'Twice.')]);
    await visitor.tab.getByText('This is there already.').waitFor();
    await expectNoFaults('Evidence');
  });

  it('on Settings, while a partner gets a name and another is taken out', async () => {
    visitor = await world.signIn('Bea Thistledown');
    await goTo(visitor, 'Settings');
    await visitor.tab.getByRole('button', { name: 'Rename Police' }).click();
    await visitor.tab.getByLabel('New name of Police').fill('Council');
    await visitor.tab.getByRole('button', { name: 'Save the name' }).click();
    await visitor.tab.getByText('There is already a partner called Council.').waitFor();
    await visitor.tab.getByRole('button', { name: 'Remove ICB' }).click();
    await visitor.tab.getByRole('combobox', { name: 'Lead of Council', exact: true }).fill('a');
    await visitor.tab.getByRole('option').first().waitFor();
    await visitor.tab.getByText('For developers').click();
    await expectNoFaults('Settings');
  });

  it('with a panel beside the list, where there is room', async () => {
    visitor = await world.signIn('Bea Thistledown', { size: { width: 1600, height: 900 } });
    await goTo(visitor, 'Checklist');
    await cell(visitor, 'FD-A1, Police, green').click();
    await visitor.tab.getByRole('dialog').waitFor();
    await expectNoFaults('a panel beside the list', ['High contrast']);
  });

  it('on a phone', async () => {
    visitor = await world.signIn('Dorian Hexwell', { size: { width: 360, height: 740 } });
    await visitor.tab.getByRole('button', { name: 'Menu' }).click();
    await visitor.tab.getByRole('dialog', { name: 'Menu' }).waitFor();
    expect(await findFaults(visitor.page)).toEqual([]);
    await visitor.tab.getByRole('link', { name: 'Checklist', exact: true }).click();
    await visitor.tab.getByRole('list', { name: 'Prompts of Police' }).waitFor();
    expect(await findFaults(visitor.page)).toEqual([]);
    await visitor.tab.getByRole('link', { name: /FD-A1 · / }).click();
    await visitor.tab.getByRole('dialog').waitFor();
    expect(await findFaults(visitor.page)).toEqual([]);
  });

  it('in set-up, step by step, and in the list of my workspaces', async () => {
    visitor = await world.signIn('Bea Thistledown');
    await addTab(visitor, 'Police and partners');
    const { tab } = visitor;
    await tab.getByRole('button', { name: 'Set up JTAI Ready' }).waitFor();
    await expectNoFaults('the offer', ['Dark']);
    await tab.getByRole('button', { name: 'Set up JTAI Ready' }).click();
    await tab.getByLabel('Name of the partnership').fill('');
    await tab.getByRole('button', { name: /^Next/ }).click();
    await tab.getByText('Give the partnership a name.').waitFor();
    await expectNoFaults('the name', ['Light']);
    await tab.getByLabel('Name of the partnership').fill('Northbridge');
    const steps = [
      ['Choose the partners', 'Light'],
      ['Name leads and deputies', 'Dark'],
      ['Choose the theme', 'High contrast'],
      ['Check what will be made', 'Light'],
    ] as const;
    for (const [title, theme] of steps) {
      await nextStep(tab, title);
      await expectNoFaults(title, [theme]);
    }
    await tab.getByRole('button', { name: 'Make the workspace' }).click();
    await tab.getByRole('heading', { name: 'Your workspace is ready' }).waitFor();
    await expectNoFaults('what was made', ['Light']);
    await visitor.page.getByRole('button', { name: 'JTAI Ready, my own' }).click();
    await tab.getByRole('heading', { name: 'Your workspaces' }).waitFor();
    await tab
      .getByRole('button', { name: /^Open in its channel/ })
      .first()
      .waitFor();
    await expectNoFaults('my workspaces');
  });
});

/** The name of what has the focus in the tab. */
async function focused(): Promise<string> {
  const frame = await visitor.frame();
  return frame.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

describe('without a mouse', () => {
  it('a verdict is given from the grid, through the panel, and back to the cell', async () => {
    visitor = await world.signIn('Dorian Hexwell');
    const { page, tab } = visitor;
    await goTo(visitor, 'Checklist');
    await cell(visitor, 'FD-A2, Police, green').waitFor();
    // The grid is one stop, and the filter is the last one before it.
    await tab.getByRole('button', { name: 'Changed since' }).focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('Identify and respond');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+ArrowRight');
    expect(await focused()).toMatch(/^FD-A2, Voluntary sector, /);
    await page.keyboard.press('Home');
    for (const _ of ['Council', 'ICB', 'Police']) await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('FD-A2, Police, own green, in progress');
    await page.keyboard.press('Enter');
    const panel = tab.getByRole('dialog');
    await panel.getByRole('radiogroup', { name: 'Verdict', exact: true }).waitFor();
    expect(await panel.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);

    const green = panel.getByRole('radio', { name: 'Green' });
    await pressUntil('Tab', () => green.evaluate((radio) => radio === document.activeElement));
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => panel.getByRole('radio', { name: 'Amber' }).isChecked()).toBe(true);
    const reason = panel.getByLabel('Reason');
    await pressUntil('Tab', () => reason.evaluate((box) => box === document.activeElement));
    await page.keyboard.press('End');
    await page.keyboard.type(' Typed by hand.');
    await pressUntil('Tab', async () => (await focused()) === 'Save');
    await page.keyboard.press('Enter');
    await panel.getByText('Saved.', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('FD-A2, Police, own amber, in progress');
  });

  it('the focus goes to the title of the next screen, and can skip the navigation', async () => {
    visitor = await world.signIn('Dorian Hexwell');
    await visitor.tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    // Its rows come after its title, which keeps the focus.
    await visitor.tab.getByRole('link', { name: 'Checklist', exact: true }).press('Enter');
    await cell(visitor, 'FD-A1, Police, green').waitFor();
    await expect.poll(focused).toBe('Checklist');
    await visitor.tab.getByRole('link', { name: 'Evidence', exact: true }).press('Enter');
    await expect.poll(focused).toBe('Evidence');
    await visitor.tab.getByRole('button', { name: 'Skip to the main part' }).press('Enter');
    await expect.poll(focused).toBe('Evidence');
  });
});

async function pressUntil(key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if (await isThere()) return;
    await visitor.page.keyboard.press(key);
  }
  throw new Error(`Forty presses of ${key} did not lead there.`);
}

describe('at 320 pixels', () => {
  it('nothing scrolls sideways, on any screen or panel', async () => {
    visitor = await world.signIn('Dorian Hexwell', { size: { width: 320, height: 640 } });
    const { page, tab } = visitor;
    const frame = await visitor.frame();
    const expectFit = async (what: string) => {
      const measure = () => {
        const wide = [
          document.documentElement,
          ...document.querySelectorAll('main, main *, dialog[open], dialog[open] *'),
        ];
        const scrolling = wide.filter((element) => {
          const style = getComputedStyle(element);
          // The one row that may: its chips are too many for a phone, and each can be reached by key.
          if (element.querySelector(':scope > [aria-label="Lists"]')) return false;
          return element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(style.overflowX);
        });
        return [document.documentElement.scrollWidth - innerWidth, scrolling.map((element) => element.className)];
      };
      expect(await frame.evaluate(measure), what).toEqual([0, []]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), what).toBe(320);
    };
    const open = async (name: string) => {
      await tab.getByRole('button', { name: 'Menu' }).click();
      await tab.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name, exact: true }).click();
    };
    await tab
      .getByText(/\d+ of \d+ rated/)
      .first()
      .waitFor();
    await expectFit('Home');
    await open('Checklist');
    await tab.getByRole('list', { name: 'Prompts of Police' }).waitFor();
    await expectFit('Checklist');
    await tab.getByRole('link', { name: /FD-A1 · / }).click();
    await tab.getByRole('dialog').getByRole('radiogroup', { name: 'Verdict', exact: true }).waitFor();
    await expectFit('an answer');
    await tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await open('Evidence');
    await tab.getByRole('list', { name: 'Evidence' }).waitFor();
    await expectFit('Evidence');
    await tab.getByRole('list', { name: 'Evidence' }).getByRole('link').first().click();
    await tab.getByRole('dialog').waitFor();
    await expectFit('an item');
    await tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await open('Settings');
    await tab.getByRole('heading', { name: 'Who can see what' }).waitFor();
    await expectFit('Settings');
  });
});

describe('for whoever wants less motion', () => {
  /** What would move for longer than an eye can see. */
  async function moving(): Promise<readonly string[]> {
    const frame = await visitor.frame();
    return frame.evaluate(() => {
      const toMs = (time: string) => Number.parseFloat(time) * (time.includes('ms') ? 1 : 1000);
      const isLong = (times: string) => times.split(',').some((time) => toMs(time) > 1);
      const elements = [...document.querySelectorAll('body *')].filter((element) => {
        const style = getComputedStyle(element);
        if (style.animationName !== 'none' && isLong(style.animationDuration)) return true;
        return style.transitionProperty !== 'none' && isLong(style.transitionDuration);
      });
      return elements.map((element) => element.outerHTML.slice(0, 120));
    });
  }

  it('nothing moves, with a panel open or without', async () => {
    visitor = await world.signIn('Dorian Hexwell');
    await goTo(visitor, 'Checklist');
    await cell(visitor, 'FD-A1, Police, green').click();
    await visitor.tab.getByRole('dialog').waitFor();
    expect((await moving()).length).toBeGreaterThan(0);
    await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await moving()).toEqual([]);
    await visitor.tab.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    for (const screen of ['Home', 'Evidence', 'Settings'] as const) {
      await goTo(visitor, screen);
      await visitor.tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await moving(), screen).toEqual([]);
    }
  });
});
