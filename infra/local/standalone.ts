import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeTls } from './certificates.ts';
import { type Listening, listen } from './listen.ts';
import { type Microsoft365, openMicrosoft365 } from './microsoft-365.ts';
import type { Seed } from './seed.ts';

export type StandaloneOptions = {
  readonly args: readonly string[];
  readonly seed: Seed;
  /** The channel that the ready line is about. */
  readonly channelId: string;
  /** Fills a new stand-in over Graph, as people would. */
  readonly makeDemo: (where: {
    graphBaseUrl: string;
    control: string;
    linkBase: string;
    fileOrigins: readonly string[];
    fetch: (request: Request) => Promise<Response>;
  }) => Promise<void>;
};

export type Ready = {
  readonly graph: string;
  readonly login: string;
  readonly files: string;
  readonly control: string;
  readonly ca: string;
  readonly tenant: string;
  readonly team: string;
  readonly channel: string;
  readonly site: string;
  readonly drive: string;
  readonly user: string;
};

export type Standalone = { readonly ready: Ready; close(): Promise<void> };

/** Only the stand-in: Graph, sign-in and files on one port, told apart by host name, and the control address on the next. */
export async function runStandalone(options: StandaloneOptions): Promise<Standalone> {
  const wishes = readArguments(options.args);
  const scheme = wishes.https ? 'https' : 'http';
  const folder = wishes.data ?? mkdtempSync(join(tmpdir(), 'm365-'));
  mkdirSync(folder, { recursive: true });
  const { sharePointHost } = options.seed.tenant;
  const names = [
    'localhost',
    '127.0.0.1',
    'graph.microsoft.com',
    'login.microsoftonline.com',
    sharePointHost,
    '*.sharepoint.com',
  ];
  const tls = wishes.https ? await makeTls(folder, names) : undefined;

  // The port may be any free one; what answers on it is there before the first request can be.
  let m365: Microsoft365 | undefined;
  const answer = (request: Request): Promise<Response> => (m365 as Microsoft365).handle(request);
  const listening: Listening[] = [await listen(answer, wishes.port, tls)];
  const port = listening[0]?.port ?? 0;
  const origins = {
    graphOrigin: `${scheme}://localhost:${port}`,
    loginOrigin: `${scheme}://localhost:${port}`,
    fileOrigin: `${scheme}://127.0.0.1:${port}`,
  };
  const opened = openMicrosoft365({
    seed: options.seed,
    data: wishes.data,
    ...origins,
    tabOrigins: [`${scheme}://localhost:${port}`],
    budget: wishes.budget,
    rngSeed: wishes.seed,
  });
  m365 = opened;
  listening.push(await listen(opened.control, wishes.port === 0 ? 0 : wishes.port + 1));
  const control = `http://localhost:${listening[1]?.port ?? 0}`;
  await fill(options, wishes.demo, opened, { control, fileOrigin: origins.fileOrigin });
  if (wishes.latency > 0)
    await ask(opened, 'POST', '/faults', { does: { kind: 'delay', ms: wishes.latency }, times: 'all' });

  return {
    ready: {
      graph: origins.graphOrigin,
      login: origins.loginOrigin,
      files: origins.fileOrigin,
      control,
      ca: tls?.ca ?? '',
      ...(await describe(options, opened)),
    },
    close: async () => {
      await Promise.all(listening.map((each) => each.close()));
      opened.close();
    },
  };
}

/** What was typed after the command makes no sense; the message says what would. */
export class BadArgument extends Error {}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '5310' },
      https: { type: 'boolean', default: false },
      demo: { type: 'string', default: 'small' },
      empty: { type: 'boolean', default: false },
      latency: { type: 'string', default: '0' },
      budget: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
}

function readArguments(args: readonly string[]) {
  let values: ReturnType<typeof parse>['values'];
  try {
    values = parse(args).values;
  } catch (error) {
    throw new BadArgument(error instanceof Error ? error.message : String(error));
  }
  const demo = values.empty ? 'empty' : values.demo;
  if (demo !== 'small' && demo !== 'large' && demo !== 'empty') throw new BadArgument('--demo is small or large.');
  return {
    data: values.data,
    port: toNumber('port', values.port),
    https: values.https,
    demo,
    latency: toNumber('latency', values.latency),
    budget: values.budget === undefined ? undefined : toNumber('budget', values.budget),
    seed: toNumber('seed', values.seed),
  } as const;
}

function toNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new BadArgument(`--${name} is a whole number.`);
  return number;
}

/** The demo is made over plain http on a port of its own, so that its maker need not know the certificate. */
async function fill(
  options: StandaloneOptions,
  demo: 'small' | 'large' | 'empty',
  m365: Microsoft365,
  { control, fileOrigin }: { readonly control: string; readonly fileOrigin: string },
): Promise<void> {
  const isFile = (request: Request) => new URL(request.url).origin === fileOrigin;
  const { filled } = (await ask(m365, 'GET', '/fill')) as { filled: string | null };
  if (filled !== null) return;
  if (demo === 'small') {
    const plain = await listen(m365.handle, 0);
    // There is no host page here; links lead to Teams itself.
    const linkBase = 'https://teams.microsoft.com';
    // Files have an address of their own, behind the certificate: they are handed over without a network.
    const fetchIt = (request: Request) => (isFile(request) ? m365.handle(request) : fetch(request));
    await options.makeDemo({
      graphBaseUrl: `http://localhost:${plain.port}`,
      control,
      linkBase,
      fileOrigins: [fileOrigin],
      fetch: fetchIt,
    });
    await plain.close();
  }
  await ask(m365, 'POST', '/fill', { size: demo, channel: options.channelId });
}

async function ask(m365: Microsoft365, method: string, path: string, body?: object): Promise<unknown> {
  const response = await m365.control(
    new Request(`http://control${path}`, { method, body: body ? JSON.stringify(body) : null }),
  );
  if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
  return response.json();
}

type Directory = {
  teams: { id: string; channels: { id: string; site: string; drive: string }[] }[];
  people: { userName: string }[];
};

async function describe({ seed, channelId }: StandaloneOptions, m365: Microsoft365) {
  const directory = (await ask(m365, 'GET', '/directory')) as Directory;
  const team = directory.teams.find((each) => each.channels.some((channel) => channel.id === channelId));
  const channel = team?.channels.find((each) => each.id === channelId);
  return {
    tenant: seed.tenant.id,
    team: team?.id ?? '',
    channel: channelId,
    site: channel?.site ?? '',
    drive: channel?.drive ?? '',
    user: directory.people[0]?.userName ?? '',
  };
}
