import { isSameValue } from '../../../src/workspace/schema/mapping.ts';
import type { Row } from '../../../src/workspace/store/server-base.ts';
import { startNetwork } from './network.ts';
import { COLUMNS, startPeople } from './people.ts';
import { type Browser, keptEdits, killTab, openTab, signOut, startBrowser, type Tab, wipe } from './tab.ts';
import { startRandom } from './time.ts';
import { Truth } from './truth.ts';
import { actions, type Connected, judgements, openWorld, START } from './world.ts';

const LISTS = [judgements, actions];
const PEOPLE = ['Bea', 'Dorian', 'Imani'];

export type Outcome = { readonly problems: readonly string[]; readonly log: readonly string[] };

/** Plays one run: people, tabs, a bad network and storage; then quiet; then asks whether anything went wrong. */
export async function simulate(seed: number, steps: number): Promise<Outcome> {
  const random = startRandom(seed);
  const truth = new Truth();
  const log: string[] = [];
  const open = await openWorld(random, LISTS, seed);
  const { time } = open;
  const network = startNetwork(open.north.m365, truth, time, random);
  const world: Connected = { ...open, network };
  const browsers: Browser[] = [];
  for (const name of PEOPLE) browsers.push(startBrowser(name, await open.tokenOf(name)));
  const say = (who: string, what: string) => log.push(`${((time.now() - START) / 1000).toFixed(2)}s ${who} ${what}`);
  const people = startPeople({ world, truth, lists: LISTS, say });

  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let tabs = 0;
  function openOne(browser: Browser): Tab {
    tabs += 1;
    const tab = openTab(world, browser, `${browser.name}${tabs}`);
    void tab.opened.then(() => tab.store.pull());
    return tab;
  }
  const someTab = (browser: Browser): Tab => (browser.tabs.size === 0 ? openOne(browser) : pick([...browser.tabs]));

  /** Words that are nowhere any more, neither in a tab nor in storage, are gone: the person had been told. */
  async function letGoOfAllBut(browser: Browser, before: Set<string>, values: Map<string, object>): Promise<void> {
    const left = new Set((await keptEdits(world, browser)).map((edit) => edit.id));
    for (const { store } of browser.tabs) for (const edit of store.status().pending) left.add(edit.id);
    for (const id of before) if (!left.has(id)) truth.letGo({ ...values.get(id) });
  }

  async function losing(browser: Browser, lose: () => Promise<void> | void): Promise<void> {
    const values = new Map<string, object>();
    for (const edit of await keptEdits(world, browser)) values.set(edit.id, edit.values);
    for (const { store } of browser.tabs) for (const edit of store.status().pending) values.set(edit.id, edit.values);
    await lose();
    await letGoOfAllBut(browser, new Set(values.keys()), values);
  }

  function kill(browser: Browser, some: readonly Tab[]): Promise<void> | void {
    const all = () => {
      for (const tab of some) killTab(browser, tab);
    };
    say(browser.name, `loses ${some.map((tab) => tab.id).join(' and ')}`);
    // Only where the person was told that the browser keeps nothing may closing a tab lose anything.
    return browser.disk.blocked ? losing(browser, all) : all();
  }

  async function trouble(browser: Browser): Promise<void> {
    const dice = random();
    if (dice < 0.35) {
      browser.disk.full = !browser.disk.full;
      say(browser.name, `has ${browser.disk.full ? 'no' : ''} room for storage`);
    } else if (dice < 0.6) {
      say(browser.name, 'is wiped');
      await losing(browser, () => wipe(world, browser));
    } else if (dice < 0.75) {
      say(browser.name, 'signs out');
      await losing(browser, () => signOut(world, browser));
    } else if (browser.tabs.size === 0) {
      await losing(browser, () => {
        browser.disk.blocked = !browser.disk.blocked;
      });
      say(browser.name, `storage is ${browser.disk.blocked ? 'blocked' : 'allowed'}`);
    } else await kill(browser, [...browser.tabs]);
  }

  async function step(): Promise<void> {
    const browser = pick(browsers);
    const dice = random();
    if (dice < 0.42) people.write(someTab(browser), browser.name);
    else if (dice < 0.45) people.remove(someTab(browser), browser.name);
    else if (dice < 0.57) void someTab(browser).store.pull();
    else if (dice < 0.68) people.decide(someTab(browser), browser.name);
    else if (dice < 0.73) {
      for (const tab of browser.tabs) tab.line.offline = !tab.line.offline;
      say(browser.name, 'loses or finds the network');
    } else if (dice < 0.79 && browser.tabs.size > 0) await kill(browser, [pick([...browser.tabs])]);
    else if (dice < 0.85 && browser.tabs.size < 3) {
      openOne(browser);
      say(browser.name, 'opens a tab');
    } else if (dice < 0.9) await people.meddle(browser);
    else if (dice < 0.94) await trouble(browser);
    else void someTab(browser).store.goOn();
  }

  for (let done = 0; done < steps; done++) {
    await step();
    await time.pass(random() * random() * 4000);
  }
  await rest();
  const problems = [...truth.problems, ...truth.lost(), ...disagreements('')];
  // What the browsers keep must lead to the same.
  for (const browser of browsers) {
    for (const tab of [...browser.tabs]) killTab(browser, tab);
    openOne(browser);
  }
  await time.pass(60_000);
  problems.push(...disagreements(', opened again,'));
  for (const browser of browsers) for (const tab of [...browser.tabs]) killTab(browser, tab);
  open.north.m365.close();
  return { problems, log };

  /** The network is good, storage works, and people decide what they are asked. */
  async function rest(): Promise<void> {
    network.calm = true;
    const isDone = () => browsers.every(({ tabs }) => [...tabs].every(({ store }) => !store.status().pending.length));
    for (let round = 0; round < 40 && !(round > 3 && isDone()); round++) {
      for (const browser of browsers) {
        browser.disk.full = false;
        if (browser.tabs.size === 0) openOne(browser);
        for (const tab of browser.tabs) {
          tab.line.offline = false;
          void tab.store.goOn();
          void tab.store.pull();
        }
        people.decide(someTab(browser), browser.name);
      }
      await time.pass(30_000);
    }
    for (let round = 0; round < 2; round++) {
      for (const browser of browsers) for (const tab of browser.tabs) void tab.store.pull();
      await time.pass(60_000);
    }
  }

  function disagreements(when: string): readonly string[] {
    const found: string[] = [];
    const rows = truth.rows();
    for (const { id, store } of browsers.flatMap(({ tabs }) => [...tabs])) {
      const { pending } = store.status();
      if (pending.length > 0)
        found.push(`${id}${when} still has ${pending.length} unsent: ${JSON.stringify(pending[0])}`);
      for (const list of LISTS) {
        const prefix = `${world.places.get(list.name)?.at.list}/`;
        const seen = new Map(store.rows(list.name).map((row) => [prefix + row.uid, row]));
        const there = [...rows.keys()].filter((key) => key.startsWith(prefix) && key !== `${prefix}undefined`);
        for (const key of new Set([...there, ...seen.keys()])) {
          const difference = differ(rows.get(key), seen.get(key));
          if (difference)
            found.push(`${id}${when} sees ${list.name} ${key.slice(prefix.length)} differently: ${difference}`);
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
