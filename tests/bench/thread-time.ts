import type { Visitor } from '../e2e/support/open-world.ts';

export type Worked<Result> = { readonly result: Result; readonly workedMs: number };

/**
 * Measures acts by the time of the tab's main thread, as the processor counts it: whatever else the machine does
 * meanwhile is not in it, so that a busy machine gives nearly the same figures as a quiet one.
 */
export async function startThreadTime(visitor: Visitor) {
  const cdp = await visitor.context.newCDPSession(await visitor.frame());
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async (): Promise<number> => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
  };
  return async <Result>(act: () => Promise<Result>): Promise<Worked<Result>> => {
    const before = await read();
    const result = await act();
    return { result, workedMs: (await read()) - before };
  };
}

export type Spread = { readonly median: number; readonly most: number };

/** In milliseconds with one place. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((one, other) => one - other);
  return { median: roundMs(sorted[Math.floor(sorted.length / 2)]), most: roundMs(sorted.at(-1)) };
}

export function roundMs(ms: number | undefined): number {
  return Math.round((ms ?? Number.NaN) * 10) / 10;
}
