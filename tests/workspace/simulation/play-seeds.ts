import { expect } from 'vitest';
import { simulate } from './simulate.ts';

const STEPS = 200;

/** Plays seeds one after the other; a failure names the seed that plays it again. */
export async function playSeeds(first: number, last: number): Promise<void> {
  for (let seed = first; seed <= last; seed++) {
    const { problems } = await simulate(seed, STEPS);
    expect(problems, `seed ${seed}: npm run simulate -- --from ${seed} --seeds 1 plays it again`).toEqual([]);
  }
}
