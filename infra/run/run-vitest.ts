import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build-parts.ts';
import { runTool } from './run-tool.ts';
import {
  failedFiles,
  readNotRun,
  type Tally,
  tallyReport,
  tallyStep,
  type VitestReport,
  withSecondTry,
} from './tally.ts';

/** More files than this do not fail by a busy machine: they are not tried again. */
const MOST_TRIED_AGAIN = 3;

type Run = { readonly isGood: boolean; readonly output: string; readonly report: VitestReport | undefined };

/** Runs one project of the tests and counts it. */
export async function runVitest(
  project: 'unit' | 'e2e',
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Tally> {
  return count(project, await runOnce(project, env, args));
}

/**
 * Runs the tests in a browser. A file that failed is tried once more, alone and from its beginning, since a journey
 * depends on a browser and a machine that may be starved; what failed at first is always said.
 */
export async function runInBrowser(say: (line: string) => void): Promise<Tally> {
  const first = await runOnce('e2e');
  const files = first.report ? failedFiles(first.report) : [];
  if (!first.report || files.length === 0 || files.length > MOST_TRIED_AGAIN) return count('e2e', first);
  for (const failure of count('e2e', first).failures) say(`failed at the first try: ${failure}`);
  const second = await runOnce('e2e', {}, files);
  if (!second.report) return count('e2e', first);
  return count('e2e', { ...second, report: withSecondTry(first.report, second.report) });
}

async function runOnce(
  project: 'unit' | 'e2e',
  env: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<Run> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const path = join(ROOT, 'dist', `tests.${project}.json`);
  rmSync(path, { force: true });
  const reporting = ['--reporter=json', `--outputFile.json=${path}`];
  const result = await runTool('vitest', ['run', '--project', project, ...reporting, ...args], env);
  return { ...result, report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined };
}

function count(project: string, { isGood, output, report }: Run): Tally {
  if (!report) return tallyStep(`${project} tests`, false, output);
  const tally = tallyReport(report, isGood, readNotRun(readFileSync(join(ROOT, 'README.md'), 'utf8')));
  // What went wrong outside of any test stands only in what vitest printed.
  const isOutside = !isGood && tally.failures.length === 1 && tally.failures[0]?.startsWith('Every test passed');
  return isOutside ? { ...tally, failures: [`${tally.failures[0]}\n${output.trim().slice(-4000)}`] } : tally;
}
