import { goTo } from '../e2e/support/at-work.ts';
import { countCalls } from '../e2e/support/count-calls.ts';
import { countElements, ITEMS, openLargeRegister, openRegister, scrollRegister } from './large-register.ts';
import { scrollInSteps } from './scroll-in-steps.ts';
import { roundMs, type Spread, spreadOf, startThreadTime } from './thread-time.ts';

const STEPS = 60;
const ROW = 44;
const MOUNTS = 5;

/** Words by which the function that draws a row is known in the build. */
export const DRAWN_ROW = 'translateY(';

/** By the clock of this machine, and by what the tab's main thread worked. */
type Times = { readonly clockMs: Spread; readonly workedMs: Spread };

export type RegisterFigures = {
  readonly items: number;
  /** The most that were drawn at once. */
  readonly elements: number;
  /** Drawn in 60 steps of one row each. */
  readonly rowsDrawn: number;
  /** Coming back to the screen. */
  readonly mount: Times;
  readonly firstKey: { readonly clockMs: number; readonly workedMs: number };
  readonly key: Times;
  readonly step: Pick<Times, 'workedMs'>;
};

/** Counts elements and takes times on this machine; only the counts are judged. */
export async function takeRegisterFigures(): Promise<RegisterFigures> {
  const world = await openLargeRegister();
  try {
    const visitor = await openRegister(world, { size: { width: 1280, height: 800 } });
    const frame = await visitor.frame();
    const measure = await startThreadTime(visitor);

    const mounts = [];
    for (let turn = 0; turn < MOUNTS; turn += 1) {
      await goTo(visitor, 'Home');
      await visitor.tab.getByText(/\d+ of \d+ rated/).waitFor();
      mounts.push(await measure(() => frame.evaluate(mountRegister)));
    }
    const elements = [await countElements(visitor)];
    for (const share of [0.33, 0.66, 1, 0]) {
      await scrollRegister(visitor, share);
      elements.push(await countElements(visitor));
    }
    const keys = [];
    const words = 'dip sample 19';
    for (let end = 1; end <= words.length; end += 1) {
      keys.push(await measure(() => frame.evaluate(typeInSearch, words.slice(0, end))));
    }
    await frame.evaluate(typeInSearch, '');
    const steps: number[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      steps.push((await measure(() => scrollInSteps(visitor, 1, { down: ROW }))).workedMs);
    }
    const { row } = await countCalls(visitor, { row: DRAWN_ROW }, () => scrollInSteps(visitor, STEPS, { down: ROW }));
    const first = keys[0];
    return {
      items: ITEMS,
      elements: Math.max(...elements),
      rowsDrawn: row,
      mount: timesOf(mounts),
      firstKey: { clockMs: roundMs(first?.result), workedMs: roundMs(first?.workedMs) },
      key: timesOf(keys),
      step: { workedMs: spreadOf(steps) },
    };
  } finally {
    await world.close();
  }
}

function timesOf(measured: readonly { readonly result: number; readonly workedMs: number }[]): Times {
  return {
    clockMs: spreadOf(measured.map(({ result }) => result)),
    workedMs: spreadOf(measured.map(({ workedMs }) => workedMs)),
  };
}

/** Runs in the page: from the press to the frame in which the first row is there. */
async function mountRegister(): Promise<number> {
  const link = [...document.querySelectorAll<HTMLElement>('nav a')].find((each) => each.textContent === 'Evidence');
  const began = performance.now();
  link?.click();
  while (!document.querySelector('[role="grid"] [role="gridcell"]'))
    await new Promise((done) => requestAnimationFrame(done));
  return performance.now() - began;
}

/** Runs in the page: a key as React hears it, to the frame after the one in which the result was drawn. */
async function typeInSearch(words: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Find evidence"]');
  if (!input) throw new Error('There is nowhere to type.');
  const began = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, words);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}
