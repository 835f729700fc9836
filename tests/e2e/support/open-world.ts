import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright';
import { app, homeChannel, otherTenants, people, team, tenant } from '../../../infra/demo/northbridge.ts';
import { type Served, serve } from '../../../infra/local/serve.ts';
import { BUILT } from '../../../infra/run/build-parts.ts';
import { todayInLondon } from '../../../infra/run/today.ts';
import { launchBrowser, type NameMap } from './browser.ts';
import { makeCertificate } from './certificate.ts';
import { type Watched, watch } from './watch.ts';

export const ORIGINS = {
  host: 'https://teams.microsoft.com',
  tab: 'https://tab.contoso.example',
  graph: 'https://graph.microsoft.com',
  login: 'https://login.microsoftonline.com',
  files: `https://${tenant.sharePointHost}`,
} as const;

/** `npm run slow` sets it: the longest wait before and after each answer, in milliseconds. */
const SLOWNESS = Number(process.env.LONGEST_DELAY_MS ?? 0);

/** Patience for a slow line, and a disk that takes its time to keep what a page stores. */
async function slowDown(context: BrowserContext): Promise<void> {
  context.setDefaultTimeout(240_000);
  await context.addInitScript((longest) => {
    const listen = IDBTransaction.prototype.addEventListener;
    IDBTransaction.prototype.addEventListener = function (type: string, listener: unknown, options?: unknown): void {
      const late = (event: Event) =>
        setTimeout(() => (listener as EventListener).call(this, event), Math.random() * longest);
      listen.call(
        this,
        type,
        type === 'complete' ? late : (listener as EventListener),
        options as AddEventListenerOptions,
      );
    };
  }, SLOWNESS);
}

/** The control address has no port in tests: it is called in the same process. */
const CONTROL = 'http://control.invalid';

const NAMES = [
  'teams.microsoft.com',
  'tab.contoso.example',
  'graph.microsoft.com',
  'login.microsoftonline.com',
  '*.sharepoint.com',
];

export type WorldOptions = {
  /** `full` has the demo partnership; `empty` has people, team and channels, and the tab in the home channel. */
  readonly demo: 'full' | 'empty';
  /** The folder of the built tab; the product unless a test brings its own page. */
  readonly tab?: string;
  /** More host names that a test serves itself, with their ports. */
  readonly names?: Readonly<Record<string, number>>;
  /**
   * Resource units a minute. No limit unless a test is about it: tests press an hour of several people into a minute,
   * and would spend it waiting.
   */
  readonly budget?: number;
  readonly configuration?: { readonly trustedOrigins?: readonly string[] };
};

export type Visit = {
  readonly channel?: string;
  /** `Posts`, `Files` or the name of a tab of the app. */
  readonly tab?: string;
  /** An address of the host page to open instead, such as a deep link. */
  readonly path?: string;
  readonly theme?: 'Light' | 'Dark' | 'High contrast';
  readonly size?: { readonly width: number; readonly height: number };
};

export type Visitor = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The app inside its frame. */
  readonly tab: FrameLocator;
  /** The same as a frame, for what only a frame can do; waits until it is there. */
  frame(): Promise<Frame>;
  openTab(name: string): Promise<void>;
  openChannel(name: string): Promise<void>;
};

export type World = {
  readonly browser: Browser;
  /** Where the host names are, for a browser that a test starts itself. */
  readonly names: NameMap;
  readonly served: Served;
  /** Opens a browser of their own for this person. */
  signIn(name: string, visit?: Visit): Promise<Visitor>;
  /** One more page in the browser of somebody who is there already. */
  openAgain(visitor: Visitor, name: string, visit?: Visit): Promise<Visitor>;
  /** Steers the stand-in: clock and faults, tokens for checks. Throws unless it answers with a success. */
  control(path: string, body?: unknown, method?: string): Promise<unknown>;
  /** Asks Graph as this person, past the screen, to check what is really there. */
  askGraph(user: string, scopes: readonly string[], path: string, init?: RequestInit): Promise<Response>;
  /** Every request that a browser made so far, and what went wrong; a test that expects something takes it out. */
  readonly watched: Watched;
  /** Ends everything. Throws when a page asked for a name outside, made an unknown host call, or threw. */
  close(): Promise<void>;
};

/** Microsoft 365, the host page and the built tab over TLS under their real names, and a Chromium that believes it. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const tls = await makeCertificate(NAMES);
  const served = await serve({
    seed: { tenant, otherTenants, app, people, teams: [team] },
    data: undefined,
    origins: ORIGINS,
    ports: { host: 0, tab: 0, graph: 0, control: 0 },
    built: { tab: options.tab ?? BUILT.tab, host: BUILT.host },
    configuration: {
      clientId: app.clientId,
      tenant: tenant.id,
      authority: `${ORIGINS.login}/${tenant.id}`,
      graphBaseUrl: ORIGINS.graph,
      fileOrigins: ['https://*.sharepoint.com'],
      trustedOrigins: options.configuration?.trustedOrigins ?? [],
      linkBase: ORIGINS.host,
      teamsAppId: app.teamsAppId,
    },
    tls,
    budget: options.budget ?? Number.POSITIVE_INFINITY,
    delay: SLOWNESS > 0 ? () => wait(Math.random() * SLOWNESS) : undefined,
  });
  addHomeTab(served);
  if (options.demo === 'full') await fillDemo(served);

  const { ports } = served;
  const names: NameMap = {
    'teams.microsoft.com': ports.host,
    'tab.contoso.example': ports.tab,
    'graph.microsoft.com': ports.graph,
    'login.microsoftonline.com': ports.graph,
    '*.sharepoint.com': ports.graph,
    ...options.names,
  };
  const browser = await launchBrowser(names);
  const watched = watch([...NAMES, ...Object.keys(options.names ?? {})]);

  async function control(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<unknown> {
    const init =
      body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await served.control(new Request(new URL(path, CONTROL), { method, ...init }));
    if (!answer.ok) throw new Error(`Control ${method} ${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : undefined;
  }

  return {
    browser,
    names,
    served,
    watched,
    control,
    async signIn(name, visit = {}) {
      const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        viewport: visit.size ?? { width: 1280, height: 800 },
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        acceptDownloads: true,
      });
      watched.add(context);
      if (SLOWNESS > 0) await slowDown(context);
      return arrive(await context.newPage(), context, name, visit);
    },
    openAgain: async ({ context }, name, visit = {}) => arrive(await context.newPage(), context, name, visit),
    async askGraph(user, scopes, path, init = {}) {
      const { access_token: token } = (await control('/token', { user: findPerson(user), scopes })) as {
        access_token: string;
      };
      const headers = new Headers(init.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return served.handle(new Request(`${ORIGINS.graph}/v1.0${path}`, { ...init, headers }));
    },
    async close() {
      await browser.close();
      await served.close();
      watched.check();
    },
  };
}

/** Opens the host page as this person, in a page that a test has made. */
export async function arrive(page: Page, context: BrowserContext, name: string, visit: Visit): Promise<Visitor> {
  // Who is signed in belongs to the browser window, as in Teams; a deep link must find the right person at once.
  await page.addInitScript(
    ([host, user]) => {
      if (window === window.top && window.location.origin === host && !sessionStorage.getItem('signed-in-as')) {
        sessionStorage.setItem('signed-in-as', user ?? '');
      }
    },
    [ORIGINS.host, findPerson(name)] as const,
  );
  await page.goto(`${ORIGINS.host}${visit.path ?? '/'}`);
  if (visit.theme) await page.getByLabel('Theme').selectOption({ label: visit.theme });
  const visitor: Visitor = {
    page,
    context,
    tab: page.frameLocator('iframe[title="JTAI Ready"]'),
    async frame() {
      const handle = await page.waitForSelector('iframe[name="embedded-page-container"]');
      const frame = await handle.contentFrame();
      if (!frame) throw new Error('The frame has no page.');
      return frame;
    },
    openChannel: (channel) => openChannel(page, channel),
    openTab: (tab) => page.getByRole('tab', { name: tab, exact: true }).click(),
  };
  if (visit.channel) await visitor.openChannel(visit.channel);
  if (visit.tab) await visitor.openTab(visit.tab);
  return visitor;
}

/** On a narrow page the channels are behind a button. */
async function openChannel(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('button', { name: 'Teams and channels' });
  await page.getByRole('main').waitFor();
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('navigation', { name: 'Teams and channels' }).getByRole('button', { name }).click();
}

function findPerson(name: string): string {
  const person = people.find((each) => each.name === name || each.id === name);
  if (!person) throw new Error(`Nobody is called ${name}.`);
  return person.id;
}

function addHomeTab(served: Served): void {
  if (!homeChannel) throw new Error('The demo partnership has no channel of its own.');
  const address = `${ORIGINS.tab}/`;
  served.tabs.add(homeChannel.id, { name: app.name, entityId: 'jtai-ready', contentUrl: address, websiteUrl: address });
}

/** Node cannot be told the names as the browser is, so the demo is handed the stand-in itself instead of a network. */
async function fillDemo(served: Served): Promise<void> {
  const { makeDemo } = await import('../../../infra/demo/make-demo.ts');
  await makeDemo({
    graphBaseUrl: ORIGINS.graph,
    control: CONTROL,
    linkBase: ORIGINS.host,
    teamsAppId: app.teamsAppId,
    today: todayInLondon(new Date()),
    fetch: (request) => (request.url.startsWith(CONTROL) ? served.control(request) : served.handle(request)),
  });
}
