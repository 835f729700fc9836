import type { Watch } from '../conformance/watch.ts';
import type { State } from '../state/state.ts';
import { readAddress } from './address.ts';
import { answerBatch } from './batch.ts';
import { bytesOf, readJson } from './body.ts';
import { graphCors, graphPreflight } from './cors.ts';
import type { Answer, Call, Json } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { Refusal, toErrorBody, UnknownAddress } from './errors.ts';
import type { Events } from './events.ts';
import type { Meter } from './meter.ts';
import { readQuery } from './query.ts';
import { buildRoutes, type Route } from './routes.ts';
import { controlSites, forPeopleOnly, manageColumns, manageLists } from './scopes.ts';
import { type Caller, type Keys, readCaller } from './token.ts';

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export type GraphParts = {
  readonly state: State;
  readonly keys: Keys;
  readonly meter: Meter;
  readonly events: Events;
  readonly watch: Watch;
  /** A fault that was asked for a part of a batch. */
  readonly partFault: (part: Request, requestId: string) => Refusal | undefined;
};

/** One request after the other through the same gates: token, address, scope, cost, the handler with the person's rights. */
export function startGraph(parts: GraphParts): (request: Request, requestId: string) => Promise<Response> {
  const { state, keys, meter, events, watch } = parts;
  const findRoute = buildRoutes(endpoints);

  async function answerOne(request: Request, caller: Caller, requestId: string): Promise<Answer> {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/v1\.0/i, '');
    const route = findRoute(request.method, readAddress(path));
    const { endpoint, params } = route;
    let sent: Promise<Json> | undefined;
    const call: Call = {
      state,
      ...passScopes(route, caller),
      params,
      query: readQuery(url.searchParams),
      headers: request.headers,
      base: `${url.origin}/v1.0`,
      path,
      json: () => {
        sent ??= readJson(request);
        return sent;
      },
      bytes: () => bytesOf(request),
    };
    const channel = params.channel?.by === 'id' ? params.channel.id : '';
    const rate = meter.charge(caller, endpoint, unitsOf(route, call), { team: params.keys.team ?? '', channel });
    const answer = await endpoint.handle(call);
    const { status, body } = answer;
    const { answers, takes } = endpoint;
    await watch.look({ method: request.method, path, requestId, answers, takes, status, body, sent: await sent });
    return { ...answer, headers: { ...rate, ...answer.headers } };
  }

  /** Every refusal, expected or not, becomes an answer in Graph's shape. */
  async function settle(request: Request, requestId: string, work: () => Promise<Answer>): Promise<Answer> {
    const clientRequestId = request.headers.get('client-request-id') ?? requestId;
    const marks = { 'request-id': requestId, 'client-request-id': clientRequestId };
    try {
      const answer = await work();
      return { ...answer, headers: { ...marks, ...answer.headers } };
    } catch (error) {
      const refusal = error instanceof Refusal ? error : crashOf(error, request, requestId);
      if (refusal instanceof UnknownAddress) log('unknown-address', request, requestId, refusal.message);
      const body = toErrorBody(refusal, { date: state.clock.stamp(), requestId, clientRequestId });
      return { status: refusal.status, body, headers: { ...marks, ...refusal.headers } };
    }
  }

  function crashOf(error: unknown, request: Request, requestId: string): Refusal {
    log('crash', request, requestId, error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Refusal(500, 'generalException', 'General exception while processing');
  }

  function log(kind: 'unknown-address' | 'crash', request: Request, requestId: string, detail: string): void {
    const path = new URL(request.url).pathname;
    events.add({ kind, at: state.clock.stamp(), requestId, method: request.method, path, detail });
  }

  async function answerPart(part: Request, caller: Caller, requestId: string): Promise<Answer> {
    const answer = await settle(part, requestId, () => {
      const fault = parts.partFault(part, requestId);
      if (fault) throw fault;
      return answerOne(part, caller, requestId);
    });
    if (answer.status >= 400) meter.counters.refused(caller);
    return answer;
  }

  return async (request, requestId) => {
    if (request.method === 'OPTIONS') return graphPreflight(request);
    const pathname = new URL(request.url).pathname;
    let caller: Caller | undefined;
    const answer = await settle(request, requestId, async () => {
      demandSmallHeaders(request.headers);
      if (!/^\/v1\.0(\/|$)/i.test(pathname))
        throw new UnknownAddress(`Invalid version: '${pathname.split('/')[1] ?? ''}'.`);
      const person = await readCaller(state, keys, request.headers);
      caller = person;
      if (request.method === 'POST' && /^\/v1\.0\/\$batch\/?$/i.test(pathname)) {
        return answerBatch(request, (part, n) =>
          answerPart(part, person, `${requestId.slice(0, -2)}${String(n).padStart(2, '0')}`),
        );
      }
      return answerOne(request, person, requestId);
    });
    if (answer.status >= 400) meter.counters.refused(caller);
    meter.counters.bytes(caller, Number(request.headers.get('content-length') ?? 0), 0);
    return toResponse(answer, caller, parts);
  };
}

function toResponse(answer: Answer, caller: Caller | undefined, { meter, state }: GraphParts): Response {
  const headers = new Headers({
    ...graphCors(state.switches.rateLimitSeen),
    'cache-control': 'no-store',
    ...answer.headers,
  });
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  headers.set('content-type', JSON_TYPE);
  const text = JSON.stringify(answer.body);
  meter.counters.bytes(caller, 0, Buffer.byteLength(text));
  return new Response(text, { status: answer.status, headers });
}

const LARGEST_HEADERS = 32 * 1024;

function demandSmallHeaders(headers: Headers): void {
  let size = 0;
  for (const [name, value] of headers) size += name.length + value.length;
  if (size > LARGEST_HEADERS)
    throw new Refusal(431, 'RequestHeaderFieldsTooLarge', 'The headers are larger than 32 KB.');
}

function unitsOf({ endpoint }: Route, call: Call): number {
  if (endpoint.service !== 'sharepoint') return 0;
  const units = typeof endpoint.units === 'function' ? endpoint.units(call) : (endpoint.units ?? 1);
  const withPermissions = call.query.expand.some((each) => each.name.toLowerCase() === 'permissions');
  return withPermissions ? Math.max(5, units) : units;
}

/** The scope is looked at before anything is looked up, so that a refusal says nothing about what is there. */
function passScopes({ endpoint }: Route, caller: Caller): Pick<Call, 'caller' | 'granted'> {
  const { scopes, path, service } = endpoint;
  if (caller.kind === 'app' && /^\/me(\/|$)/.test(path)) {
    throw new Refusal(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  if (scopes.length === 0) return { caller, granted: [] };
  const usable = caller.kind === 'app' ? caller.scopes.filter((scope) => !forPeopleOnly.has(scope)) : caller.scopes;
  const granted = usable.filter((scope) => scopes.includes(scope));
  if (granted.length > 0) return { caller, granted };
  if (service === 'sharepoint' && scopes !== controlSites && caller.scopes.includes('Sites.Selected')) {
    const selected = scopes === manageLists || scopes === manageColumns ? 'manage' : 'use';
    return { caller: { ...caller, selected }, granted: ['Sites.Selected'] };
  }
  throw new Refusal(
    403,
    service === 'sharepoint' ? 'accessDenied' : 'Forbidden',
    `Missing scope permissions on the request. API requires one of '${scopes.join(', ')}'. Scopes on the request '${caller.scopes.join(', ')}'`,
  );
}
