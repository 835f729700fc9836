import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { type CallKind, type Counts, startCounting, unitsOf } from './counts.ts';
import type { GraphError } from './errors.ts';
import { startPace } from './pace.ts';
import { readRetryAfter, startPause, throttled, type Wait, waitForTime } from './pause.ts';
import { refusal, toConnectionError, toGraphError, toSignInError } from './refusals.ts';
import { everydayScopes } from './scopes.ts';
import {
  Attempt,
  buildTransport,
  isWrite,
  readBody,
  readClaims,
  sendBy,
  toHeaders,
  toPath,
  toSignal,
} from './transport.ts';

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
  /** The same client for work that nobody waits for: each call waits for its turn; see `pace.ts`. */
  inBackground(): Graph;
  /** Waits until work in the background may send so many rows by another way. */
  roomFor(rows: number): Promise<void>;
  /** How many writes work in the background may make in a minute. */
  writesInMinute(): number;
  wait: Wait;
  /** Milliseconds since 1970. */
  now(): number;
};

const TRIES = 4;

type Manner = { readonly patience: number; readonly isBackground: boolean };
type Persistent = Pick<Call, 'kind' | 'parts' | 'isRead' | 'signal'> & { readonly method?: string };

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
  const pace = startPace(now, wait);
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

  /** Waits until a call may go; gives the seconds of patience left. */
  async function begin(call: Persistent, patience: number, isBackground: boolean): Promise<number> {
    const units = [call.kind, ...(call.parts ?? [])].reduce((sum, kind) => sum + unitsOf(kind), 0);
    try {
      let patienceLeft = await pause.pass(patience, call.signal);
      if (isBackground) {
        await pace.turn(units, call.signal);
        // Somebody may have been asked to wait while this one waited for its turn.
        patienceLeft = await pause.pass(patienceLeft, call.signal);
        // Each part of a batch counts like a request of its own.
      } else pace.spend(units, Math.max(1, call.parts?.length ?? 0));
      return patienceLeft;
    } catch (error) {
      throw toConnectionError(error, false);
    }
  }

  /** Repeats `once` for as long as that is safe and the patience lasts. */
  async function persist(
    once: () => Promise<Response>,
    call: Persistent,
    { patience, isBackground }: Manner,
  ): Promise<Response> {
    const isRead = !isWrite(call);
    let patienceLeft = patience;
    for (let tried = 1; ; tried += 1) {
      patienceLeft = await begin(call, patienceLeft, isBackground);
      const answer = await once().catch((error: unknown) => error as GraphError);
      if (answer instanceof Response) pace.learn(answer);
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

  function open(manner: Manner): Graph {
    return {
      send: async <Body>(call: Call) =>
        (await readBody(await persist(() => authorised(call), call, manner), call)) as Body,
      sendToFile: (call) => persist(() => sendToFile(call), call, manner),
      toPath: (link) => toPath(link, origin),
      counts: counting.counts,
      onPause: pause.onPause,
      withPatience: (patience) => open({ ...manner, patience }),
      writesInMinute: () => pace.unitsAMinute() / unitsOf('create'),
      roomFor: (rows) => pace.room(rows * unitsOf('create')),
      inBackground: () => open({ ...manner, isBackground: true }),
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

  return open({ patience: 30, isBackground: false });
}

/** Seconds: 1, 2, 4, 8, each with up to half as much again so that many tabs do not return together. */
function backOff(tried: number, random: number): number {
  return 2 ** Math.min(tried - 1, 4) * (1 + random / 2);
}
