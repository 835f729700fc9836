import { people } from '../../../../infra/demo/northbridge.ts';
import { fetchFrom } from '../../../../infra/local/fetch-from.ts';
import { type Microsoft365, type Options, openMicrosoft365 } from '../../../../infra/local/microsoft-365.ts';
import { northbridge } from './seed.ts';

export { northbridge };

export const GRAPH = 'https://graph.microsoft.com/v1.0';
export const FILES = 'https://northbridge.sharepoint.com';
export const TAB = 'https://tab.contoso.example';

export const everyday =
  'User.Read Team.ReadBasic.All Channel.ReadBasic.All Sites.ReadWrite.All Sites.Manage.All Files.ReadWrite.All ChannelMessage.Send ChannelMessage.Read.All TeamMember.Read.All ChannelMember.Read.All';

export type GraphFetch = (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>;

export type Northbridge = {
  readonly m365: Microsoft365;
  readonly fetch: ReturnType<typeof fetchFrom>;
  /** A person by the first word of their name ("Bea"), or an id; with their token on every call to Graph. */
  as(person: string, scopes?: string): Promise<GraphFetch>;
  token(person: string, scopes?: string, lifetimeSeconds?: number): Promise<string>;
  asApp(roles: string): Promise<GraphFetch>;
  control(method: string, path: string, body?: unknown): Promise<unknown>;
};

/** A stand-in in memory with the fictional partnership in it, its clock at a fixed moment. */
export async function openNorthbridge(options: Partial<Options> = {}): Promise<Northbridge> {
  const m365 = openMicrosoft365({
    seed: northbridge,
    clock: () => Date.parse('2026-11-23T09:00:00Z'),
    graphOrigin: 'https://graph.microsoft.com',
    fileOrigin: FILES,
    loginOrigin: 'https://login.microsoftonline.com',
    tabOrigins: [TAB],
    // The clock stands still, so a limit for each second would never end.
    budget: Number.POSITIVE_INFINITY,
    ...options,
  });
  const fetch = fetchFrom(m365);

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await m365.control(new Request(`http://control.test${path}`, init));
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response.json();
  }

  async function mint(body: object): Promise<string> {
    const { access_token } = (await control('POST', '/token', body)) as { access_token: string };
    return access_token;
  }

  const token = (person: string, scopes = everyday, lifetimeSeconds = 3600) =>
    mint({ user: userNamed(person), scopes, lifetimeSeconds });

  const withToken =
    (accessToken: string): GraphFetch =>
    (path, init = {}) => {
      const { json, ...rest } = init;
      const headers = new Headers(rest.headers);
      if (!headers.has('authorization')) headers.set('authorization', `Bearer ${accessToken}`);
      if (json !== undefined) headers.set('content-type', 'application/json');
      const url = path.startsWith('http') ? path : `${GRAPH}${path}`;
      return fetch(url, { ...rest, headers, ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
    };

  return {
    m365,
    fetch,
    token,
    as: async (person, scopes) => withToken(await token(person, scopes)),
    asApp: async (roles) => withToken(await mint({ app: true, scopes: roles })),
    control,
  };
}

function userNamed(person: string): string {
  const found = people.find((each) => each.id === person || each.name.startsWith(person));
  if (!found) throw new Error(`Nobody in Northbridge is called ${person}.`);
  return found.id;
}

/** The body of an answer, once its status is the one expected. */
export async function bodyOf<T = Record<string, unknown>>(
  answer: Response | Promise<Response>,
  status = 200,
): Promise<T> {
  const response = await answer;
  const text = await response.text();
  if (response.status !== status) throw new Error(`Expected ${status}, got ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
