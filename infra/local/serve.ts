import { join } from 'node:path';
import { makeHostPageFiles } from './host/host-page-files.ts';
import { type HostServer, makeHostServer } from './host/host-server.ts';
import { openTabStore, type TabStore } from './host/tab-store.ts';
import { type Listening, listen, type Tls } from './listen.ts';
import { openMicrosoft365 } from './microsoft-365.ts';
import type { Seed } from './seed.ts';
import { makeTabServer, type TabConfiguration } from './tab/tab-server.ts';

/** The addresses by which browsers know the parts; without closing slash. */
export type Origins = {
  readonly host: string;
  readonly tab: string;
  readonly graph: string;
  readonly files: string;
  readonly login: string;
};

export type ServeOptions = {
  readonly seed: Seed;
  /** Folder of the state; undefined keeps everything in memory. */
  readonly data: string | undefined;
  readonly origins: Origins;
  readonly ports: { readonly host: number; readonly tab: number; readonly graph: number; readonly control: number };
  /** Where the built tab and the built host page are. */
  readonly built: { readonly tab: string; readonly host: string };
  readonly configuration: TabConfiguration;
  readonly tls?: Tls;
  /** Resource units a minute; the smallest tenant's when not given. */
  readonly budget?: number;
  /** Waited for before a request is looked at, and again before its answer goes: a slow line. Each has its own wait. */
  readonly delay?: (() => Promise<void>) | undefined;
  /** Serves pages from their sources instead, reloading on change. */
  readonly openLive?: (live: LiveInput) => Promise<Listening[]>;
};

/** What the live servers need of the rest. */
export type LiveInput = {
  readonly host: HostServer;
  readonly ports: ServeOptions['ports'];
  readonly configuration: TabConfiguration;
};

export type Served = {
  /** The ports that are really listened on, also where 0 was asked for. */
  readonly ports: ServeOptions['ports'];
  readonly host: HostServer;
  readonly tabs: TabStore;
  handle(request: Request): Promise<Response>;
  control(request: Request): Promise<Response>;
  close(): Promise<void>;
};

type Handle = (request: Request) => Promise<Response>;

/** Puts the local Microsoft 365, the Teams-like host page and the tab behind their ports. Throws `PortBusy`. */
export async function serve(options: ServeOptions): Promise<Served> {
  const { origins, ports, tls } = options;
  const microsoft365 = openMicrosoft365({
    seed: options.seed,
    data: options.data && join(options.data, 'microsoft-365'),
    graphOrigin: origins.graph,
    fileOrigin: origins.files,
    loginOrigin: origins.login,
    tabOrigins: [origins.tab],
    budget: options.budget,
  });
  const tabs = openTabStore(options.data);
  const host = makeHostServer({
    microsoft365,
    graphOrigin: origins.graph,
    tabOrigin: origins.tab,
    ownOrigin: origins.host,
    tabs,
    page: makeHostPageFiles(options.built.host, origins.tab),
  });
  const handle = async (request: Request): Promise<Response> => {
    const answer = await microsoft365.handle(request);
    if (request.method !== 'GET' && request.method !== 'OPTIONS' && answer.ok) host.tellChange();
    return answer;
  };

  const { delay } = options;
  const onLine = (answerIt: Handle): Handle =>
    delay === undefined
      ? answerIt
      : async (request) => {
          await delay();
          const answer = await answerIt(request);
          await delay();
          return answer;
        };

  const listening: Listening[] = [];
  async function close(): Promise<void> {
    host.close();
    await Promise.all(listening.map((each) => each.close()));
    microsoft365.close();
  }

  try {
    if (options.openLive) {
      listening.push(...(await options.openLive({ host, ports, configuration: options.configuration })));
    } else {
      listening.push(await listen(onLine(host.handle), ports.host, tls));
      listening.push(await listen(onLine(makeTabServer(options.built.tab, options.configuration)), ports.tab, tls));
    }
    listening.push(await listen(onLine(handle), ports.graph, tls));
    listening.push(await listen(microsoft365.control, ports.control));
  } catch (error) {
    await close();
    throw error;
  }
  const [hostPort = 0, tabPort = 0, graphPort = 0, controlPort = 0] = listening.map(({ port }) => port);
  return {
    ports: { host: hostPort, tab: tabPort, graph: graphPort, control: controlPort },
    host,
    tabs,
    handle,
    control: microsoft365.control,
    close,
  };
}
