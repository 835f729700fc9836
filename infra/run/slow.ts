import './preflight.ts';
import { findBrowser } from './find-browser.ts';
import { runVitest } from './run-vitest.ts';
import { finish, step } from './steps.ts';
import { sayTally } from './tally.ts';

// The tests in a browser over a slow line: what passes only because every answer comes at once is found here.
process.env.CHROMIUM = findBrowser(console.log);
const patience = ['--testTimeout=900000', '--hookTimeout=900000'];
const files = process.argv.slice(2);
const total = await step('tests in a browser over a slow line', () =>
  runVitest('e2e', { LONGEST_DELAY_MS: '150' }, [...patience, ...files]),
);
finish(total, sayTally(total));
