import { randomUUID } from 'node:crypto';
import type { State } from '../state/state.ts';
import { readAddress } from './address.ts';
import { answerBatch } from './batch.ts';
import { bytesOf, readJson } from './body.ts';
import { graphCors, graphPreflight } from './cors.ts';
import type { Counters } from './counters.ts';
import type { Answer, Call, Json } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { Refusal, toErrorBody, unknownAddress } from './errors.ts';
import type { Events } from './events.ts';
import { readQuery } from './query.ts';
import { buildRoutes, type Route } from './routes.ts';
import { forPeopleOnly } from './scopes.ts';
import { type Caller, type Keys, readCaller } from './token.ts';

export type Graph = { handle(request: Request): Promise<Response> };

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export type GraphParts = {
  readonly state: State;
  readonly keys: Keys;
  readonly counters: Counters;
  readonly events: Events;
};

/** One request after the other through the same gates: token, address, scope, the handler with the person's rights. */
export function startGraph(parts: GraphParts): Graph {
  const { state, keys, counters, events } = parts;
  const findRoute = buildRoutes(endpoints);

  async function answerOne(request: Request, caller: Caller): Promise<Answer> {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/v1\.0/i, '');
    const route = findRoute(request.method, readAddress(path));
    const granted = grantedScopes(route, caller);
    const call: Call = {
      state,
      caller,
      granted,
      params: route.params,
      query: readQuery(url.searchParams),
      headers: request.headers,
      base: `${url.origin}/v1.0`,
      path,
      json: () => once(request),
      bytes: () => bytesOf(request),
    };
    const units = route.endpoint.units ?? 1;
    const cost = route.endpoint.service === 'sharepoint' ? (typeof units === 'number' ? units : units(call)) : 0;
    counters.request(caller, `${route.endpoint.method} ${route.endpoint.path}`, cost);
    return route.endpoint.handle(call);
  }

  const bodies = new WeakMap<Request, Promise<Json>>();
  function once(request: Request): Promise<Json> {
    const body = bodies.get(request) ?? readJson(request);
    bodies.set(request, body);
    return body;
  }

  /** Every refusal, expected or not, becomes an answer in Graph's shape. */
  async function settle(
    request: Request,
    requestId: string,
    work: () => Promise<Answer>,
    caller?: Caller,
  ): Promise<Answer> {
    const clientRequestId = request.headers.get('client-request-id') ?? requestId;
    const marks = { 'request-id': requestId, 'client-request-id': clientRequestId };
    try {
      const answer = await work();
      return { ...answer, headers: { ...marks, ...answer.headers } };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : crashOf(error, request, requestId);
      counters.refused(caller);
      if (
        refusal.code === 'BadRequest' &&
        /segment|not supported here|nothing is answered|version/.test(refusal.message)
      ) {
        events.add(toEvent('unknown-address', request, requestId, refusal.message));
      }
      const body = toErrorBody(refusal, { date: state.clock.stamp(), requestId, clientRequestId });
      return { status: refusal.status, body, headers: { ...marks, ...refusal.headers } };
    }
  }

  function crashOf(error: unknown, request: Request, requestId: string): Refusal {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    events.add(toEvent('crash', request, requestId, detail));
    return new Refusal(500, 'generalException', 'General exception while processing');
  }

  function toEvent(kind: 'unknown-address' | 'crash', request: Request, requestId: string, detail: string) {
    return {
      kind,
      at: state.clock.stamp(),
      requestId,
      method: request.method,
      path: new URL(request.url).pathname,
      detail,
    };
  }

  return {
    async handle(request) {
      if (request.method === 'OPTIONS') return graphPreflight(request);
      const requestId = randomUUID();
      const pathname = new URL(request.url).pathname;
      let caller: Caller | undefined;
      const answer = await settle(
        request,
        requestId,
        async () => {
          if (!/^\/v1\.0(\/|$)/i.test(pathname))
            throw unknownAddress(`Invalid version: '${pathname.split('/')[1] ?? ''}'.`);
          caller = await readCaller(state, keys, request.headers);
          const person = caller;
          if (request.method === 'POST' && /^\/v1\.0\/\$batch\/?$/i.test(pathname)) {
            return answerBatch(request, (part) => settle(part, randomUUID(), () => answerOne(part, person), person));
          }
          return answerOne(request, person);
        },
        caller,
      );
      return toResponse(answer, caller, counters);
    },
  };
}

function toResponse(answer: Answer, caller: Caller | undefined, counters: Counters): Response {
  const headers = new Headers({ ...graphCors(false), 'cache-control': 'no-store', ...answer.headers });
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  headers.set('content-type', JSON_TYPE);
  const text = JSON.stringify(answer.body);
  counters.bytes(caller, 0, Buffer.byteLength(text));
  return new Response(text, { status: answer.status, headers });
}

/** The scope is looked at before anything is looked up, so that a refusal says nothing about what is there. */
function grantedScopes(route: Route, caller: Caller): readonly string[] {
  const { scopes, path } = route.endpoint;
  if (caller.kind === 'app' && /^\/me(\/|$)/.test(path)) {
    throw new Refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  if (scopes.length === 0) return [];
  const granted = caller.scopes.filter(
    (scope) => scopes.includes(scope) && !(caller.kind === 'app' && forPeopleOnly.has(scope)),
  );
  if (granted.length > 0) return granted;
  const teams = route.endpoint.service !== 'sharepoint';
  throw new Refusal(
    403,
    teams ? 'Forbidden' : 'accessDenied',
    `Missing scope permissions on the request. API requires one of '${scopes.join(', ')}'. Scopes on the request '${caller.scopes.join(', ')}'`,
  );
}
