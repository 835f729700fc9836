import { Client, type Context, type Middleware, ResponseType } from '@microsoft/microsoft-graph-client';
import { type CallKind, type Counts, startCounting } from './counts.ts';
import type { GraphError } from './errors.ts';
import { readRetryAfter, startPause, throttled, type Wait, waitForTime } from './pause.ts';
import { refusal, toConnectionError, toGraphError, toSignInError } from './refusals.ts';
import { everydayScopes } from './scopes.ts';

/** How a token is asked for: the scopes of the call, and a claims challenge to pass on, once. */
export type TokenRequest = {
  readonly scopes: readonly string[];
  readonly claims?: string | undefined;
  /** The token given before was turned down without a challenge: the same one again will not do. */
  readonly renew?: true | undefined;
};

export type GraphOptions = {
  /** `https://graph.microsoft.com`: without version and without a closing slash. */
  readonly baseUrl: string;
  /** Origins beside https ones to which upload and download links may lead. */
  readonly fileOrigins?: readonly string[];
  readonly getToken: (request: TokenRequest) => Promise<string>;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** The clock and the patience of tests. */
  readonly now?: () => number;
  readonly wait?: Wait;
  /** From 0 up to 1. */
  readonly random?: () => number;
};

export type Call = {
  readonly kind: CallKind;
  /** What travels inside a batch. */
  readonly parts?: readonly CallKind[] | undefined;
  /** A POST that changes nothing and may be repeated like a GET. */
  readonly isRead?: true | undefined;
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** What follows `/v1.0`, or a whole link that Graph gave. */
  readonly path: string;
  readonly body?: Blob | object | undefined;
  /** The version that a write must find (If-Match). */
  readonly version?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
  /** In milliseconds; a minute unless told. */
  readonly timeLimit?: number | undefined;
};

/** A call on an upload or download link, which carries its own permission: it never gets a token. */
export type FileCall = {
  readonly kind: CallKind;
  readonly method?: 'GET' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: Blob | undefined;
  readonly headers?: { readonly [name: string]: string } | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeLimit?: number | undefined;
};

export type Graph = {
  /** Sends a call and gives the body of its answer; throws a GraphError for every other outcome. */
  send<Body = undefined>(call: Call): Promise<Body>;
  sendToFile(call: FileCall): Promise<Response>;
  /** What follows `/v1.0` of a link that Graph gave, for a batch; refuses a link to anywhere else. */
  toPath(link: string): string;
  counts(): Counts;
  /** Tells when Microsoft 365 asks us to wait, with the seconds. */
  onPause(listener: (seconds: number) => void): () => void;
  /** The same client, ready to wait up to so many seconds in all when asked to; 30 unless told. */
  withPatience(seconds: number): Graph;
  wait: Wait;
  /** Milliseconds since 1970. */
  now(): number;
};

const MINUTE = 60_000;
const TRIES = 4;

/** Carries one attempt's token to the transport and its connection failure back: the client rewraps what is thrown. */
class Attempt {
  token = '';
  failure: unknown;
}

/**
 * One client for Microsoft Graph. Reads are repeated when an answer is lost; writes are repeated only if they were turned
 * down for sure (429, or 503 with a time to wait), because a lost answer may belong to a write that was carried out.
 */
export function createGraph(options: GraphOptions): Graph {
  const origin = new URL(options.baseUrl).origin;
  const fetchIt = options.fetch ?? ((request: Request) => fetch(request));
  const now = options.now ?? Date.now;
  const wait = options.wait ?? waitForTime;
  const random = options.random ?? Math.random;
  const counting = startCounting();
  const pause = startPause(now, wait);
  const client = Client.initWithMiddleware({
    baseUrl: options.baseUrl,
    middleware: buildTransport(origin, fetchIt),
  });

  async function attempt(call: Call, token: TokenRequest): Promise<Response> {
    const facts = new Attempt();
    facts.token = await options.getToken(token).catch((error: unknown) => {
      throw toSignInError(error);
    });
    const request = client
      .api(toPath(call.path, origin))
      .responseType(ResponseType.RAW)
      .middlewareOptions([facts])
      .headers(toHeaders(call))
      .options({ signal: toSignal(call) });
    counting.count(call.kind, call.parts);
    try {
      return await sendBy(request, call);
    } catch (error) {
      throw toConnectionError(facts.failure ?? error, isWrite(call));
    }
  }

  /** Passes a challenge on once, and asks for another token once. */
  async function authorised(call: Call): Promise<Response> {
    const scopes = call.scopes ?? everydayScopes;
    const response = await attempt(call, { scopes });
    if (response.status !== 401) return response;
    const claims = readClaims(response.headers.get('WWW-Authenticate'));
    await response.body?.cancel();
    return attempt(call, claims ? { scopes, claims } : { scopes, renew: true });
  }

  /** Repeats `once` for as long as that is safe and the patience lasts. */
  async function persist(
    once: () => Promise<Response>,
    call: { readonly method?: string; readonly isRead?: true | undefined; readonly signal?: AbortSignal | undefined },
    patience: number,
  ): Promise<Response> {
    const isRead = !isWrite(call);
    let patienceLeft = patience;
    for (let tried = 1; ; tried += 1) {
      patienceLeft = await pause.pass(patienceLeft, call.signal).catch((error: unknown) => {
        throw toConnectionError(error, false);
      });
      const answer = await once().catch((error: unknown) => error as GraphError);
      if (answer instanceof Response && answer.ok) return answer;
      const asked = answer instanceof Response ? readRetryAfter(answer.headers, now()) : undefined;
      const status = answer instanceof Response ? answer.status : 0;
      if (status === 429 || (status === 503 && (isRead || asked !== undefined))) {
        counting.countThrottled();
        const seconds = asked ?? backOff(tried, random());
        pause.begin(seconds);
        if (seconds > patienceLeft || tried >= 2 * TRIES) throw throttled(Math.ceil(seconds), asked !== undefined);
        continue;
      }
      const error = answer instanceof Response ? await toGraphError(answer, !isRead) : answer;
      if (!isRead || error.kind !== 'unreachable' || tried >= TRIES) throw error;
      await wait(backOff(tried, random()) * 250, call.signal).catch((stopped: unknown) => {
        throw toConnectionError(stopped, false);
      });
    }
  }

  function withPatience(patience: number): Graph {
    return {
      send: async <Body>(call: Call) =>
        (await readBody(await persist(() => authorised(call), call, patience), call)) as Body,
      sendToFile: (call) => persist(() => sendToFile(call), call, patience),
      toPath: (link) => toPath(link, origin),
      counts: counting.counts,
      onPause: pause.onPause,
      withPatience,
      wait,
      now,
    };
  }

  async function sendToFile(call: FileCall): Promise<Response> {
    const url = URL.parse(call.url);
    if (!url || (url.protocol !== 'https:' && !options.fileOrigins?.includes(url.origin))) throw refusal('refused');
    counting.count(call.kind);
    try {
      return await fetchIt(
        new Request(url, {
          method: call.method ?? 'GET',
          ...(call.body && { body: call.body }),
          ...(call.headers && { headers: call.headers }),
          signal: toSignal(call),
          credentials: 'omit',
          referrerPolicy: 'no-referrer',
        }),
      );
    } catch (error) {
      throw toConnectionError(error, isWrite(call));
    }
  }

  return withPatience(30);
}

/**
 * The client's own handler adds a token only to https addresses and compares host names without their port. Ours adds it
 * when and only when the whole origin is Graph's.
 */
function buildTransport(origin: string, fetchIt: (request: Request) => Promise<Response>): Middleware {
  return {
    execute: async (context: Context) => {
      const attempt = context.middlewareControl?.getMiddlewareOptions(Attempt) as Attempt;
      const request = new Request(context.request, context.options as RequestInit);
      request.headers.delete('Authorization');
      if (new URL(request.url).origin === origin) request.headers.set('Authorization', `Bearer ${attempt.token}`);
      try {
        context.response = await fetchIt(request);
      } catch (error) {
        attempt.failure = error;
        throw error;
      }
    },
  };
}

/** Cuts a link that Graph gave to what follows the version: the client takes only https links apart, and only its way. */
function toPath(link: string, origin: string): string {
  const path = /^[a-z][a-z0-9+.-]*:/i.test(link) ? cutLink(URL.parse(link), origin) : link;
  return path.replaceAll('https://', 'https:%2F%2F');
}

function cutLink(url: URL | null, origin: string): string {
  const version = '/v1.0/';
  if (url?.origin !== origin || !url.pathname.startsWith(version)) throw refusal('refused');
  return url.pathname.slice(version.length - 1) + url.search;
}

function isWrite(call: { readonly method?: string; readonly isRead?: true | undefined }): boolean {
  return call.method !== undefined && call.method !== 'GET' && !call.isRead;
}

function toHeaders(call: Call): { [name: string]: string } {
  return {
    ...(call.version !== undefined && { 'If-Match': call.version }),
    ...(call.body !== undefined && {
      'Content-Type': call.body instanceof Blob ? call.body.type || 'application/octet-stream' : 'application/json',
    }),
  };
}

function toSignal(call: { readonly signal?: AbortSignal | undefined; readonly timeLimit?: number | undefined }) {
  const limit = AbortSignal.timeout(call.timeLimit ?? MINUTE);
  return call.signal ? AbortSignal.any([call.signal, limit]) : limit;
}

function sendBy(request: ReturnType<Client['api']>, call: Call): Promise<Response> {
  const content = call.body instanceof Blob ? call.body : JSON.stringify(call.body ?? {});
  switch (call.method ?? 'GET') {
    case 'GET':
      return request.get();
    case 'DELETE':
      return request.delete();
    case 'POST':
      return request.post(content);
    case 'PATCH':
      return request.patch(content);
    case 'PUT':
      return request.put(content);
  }
}

/** An answer that is not whole JSON, a log-in page for one, is a failure and never taken for an empty answer. */
async function readBody(response: Response, call: Call): Promise<unknown> {
  if (response.status === 204 || response.status === 202) return undefined;
  const mayHaveHappened = isWrite(call);
  try {
    return await response.json();
  } catch (error) {
    throw refusal('unreadable', { status: response.status, cause: error, mayHaveHappened });
  }
}

/** `claims` of a challenge, decoded. */
function readClaims(header: string | null): string | undefined {
  const encoded = header?.match(/claims="([^"]+)"/)?.[1];
  if (!encoded) return undefined;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

/** Seconds: 1, 2, 4, 8, each with up to half as much again so that many tabs do not return together. */
function backOff(tried: number, random: number): number {
  return 2 ** Math.min(tried - 1, 4) * (1 + random / 2);
}
