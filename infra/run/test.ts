import './preflight.ts';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeReport, readReport } from '../local/conformance/report.ts';
import { BUILT, buildHostPage, buildTab, ROOT } from './build-parts.ts';
import { checkLock } from './check-lock.ts';
import { findBrowser, NoBrowser } from './find-browser.ts';
import { runInBrowser, runVitest } from './run-vitest.ts';
import { checkTypes, finish, lint, step } from './steps.ts';
import { addUp, sayTally, type Tally, tallyStep } from './tally.ts';
import { LIMITS, sayWeights, weighBuild } from './weight.ts';

async function lock(): Promise<Tally> {
  const fault = checkLock(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  return tallyStep('lock file', fault === undefined, fault ?? '');
}

/** Builds anew, so that what is tested is what is written, and weighs it. */
async function build(): Promise<Tally> {
  try {
    const manifest = await buildTab();
    await buildHostPage();
    const weights = weighBuild(BUILT.tab, manifest);
    const isLight = weights.navigation.kilobytes <= LIMITS.navigation && weights.firstRow.kilobytes <= LIMITS.firstRow;
    const said = sayWeights(weights);
    console.log(said);
    return tallyStep('build and weight', isLight, said);
  } catch (error) {
    return tallyStep('build and weight', false, error instanceof Error ? error.message : String(error));
  }
}

async function browser(): Promise<Tally> {
  try {
    process.env.CHROMIUM = findBrowser(console.log);
    return await runInBrowser(console.log);
  } catch (error) {
    if (error instanceof NoBrowser) return tallyStep('tests in a browser', false, error.message);
    throw error;
  }
}

/** Every stand-in of this run writes what it compared with Microsoft's shapes into one file. */
const REPORT = join(ROOT, 'dist/conformance.jsonl');
rmSync(REPORT, { force: true });
process.env.GRAPH_CONFORMANCE_REPORT = REPORT;

async function conformance(): Promise<Tally> {
  const report = readReport(REPORT);
  const said = describeReport(process.env.GRAPH_CONFORMANCE, report);
  console.log(said);
  return tallyStep('conformance', report.failures.length === 0, [said, ...new Set(report.failures)].join('\n'));
}

const total = addUp([
  await step('lock file', lock),
  await step('format and lint', lint),
  await step('types', checkTypes),
  await step('unit and stand-in tests', () => runVitest('unit')),
  await step('build and weight', build),
  await step('tests in a browser', browser),
  await step('conformance', conformance),
]);
finish(total, sayTally(total));
