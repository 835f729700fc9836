import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server';
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

/** Handlers refuse much less themselves; this is where reading stops. */
const LARGEST_HEADERS = 256 * 1024;

/** What is not even a request is refused in the same shape as a request that is wrong. */
const toMalformed = (message: string) => ({
  error: { code: 'BadRequest', message, innerError: { date: new Date().toISOString().slice(0, 19) } },
});

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
    // An address or a host name of which no request can be made.
    errorHandler: (error) => {
      if (error instanceof RequestError) return Response.json(toMalformed(error.message), { status: 400 });
      console.error(error);
      return Response.json(toMalformed('General exception while processing'), { status: 500 });
    },
  });
  const limits = { maxHeaderSize: LARGEST_HEADERS, requireHostHeader: false };
  const server = tls
    ? createHttpsServer({ ...limits, key: tls.key, cert: tls.cert }, listener)
    : createHttpServer(limits, listener);
  server.on('clientError', (error, socket) => {
    if (!socket.writable) return socket.destroy();
    const status =
      'code' in error && error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : '400 Bad Request';
    const body = JSON.stringify(toMalformed(error.message));
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  });
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
