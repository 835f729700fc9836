import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createGraph } from '../../../src/graph/client.ts';
import { createList } from '../../../src/graph/lists.ts';
import { defineList } from '../../../src/workspace/schema/define-list.ts';
import { isSameValue, toColumnSpecs } from '../../../src/workspace/schema/mapping.ts';
import type { Row } from '../../../src/workspace/store/server-base.ts';
import type { Edit } from '../../../src/workspace/sync/edit.ts';
import { bodyOf, everyday, openNorthbridge } from '../../infra/local/support/northbridge.ts';
import { startNetwork } from './network.ts';
import { type Browser, killTab, openTab, startBrowser, type Tab, type World } from './tab.ts';
import { startRandom, startTime } from './time.ts';
import { Truth } from './truth.ts';

/** A list with columns enough for people to meet in. */
const judgements = defineList({
  name: 'judgements',
  title: 'Judgements',
  version: 1,
  columns: {
    title: { kind: 'text', title: 'Title', required: true, max: 255 },
    reason: { kind: 'text', title: 'Reason', max: 255 },
    impact: { kind: 'text', title: 'Impact', max: 255 },
    note: { kind: 'text', title: 'Note', max: 255 },
  },
});
const COLUMNS = ['reason', 'impact', 'note'] as const;
const KEYS = ['FD-A1', 'FD-A2', 'FD-A3', 'FD-A4'];
const PEOPLE = ['Bea', 'Dorian', 'Imani'];
const START = Date.parse('2026-11-23T09:00:00Z');

export type Outcome = { readonly problems: readonly string[]; readonly log: readonly string[] };

/** Plays one run: people, tabs, a bad network and storage; then quiet; then asks whether anything went wrong. */
export async function simulate(seed: number, steps: number): Promise<Outcome> {
  const random = startRandom(seed);
  const time = startTime(START);
  const truth = new Truth();
  const log: string[] = [];
  globalThis.indexedDB = new IDBFactory();
  const north = await openNorthbridge({ clock: time.now, budget: 1_000_000, rngSeed: seed });
  const { world, browsers } = await begin();

  async function begin() {
    const token = await north.token('Bea', everyday, 30 * 86_400);
    const graph = createGraph({
      baseUrl: 'https://graph.microsoft.com',
      getToken: () => Promise.resolve(token),
      fetch: north.m365.handle,
    });
    const bea = await north.as('Bea');
    const teams = await bodyOf<{ value: { id: string }[] }>(bea('/me/joinedTeams'));
    const site = await bodyOf<{ id: string }>(bea(`/groups/${teams.value[0]?.id}/sites/root`));
    const made = await createList(graph, site.id, {
      title: judgements.title,
      description: 'Simulation',
      columns: toColumnSpecs(judgements),
    });
    const places = new Map([[judgements.name, { list: judgements, at: { site: site.id, list: made.id } }]]);
    const network = startNetwork(north.m365, truth, time, random);
    const all: Browser[] = [];
    for (const name of PEOPLE) all.push(startBrowser(name, await north.token(name, everyday, 30 * 86_400)));
    const made2: World = { time, random, network, list: judgements, places, drive: '' };
    return { world: made2, browsers: all };
  }

  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let made = 0;
  const open = (browser: Browser) => {
    made += 1;
    const tab = openTab(world, browser, `${browser.name}${made}`);
    void tab.opened.then(() => tab.store.pull());
    return tab;
  };
  const someTab = (browser: Browser): Tab => (browser.tabs.size === 0 ? open(browser) : pick([...browser.tabs]));
  const say = (who: Browser, what: string) => log.push(`${(time.now() - START) / 1000}s ${who.name} ${what}`);

  function write(browser: Browser) {
    const { store } = someTab(browser);
    const uid = pick(KEYS);
    const seen = store.row(judgements.name, uid);
    made += 1;
    const column = pick(COLUMNS);
    const values = { [column]: `${browser.name}-${column}-${made}` };
    if (seen) {
      const knew = { [column]: seen[column] };
      truth.accepted(uid, values, knew);
      void store.change(judgements.name, uid, values, knew);
    } else {
      truth.accepted(uid, values, {});
      void store.create(judgements.name, uid, { title: uid, ...values });
    }
    say(
      browser,
      `${seen ? 'changes' : 'creates'} ${uid} ${JSON.stringify(values)} over ${JSON.stringify(seen?.[column])}`,
    );
  }

  function remove(browser: Browser) {
    const { store } = someTab(browser);
    const row = pick([...store.rows(judgements.name), undefined]);
    if (!row) return;
    const seen = Object.fromEntries(COLUMNS.map((column) => [column, row[column]]));
    void store.remove(judgements.name, row.uid, seen, row.held.item);
    say(browser, `removes ${row.uid}`);
  }

  /** A person faced with a decision takes one. */
  function decide(browser: Browser) {
    const { store } = someTab(browser);
    for (const edit of store.needsPerson()) {
      say(browser, `decides ${edit.standing.is} ${JSON.stringify(edit.standing)} of ${JSON.stringify(edit.values)}`);
      decideOne(store, edit);
    }
  }

  function decideOne(store: Tab['store'], edit: Edit) {
    if (edit.standing.is === 'clash') {
      const { clash } = edit.standing;
      const mine = clash.columns.filter(() => random() < 0.5);
      for (const column of clash.columns) {
        if (mine.includes(column)) truth.decided(edit.values[column], clash.theirs[column]);
        else truth.letGo({ [column]: edit.values[column] });
      }
      void store.settle(edit, mine);
    } else if (edit.standing.is === 'removed' && random() < 0.5) {
      for (const value of Object.values({ ...edit.standing.was, ...edit.values })) truth.decided(value, undefined);
      void store.restore(edit);
    } else if (edit.standing.is === 'refused' && random() < 0.8) {
      void store.retry(edit);
    } else {
      truth.letGo(edit.values);
      void store.discard(edit);
    }
  }

  function step() {
    const browser = pick(browsers);
    const dice = random();
    if (dice < 0.45) write(browser);
    else if (dice < 0.48) remove(browser);
    else if (dice < 0.6) void someTab(browser).store.pull();
    else if (dice < 0.72) decide(browser);
    else if (dice < 0.78) {
      for (const tab of browser.tabs) tab.line.offline = !tab.line.offline;
      say(browser, 'loses or finds the network');
    } else if (dice < 0.84 && browser.tabs.size > 0) {
      const tab = pick([...browser.tabs]);
      killTab(browser, tab);
      say(browser, `loses the tab ${tab.id}`);
    } else if (dice < 0.9 && browser.tabs.size < 3) {
      open(browser);
      say(browser, 'opens a tab');
    } else void someTab(browser).store.goOn();
  }

  for (let done = 0; done < steps; done++) {
    step();
    await time.pass(random() * random() * 4000);
  }

  world.network.calm = true;
  for (let round = 0; round < 40; round++) {
    for (const browser of browsers) {
      if (browser.tabs.size === 0) open(browser);
      for (const tab of browser.tabs) {
        tab.line.offline = false;
        void tab.store.goOn();
        void tab.store.pull();
      }
      decide(browser);
    }
    await time.pass(30_000);
    if (
      round > 2 &&
      browsers.every((browser) => [...browser.tabs].every((tab) => tab.store.status().pending.length === 0))
    )
      break;
  }
  for (let round = 0; round < 2; round++) {
    for (const browser of browsers) for (const tab of browser.tabs) void tab.store.pull();
    await time.pass(60_000);
  }

  const problems = [...truth.problems, ...truth.lost(), ...disagreements()];
  for (const browser of browsers) for (const tab of [...browser.tabs]) killTab(browser, tab);
  north.m365.close();
  return { problems, log };

  function disagreements(): readonly string[] {
    const found: string[] = [];
    const rows = truth.rows();
    for (const browser of browsers) {
      for (const { id, store } of browser.tabs) {
        const { pending, storage } = store.status();
        if (pending.length > 0) found.push(`${id} still has ${pending.length} unsent: ${JSON.stringify(pending[0])}`);
        if (storage !== 'kept') found.push(`${id} says that its storage is ${storage}`);
        const seen = new Map(store.rows(judgements.name).map((row) => [row.uid, row]));
        for (const uid of new Set([...rows.keys(), ...seen.keys()])) {
          const difference = differ(rows.get(uid), seen.get(uid));
          if (difference) found.push(`${id} sees ${uid} differently: ${difference}`);
        }
      }
    }
    return found;
  }
}

function differ(truth: { readonly [column: string]: unknown } | undefined, seen: Row | undefined): string | undefined {
  if (!truth || !seen) return truth === seen ? undefined : truth ? 'it does not see it' : 'it sees a ghost';
  const column = COLUMNS.find((name) => !isSameValue(truth[name], seen[name]));
  return column && `${column} is ${String(truth[column])}, it sees ${String(seen[column])}`;
}
