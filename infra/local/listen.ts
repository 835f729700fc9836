import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionDropped } from './faults/faults.ts';

export type Tls = { readonly key: string; readonly cert: string };
export type Listening = { readonly port: number; close(): Promise<void> };

export class PortBusy extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is in use by another program.`);
    this.name = 'PortBusy';
    this.port = port;
  }
}

/** Puts a handler behind a port of this computer only; port 0 takes any free one. */
export function listen(handle: (request: Request) => Promise<Response>, port: number, tls?: Tls): Promise<Listening> {
  const answer = async (request: Request, { outgoing }: HttpBindings): Promise<Response> => {
    try {
      return await handle(request);
    } catch (error) {
      if (!(error instanceof ConnectionDropped)) throw error;
      // The line is cut: no answer and no goodbye.
      outgoing.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
  const listener = getRequestListener((request, env) => answer(request, env as HttpBindings), {
    overrideGlobalObjects: false,
  });
  const server = tls ? createHttpsServer({ key: tls.key, cert: tls.cert }, listener) : createHttpServer(listener);
  // Longer than a browser keeps an idle connection: it must not send on one that is just being closed here.
  server.keepAliveTimeout = 90_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject('code' in error && error.code === 'EADDRINUSE' ? new PortBusy(port) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      resolve({
        port: taken,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}
