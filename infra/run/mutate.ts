import './preflight.ts';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Bug, bugs } from './bugs.ts';
import { ROOT } from './build-parts.ts';
import type { VitestReport } from './tally.ts';

/**
 * Tests the tests: applies each deliberate bug to a copy of the tree and runs the tests that are to notice. A bug counts
 * as caught only by an assertion that fails, not by code that no longer loads.
 */
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = bugs.filter(({ name, rule }) => !values.only || `${rule} ${name}`.includes(values.only));
const copy = mkdtempSync(join(tmpdir(), 'jtai-mutate-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const part of ['src', 'tests', 'infra', 'manifest', 'vite.config.ts', 'tsconfig.json', 'package.json']) {
  cpSync(join(ROOT, part), join(copy, part), { recursive: true });
}
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');

type Verdict = { readonly caught: boolean; readonly by: string };

async function run(tests: readonly string[]): Promise<VitestReport | undefined> {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const args = ['run', '--project', 'unit', '--bail=1', '--reporter=json', `--outputFile.json=${report}`, ...tests];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', vitest, ...args], {
    cwd: copy,
    stdio: 'ignore',
  });
  // What never ends has been noticed by nobody.
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  } catch {
    return undefined;
  }
}

function judge(report: VitestReport | undefined): Verdict {
  if (!report) return { caught: false, by: 'the tests did not end' };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed');
  const byAssertion = failed.find(({ failureMessages = [] }) => /AssertionError/.test(failureMessages.join('\n')));
  if (byAssertion) return { caught: true, by: byAssertion.fullName };
  if (failed[0]) return { caught: false, by: `no assertion, but ${failed[0].failureMessages?.[0]?.split('\n')[0]}` };
  return { caught: false, by: tests.length === 0 ? 'the code did not load' : 'all tests passed' };
}

async function tryOne({ file, find, replace, tests }: Bug): Promise<Verdict> {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) return { caught: false, by: 'its text is no longer found once' };
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
  try {
    return judge(await run(tests));
  } finally {
    writeFileSync(path, text);
  }
}

const LONGEST_RUN_MS = 120_000;

const sound = judge(await run([...new Set(chosen.flatMap(({ tests }) => tests))]));
if (sound.by !== 'all tests passed') {
  console.error(`Without any bug the tests must pass first: ${sound.by}`);
  process.exit(1);
}
let caught = 0;
for (const bug of chosen) {
  const verdict = await tryOne(bug);
  if (verdict.caught) caught += 1;
  console.log(`${verdict.caught ? 'caught  ' : 'SURVIVED'} | ${bug.rule.padEnd(26)} | ${bug.name} | ${verdict.by}`);
}
console.log(`caught ${caught} of ${chosen.length}`);
process.exit(caught === chosen.length ? 0 : 1);
