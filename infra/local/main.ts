import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Listening, listen } from './listen.ts';
import { openMicrosoft365 } from './microsoft-365.ts';
import type { Seed } from './seed.ts';
import { type LiveInput, type Served, type ServeOptions, serve } from './serve.ts';
import { FolderInUse } from './state/database.ts';

export type LocalOptions = {
  readonly port: number;
  readonly data: string;
  /** Begin again. */
  readonly fresh: boolean;
  /** People, team and channels only. */
  readonly empty: boolean;
  readonly dev: boolean;
  readonly seed: Seed;
  /** The channel whose members find the tab there from the start. */
  readonly homeChannelId: string;
  readonly built: ServeOptions['built'];
  /** Fills a new Microsoft 365 through its own addresses, as people would. */
  readonly makeDemo: (where: DemoAddresses) => Promise<void>;
  readonly say: (sentence: string) => void;
};

/** Where the demo is made, and where the links in it lead. */
export type DemoAddresses = {
  readonly graphBaseUrl: string;
  readonly control: string;
  readonly linkBase: string;
  /** Where files come from, if that is no https address. */
  readonly fileOrigins: readonly string[];
};

/** Written last: data without it stopped half-way, and is made again. */
const DONE = 'made.json';

/** Starts Microsoft 365 on this computer, making or keeping its data, and says the address. Throws `PortBusy` and `FolderInUse`. */
export async function runLocal(options: LocalOptions): Promise<Served> {
  const { port, data, seed } = options;
  // Before anything is touched: data is not thrown away for a start that cannot be.
  for (const taken of [port, port + 1, port + 2, port + 3]) await (await listen(refuse, taken)).close();
  const done = join(data, DONE);
  const isNew = options.fresh || !existsSync(done);
  if (isNew) forget(data, options);
  else if (options.empty && readKind(done) !== 'empty') {
    options.say('The data from last time is kept. Add --fresh to begin again without a workspace.');
  }
  mkdirSync(data, { recursive: true });

  if (isNew && !options.empty) await fill(options);
  const served = await serve(toServeOptions(options));
  if (isNew) {
    const address = `http://localhost:${port + 1}/`;
    served.tabs.add(options.homeChannelId, {
      name: seed.app.name,
      entityId: 'jtai-ready',
      contentUrl: address,
      websiteUrl: address,
    });
    writeFileSync(done, JSON.stringify({ kind: options.empty ? 'empty' : 'demo' }));
  }
  options.say(`JTAI Ready is open at http://localhost:${port} (stop it with Ctrl+C)`);
  return served;
}

/** Weeks of many people's work are pressed into seconds: at the pace that Microsoft 365 allows they would take minutes. */
async function fill(options: LocalOptions): Promise<void> {
  const { port } = options;
  options.say('Making the demo partnership. This happens once and takes a few seconds.');
  const served = await serve({ ...toServeOptions(options), budget: Number.POSITIVE_INFINITY });
  try {
    await options.makeDemo({
      graphBaseUrl: `http://localhost:${port + 2}`,
      control: `http://localhost:${port + 3}`,
      linkBase: `http://localhost:${port}`,
      fileOrigins: [`http://127.0.0.1:${port + 2}`],
    });
  } finally {
    await served.close();
  }
}

const refuse = async () => new Response(null, { status: 503 });

/** Throws `FolderInUse` rather than take the data from under another stand-in. Data that cannot be read may go. */
function forget(data: string, options: LocalOptions): void {
  const { origins, seed } = toServeOptions(options);
  const inside = join(data, 'microsoft-365');
  if (existsSync(inside)) {
    try {
      const places = { graphOrigin: origins.graph, fileOrigin: origins.files, loginOrigin: origins.login };
      openMicrosoft365({ seed, data: inside, ...places, tabOrigins: [] }).close();
    } catch (error) {
      if (error instanceof FolderInUse) throw error;
      options.say('The data from last time could not be read, and is thrown away as asked.');
    }
  }
  rmSync(data, { recursive: true, force: true });
}

function toServeOptions(options: LocalOptions): ServeOptions {
  const { port, seed } = options;
  const origins = {
    host: `http://localhost:${port}`,
    tab: `http://localhost:${port + 1}`,
    graph: `http://localhost:${port + 2}`,
    files: `http://127.0.0.1:${port + 2}`,
    login: `http://localhost:${port + 2}`,
  };
  return {
    seed,
    data: options.data,
    origins,
    ports: { host: port, tab: port + 1, graph: port + 2, control: port + 3 },
    built: options.built,
    configuration: {
      clientId: seed.app.clientId,
      tenant: seed.tenant.id,
      // Never called here: the host page signs in. MSAL accepts no plain http authority.
      authority: `https://login.microsoftonline.com/${seed.tenant.id}`,
      graphBaseUrl: origins.graph,
      fileOrigins: [origins.files],
      trustedOrigins: [origins.host],
      linkBase: origins.host,
      teamsAppId: seed.app.teamsAppId,
    },
    ...(options.dev && { openLive }),
  };
}

/** The tools for live reload are loaded only when asked for. */
async function openLive({ host, ports, configuration }: LiveInput): Promise<Listening[]> {
  const { openLiveHost } = await import('./host/live-host.ts');
  const { openLiveTab } = await import('./tab/live-tab.ts');
  return [await openLiveHost(ports.host, host), await openLiveTab(ports.tab, configuration)];
}

function readKind(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8')).kind;
}
