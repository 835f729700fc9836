import { runTool } from './run-tool.ts';
import { type Tally, tallyStep } from './tally.ts';

/** Runs one step, and says its name and time. */
export async function step(name: string, run: () => Promise<Tally>): Promise<Tally> {
  const start = performance.now();
  const tally = await run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name}: ${tally.failed === 0 ? 'good' : 'bad'}, ${seconds} s`);
  return tally;
}

export async function lint(): Promise<Tally> {
  const { isGood, output } = await runTool('biome', ['ci', '--colors=off', '--max-diagnostics=50', '.']);
  return tallyStep('format and lint', isGood, output);
}

export async function checkTypes(): Promise<Tally> {
  const { isGood, output } = await runTool('tsc', ['--noEmit', '--pretty', 'false']);
  return tallyStep('types', isGood, output);
}

/** Shows what failed, then the one line; ends with 1 when anything did. */
export function finish(total: Tally, line: string): never {
  for (const failure of total.failures) console.log(`\n✗ ${failure}`);
  if (total.failures.length > 0) console.log('');
  console.log(line);
  process.exit(total.failed === 0 ? 0 : 1);
}
