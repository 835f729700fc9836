import { afterAll, beforeAll, expect, it } from 'vitest';
import { countElements, ITEMS, openLargeRegister, openRegister, scrollRegister } from '../bench/large-register.ts';
import { DRAWN_ROW } from '../bench/register-bench.ts';
import { scrollInSteps } from '../bench/scroll-in-steps.ts';
import { countCalls } from './support/count-calls.ts';
import type { Visitor, World } from './support/open-world.ts';

const MOST_ELEMENTS = 400;

/** Words by which functions are known in the build. */
const screen = 'No evidence yet';
const row = DRAWN_ROW;
const madeRow = 'kindOf';

let world: World;
/** One browser for all: it has read the register once. */
let visitor: Visitor;

beforeAll(async () => {
  world = await openLargeRegister();
  visitor = await openRegister(world, { size: { width: 1280, height: 800 } });
});
afterAll(() => world.close());

it('20,000 items take at most 400 elements, however large the window and wherever it is scrolled to', async () => {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1920, height: 1200 },
  ]) {
    await visitor.page.setViewportSize(size);
    const grid = visitor.tab.getByRole('grid', { name: 'Evidence' });
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(ITEMS);
    for (const share of [0, 0.5, 1]) {
      await scrollRegister(visitor, share);
      const elements = await countElements(visitor);
      console.log(`${size.width} by ${size.height}, at ${share}: ${elements} elements`);
      expect(elements).toBeGreaterThan(80);
      expect(elements).toBeLessThanOrEqual(MOST_ELEMENTS);
    }
  }
});

it('draws no more than has changed: the rows that come into sight, and nothing where others have changed nothing', async () => {
  await visitor.page.setViewportSize({ width: 1280, height: 800 });
  await scrollRegister(visitor, 0);
  const frame = await visitor.frame();
  const steps = 10;
  const scrolled = await countCalls(visitor, { screen, row }, () => scrollInSteps(visitor, steps, { down: 44 }));
  console.log(`${steps} rows further: ${scrolled.row} rows drawn`);
  expect(scrolled.screen).toBe(0);
  expect(scrolled.row).toBeGreaterThan(0);
  expect(scrolled.row).toBeLessThanOrEqual(2 * steps);

  const readAt = () =>
    frame.evaluate(() => Object.entries(localStorage).find(([name]) => name.endsWith('.read-at'))?.[1]);
  const before = await readAt();
  const read = await countCalls(visitor, { screen, row, madeRow }, () =>
    expect
      .poll(async () => {
        // As when the person comes back to the window.
        await frame.evaluate(() => void dispatchEvent(new Event('focus')));
        return readAt();
      })
      .not.toBe(before),
  );
  expect(read).toEqual({ screen: 0, row: 0, madeRow: 0 });
});

it('is one stop of the keyboard, whose keys lead to the last row and back, and into an item', async () => {
  const { page, tab } = visitor;
  await page.setViewportSize({ width: 1280, height: 800 });
  await scrollRegister(visitor, 0);
  const frame = await visitor.frame();
  const focused = () =>
    frame.evaluate(() => {
      const row = document.activeElement?.closest('[role="row"]');
      const pane = row?.closest('[role="grid"]')?.parentElement?.getBoundingClientRect();
      const box = row?.getBoundingClientRect();
      const isInSight = box && pane && box.top >= pane.top - 1 && box.bottom <= pane.bottom + 1;
      return { row: Number(row?.getAttribute('aria-rowindex')), isInSight };
    });
  await expect.poll(() => tab.locator('[role="grid"] [tabindex="0"]').count()).toBe(1);
  await tab.getByRole('button', { name: 'Filter', exact: true }).focus();
  await page.keyboard.press('Tab');
  expect(await focused()).toEqual({ row: 2, isInSight: true });
  await page.keyboard.press('End');
  const rows = Number(await tab.getByRole('grid').getAttribute('aria-rowcount'));
  await expect.poll(focused).toEqual({ row: rows, isInSight: true });
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toEqual({ row: rows - 1, isInSight: true });
  await page.keyboard.press('Home');
  await expect.poll(focused).toEqual({ row: 2, isInSight: true });
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tab.getByRole('columnheader', { name: 'Partner' }).and(tab.locator('[aria-sort="ascending"]')).waitFor();
  await tab.getByLabel('Find evidence').fill('register 19999');
  await expect.poll(async () => tab.getByRole('grid').getAttribute('aria-rowcount')).toBe('2');
  await tab.getByRole('grid').getByRole('link').focus();
  await page.keyboard.press('Enter');
  await tab.getByRole('dialog', { name: 'Training register 19999' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(focused).toEqual({ row: 2, isInSight: true });
});

it('chooses all of it with one key, which speaks the count, and draws no more for it', async () => {
  const { page, tab } = visitor;
  await tab.getByLabel('Find evidence').fill('');
  const grid = tab.getByRole('grid', { name: 'Evidence' });
  await expect.poll(async () => Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(ITEMS);
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
  await grid.locator('[data-place][tabindex="0"]').focus();
  await page.keyboard.press('Control+a');
  await tab.getByRole('region', { name: 'Chosen' }).getByText(`${rows} chosen`).waitFor();
  await tab.locator('[aria-live="polite"]').getByText(`${rows} chosen.`).waitFor({ state: 'attached' });
  expect(await grid.locator('[role="row"][aria-selected="false"]').count()).toBe(0);
  await page.setViewportSize({ width: 1920, height: 1200 });
  await scrollRegister(visitor, 0.5);
  expect(await countElements(visitor)).toBeLessThanOrEqual(MOST_ELEMENTS);
  await grid.locator('[data-place][tabindex="0"]').focus();
  await page.keyboard.press('Escape');
  await tab.getByRole('region', { name: 'Chosen' }).waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 1280, height: 800 });
});

it('chooses a whole group at its head, by mouse and by key, and shows that it is chosen in part', async () => {
  const { page, tab } = visitor;
  await tab.getByRole('button', { name: 'Filter', exact: true }).click();
  const group = tab.getByRole('combobox', { name: /^Group by/ });
  await group.selectOption('prompt');
  const grid = tab.getByRole('grid', { name: 'Evidence' });
  const chosen = tab.getByRole('region', { name: 'Chosen' });
  const head = grid.getByRole('gridcell', { name: /, \d+ items(, \d+ chosen)?$/ }).first();
  const box = head.getByRole('checkbox', { name: /^Choose all of / });
  const isHalf = () => box.evaluate((input) => (input as HTMLInputElement).indeterminate);
  await head.waitFor();
  const of = Number(/, (\d+) items$/.exec((await head.getAttribute('aria-label')) ?? '')?.[1]);
  await box.click();
  await chosen.getByText(`${of} chosen`).waitFor();
  await grid.getByRole('row', { selected: true }).and(tab.locator('[aria-rowindex="2"]')).waitFor();
  // The press left the keyboard at the head: its keys do the same.
  await expect.poll(() => head.evaluate((cell) => cell === document.activeElement)).toBe(true);
  await page.keyboard.press('Space');
  await chosen.waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await chosen.getByText('1 chosen').waitFor();
  await expect.poll(() => head.getAttribute('aria-label')).toMatch(/ items, 1 chosen$/);
  expect(await isHalf()).toBe(true);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await chosen.getByText(`${of} chosen`).waitFor();
  expect(await isHalf()).toBe(false);
  for (const by of ['prompt', 'owner', 'state', 'partner']) {
    await group.selectOption(by);
    await head.waitFor();
    expect(await countElements(visitor), by).toBeLessThanOrEqual(MOST_ELEMENTS);
  }
  await tab.getByRole('button', { name: 'Clear', exact: true }).click();
  await chosen.getByRole('button', { name: 'Choose none' }).click();
});

it('says that nothing matches exactly, and shows what comes close', async () => {
  const { tab } = visitor;
  await tab.getByLabel('Find evidence').fill('tresholds 11');
  await tab.getByText("Nothing matches 'tresholds 11' exactly. Close to it:").waitFor();
  await tab
    .getByRole('grid')
    .getByRole('link', { name: /^Threshold review/ })
    .first()
    .waitFor();
});

it('draws only what is in sight on a phone too', async () => {
  await visitor.tab.getByLabel('Find evidence').fill('');
  await visitor.page.setViewportSize({ width: 360, height: 740 });
  const rows = visitor.tab.getByRole('list', { name: 'Evidence' }).getByRole('listitem');
  await rows.first().waitFor();
  await expect.poll(() => rows.count()).toBeGreaterThan(3);
  expect(await countElements(visitor)).toBeLessThanOrEqual(MOST_ELEMENTS);
});
