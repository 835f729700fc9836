import type { Visitor } from '../e2e/support/open-world.ts';
import { countNodes, openChecklist, openWideChecklist, PARTNERS, PROMPTS, scrollTo } from './wide-checklist.ts';

/** In the grid's whole scrolling area, heads and shared pictures included. */
export const MOST_NODES = 1500;

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;

const STEPS_DOWN = 60;
const STEPS_ACROSS = 30;

export type GridFigures = {
  readonly size: string;
  /** At the worst of the places that were looked at. */
  readonly mostNodes: number;
  readonly cells: number;
  readonly perThousandCells: number;
  readonly steps: number;
  readonly longTasks: number;
  readonly longestMs: number;
};

/** The grid of forty partners by 150 prompts, scrolled through down and across. */
export async function takeGridFigures(): Promise<readonly GridFigures[]> {
  const world = await openWideChecklist();
  try {
    const figures: GridFigures[] = [];
    for (const size of SIZES) {
      const visitor = await openChecklist(world, size);
      figures.push({
        size: `${size.width} by ${size.height}`,
        ...(await countAt(visitor)),
        ...(await scroll(visitor)),
      });
      await visitor.context.close();
    }
    return figures;
  } finally {
    await world.close();
  }
}

async function countAt(visitor: Visitor) {
  let mostNodes = 0;
  let cells = 0;
  for (const [down, across] of [
    [0, 0],
    [0.5, 0.5],
    [1, 1],
  ] as const) {
    await scrollTo(visitor, down, across);
    const nodes = await countNodes(visitor);
    if (nodes < mostNodes) continue;
    mostNodes = nodes;
    cells = await visitor.tab.getByRole('gridcell').count();
  }
  return { mostNodes, cells, perThousandCells: Math.round((mostNodes / (PARTNERS * PROMPTS)) * 1000) };
}

/** A step a frame, as a wheel does, from the start to the end of both directions. */
async function scroll(visitor: Visitor) {
  await scrollTo(visitor, 0, 0);
  const frame = await visitor.frame();
  const tasks = await frame.evaluate(
    async ([down, across]) => {
      const found: number[] = [];
      const observer = new PerformanceObserver((list) =>
        found.push(...list.getEntries().map((entry) => entry.duration)),
      );
      observer.observe({ type: 'longtask' });
      const pane = document.querySelector('[role="grid"]')?.parentElement;
      if (!pane) throw new Error('There is no grid.');
      const nextFrame = () => new Promise((done) => requestAnimationFrame(done));
      for (let step = 0; step < down; step += 1) {
        pane.scrollBy(0, 120);
        await nextFrame();
      }
      for (let step = 0; step < across; step += 1) {
        pane.scrollBy(100, 0);
        await nextFrame();
      }
      await nextFrame();
      found.push(...observer.takeRecords().map((entry) => entry.duration));
      observer.disconnect();
      return found;
    },
    [STEPS_DOWN, STEPS_ACROSS] as const,
  );
  return {
    steps: STEPS_DOWN + STEPS_ACROSS,
    longTasks: tasks.length,
    longestMs: Math.round(Math.max(0, ...tasks)),
  };
}
