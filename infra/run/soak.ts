import './preflight.ts';
import { findBrowser } from './find-browser.ts';
import { runVitest } from './run-vitest.ts';
import { finish, step } from './steps.ts';
import { addUp, sayTally } from './tally.ts';

// The same tests with their long sizes: those that know one read SOAK.
process.env.CHROMIUM = findBrowser(console.log);
const total = addUp([
  await step('long tests', () => runVitest('unit', { SOAK: '1' }, ['--testTimeout=1800000'])),
  await step('long tests in a browser', () =>
    runVitest('e2e', { SOAK: '1' }, ['tests/e2e/killed.test.ts', 'tests/e2e/large-pack.test.ts']),
  ),
]);
finish(total, sayTally(total));
