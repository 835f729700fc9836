import './preflight.ts';
import { runVitest } from './run-vitest.ts';
import { checkTypes, finish, lint, step } from './steps.ts';
import { addUp, sayTally } from './tally.ts';

const total = addUp([
  await step('format and lint', lint),
  await step('types', checkTypes),
  await step('unit tests', () => runVitest('unit')),
]);
finish(total, sayTally(total));
