import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The small pages live beside their scripts, and are served at the top, where Teams and Entra are told to find them. */
const PAGES = ['configure', 'remove', 'sign-in', 'popup-relay'];

function pagesAtTop(): Plugin {
  return {
    name: 'pages-at-top',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const page of PAGES) {
        const emitted = bundle[`src/pages/${page}.html`];
        if (emitted) emitted.fileName = `${page}.html`;
      }
    },
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const page = PAGES.find((name) => request.url?.split('?')[0] === `/${name}.html`);
        if (page) request.url = `/src/pages/${page}.html`;
        next();
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), pagesAtTop()],
  build: {
    outDir: 'dist/tab',
    emptyOutDir: true,
    target: 'es2023',
    // Everything is a file of its own, so that the content security policy needs no `data:` for scripts and fonts.
    assetsInlineLimit: 0,
    manifest: 'build.json',
    rolldownOptions: {
      input: ['index.html', ...PAGES.map((page) => `src/pages/${page}.html`)],
      // Its package does not say so, but its modules do nothing by being imported: what is not used stays out.
      treeshake: { moduleSideEffects: [{ test: /microsoft-graph-client/, sideEffects: false }] },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          // Unasked, a machine of two cores would run one file after the other.
          maxWorkers: 2,
          // A busy machine is no fault of the code: the limit is for what never ends.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/e2e/support/build-first.ts',
          // A journey mostly waits for its browser: two at once are done in little more than half the time.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A save is a round trip or two, on a machine that may be busy.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
