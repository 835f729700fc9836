import { join } from 'node:path';
import type { Plugin } from 'vite';
import { buildTab, ROOT } from '../../../infra/run/build-parts.ts';

const PROBE = '/tests/e2e/support/probe/probe.ts';

/** Builds the production pages with the probe in the product's place. Returns the folder. */
export async function buildProbe(): Promise<string> {
  const outDir = join(ROOT, 'dist/probe');
  const useProbe: Plugin = {
    name: 'use-probe',
    transformIndexHtml: { order: 'pre', handler: (page) => page.replace('/src/main.tsx', PROBE) },
  };
  await buildTab({ outDir, plugins: [useProbe] });
  return outDir;
}
