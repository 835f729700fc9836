import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { LIBRARY } from '../../src/workspace/sync/source.ts';
import { type Browser, killTab, openTab, startBrowser, type Tab } from '../workspace/simulation/tab.ts';
import { LATENCY_MS, large, openLarge } from './open-large.ts';

type Large = Awaited<ReturnType<typeof openLarge>>;

/** `played` is by the clock of the played network; `machine` is what this machine needed, and is never judged. */
export type Reading = {
  readonly requests: number;
  readonly units: number;
  readonly bytes: number;
  readonly firstRowsPlayedMs: number;
  readonly allRowsPlayedMs: number;
  readonly machineMs: number;
};

export type Figures = {
  readonly latencyMs: number;
  readonly rows: number;
  readonly files: number;
  /** Everything, from nothing. */
  readonly cold: Reading;
  /** Everything, from the cache; rows are shown before anything is asked. */
  readonly warm: Reading & { readonly rowsFromCacheMachineMs: number };
  /** A pull in a tab that has everything, when nothing has changed. */
  readonly refresh: Reading;
  readonly libraryCold: Reading;
  readonly editToScreenMachineMs: { readonly median: number; readonly most: number };
  readonly heapMegabytes: number;
};

export async function takeFigures(): Promise<Figures> {
  const world = await openLarge();
  const everything = [...world.places.keys(), LIBRARY];
  const token = await world.tokenOf('Bea');

  const readers = startBrowser('Reader of files', token);
  const libraryTab = openTab(world, readers, 'library', { lists: [LIBRARY] });
  const libraryCold = await read(world, libraryTab, [LIBRARY]);
  killTab(readers, libraryTab);

  const browser = startBrowser('Bea', token);
  const heapBefore = heap();
  const first = openTab(world, browser, 'first', { lists: everything });
  const cold = await read(world, first, everything);
  const heapMegabytes = Math.round((heap() - heapBefore) / 1e5) / 10;
  const refresh = await read(world, first, everything);
  const rows = first.store.rows(large.name).length;
  const files = first.store.rows(LIBRARY).length;
  killTab(browser, first);
  const { tab, ...warm } = await readWarm(world, browser, everything);
  const editToScreenMachineMs = editToScreen(tab);
  killTab(browser, tab);
  world.north.m365.close();
  return { latencyMs: LATENCY_MS, rows, files, cold, warm, refresh, libraryCold, editToScreenMachineMs, heapMegabytes };
}

async function read(world: Large, tab: Tab, lists: readonly string[]): Promise<Reading> {
  const { time, network } = world;
  await tab.opened;
  await network.take();
  const began = { played: time.now(), machine: performance.now() };
  let firstRows: number | undefined;
  let allRows: number | undefined;
  const stop = tab.store.subscribe(() => {
    if (lists.some((list) => tab.store.rows(list).length > 0)) firstRows ??= time.now() - began.played;
    if (lists.every((list) => tab.store.isRead(list))) allRows ??= time.now() - began.played;
  });
  let done = false;
  void tab.store.pull().then(() => {
    done = true;
    allRows ??= time.now() - began.played;
  });
  while (!done) await time.pass(LATENCY_MS / 2);
  stop();
  const failed = lists.find((list) => tab.store.failure(list));
  if (failed) throw tab.store.failure(failed);
  const machineMs = Math.round(performance.now() - began.machine);
  const played = { firstRowsPlayedMs: firstRows ?? 0, allRowsPlayedMs: allRows ?? 0 };
  return { ...(await network.take()), ...played, machineMs };
}

async function readWarm(world: Large, browser: Browser, lists: readonly string[]) {
  const began = performance.now();
  const tab = openTab(world, browser, 'warm', { lists });
  await tab.opened;
  const rowsFromCacheMachineMs = Math.round(performance.now() - began);
  if (!lists.every((list) => tab.store.isRead(list))) throw new Error('Not everything came from the cache');
  return { ...(await read(world, tab, lists)), rowsFromCacheMachineMs, tab };
}

/** From the press to the new rows in a listener's hands, beside 20,000 others. */
function editToScreen({ store }: Tab): Figures['editToScreenMachineMs'] {
  const times: number[] = [];
  for (let n = 0; n < 30; n += 1) {
    const uid = `row-${n * 600}`;
    const before = store.row(large.name, uid);
    let shown = 0;
    const stop = store.subscribe(() => {
      if (store.rows(large.name).some((row) => row.uid === uid && row.partner === `other-${n}`))
        shown = performance.now();
    });
    const pressed = performance.now();
    store.change(large.name, uid, { partner: `other-${n}` }, { partner: before?.partner });
    stop();
    times.push(shown - pressed);
  }
  times.sort((a, b) => a - b);
  const round = (ms: number | undefined) => Math.round((ms ?? Number.NaN) * 10) / 10;
  return { median: round(times[15]), most: round(times.at(-1)) };
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
