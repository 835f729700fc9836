import { parseArgs } from 'node:util';
import { simulate } from '../../tests/workspace/simulation/simulate.ts';

/** Plays seeds of the data layer's simulation; a seed that fails prints what went wrong and everything that led there. */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '200' },
  },
});
const first = Number(values.from);
const last = first + Number(values.seeds) - 1;
for (let seed = first; seed <= last; seed++) {
  const { problems, log } = await simulate(seed, Number(values.steps));
  if (problems.length === 0) continue;
  console.error(log.join('\n'));
  console.error(`\nSeed ${seed} failed:\n${problems.join('\n')}`);
  console.error(`Play it again with: npm run simulate -- --from ${seed} --seeds 1`);
  process.exit(1);
}
console.log(`Seeds ${first} to ${last} of ${values.steps} steps: nothing lost, doubled or written over unseen.`);
