import { buildWhatChanged } from '../../../infra/run/build-parts.ts';
import { buildProbe } from './build-probe.ts';

/** Runs once before the tests in a browser: they look at what is built, so it has to be what is written. */
export async function setup(): Promise<void> {
  // The runner says that this is a test, and React would be built with all its checks in it.
  process.env.NODE_ENV = 'production';
  await buildWhatChanged(() => undefined);
  await buildProbe();
}
