import { type Call, createGraph, type Graph, type TokenRequest } from '../../src/graph/client.ts';

export type Seen = {
  readonly method: string;
  readonly url: string;
  readonly token: string | null;
  readonly headers: Headers;
  readonly body: string;
};

/**
 * A client whose requests are answered by a function, with a clock that only moves when somebody waits. For what a
 * faithful server does not do on its own: lost answers, odd headers, links that lead astray.
 */
export function openAnswering(
  answer: (request: Seen, number: number) => Response | Promise<Response> | Error,
  options: { readonly getToken?: (request: TokenRequest) => Promise<string>; readonly fileOrigins?: string[] } = {},
): { graph: Graph; seen: Seen[]; waits: number[]; tokens: TokenRequest[] } {
  const seen: Seen[] = [];
  const waits: number[] = [];
  const tokens: TokenRequest[] = [];
  let now = Date.parse('2026-11-23T09:00:00Z');
  const graph = createGraph({
    baseUrl: 'http://localhost:5302',
    fileOrigins: options.fileOrigins ?? ['http://127.0.0.1:5302'],
    getToken: async (request) => {
      tokens.push(request);
      return options.getToken ? options.getToken(request) : 'secret-token';
    },
    fetch: async (request) => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, token: headers.get('Authorization'), body: await request.text() });
      const given = await answer(seen[seen.length - 1] as Seen, seen.length);
      if (given instanceof Error) throw given;
      return given;
    },
    now: () => now,
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
      now += milliseconds;
    },
  });
  return { graph, seen, waits, tokens };
}

export function json(body: unknown, status = 200, headers: { [name: string]: string } = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

export function fault(status: number, code = 'generalException', headers: { [name: string]: string } = {}): Response {
  return json(
    { error: { code, message: 'do not read me?secret=1', innerError: { 'request-id': 'r' } } },
    status,
    headers,
  );
}

export const getItem = (path: string): Call => ({ kind: 'item', path });
export const getLists = (path: string): Call => ({ kind: 'list', path });
