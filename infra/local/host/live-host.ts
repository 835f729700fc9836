import { getRequestListener } from '@hono/node-server';
import { createServer, type Plugin } from 'vite';
import { hostPageBuild } from '../host-page/vite-config.ts';
import type { Listening } from '../listen.ts';
import type { HostServer } from './host-server.ts';

/** Serves the host page from its sources, with its addresses under `/api` as always. */
export async function openLiveHost(port: number, host: HostServer): Promise<Listening> {
  const listener = getRequestListener(host.handle, { overrideGlobalObjects: false });
  const answers: Plugin = {
    name: 'host-answers',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) void listener(request, response);
        else next();
      });
    },
  };
  const server = await createServer({
    ...hostPageBuild,
    plugins: [...(hostPageBuild.plugins ?? []), answers],
    logLevel: 'warn',
    cacheDir: '../../../node_modules/.vite-host',
    server: { port, strictPort: true, host: 'localhost' },
  });
  await server.listen();
  return { port, close: () => server.close() };
}
