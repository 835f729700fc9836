import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_NODES, SIZES } from '../bench/grid-bench.ts';
import { scrollInSteps } from '../bench/scroll-in-steps.ts';
import {
  countNodes,
  GROUPS,
  openChecklist,
  openWideChecklist,
  PARTNERS,
  PROMPTS,
  scrollTo,
} from '../bench/wide-checklist.ts';
import { countCalls } from './support/count-calls.ts';
import { box } from './support/in-the-grid.ts';
import type { Visitor, World } from './support/open-world.ts';

/** Words by which functions are known in the build. */
const heads = 'Agreed answers';
const cell = 'does not match the filters';
const standing = 'agreedCounts:';
const facts = 'isAnswerLate:';

const PLACES = [
  [0, 0],
  [0.5, 0.5],
  [1, 1],
  [0, 1],
] as const;

let world: World;
/** One browser for all: it has read the checklist once. */
let visitor: Visitor;

beforeAll(async () => {
  world = await openWideChecklist();
  visitor = await openChecklist(world, { width: 1280, height: 800 });
});
afterAll(() => world.close());

async function focused() {
  const frame = await visitor.frame();
  return frame.evaluate(() => {
    const element = document.activeElement;
    const scroll = element?.closest('[role="grid"]')?.parentElement;
    if (!element || !scroll) return undefined;
    const [box, pane] = [element.getBoundingClientRect(), scroll.getBoundingClientRect()];
    return {
      name: element.getAttribute('aria-label') ?? '',
      row: element.parentElement?.getAttribute('aria-rowindex'),
      column: element.getAttribute('aria-colindex'),
      isInSight:
        box.top >= pane.top && box.bottom <= pane.bottom + 1 && box.left >= pane.left && box.right <= pane.right + 1,
    };
  });
}

/** Whether a cell is drawn in each corner of what can be seen of the cells. Runs in the page. */
function isFilled(): boolean {
  const pane = document.querySelector('[role="grid"]')?.parentElement;
  const first = document.querySelector('[role="columnheader"]');
  if (!pane || !first) return false;
  const [left, bottom] = [first.getBoundingClientRect().right, first.getBoundingClientRect().bottom];
  const { x, y } = pane.getBoundingClientRect();
  return [left + 8, x + pane.clientWidth - 8].every((across) =>
    [bottom + 8, y + pane.clientHeight - 8].every((down) =>
      document.elementFromPoint(across, down)?.matches('[role="gridcell"]'),
    ),
  );
}

it('forty partners by 150 prompts take at most 1,500 elements, on a screen of any size, wherever the grid is scrolled to', async () => {
  const { page, tab } = visitor;
  const frame = await visitor.frame();
  const grid = tab.getByRole('grid', { name: 'Checklist' });
  const lowRows = tab.getByRole('switch', { name: 'Low rows' });
  const mostLow = { width: 2560, height: 1440 };
  for (const size of [...SIZES, { width: 7680, height: 4320 }, mostLow]) {
    await page.setViewportSize(size);
    if (size === mostLow) {
      await tab.getByRole('button', { name: 'Tools' }).click();
      await lowRows.check();
      await page.keyboard.press('Escape');
    }
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(1 + PROMPTS + GROUPS));
    await expect.poll(() => grid.getAttribute('aria-colcount')).toBe(String(1 + PARTNERS));
    for (const [down, across] of PLACES) {
      await scrollTo(visitor, down, across);
      await expect.poll(() => frame.evaluate(isFilled)).toBe(true);
      const cells = await tab.getByRole('gridcell').count();
      const nodes = await countNodes(visitor);
      console.log(`${size.width} by ${size.height}, at ${down}, ${across}: ${cells} cells, ${nodes} elements`);
      expect(cells).toBeGreaterThan(50);
      expect(nodes).toBeLessThanOrEqual(MOST_NODES);
    }
  }
  await tab.getByRole('button', { name: 'Tools' }).click();
  await lowRows.uncheck();
  await page.keyboard.press('Escape');
});

it('a step of scrolling draws what comes into sight, and counts nothing again', async () => {
  const { page, tab } = visitor;
  await page.setViewportSize({ width: 1280, height: 800 });
  await scrollTo(visitor, 0, 0);
  const steps = 10;
  // Two rows and a half a step; a group that comes into sight counts each of its partners once.
  const columns = await tab.getByRole('columnheader').count();
  const down = await countCalls(visitor, { heads, cell, standing }, () => scrollInSteps(visitor, steps, { down: 120 }));
  console.log(`${steps} steps down: ${down.cell} cells drawn, ${down.standing} standings counted`);
  expect(down.heads).toBe(0);
  expect(down.cell).toBeGreaterThan(0);
  expect(down.cell).toBeLessThanOrEqual(4 * steps * columns);
  expect(down.standing).toBeLessThanOrEqual(5 * columns);
  // A column and a third a step: its head, and its cell of each group in sight.
  const groups = await tab.getByRole('rowheader', { expanded: true }).count();
  const rows = await tab.getByRole('row').count();
  const across = await countCalls(visitor, { cell, standing }, () => scrollInSteps(visitor, steps, { across: 100 }));
  console.log(`${steps} steps across: ${across.cell} cells drawn, ${across.standing} standings counted`);
  expect(across.cell).toBeGreaterThan(0);
  expect(across.cell).toBeLessThanOrEqual(2 * steps * rows);
  expect(across.standing).toBeLessThanOrEqual(2 * steps * (1 + groups));
});

it('a rating makes and draws its own cell anew, counts its partner, and leaves the rest as it is', async () => {
  const { page, tab } = visitor;
  await page.setViewportSize({ width: 1920, height: 1080 });
  await scrollTo(visitor, 0, 0);
  await tab.getByRole('gridcell', { name: /^FD-A2, Police, / }).focus();
  await page.keyboard.press('n');
  await box(visitor, 'FD-A2, Police').getByLabel('Reason').fill('Not for the police.');
  const counts = await countCalls(visitor, { heads, facts, cell, standing }, async () => {
    await page.keyboard.press('Control+Enter');
    await tab.getByRole('gridcell', { name: /^FD-A2, Police, own not applicable/ }).waitFor();
    await tab.getByRole('banner').getByText('All saved').waitFor();
  });
  console.log(`a rating: ${counts.facts} cells made, ${counts.cell} drawn, ${counts.standing} standings counted`);
  // The row is another one when it is on its way, when it is saved, and when it is read again.
  const versions = 6;
  expect(counts.heads).toBeLessThanOrEqual(versions);
  expect(counts.facts).toBeGreaterThan(0);
  expect(counts.facts).toBeLessThanOrEqual(versions);
  expect(counts.cell).toBeLessThanOrEqual(versions);
  expect(counts.standing).toBeLessThanOrEqual(versions * 2);
});

it('the keyboard reaches the last cell, which is in sight and says where it is', async () => {
  const { page, tab } = visitor;
  await page.setViewportSize({ width: 1280, height: 800 });
  await tab.getByRole('button', { name: 'Changed since' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+End');
  await expect.poll(async () => (await focused())?.column).toBe(String(1 + PARTNERS));
  expect(await focused()).toMatchObject({ row: String(1 + PROMPTS + GROUPS), isInSight: true });
  await page.keyboard.press('Control+Home');
  await expect.poll(async () => (await focused())?.row).toBe('2');
  expect(await focused()).toMatchObject({ column: '1', isInSight: true });
  await page.keyboard.press('ArrowDown');
  for (let presses = 0; presses < 25; presses += 1) await page.keyboard.press('ArrowRight');
  await expect.poll(async () => (await focused())?.column).toBe('26');
  expect(await focused()).toMatchObject({ row: '3', isInSight: true });
  await expect.poll(() => tab.locator('[role="grid"] [tabindex="0"]').count()).toBe(1);
  // Scrolled away by the mouse, the cell keeps the focus; the next key comes back to it.
  await scrollTo(visitor, 1, 0);
  expect(await focused()).toMatchObject({ row: '3', column: '26' });
  await page.keyboard.press('ArrowDown');
  await expect.poll(async () => (await focused())?.row).toBe('4');
  expect(await focused()).toMatchObject({ column: '26', isInSight: true });
});
