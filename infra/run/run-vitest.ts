import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build-parts.ts';
import { runTool } from './run-tool.ts';
import { readNotRun, type Tally, tallyReport, tallyStep } from './tally.ts';

/** Runs one project of the tests and counts it. */
export async function runVitest(
  project: 'unit' | 'e2e',
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Tally> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const path = join(ROOT, 'dist', `tests.${project}.json`);
  rmSync(path, { force: true });
  const reporting = ['--reporter=json', `--outputFile.json=${path}`];
  const { isGood, output } = await runTool('vitest', ['run', '--project', project, ...reporting, ...args], env);
  if (!existsSync(path)) return tallyStep(`${project} tests`, false, output);
  const notRun = readNotRun(readFileSync(join(ROOT, 'README.md'), 'utf8'));
  const tally = tallyReport(JSON.parse(readFileSync(path, 'utf8')), isGood, notRun);
  // What went wrong outside of any test stands only in what vitest printed.
  const isOutside = !isGood && tally.failures.length === 1 && tally.failures[0]?.startsWith('Every test passed');
  return isOutside ? { ...tally, failures: [`${tally.failures[0]}\n${output.trim().slice(-4000)}`] } : tally;
}
