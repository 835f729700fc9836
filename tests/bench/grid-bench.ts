import type { Visitor } from '../e2e/support/open-world.ts';
import { scrollInSteps } from './scroll-in-steps.ts';
import { type Spread, spreadOf, startThreadTime } from './thread-time.ts';
import { countNodes, openChecklist, openWideChecklist, PARTNERS, PROMPTS, scrollTo } from './wide-checklist.ts';

/** On the whole page: the grid with its heads, and all that stands round it. */
export const MOST_NODES = 1500;

export const SIZES = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
  { width: 3840, height: 2160 },
] as const;

const STEPS = [
  { times: 60, down: 120 },
  { times: 30, across: 100 },
] as const;

export type GridFigures = {
  readonly size: string;
  /** At the worst of the places that were looked at. */
  readonly mostNodes: number;
  readonly cells: number;
  readonly perThousandCells: number;
  readonly steps: number;
  readonly longTasks: number;
  readonly longestMs: number;
  /** What the main thread worked in a step. */
  readonly stepMs: Spread;
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

/** From the start to the end of both directions. A busy machine makes tasks long too: their work is told beside. */
async function scroll(visitor: Visitor) {
  await scrollTo(visitor, 0, 0);
  const frame = await visitor.frame();
  const tasks = await frame.evaluateHandle(() => {
    const found: number[] = [];
    new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
    return found;
  });
  const measure = await startThreadTime(visitor);
  const worked: number[] = [];
  for (const { times, ...step } of STEPS) {
    for (let turn = 0; turn < times; turn += 1) {
      worked.push((await measure(() => scrollInSteps(visitor, 1, step))).workedMs);
    }
  }
  const long = await tasks.jsonValue();
  return {
    steps: worked.length,
    longTasks: long.length,
    longestMs: Math.round(Math.max(0, ...long)),
    stepMs: spreadOf(worked),
  };
}
