import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, goTo } from './support/at-work.ts';
import { setTheme, THEMES } from './support/find-faults.ts';
import { box, focused, jump, press } from './support/in-the-grid.ts';
import { openWorld, type Visitor, type World } from './support/open-world.ts';

let world: World;
let lead: Visitor;

beforeAll(async () => {
  world = await openWorld({ demo: 'full' });
  lead = await world.signIn('Dorian Hexwell');
  await goTo(lead, 'Checklist');
  await cell(lead, 'FD-A2, Police, green').waitFor();
});
afterAll(() => world.close());

describe('a lead without a mouse', () => {
  it('jumps to a prompt, gives a verdict and its reason at the cell, and is back in the cell', async () => {
    const { tab, page } = lead;
    await tab.getByRole('button', { name: 'Changed since' }).focus();
    await press(lead, 'Tab', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await jump(lead, 'a6');
    await expect.poll(() => focused(lead)).toBe('FD-A6, Police, not rated, not started');
    await press(lead, 'a');
    await box(lead, 'FD-A6, Police').waitFor();
    await expect.poll(() => box(lead, 'FD-A6, Police').getByRole('radio', { name: 'Amber' }).isChecked()).toBe(true);
    await page.keyboard.type('Interpreters are booked late.');
    await press(lead, 'Control+Enter');
    await expect.poll(() => focused(lead)).toBe('FD-A6, Police, own amber, in progress');
    await tab.getByRole('banner').getByText('All saved').waitFor();
  });

  it('copies the cell as text', async () => {
    const frame = await lead.frame();
    await frame.evaluate(() => {
      document.addEventListener('copy', (event) => {
        Object.assign(window, { copied: event.clipboardData?.getData('text/plain') });
      });
    });
    await press(lead, 'Control+c');
    await lead.tab.getByText('Copied.').first().waitFor();
    const copied = await frame.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(copied).toBe('FD-A6, Police\town amber\tIn progress\tInterpreters are booked late.');
  });

  it('undoes and redoes it, each as a save', async () => {
    await press(lead, 'Control+z');
    await expect.poll(() => focused(lead)).toBe('FD-A6, Police, not rated, not started');
    await press(lead, 'Control+Shift+z');
    await expect.poll(() => focused(lead)).toBe('FD-A6, Police, own amber, in progress');
    await lead.tab.getByText('Done again: FD-A6, Police.').first().waitFor();
  });

  it('takes a key back with Escape, and keeps what was typed', async () => {
    await press(lead, 'ArrowDown', 'n');
    await box(lead, 'FD-A7, Police').waitFor();
    await press(lead, 'Escape');
    await expect.poll(() => focused(lead)).toMatch(/^FD-A7, Police, own green/);
    await lead.tab.getByRole('banner').getByText('All saved').waitFor();
    await press(lead, 'n');
    await box(lead, 'FD-A7, Police').waitFor();
    await lead.page.keyboard.type('Half a sentence');
    await press(lead, 'Escape');
    await lead.tab.getByText('1 change not saved yet').waitFor();
    // The panel goes on where the cell stopped.
    await press(lead, 'Enter');
    const panel = lead.tab.getByRole('dialog');
    await expect.poll(() => panel.getByLabel('Reason').inputValue()).toMatch(/\S Half a sentence$/);
    await panel.getByRole('button', { name: 'Undo my changes' }).click();
    await press(lead, 'Escape');
    await expect.poll(() => focused(lead)).toMatch(/^FD-A7, Police, own green/);
  });

  it('is asked for an action when a verdict turns red, and gives one at the cell', async () => {
    await jump(lead, 'a8');
    await press(lead, 'r');
    const red = box(lead, 'FD-A8, Police');
    await red.getByRole('heading', { name: 'Red needs an action' }).waitFor();
    // What could point to a child is said while it is typed, in the reason as in the action.
    await red.getByLabel('Reason').fill('Seen for 943 476 5919.');
    await red.getByText('This text holds what looks like an NHS number.').waitFor();
    await red.getByLabel('Reason').fill('Nobody looks on Sundays.');
    await red.getByLabel('Action', { exact: true }).fill('Ring 07700 900123');
    await red.getByText('This text holds what looks like a phone number.').waitFor();
    await red.getByLabel('Action', { exact: true }).fill('');
    await press(lead, 'Control+Enter');
    await red.getByText('Red needs an action.', { exact: true }).waitFor();
    // However much is asked, what saves stays whole and in sight.
    const save = red.getByRole('button', { name: 'Save red', exact: true });
    await expect.poll(() => save.evaluate(isInSight)).toBe(true);
    await red.getByLabel('Action', { exact: true }).fill('A rota for Sundays');
    await press(lead, 'Control+Enter');
    await expect.poll(() => focused(lead)).toBe('FD-A8, Police, own red, in progress');
  });

  it('saves what stands there when the question about red is put off, and asks it of red only', async () => {
    await jump(lead, 'a6');
    const before = await focused(lead);
    await press(lead, 'r');
    const red = box(lead, 'FD-A6, Police');
    const question = red.getByText('Red needs an action.', { exact: true });
    await press(lead, 'Control+Enter');
    await question.waitFor();
    await red.getByRole('radio', { name: 'Amber' }).check();
    await question.waitFor({ state: 'detached' });
    await red.getByRole('radio', { name: 'Red' }).check();
    await question.waitFor();
    await red.getByLabel('Reason').fill('Put right after the question.');
    await red.getByRole('button', { name: 'Save without an action for now' }).click();
    await expect.poll(() => focused(lead)).toBe('FD-A6, Police, own red, in progress, no action');
    await press(lead, 'Enter');
    const reason = lead.tab.getByRole('dialog').getByLabel('Reason');
    await expect.poll(() => reason.inputValue()).toBe('Put right after the question.');
    await press(lead, 'Escape');
    await expect.poll(() => focused(lead)).toBe('FD-A6, Police, own red, in progress, no action');
    await press(lead, 'Control+z');
    await expect.poll(() => focused(lead)).toBe(before);
  });

  it('shows an answer with a press: the keys stay in the cell where there is room, and go on in the panel where not', async () => {
    const panel = lead.tab.getByRole('dialog');
    const title = panel.getByRole('heading', { level: 2 }).first();
    const reason = panel.getByLabel('Reason');
    const hasFocus = (element: typeof title) => element.evaluate((one) => one === document.activeElement);
    await cell(lead, 'FD-A7, Police, green').click();
    await expect.poll(() => hasFocus(title)).toBe(true);
    await press(lead, 'n');
    await expect.poll(() => hasFocus(reason)).toBe(true);
    expect(await panel.getByRole('radio', { name: 'Not applicable' }).first().isChecked()).toBe(true);
    const before = await reason.inputValue();
    await press(lead, 'x');
    await expect.poll(() => reason.inputValue()).toBe(`${before} x`);
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await panel.getByText('Saved.', { exact: true }).waitFor();
    await press(lead, 'Escape');
    // Saved in the panel, and taken back from the cell, after another screen.
    await goTo(lead, 'Home');
    await goTo(lead, 'Checklist');
    await cell(lead, 'FD-A7, Police, not applicable').click();
    await expect.poll(() => hasFocus(title)).toBe(true);
    await press(lead, 'Escape');
    await expect.poll(() => focused(lead)).toMatch(/^FD-A7, Police, own not applicable/);
    await press(lead, 'Control+z');
    await expect.poll(() => focused(lead)).toMatch(/^FD-A7, Police, own green/);
    await lead.page.setViewportSize({ width: 1600, height: 800 });
    await cell(lead, 'FD-A7, Police, green').click();
    await title.waitFor();
    expect(await focused(lead)).toMatch(/^FD-A7, Police, own green/);
    await press(lead, 'a');
    await box(lead, 'FD-A7, Police').waitFor();
    await press(lead, 'Escape');
    await expect.poll(() => focused(lead)).toMatch(/^FD-A7, Police, own green/);
    await press(lead, 'Enter');
    await expect.poll(() => hasFocus(title)).toBe(true);
    await press(lead, 'Escape');
    await expect.poll(() => focused(lead)).toMatch(/^FD-A7, Police, own green/);
    await panel.waitFor({ state: 'detached' });
    await cell(lead, 'FD-A7, Police, green').dblclick();
    await expect.poll(() => hasFocus(title)).toBe(true);
    await press(lead, 'Escape');
    await panel.waitFor({ state: 'detached' });
    // A slower hand meets the panel, which the first press has put under the pointer.
    const last = await cell(lead, 'FD-A7, Voluntary sector').boundingBox();
    const [x, y] = [(last?.x ?? 0) + 8, (last?.y ?? 0) + 8];
    await lead.page.mouse.click(x, y);
    await title.waitFor();
    expect((await panel.boundingBox())?.x).toBeLessThan(x);
    expect(await focused(lead)).toMatch(/^FD-A7, Voluntary sector/);
    await lead.page.mouse.move(x, y);
    await lead.page.mouse.down({ clickCount: 2 });
    await lead.page.mouse.up({ clickCount: 2 });
    await expect.poll(() => hasFocus(title)).toBe(true);
    await press(lead, 'Escape');
    await panel.waitFor({ state: 'detached' });
    await cell(lead, 'FD-A7, Police, green').focus();
    await lead.page.setViewportSize({ width: 1280, height: 800 });
    await jump(lead, 'a8');
  });

  it("is told why a key does nothing in another partner's cell", async () => {
    await press(lead, 'ArrowRight', 'g');
    await lead.tab.getByText("Probation's lead, its deputy or the coordinator gives the verdict.").first().waitFor();
    await expect.poll(() => lead.tab.getByRole('dialog').count()).toBe(0);
    await press(lead, '?');
    await lead.tab.getByRole('heading', { name: 'Keys in the grid' }).waitFor();
    await press(lead, 'Escape');
  });

  it('fills down what is not rated yet, after saying what, and undoes it at once', async () => {
    await press(lead, 'ArrowLeft');
    await jump(lead, 'e1');
    await press(lead, 'Control+d');
    const panel = lead.tab.getByRole('dialog', { name: 'Fill down' });
    await panel.getByRole('radio', { name: 'Amber' }).waitFor();
    await expect.poll(() => panel.getByRole('radio', { name: 'Red' }).count()).toBe(0);
    const boxes = panel.getByRole('group', { name: 'Prompts without a verdict' }).getByRole('checkbox');
    const open = await boxes.count();
    expect(open).toBeGreaterThan(1);
    await panel.getByRole('radio', { name: 'Amber' }).check();
    await panel.getByLabel('Reason').fill('Asked in the audit of the autumn.');
    await boxes.first().uncheck();
    const words = `${open - 1} ${open === 2 ? 'prompt' : 'prompts'}`;
    await panel.getByRole('button', { name: `Give ${words} amber` }).click();
    await panel.getByText(`${open - 1} filled.`).waitFor();
    await panel.getByRole('button', { name: 'Close', exact: true }).last().click();
    await cell(lead, 'FD-E2, Police, amber').waitFor();
    await press(lead, 'Control+z');
    await cell(lead, 'FD-E2, Police, not rated').waitFor();
  });
});

describe('the marks of a cell', () => {
  it('are images in the colours of the theme, and follow it', async () => {
    const shown = cell(lead, 'FD-E2, Police, not rated');
    const image = () => shown.evaluate((one) => /url\("([^"]+)"\)/.exec(getComputedStyle(one).backgroundImage)?.[1]);
    const seen = new Set<string | undefined>([undefined]);
    for (const theme of [...THEMES].reverse()) {
      await setTheme(lead, theme);
      await expect.poll(async () => seen.has(await image())).toBe(false);
      seen.add(await image());
    }
    const frame = await lead.frame();
    const decode = async (src: string) => {
      const mark = Object.assign(new Image(), { src });
      await mark.decode();
      return mark.width;
    };
    expect(await frame.evaluate(decode, (await image()) ?? '')).toBe(20);
  });
});

describe('the filters', () => {
  it('are chips, are found with words of a reason, and are said in words when nothing is left', async () => {
    const { tab } = lead;
    const filters = tab.getByRole('group', { name: 'Filters' });
    await filters.getByRole('button', { name: 'Verdict' }).click();
    await tab.getByRole('checkbox', { name: 'Red' }).check();
    await lead.page.keyboard.press('Escape');
    const reds = await tab.getByRole('gridcell', { name: /^FD-.*(own|agreed) red/ }).count();
    expect(reds).toBeGreaterThan(0);
    await expect.poll(() => tab.getByRole('gridcell', { name: 'FD-A1, Police' }).count()).toBe(0);
    await tab.getByRole('searchbox').fill('sundays');
    await tab.getByRole('rowheader', { name: /^FD-A8/ }).waitFor();
    // The row is there for one cell; the others say that they are not meant.
    await tab.getByRole('gridcell', { name: /^FD-A8, Probation, .*, does not match the filters$/ }).waitFor();
    await expect
      .poll(() => tab.getByRole('gridcell', { name: /^FD-A8, Police, (?!.*does not match)/ }).count())
      .toBe(1);
    await expect.poll(() => tab.getByText(/^1 of 32 prompts by 7 partners\. Arrows move/).count()).toBe(1);
    await expect.poll(() => tab.getByRole('rowheader', { name: /^FD-/ }).count()).toBe(1);
    await tab.getByText('1 of 32 benchmark prompts, 7 partners', { exact: true }).waitFor();
    await filters.getByRole('button', { name: /^Late/ }).click();
    await tab
      .getByText('the prompt or a reason holds "sundays", and the verdict is red, and the answer is late')
      .waitFor();
    await tab.getByRole('button', { name: 'Clear the filters' }).last().click();
    await cell(lead, 'FD-A1, Police, green').waitFor();
    // The button has gone with the filters; the keyboard is at the first of them.
    await expect.poll(() => focused(lead)).toBe('Partner');
  });

  it('that hide a prompt say so to whoever goes to it, and are cleared there', async () => {
    const { tab } = lead;
    await tab.getByRole('searchbox').fill('sundays');
    await tab.getByText('1 of 32 benchmark prompts, 7 partners', { exact: true }).waitFor();
    await cell(lead, 'FD-A8, Police').focus();
    await jump(lead, 'e2');
    await cell(lead, 'FD-E2, Police').waitFor();
    await press(lead, 'Enter');
    await expect.poll(() => focused(lead)).toMatch(/^FD-E2, Police/);
  });
});

describe('the heat map', () => {
  it('counts by group and partner, and each number leads to its rows', async () => {
    const { tab } = lead;
    await tab.getByRole('button', { name: 'Heat map' }).click();
    const map = tab.getByRole('table', { name: 'Verdicts by group and partner' });
    await map.waitFor();
    await tab.getByText(/^Each answer counts once: with the agreed verdict if there is one/).waitFor();
    // Filled marks are agreed ones; the lead's new verdicts are the partner's own.
    await map.getByRole('button', { name: /^\d+ amber, A Identify and respond, Police, own$/ }).waitFor();
    await expect.poll(() => map.getByRole('button', { name: /^\d+ green, .*, agreed$/ }).count()).toBeGreaterThan(0);
    const number = map.getByRole('button', {
      name: /^\d+ red, A Identify and respond, Police, (own|agreed|\d+ agreed)$/,
    });
    const count = Number(/(\d+) red/.exec((await number.textContent()) ?? '')?.[1]);
    await number.click();
    await tab.getByRole('columnheader', { name: /^Police/ }).waitFor();
    await expect.poll(() => tab.getByRole('rowheader', { name: /^FD-/ }).count()).toBe(count);
    await expect.poll(() => tab.getByRole('gridcell', { name: /^FD-.*red/ }).count()).toBe(count);
    await tab.locator('[role="grid"] :focus').waitFor();
    await tab.getByRole('button', { name: 'Heat map' }).click();
    const changed = tab.getByRole('table', { name: /^Verdicts that changed since/ });
    await changed
      .getByRole('button', { name: /, Police$/ })
      .first()
      .click();
    await tab.getByRole('button', { name: /since/ }).first().waitFor();
    await tab.getByRole('rowheader', { name: /^FD-/ }).first().waitFor();
  });
});

describe('on a phone', () => {
  it('one partner at a time, with filters and the heat map in reach', async () => {
    const phone = await world.signIn('Marta Oakhollow', { size: { width: 360, height: 740 } });
    const { tab } = phone;
    await tab.getByRole('button', { name: 'Menu' }).click();
    await tab.getByRole('link', { name: 'Checklist', exact: true }).click();
    const list = tab.getByRole('list', { name: 'Prompts of Police' });
    await list.getByRole('link', { name: /FD-A8 · Red, own/ }).waitFor();
    // How many are ready to agree is the way to them.
    const ready = tab.getByRole('button', { name: /^\d+ ready to agree$/ });
    const count = Number.parseInt((await ready.textContent()) ?? '', 10);
    await ready.click();
    await expect.poll(() => list.getByRole('link').count()).toBe(count);
    await tab.getByRole('button', { name: 'Filters, some are set' }).click();
    await tab.getByRole('button', { name: 'Clear the filters' }).click();
    await tab.getByRole('button', { name: 'Filters', exact: true }).click();
    // The verdict of a row opens the verdicts and the reason at once, and gets the focus back.
    await list.getByRole('button', { name: 'Rate FD-A6, amber' }).click();
    const rating = box(phone, 'FD-A6, Police');
    const amber = rating.getByRole('radio', { name: 'Amber' });
    await expect.poll(() => amber.evaluate((radio) => radio === document.activeElement)).toBe(true);
    // What a red asks for is brought into sight.
    await rating.getByRole('radio', { name: 'Red' }).check();
    await rating.getByRole('button', { name: 'Save red' }).click();
    await rating.getByText('Red needs an action.', { exact: true }).waitFor();
    const action = rating.getByLabel('Action', { exact: true });
    const isInSight = () =>
      action.evaluate((field) => {
        const { x, y, width, height } = field.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2) === field;
      });
    await expect.poll(isInSight).toBe(true);
    await rating.getByRole('radio', { name: 'Green' }).check();
    await rating.getByLabel('Reason').fill('Interpreters are there within the hour.');
    const save = rating.getByRole('button', { name: 'Save green' });
    expect((await save.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await save.click();
    await list.getByRole('link', { name: /FD-A6 · Green, own/ }).waitFor();
    await expect.poll(() => focused(phone)).toBe('Rate FD-A6, green');
    await tab.getByRole('button', { name: 'Filters', exact: true }).click();
    await tab.getByRole('button', { name: 'Verdict' }).click();
    await tab.getByRole('checkbox', { name: 'Red' }).check();
    await phone.page.keyboard.press('Escape');
    await expect.poll(() => list.getByRole('link', { name: /· Amber/ }).count()).toBe(0);
    await tab.getByRole('button', { name: 'More' }).click();
    await tab.getByRole('combobox', { name: 'Fill down' }).selectOption({ index: 1 });
    const filling = tab.getByRole('dialog', { name: 'Fill down' });
    await filling.getByRole('checkbox').first().waitFor();
    expect(await filling.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await filling.getByRole('button', { name: 'Change nothing' }).click();
    await tab.getByRole('button', { name: 'Heat map' }).click();
    const map = tab.getByRole('table', { name: 'Verdicts by group and partner' });
    await map.waitFor();
    const heads = await map.getByRole('columnheader').allTextContents();
    expect(heads).toEqual(['Group', 'All partners']);
    // One partner, or one group, at a time: there is nothing beyond the edge.
    const expectWithin = async () => {
      for (const table of await tab.getByRole('table').all()) {
        const { left = 0, right = 0 } = await table.evaluate((element) => element.getBoundingClientRect().toJSON());
        expect(left).toBeGreaterThanOrEqual(8);
        expect(right).toBeLessThanOrEqual(360 - 8);
      }
    };
    await expectWithin();
    const sum = map.getByRole('button', { name: /^\d+ red, All groups, all partners/ });
    const reds = Number(/(\d+) red/.exec((await sum.textContent()) ?? '')?.[1]);
    await sum.click();
    const everybody = tab.getByRole('list', { name: 'Prompts of all partners' });
    await expect.poll(() => everybody.getByRole('link', { name: / · Red/ }).count()).toBe(reds);
    expect(await everybody.getByRole('link').count()).toBe(reds);
    await tab.getByRole('button', { name: 'Heat map' }).click();
    const choice = tab.getByRole('combobox', { name: 'Show' });
    await choice.selectOption('A Identify and respond');
    await map.getByRole('columnheader', { name: 'A Identify and respond' }).waitFor();
    await map.getByRole('button', { name: /^\d+ red, A Identify and respond, Police, / }).waitFor();
    await expectWithin();
    await choice.selectOption('Probation');
    await map.getByRole('columnheader', { name: 'Probation' }).waitFor();
    await map
      .getByRole('button', { name: /, Probation, / })
      .first()
      .click();
    await tab.getByRole('list', { name: 'Prompts of Probation' }).getByRole('link').first().waitFor();
    await phone.context.close();
  });
});

/** Whether nothing hides any corner of it. Runs in the page. */
function isInSight(element: HTMLElement): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return [
    [left + 4, top + 4],
    [right - 4, bottom - 4],
  ].every(([x = 0, y = 0]) => element.contains(document.elementFromPoint(x, y)));
}
