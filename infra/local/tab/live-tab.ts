import { fileURLToPath } from 'node:url';
import { createServer, type Plugin } from 'vite';
import type { Listening } from '../listen.ts';
import { makeSecurityHeaders } from './security-headers.ts';
import { fillConfiguration, type TabConfiguration } from './tab-server.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Serves the tab from its sources and reloads it on change. Its headers are those of production, loosened for two
 * things that only this server does: scripts written into the page, and a socket for reloading.
 */
export async function openLiveTab(port: number, configuration: TabConfiguration): Promise<Listening> {
  const headers = makeSecurityHeaders(
    {
      graph: new URL(configuration.graphBaseUrl).origin,
      login: new URL(configuration.authority).origin,
      files: configuration.fileOrigins,
      trusted: configuration.trustedOrigins,
    },
    false,
  );
  const policy = (headers['Content-Security-Policy'] ?? '')
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", `connect-src 'self' ws://localhost:${port}`);
  const fill: Plugin = {
    name: 'fill-configuration',
    transformIndexHtml: { order: 'pre', handler: (page) => fillConfiguration(page, configuration) },
  };
  // Vite serves JSON as a script, and a browser takes no script where a JSON module was asked for.
  const plainJson: Plugin = {
    name: 'plain-json',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/src/themes/packs.ts') ? code.replaceAll(", { with: { type: 'json' } }", '') : undefined,
  };
  const server = await createServer({
    root: ROOT,
    configFile: `${ROOT}vite.config.ts`,
    plugins: [fill, plainJson],
    logLevel: 'warn',
    server: { port, strictPort: true, host: 'localhost', headers: { ...headers, 'Content-Security-Policy': policy } },
  });
  await server.listen();
  return { port, close: () => server.close() };
}
