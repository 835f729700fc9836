import { ok } from 'node:assert/strict';
import type { List } from '../../../src/workspace/schema/define-list.ts';
import type { Row } from '../../../src/workspace/store/server-base.ts';
import type { Values } from '../../../src/workspace/sync/edit.ts';
import { bodyOf, type GraphFetch } from '../../infra/local/support/northbridge.ts';
import type { Line } from '../simulation/network.ts';
import { type Browser, openTab, startBrowser, type Tab, type TabOptions } from '../simulation/tab.ts';
import { type Connected, judgements, openWorld, START } from '../simulation/world.ts';

/** What happens to a request; undefined lets it pass. `held` keeps its answer back for so many milliseconds. */
export type Fate =
  | 'lost before'
  | 'lost after'
  | 'cut short'
  | 'log-in page'
  | { readonly held: number }
  /** Carried out, but so slowly that the browser gives up after that long. */
  | { readonly timesOutAfter: number }
  | Response
  | undefined;

/** A round trip takes 80 ms of the played time. */
const ONE_WAY_MS = 40;

/** People's browsers over a network of which a test decides the fate of each request. */
export type Play = Connected & {
  /** Every request that was sent: `POST /items` with the seconds since the start. */
  readonly sent: { readonly at: number; readonly line: string; readonly headers: Headers }[];
  disturb(by: (request: Request, number: number) => Fate): void;
  browser(person: string): Promise<Browser>;
  /** Opens a tab that has read everything. */
  open(browser: Browser, options?: TabOptions): Promise<Tab>;
  /** Another way to the same Microsoft 365, for what people do in SharePoint itself. */
  as(person: string): Promise<GraphFetch>;
  /** Lets so many milliseconds of the played time go by. */
  pass(ms: number): Promise<void>;
  /** A fault of the stand-in itself, by its control address. */
  fault(does: object, more?: object): Promise<unknown>;
  /** Everything works again. */
  mend(): Promise<void>;
  /** A row as the server has it: one, if all is well. */
  onServer(uid: string): Promise<readonly Values[]>;
};

export async function openPlay(lists: readonly List[] = [judgements]): Promise<Play> {
  let made = 0;
  let disturbance: (request: Request, number: number) => Fate = () => undefined;
  const sent: Play['sent'] = [];
  const world = await openWorld(() => 0.5, lists);
  const { time, north } = world;

  function over(line: Line) {
    return (request: Request): Promise<Response> =>
      new Promise((resolve, reject) => {
        sent.push({ at: time.now() - START, line: short(request), headers: request.headers });
        const fate = disturbance(request, sent.length);
        const answer = (response: Response, ms = ONE_WAY_MS) =>
          time.later(ms, () => void (line.dead || resolve(response)));
        const fail = () => void (line.dead || reject(new TypeError('Failed to fetch')));
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
        time.later(ONE_WAY_MS, async () => {
          if (line.offline || fate === 'lost before') return void fail();
          if (fate instanceof Response) return void answer(fate.clone());
          try {
            const given = await spoil(fate, await north.m365.handle(request));
            if (line.offline || fate === 'lost after') time.later(ONE_WAY_MS, fail);
            else if (typeof fate !== 'object') answer(given);
            else if ('held' in fate) answer(given, fate.held);
            else time.later(fate.timesOutAfter, () => reject(new DOMException('Too slow', 'TimeoutError')));
          } catch {
            // The stand-in's own faults drop the connection.
            time.later(ONE_WAY_MS, fail);
          }
        });
      });
  }

  const world2: Connected = { ...world, network: { over } };
  return {
    ...world2,
    sent,
    disturb: (by) => {
      disturbance = by;
    },
    browser: async (person) => startBrowser(person, await world.tokenOf(person)),
    async open(browser, options) {
      made += 1;
      const tab = openTab(world2, browser, `${browser.name}${made}`, options);
      void tab.opened.then(() => tab.store.pull());
      await time.pass(1_000);
      return tab;
    },
    as: (person) => north.as(person),
    fault: (does, more = {}) => north.control('POST', '/faults', { does, ...more }),
    async mend() {
      disturbance = () => undefined;
      await north.control('DELETE', '/faults');
    },
    pass: time.pass,
    async onServer(uid) {
      const at = world.places.get(judgements.name)?.at;
      const bea = await north.as('Bea');
      const path = `/sites/${at?.site}/lists/${at?.list}/items?$expand=fields`;
      const page = await bodyOf<{ value: { fields: Record<string, unknown> }[] }>(bea(path));
      return page.value.map((item) => item.fields).filter((fields) => fields.Uid === uid);
    },
  };
}

/** `PATCH /items/1/fields`: what follows the list, without the query; a batch is `POST /$batch`. */
function short(request: Request): string {
  const path = decodeURIComponent(new URL(request.url).pathname).replace('/v1.0', '');
  return `${request.method} ${path.replace(/^\/sites\/[^/]+\/lists\/[^/]+/, '')}`;
}

async function spoil(fate: Fate, response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = await response.text();
  if (fate === 'cut short') return new Response(text.slice(0, text.length / 2), { status, headers });
  if (fate === 'log-in page') return new Response('<html>Sign in</html>', { headers: { 'Content-Type': 'text/html' } });
  return new Response(text === '' ? null : text, { status, headers });
}

/** An answer of Microsoft 365 that says no. */
export function refusal(status: number, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { code: 'aCode', message: 'Not to be read' } }, { status, headers });
}

export function rowOf(tab: Tab, uid: string, list: List = judgements): Row {
  const row = tab.store.row(list.name, uid);
  ok(row, `${uid} is not there`);
  return row;
}

/** Changes one column from what the tab shows. */
export function change(tab: Tab, uid: string, values: Values, list: List = judgements) {
  const row = tab.store.row(list.name, uid);
  const seen = Object.fromEntries(Object.keys(values).map((column) => [column, row?.[column]]));
  return tab.store.change(list.name, uid, values, seen);
}

export function create(tab: Tab, uid: string, values: Values = {}, list: List = judgements) {
  return tab.store.create(list.name, uid, { title: uid, ...values });
}

export function remove(tab: Tab, uid: string, list: List = judgements) {
  const row = rowOf(tab, uid, list);
  const seen = Object.fromEntries(Object.keys(list.columns).map((column) => [column, row[column]]));
  return tab.store.remove(list.name, uid, seen, row.held.item);
}
