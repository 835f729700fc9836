import { deleteDB } from 'idb';
import { createGraph, type TokenRequest } from '../../../src/graph/client.ts';
import { type Cache, openCache } from '../../../src/workspace/cache/cache.ts';
import { forgetPerson, toKeptName } from '../../../src/workspace/cache/forget.ts';
import { createJournal } from '../../../src/workspace/cache/journal.ts';
import { toFieldNames } from '../../../src/workspace/schema/mapping.ts';
import type { Change } from '../../../src/workspace/store/server-base.ts';
import { createStore, type Store } from '../../../src/workspace/store/store.ts';
import type { Edit } from '../../../src/workspace/sync/edit.ts';
import { createServer, type PlacedList } from '../../../src/workspace/sync/server.ts';
import { createSource } from '../../../src/workspace/sync/source.ts';
import type { Told } from '../../../src/workspace/sync/tabs.ts';
import { type Disk, startDisk, watched } from './disk.ts';
import { type Locks, startLocks } from './locks.ts';
import type { Line } from './network.ts';
import type { Connected } from './world.ts';

/** One person's browser: storage, locks and the line between tabs outlive each tab. */
export type Browser = {
  readonly name: string;
  readonly tenant?: string;
  readonly token: string;
  /** How this person's sign-in answers, where it is not with the token at once. */
  getToken?: (request: TokenRequest) => Promise<string>;
  readonly disk: Disk;
  readonly locks: Locks;
  readonly tabs: Set<Tab>;
};

export type Tab = {
  readonly id: string;
  readonly store: Store;
  readonly line: Line;
  readonly opened: Promise<void>;
  readonly hear: (told: Told) => void;
  /** The browser takes its storage away. */
  readonly loseStorage: () => void;
};

export type TabOptions = {
  readonly lists?: readonly string[];
  readonly sensitive?: ReadonlySet<string>;
  readonly places?: Connected['places'];
  /** Sees what is written to the cache, change by change. */
  readonly onWrite?: (change: Change) => void;
  /** The device's own clock, where it does not go right. */
  readonly now?: () => number;
};

export function startBrowser(name: string, token: string): Browser {
  return { name, token, disk: startDisk(), locks: startLocks(), tabs: new Set() };
}

export const TENANT = 'northbridge';
const nameOf = (browser: Browser) => toKeptName(browser.tenant ?? TENANT, browser.name, 'workspace');

export function openTab(world: Connected, browser: Browser, id: string, options: TabOptions = {}): Tab {
  const { time, random, network, drive } = world;
  const places = options.places ?? world.places;
  const lists = options.lists ?? [...places.keys()];
  const sensitive = options.sensitive ?? new Set();
  const line: Line = { offline: false, dead: false };
  const alive =
    (call: () => void): (() => void) =>
    () => {
      if (!line.dead) call();
    };
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: (request) => browser.getToken?.(request) ?? Promise.resolve(browser.token),
    fetch: network.over(line),
    now: time.now,
    wait: (ms) => new Promise((resolve) => time.later(ms, alive(resolve))),
    random,
  });
  let hear: (told: Told) => void = () => undefined;
  let loseStorage: () => void = () => undefined;
  const shapes = new Map(lists.map((name) => [name, shapeOf(places.get(name), drive)]));
  const store = createStore({
    server: createServer(graph, places),
    source: createSource(graph, places, drive),
    lists,
    sensitive,
    me: browser.name,
    tab: id,
    journal: createJournal(browser.disk.blocked ? undefined : browser.disk.local, nameOf(browser)),
    surroundings: {
      now: options.now ?? time.now,
      random,
      later: (ms, call) => time.later(ms, alive(call)),
      lock: (name, work) => browser.locks.run(id, name, work),
    },
    openCache: async (onLost) => {
      if (browser.disk.blocked) throw new DOMException('Storage is blocked', 'SecurityError');
      if (browser.disk.silent) return await new Promise(() => undefined);
      const cache: Cache = await time.during(openCache(nameOf(browser), { sensitive, shapes, onLost }));
      loseStorage = () => {
        cache.close();
        onLost(false);
      };
      return watched(time, browser.disk, cache, options.onWrite);
    },
    openTabs: (onTold) => {
      let arrival = 0;
      hear = onTold;
      return {
        tell: (told) => {
          if (line.dead) return;
          const copy = structuredClone(told);
          // What one tab tells arrives in the order in which it was told.
          arrival = Math.max(arrival, time.now() + 1 + random() * 20);
          for (const other of browser.tabs)
            if (other !== tab) time.later(arrival - time.now(), () => tell(other, copy));
        },
        close: () => undefined,
      };
    },
  });
  const tab: Tab = {
    id,
    store,
    line,
    opened: store.open(),
    hear: (told) => hear(told),
    loseStorage: () => loseStorage(),
  };
  browser.tabs.add(tab);
  return tab;
}

function shapeOf(place: PlacedList | undefined, drive: string): string {
  return place ? [place.at.list, ...toFieldNames(place.list)].join() : drive;
}

function tell(tab: Tab, told: Told): void {
  if (!tab.line.dead) tab.hear(told);
}

/** The browser kills it: what it was doing stops where it is, and its locks are free. */
export function killTab(browser: Browser, tab: Tab): void {
  tab.line.dead = true;
  tab.store.close();
  browser.tabs.delete(tab);
  browser.locks.release(tab.id);
}

/** Edits that the browser keeps, in either storage. */
export async function keptEdits(world: Connected, browser: Browser): Promise<readonly Edit[]> {
  if (browser.disk.blocked) return [];
  const facts = { sensitive: new Set<string>(), shapes: new Map(), onLost: () => undefined };
  const cache = await world.time.during(openCache(nameOf(browser), facts));
  const kept = await world.time.during(cache.readEdits());
  cache.close();
  return [...createJournal(browser.disk.local, nameOf(browser)).read(), ...kept];
}

/** The browser throws away what it keeps for this site, with tabs open or without. */
export async function wipe(world: Connected, browser: Browser): Promise<void> {
  browser.disk.local.clear();
  for (const tab of browser.tabs) tab.loseStorage();
  await world.time.during(deleteDB(nameOf(browser)));
}

/** The person signs out of this browser. */
export async function signOut(world: Connected, browser: Browser): Promise<void> {
  if (!browser.disk.blocked)
    await world.time.during(forgetPerson(browser.tenant ?? TENANT, browser.name, browser.disk.local));
  for (const tab of [...browser.tabs]) killTab(browser, tab);
}
