import './preflight.ts';
import { runVitest } from './run-vitest.ts';
import { finish, step } from './steps.ts';
import { sayTally } from './tally.ts';

// The same tests with their long sizes: those that know one read SOAK.
const total = await step('long tests', () => runVitest('unit', { SOAK: '1' }, ['--testTimeout=1800000']));
finish(total, sayTally(total));
