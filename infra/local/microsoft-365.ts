import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startClock } from './clock.ts';
import { Watch } from './conformance/watch.ts';
import { startControl } from './control/control.ts';
import { withFaults } from './faults/around.ts';
import { Faults } from './faults/faults.ts';
import { findPartFault, refusesRenewal, toRequest } from './faults/inside.ts';
import type { Call } from './faults/rules.ts';
import { answerFiles } from './files/serve.ts';
import { fileCors, graphCors } from './graph/cors.ts';
import { Events } from './graph/events.ts';
import { Meter } from './graph/meter.ts';
import { startGraph } from './graph/serve.ts';
import { SMALLEST_BUDGET, Throttle } from './graph/throttle.ts';
import { startKeys } from './graph/token.ts';
import type { Seed } from './seed.ts';
import { startSignIn } from './sign-in/sign-in.ts';
import { contentsInMemory, contentsOnDisk } from './state/contents.ts';
import { Database } from './state/database.ts';
import { requestIds, startIds } from './state/ids.ts';
import { plant } from './state/seeding.ts';
import type { State } from './state/state.ts';
import { usualSwitches } from './switches.ts';
import { answerWebhook, isWebhook } from './webhook/webhook.ts';

export type Options = {
  readonly seed: Seed;
  /** A folder for the database and the file contents; without one everything is kept in memory. */
  readonly data?: string | undefined;
  /** Milliseconds since 1970; the machine's own clock when not given. */
  readonly clock?: (() => number) | undefined;
  readonly graphOrigin: string;
  readonly fileOrigin: string;
  readonly loginOrigin: string;
  /** The app's own pages: they may read the file origin, and sign-in leads back to them. */
  readonly tabOrigins: readonly string[];
  /** Resource units a minute; 1,250, the smallest tenant's, when not given; Infinity lifts every limit. */
  readonly budget?: number | undefined;
  readonly rngSeed?: number | undefined;
};

export type Microsoft365 = {
  /** Graph, files and sign-in, told apart by host name and path. */
  handle(request: Request): Promise<Response>;
  /** Seeds, clock, consent, faults, counters and tokens; production code never calls it. */
  control(request: Request): Promise<Response>;
  close(): void;
};

export function openMicrosoft365(options: Options): Microsoft365 {
  const { seed, data } = options;
  if (data !== undefined) mkdirSync(data, { recursive: true });
  const db = new Database(data === undefined ? ':memory:' : join(data, 'microsoft-365.db'));
  const rngSeed = options.rngSeed ?? 1;
  const state: State = {
    db,
    contents: data === undefined ? contentsInMemory() : contentsOnDisk(join(data, 'contents')),
    clock: startClock(options.clock ?? Date.now),
    ids: startIds(db, rngSeed),
    origins: {
      graph: options.graphOrigin,
      files: options.fileOrigin,
      login: options.loginOrigin,
      tabs: options.tabOrigins,
    },
    tenant: seed.tenant,
    app: seed.app,
    switches: { ...usualSwitches },
    secret: createHash('sha256').update(`seal/${rngSeed}`).digest('hex'),
  };
  plant(state, seed);
  const keys = startKeys(state);
  const events = new Events();
  const faults = new Faults(state.clock, events);
  const watch = new Watch(state.clock, events);
  const meter = new Meter(new Throttle(state.clock, options.budget ?? SMALLEST_BUDGET));
  const answerGraph = startGraph({ state, keys, meter, events, watch, partFault: findPartFault(state, faults) });
  const signIn = startSignIn({ state, keys, refuses: (person) => refusesRenewal(faults, person) });
  const control = startControl({ state, keys, meter, events, faults });
  const isFiles = fileHosts(options);
  const newRequestId = requestIds(rngSeed, state.ids.lastSeq());

  async function meanwhile(call: Call, origin: string): Promise<void> {
    const request = await toRequest(state, keys, call, origin);
    const answer = await answerGraph(request, newRequestId());
    if (!answer.ok) throw new Error(`What was to happen meanwhile did not: ${await answer.text()}`);
  }
  const around = { state, faults, meanwhile };

  return {
    handle(request) {
      const url = new URL(request.url);
      const requestId = newRequestId();
      if (isFiles(url)) {
        const cors = () => fileCors(request, state.origins.tabs);
        return withFaults(around, 'files', request, requestId, cors, (each) =>
          answerFiles({ state, meter, watch }, each, requestId),
        );
      }
      if (isWebhook(url))
        return withFaults(
          around,
          'graph',
          request,
          requestId,
          () => ({}),
          (each) => answerWebhook(state, each),
        );
      if (isSignIn(url, options)) return withFaults(around, 'sign-in', request, requestId, () => ({}), signIn);
      return withFaults(
        around,
        'graph',
        request,
        requestId,
        () => graphCors(state.switches.rateLimitSeen),
        (each) => answerGraph(each, requestId),
      );
    },
    control,
    close: () => {
      watch.close();
      db.close();
    },
  };
}

/** The file host on whatever port the request came in, and every SharePoint host name that a proxy may lead here. */
function fileHosts(options: Options): (url: URL) => boolean {
  const files = new URL(options.fileOrigin);
  const apart = files.hostname !== new URL(options.graphOrigin).hostname;
  return (url) =>
    (apart ? url.hostname === files.hostname : url.host === files.host) || url.hostname.endsWith('.sharepoint.com');
}

/** Graph and sign-in may share a host: then the path tells. */
function isSignIn(url: URL, options: Options): boolean {
  const login = new URL(options.loginOrigin);
  if (url.hostname === 'login.microsoftonline.com') return true;
  if (url.hostname === 'graph.microsoft.com') return false;
  const shared = login.host === new URL(options.graphOrigin).host;
  if (!shared && url.host === login.host) return true;
  return (
    url.pathname === '/' ||
    /^\/[^/]+\/(oauth2|v2\.0|discovery)\//.test(url.pathname) ||
    /^\/common\//.test(url.pathname)
  );
}
