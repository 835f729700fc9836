import type { Microsoft365 } from '../../../infra/local/microsoft-365.ts';
import type { Time } from './time.ts';
import type { Truth } from './truth.ts';

/** What a network does to one call. */
export type Mishap =
  | 'none'
  | 'lost on the way'
  | 'answer lost'
  | 'answer cut short'
  | 'log-in page'
  | 'asked to wait'
  | 'nonsense wait'
  | 'out of service'
  | 'signed out'
  | 'position too old';

export type Line = {
  offline: boolean;
  /** Calls are dropped as if the tab were gone: nothing comes back, not even a failure. */
  dead: boolean;
};

export type Network = {
  /** A browser's `fetch` over this line. */
  over(line: Line): (request: Request) => Promise<Response>;
  calm: boolean;
};

const FAULTS: readonly Mishap[] = [
  'lost on the way',
  'answer lost',
  'answer lost',
  'answer cut short',
  'log-in page',
  'asked to wait',
  'nonsense wait',
  'out of service',
  'signed out',
  'position too old',
];

/** How often a row that was just made is not shown to readers yet, and for how long at most. */
const LAG_CHANCE = 0.2;
const LONGEST_LAG_MS = 8_000;

export function startNetwork(m365: Microsoft365, truth: Truth, time: Time, random: () => number): Network {
  const network: Network = { calm: false, over };
  /** Until when rows are hidden, by list and number. */
  const hidden = new Map<string, number>();

  function pickMishap(): Mishap {
    if (network.calm || random() > 0.2) return 'none';
    return FAULTS[Math.floor(random() * FAULTS.length)] ?? 'none';
  }

  function over(line: Line) {
    return (request: Request): Promise<Response> =>
      new Promise((resolve, reject) => {
        const mishap = pickMishap();
        time.later(5 + random() * 400, async () => {
          if (line.offline || mishap === 'lost on the way') {
            if (!line.dead) reject(new TypeError('Failed to fetch'));
            return;
          }
          const answer = refuse(mishap, request) ?? hide(request, await carryOut(m365, truth, request));
          time.later(5 + random() * 400, () => {
            if (line.dead) return;
            if (line.offline || mishap === 'answer lost') reject(new TypeError('Failed to fetch'));
            else resolve(spoil(mishap, answer));
          });
        });
      });
  }

  /** A list of changes is never wrong about what it has told, so only reads of rows lag. */
  function hide(request: Request, answer: Answer): Answer {
    const { pathname } = new URL(request.url);
    const [, list, item] = /\/lists\/([^/]+)\/items(?:\/(\d+))?(?:\/fields)?$/.exec(decodeURIComponent(pathname)) ?? [];
    if (list === undefined || answer.status >= 300) return answer;
    if (request.method === 'POST' && !network.calm && random() < LAG_CHANCE) {
      const { id } = JSON.parse(answer.text) as { id: string };
      hidden.set(`${list}/${id}`, time.now() + random() * LONGEST_LAG_MS);
    }
    if (request.method !== 'GET') return answer;
    const isHidden = (id: unknown) => (hidden.get(`${list}/${String(id)}`) ?? 0) > time.now();
    if (item !== undefined) return isHidden(item) ? { ...answer, ...NOT_FOUND } : answer;
    const page = JSON.parse(answer.text) as { value: { id: string }[] };
    return { ...answer, text: JSON.stringify({ ...page, value: page.value.filter(({ id }) => !isHidden(id)) }) };
  }

  return network;
}

const NOT_FOUND = { status: 404, text: '{"error":{"code":"itemNotFound","message":"Not there yet"}}' };

type Answer = { readonly text: string; readonly status: number; readonly headers: Headers };

function refuse(mishap: Mishap, request: Request): Response | undefined {
  const error = (status: number, code: string, headers: Record<string, string> = {}) =>
    Response.json({ error: { code, message: 'Played by the simulation' } }, { status, headers });
  switch (mishap) {
    case 'asked to wait':
      return error(429, 'activityLimitReached', { 'Retry-After': '20' });
    case 'nonsense wait':
      return error(429, 'activityLimitReached', { 'Retry-After': 'abc' });
    case 'out of service':
      return error(503, 'serviceNotAvailable');
    case 'signed out':
      return error(401, 'InvalidAuthenticationToken');
    case 'position too old':
      return /delta/.test(request.url) ? error(410, 'resyncRequired') : undefined;
    default:
      return undefined;
  }
}

function spoil(mishap: Mishap, answer: Answer | Response): Response {
  if (answer instanceof Response) return answer;
  const { text, status, headers } = answer;
  if (mishap === 'answer cut short' && text.length > 2)
    return new Response(text.slice(0, text.length / 2), { status, headers });
  if (mishap === 'log-in page') {
    return new Response('<html>Sign in</html>', { status: 200, headers: { 'Content-Type': 'text/html' } });
  }
  return new Response(text === '' ? null : text, { status, headers });
}

/** Lets the server do it, and tells the observer what it did. */
export async function carryOut(m365: Microsoft365, truth: Truth, request: Request): Promise<Answer> {
  const sent = request.method === 'GET' ? '' : await request.clone().text();
  const answer = await m365.handle(request);
  const text = await answer.text();
  if (answer.ok) observe(truth, request, sent, text);
  return { text, status: answer.status, headers: answer.headers };
}

function observe(truth: Truth, request: Request, sent: string, text: string): void {
  const path = decodeURIComponent(new URL(request.url).pathname);
  const [, list, number] = /\/lists\/([^/]+)\/items(?:\/(\d+))?/.exec(path) ?? [];
  if (list === undefined) return;
  const item = `${list}/${number}`;
  if (request.method === 'POST' && path.endsWith('/items')) {
    const { id } = JSON.parse(text) as { id: unknown };
    truth.created(list, String(id), toOwnNames((JSON.parse(sent) as { fields: object }).fields));
  } else if (request.method === 'PATCH' && number) truth.changed(item, toOwnNames(JSON.parse(sent) as object));
  else if (request.method === 'DELETE' && number) truth.removed(item);
}

function toOwnNames(fields: object): { readonly [column: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
