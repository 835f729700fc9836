import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildTab, ROOT } from '../../../infra/run/build-parts.ts';

const PROBE = '/tests/e2e/support/probe/probe.ts';

/** Where the production pages are with the probe in the product's place. */
export const PROBE_BUILT = join(ROOT, 'dist/probe');

export async function buildProbe(): Promise<void> {
  const useProbe: Plugin = {
    name: 'use-probe',
    transformIndexHtml: { order: 'pre', handler: (page) => page.replace('/src/main.tsx', PROBE) },
  };
  await buildTab({ outDir: PROBE_BUILT, plugins: [useProbe] });
}
