import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const SEEDS = 100;
const STEPS = 200;

it('loses nothing, doubles nothing and writes over nothing unseen, whatever network, tabs and people do', async () => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { problems } = await simulate(seed, STEPS);
    expect(problems, `seed ${seed}: npm run simulate -- --from ${seed} --seeds 1 plays it again`).toEqual([]);
  }
}, 300_000);
