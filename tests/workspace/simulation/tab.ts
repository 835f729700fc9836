import { createGraph } from '../../../src/graph/client.ts';
import { type Cache, openCache } from '../../../src/workspace/cache/cache.ts';
import { createJournal } from '../../../src/workspace/cache/journal.ts';
import type { List } from '../../../src/workspace/schema/define-list.ts';
import { createStore, type Store } from '../../../src/workspace/store/store.ts';
import { createServer, type PlacedList } from '../../../src/workspace/sync/server.ts';
import { createSource } from '../../../src/workspace/sync/source.ts';
import type { Told } from '../../../src/workspace/sync/tabs.ts';
import type { Line, Network } from './network.ts';
import type { Time } from './time.ts';

/** One person's browser: storage, locks and the line between tabs outlive each tab. */
export type Browser = {
  readonly name: string;
  readonly token: string;
  readonly storage: Storage;
  readonly locks: Locks;
  readonly tabs: Set<Tab>;
};

export type Tab = { readonly id: string; readonly store: Store; readonly line: Line; readonly opened: Promise<void> };

export type World = {
  readonly time: Time;
  readonly random: () => number;
  readonly network: Network;
  readonly list: List;
  readonly places: ReadonlyMap<string, PlacedList>;
  readonly drive: string;
};

export function startBrowser(name: string, token: string): Browser {
  return { name, token, storage: memoryStorage(), locks: startLocks(), tabs: new Set() };
}

export function openTab(world: World, browser: Browser, id: string): Tab {
  const { time, random, network, list, places, drive } = world;
  const line: Line = { offline: false, dead: false };
  const alive =
    (call: () => void): (() => void) =>
    () => {
      if (!line.dead) call();
    };
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: () => Promise.resolve(browser.token),
    fetch: network.over(line),
    now: time.now,
    wait: (ms) => new Promise((resolve) => time.later(ms, alive(resolve))),
    random,
  });
  const listeners: ((told: Told) => void)[] = [];
  const store = createStore({
    server: createServer(graph, places),
    source: createSource(graph, places, drive),
    lists: [list.name],
    sensitive: new Set(),
    me: browser.name,
    tab: id,
    journal: createJournal(browser.storage, 'journal'),
    surroundings: {
      now: time.now,
      random,
      later: (ms, call) => time.later(ms, alive(call)),
      lock: (name, work) => browser.locks.run(id, name, work),
    },
    openCache: async (onLost) =>
      watched(
        time,
        await time.during(
          openCache(`simulation.${browser.name}`, {
            sensitive: new Set(),
            shapes: new Map([[list.name, '1']]),
            onLost,
          }),
        ),
      ),
    openTabs: (onTold) => {
      listeners.push(onTold);
      return {
        tell: (told) => {
          if (line.dead) return;
          const copy = structuredClone(told);
          for (const other of browser.tabs) if (other !== tab) time.later(1 + random() * 20, () => tell(other, copy));
        },
        close: () => undefined,
      };
    },
  });
  const tab: Tab = { id, store, line, opened: store.open() };
  tellers.set(tab, (told) => listeners.forEach((listener) => void listener(told)));
  browser.tabs.add(tab);
  return tab;
}

const tellers = new WeakMap<Tab, (told: Told) => void>();

function tell(tab: Tab, told: Told): void {
  if (!tab.line.dead) tellers.get(tab)?.(told);
}

/** The browser kills it: what it was doing stops where it is, and its locks are free. */
export function killTab(browser: Browser, tab: Tab): void {
  tab.line.dead = true;
  tab.store.close();
  browser.tabs.delete(tab);
  browser.locks.release(tab.id);
}

/** Time stands still while storage works, so that a run does not depend on how fast it is. */
function watched(time: Time, cache: Cache): Cache {
  return {
    read: () => time.during(cache.read()),
    readEdits: () => time.during(cache.readEdits()),
    write: (change) => time.during(cache.write(change)),
    close: cache.close,
  };
}

type Locks = {
  run<T>(tab: string, name: string, work: () => Promise<T>): Promise<T>;
  release(tab: string): void;
};

function startLocks(): Locks {
  type Turn = { readonly tab: string; readonly start: () => void };
  const queues = new Map<string, Turn[]>();
  const go = (name: string) => queues.get(name)?.[0]?.start();
  return {
    run: (tab, name, work) =>
      new Promise((resolve, reject) => {
        const queue = queues.get(name) ?? [];
        queues.set(name, queue);
        const turn: Turn = {
          tab,
          start: () => {
            work()
              .then(resolve, reject)
              .finally(() => {
                if (queue[0] !== turn) return;
                queue.shift();
                go(name);
              });
          },
        };
        queue.push(turn);
        if (queue.length === 1) turn.start();
      }),
    release(tab) {
      for (const [name, queue] of queues) {
        const held = queue[0]?.tab === tab;
        const others = queue.filter((turn) => turn.tab !== tab);
        queue.splice(0, queue.length, ...others);
        if (held) go(name);
      }
    },
  };
}

function memoryStorage(): Storage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}
