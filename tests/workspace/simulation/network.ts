import type { Microsoft365 } from '../../../infra/local/microsoft-365.ts';
import { carryOutSome, type Done, doneOf, isBatch } from './batches.ts';
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
  | 'position too old'
  | 'part of a batch refused';

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
  'part of a batch refused',
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
          const carry = (one: Request) => carryOut(m365, truth, one);
          const isInPart = mishap === 'part of a batch refused' && isBatch(request);
          const answer =
            refuse(mishap, request) ??
            hide(request, await (isInPart ? carryOutSome(request, random, carry) : carry(request)));
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
    for (const { method, path, text } of answer.done) {
      const [, list] = /\/lists\/([^/]+)\/items$/.exec(path) ?? [];
      if (list === undefined || method !== 'POST' || network.calm || random() > LAG_CHANCE) continue;
      const { id } = JSON.parse(text) as { id: string };
      hidden.set(`${list}/${id}`, time.now() + random() * LONGEST_LAG_MS);
    }
    const { pathname } = new URL(request.url);
    const [, list, item] = /\/lists\/([^/]+)\/items(?:\/(\d+))?(?:\/fields)?$/.exec(decodeURIComponent(pathname)) ?? [];
    if (list === undefined || answer.status >= 300 || request.method !== 'GET') return answer;
    const isHidden = (id: unknown) => (hidden.get(`${list}/${String(id)}`) ?? 0) > time.now();
    if (item !== undefined) return isHidden(item) ? { ...answer, ...NOT_FOUND } : answer;
    const page = JSON.parse(answer.text) as { value: { id: string }[] };
    return { ...answer, text: JSON.stringify({ ...page, value: page.value.filter(({ id }) => !isHidden(id)) }) };
  }

  return network;
}

const NOT_FOUND = { status: 404, text: '{"error":{"code":"itemNotFound","message":"Not there yet"}}' };

export type Answer = {
  readonly text: string;
  readonly status: number;
  readonly headers: Headers;
  /** What the server has done. */
  readonly done: readonly Done[];
};

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
  const done = answer.ok ? doneOf(request, sent, text) : [];
  for (const each of done) observe(truth, each);
  return { text, status: answer.status, headers: answer.headers, done };
}

function observe(truth: Truth, { method, path, sent, text }: Done): void {
  const [, list, number] = /\/lists\/([^/]+)\/items(?:\/(\d+))?/.exec(path) ?? [];
  if (list === undefined) return;
  const item = `${list}/${number}`;
  if (method === 'POST' && path.endsWith('/items')) {
    const { id } = JSON.parse(text) as { id: unknown };
    truth.created(list, String(id), toOwnNames((JSON.parse(sent) as { fields: object }).fields));
  } else if (method === 'PATCH' && number) truth.changed(item, toOwnNames(JSON.parse(sent) as object));
  else if (method === 'DELETE' && number) truth.removed(item);
}

function toOwnNames(fields: object): { readonly [column: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
  );
}
