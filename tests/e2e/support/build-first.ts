import { buildWhatChanged } from '../../../infra/run/build-parts.ts';
import { buildProbe } from './build-probe.ts';

/** Runs once before the tests in a browser: they look at what is built, so it has to be what is written. */
export async function setup(): Promise<void> {
  await buildWhatChanged(() => undefined);
  await buildProbe();
}
