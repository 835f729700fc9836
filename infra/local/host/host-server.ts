import { makeChanges } from './changes.ts';
import { addFile, readContent, readFolder } from './channel-files.ts';
import { readPosts } from './posts.ts';
import { type Microsoft365, makeReader } from './reader.ts';
import type { TabStore } from './tab-store.ts';

/** How the host can be told to behave like a Teams in which something is wrong; tests use it, nothing else does. */
export type Misbehaviour = {
  /**
   * `natural-order` answers `initialize` with runtime before version, which leaves the tab without its bridge;
   * `ignores-first` leaves the first question of a tab about sign-in unanswered for ever.
   */
  readonly nestedAuth?: 'off' | 'natural-order' | 'ignores-first';
  /** Takes no notice of the tab at all. */
  readonly ignoresTab?: boolean;
  readonly refusesSave?: string;
};

export type HostServer = {
  handle(request: Request): Promise<Response>;
  /** Tells open pages that something in Microsoft 365 has changed. */
  tellChange(): void;
  misbehave(how: Misbehaviour): void;
  close(): void;
};

export type HostServerOptions = {
  readonly microsoft365: Microsoft365;
  readonly graphOrigin: string;
  readonly tabOrigin: string;
  /** The host page's own origin; requests that name another are refused. */
  readonly ownOrigin: string;
  readonly tabs: TabStore;
  /** The page itself and its files, for whatever is not one of the addresses below. */
  readonly page: (request: Request) => Promise<Response>;
};

/** The server half of the Teams-like page: who there is, who is asked for a token, posts and files, which channel has which tab. */
export function makeHostServer(options: HostServerOptions): HostServer {
  const { tabs, ownOrigin, tabOrigin } = options;
  const reader = makeReader(options.microsoft365, options.graphOrigin);
  const changes = makeChanges();
  let misbehaviour: Misbehaviour = {};

  const answers: Record<string, (query: URLSearchParams, request: Request) => Promise<Response>> = {
    'GET /api/scene': async (query) => {
      const user = query.get('user');
      const answer = await reader.control(user ? `/directory?user=${encodeURIComponent(user)}` : '/directory');
      if (!answer.ok) return answer;
      const directory: { teams: { channels: { id: string }[] }[] } = await answer.json();
      const channels = directory.teams.flatMap((team) => team.channels);
      const tabsByChannel = Object.fromEntries(channels.map(({ id }) => [id, tabs.list(id)]));
      return Response.json({ ...directory, tabs: tabsByChannel, tabOrigin, misbehaviour });
    },
    'GET /api/changes': async () => changes.open(),
    'GET /api/posts': (query) => readPosts(reader, need(query, 'user'), need(query, 'team'), need(query, 'channel')),
    'GET /api/files': (query) => {
      const [drive, item] = [query.get('drive'), query.get('item')];
      const place = { team: need(query, 'team'), channel: need(query, 'channel') };
      return readFolder(reader, need(query, 'user'), { ...place, ...(drive && item && { drive, item }) });
    },
    'GET /api/content': (query) => {
      const file = { drive: need(query, 'drive'), item: need(query, 'item'), show: query.get('show') === 'yes' };
      return readContent(reader, need(query, 'user'), file);
    },
    'POST /api/file': async (query, request) => {
      const place = { drive: need(query, 'drive'), item: need(query, 'item'), name: need(query, 'name') };
      return addFile(reader, need(query, 'user'), place, await request.arrayBuffer());
    },
    'POST /api/sign-in': async (_query, request) => reader.control('/naa', await request.json()),
    'POST /api/tabs': async (query, request) => {
      if (misbehaviour.refusesSave) return Response.json({ sentence: misbehaviour.refusesSave }, { status: 409 });
      const tab: unknown = await request.json();
      if (!isTab(tab) || new URL(tab.contentUrl).origin !== tabOrigin) {
        return Response.json(
          { sentence: 'The tab names a page that is not in the list of allowed domains.' },
          { status: 400 },
        );
      }
      return Response.json(tabs.add(need(query, 'channel'), tab), { status: 201 });
    },
    'DELETE /api/tabs': async (query) =>
      new Response(null, { status: tabs.remove(need(query, 'channel'), need(query, 'tab')) ? 204 : 404 }),
  };

  return {
    tellChange: changes.tell,
    misbehave(how) {
      misbehaviour = how;
    },
    close: changes.close,
    async handle(request) {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.startsWith('/api/')) return options.page(request);
      if (isForeign(request, ownOrigin))
        return Response.json({ sentence: 'Only the host page may ask.' }, { status: 403 });
      const answer = answers[`${request.method} ${pathname}`];
      if (!answer) return Response.json({ sentence: `There is no ${request.method} ${pathname}.` }, { status: 404 });
      try {
        return await answer(searchParams, request);
      } catch (error) {
        if (error instanceof Incomplete) return Response.json({ sentence: error.message }, { status: 400 });
        throw error;
      }
    },
  };
}

class Incomplete extends Error {}

function need(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (!value) throw new Incomplete(`The request lacks ${name}.`);
  return value;
}

/** Any page that the person visits could call an address on this computer, so the page's origin is checked, and the host name it called. */
function isForeign(request: Request, ownOrigin: string): boolean {
  const origin = request.headers.get('Origin');
  const site = request.headers.get('Sec-Fetch-Site');
  if (origin && origin !== ownOrigin) return true;
  if (site && site !== 'same-origin' && site !== 'none') return true;
  return new URL(request.url).host !== new URL(ownOrigin).host;
}

function isTab(value: unknown): value is Parameters<TabStore['add']>[1] {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  return (
    ['name', 'entityId', 'contentUrl', 'websiteUrl'].every((key) => typeof fields[key] === 'string') &&
    URL.canParse(String(fields.contentUrl))
  );
}
