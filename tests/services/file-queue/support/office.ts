import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createGraph, type Graph } from '../../../../src/graph/client.ts';
import { openFileQueue, type Place, type QueuedFile } from '../../../../src/services/file-queue/file-queue.ts';
import type { WorkspaceInfo } from '../../../../src/workspace/find.ts';
import { setUp } from '../../../../src/workspace/provision.ts';
import { openWorkspace } from '../../../../src/workspace/store/workspace.ts';
import { everyday, openNorthbridge } from '../../../infra/local/support/northbridge.ts';
import { startLocks } from '../../../workspace/simulation/locks.ts';
import { startTime, type Time } from '../../../workspace/simulation/time.ts';
import { place as channel, named, smallPlan } from '../../../workspace/support/northbridge-at-work.ts';

export const THEME = 'front-door-2026';
export const MIB = 1024 * 1024;
const START = Date.parse('2026-11-23T09:00:00Z');
const A_MONTH = 30 * 86_400;

/** Where most files of these tests go. */
export const police: Place = {
  partner: 'police',
  partnerTitle: 'Police',
  theme: THEME,
  section: '1 Documents asked for',
};

export type SentRequest = {
  readonly method: string;
  readonly path: string;
  readonly range: string | null;
  readonly bytes: number;
  /** Milliseconds since the office was opened. */
  readonly at: number;
  status: number;
};

/** What a request is to meet; `silent` never comes back, as when the tab is killed. */
export type Fate = 'silent' | 'lost before' | 'lost after' | Response | undefined;

export type Office = Awaited<ReturnType<typeof openOffice>>;
export type Desk = Awaited<ReturnType<Office['sit']>>;

/** Northbridge with its workspace, browsers whose tabs can be killed, and a time that moves only when told to. */
export async function openOffice({ budget = 1_000_000, latencyMs = 20 } = {}) {
  globalThis.indexedDB = new IDBFactory();
  const time = startTime(START);
  storageTakesNoTime(time);
  const north = await openNorthbridge({ clock: time.now, budget });
  const bea = await north.token('Bea', everyday, A_MONTH);
  const plain: Graph = createGraph({
    baseUrl: 'https://graph.microsoft.com',
    getToken: () => Promise.resolve(bea),
    fetch: north.m365.handle,
    now: time.now,
  });
  const { info, error } = await setUp(plain, smallPlan, () => undefined);
  if (!info) throw error ?? new Error('not set up');
  // A new five minutes for everybody.
  await time.pass(600_000);
  const opened = time.now();
  const sent: SentRequest[] = [];
  const locks = startLocks();
  let disturb: (request: Request, seen: SentRequest) => Fate | Promise<Fate> = () => undefined;
  let tabs = 0;

  async function sit(person = 'Dorian', on: WorkspaceInfo = info as WorkspaceInfo) {
    tabs += 1;
    const tab = `tab-${tabs}`;
    const line = { dead: false };
    const token = await north.token(person, everyday, A_MONTH);
    const alive = (call: () => void) => () => {
      if (!line.dead) call();
    };
    const fetchIt = (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        const stop = () => reject(request.signal.reason);
        request.signal.addEventListener('abort', alive(stop), { once: true });
        time.later(latencyMs / 2, async () => {
          if (line.dead || request.signal.aborted) return;
          const body = request.body ? await request.clone().arrayBuffer() : undefined;
          const { pathname } = new URL(request.url);
          const seen: SentRequest = {
            method: request.method,
            path: decodeURIComponent(pathname),
            range: request.headers.get('Content-Range'),
            bytes: body?.byteLength ?? 0,
            at: time.now() - opened,
            status: 0,
          };
          sent.push(seen);
          const fate = await disturb(request, seen);
          if (fate === 'silent') return;
          if (fate === 'lost before') return reject(new TypeError('connection reset'));
          const answer = fate instanceof Response ? fate : await north.fetch(request).catch((lost: unknown) => lost);
          if (!(answer instanceof Response)) return reject(answer);
          seen.status = answer.status;
          if (fate === 'lost after') return reject(new TypeError('connection reset'));
          time.later(
            latencyMs / 2,
            alive(() => resolve(answer)),
          );
        });
      });
    const graph = createGraph({
      baseUrl: 'https://graph.microsoft.com',
      getToken: () => Promise.resolve(token),
      fetch: fetchIt,
      now: time.now,
      random: () => 0.5,
      wait: (ms, signal) =>
        new Promise((resolve, reject) => {
          time.later(ms, alive(resolve));
          signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        }),
    });
    const { id, name } = named(person);
    const workspace = openWorkspace({
      graph,
      info: on,
      place: channel,
      me: { id, name },
      clock: () => new Date(time.now()).toISOString(),
      tenant: 'northbridge',
      surroundings: {
        now: time.now,
        random: () => 0.5,
        later: (ms, call) => time.later(ms, alive(call)),
        lock: (what, work) => locks.run(tab, `${id}/${what}`, work),
      },
    });
    await during(workspace.pull());
    const queue = await during(openFileQueue(workspace, tab));
    await time.pass(500);

    return {
      workspace,
      queue,
      graph,
      /** The line itself, for those who send by other means. */
      fetch: fetchIt,
      token,
      file: (chosenName: string): QueuedFile => {
        const found = queue.snapshot().files.find(({ marks }) => marks.name === chosenName);
        if (!found) throw new Error(`${chosenName} is not in the list`);
        return found;
      },
      /** Lets time pass until nothing goes any more. */
      settle: (limitMs = 3_600_000) => until(() => queue.snapshot().totals.going === 0, limitMs),
      /** Everything stops where it is. */
      kill() {
        line.dead = true;
        workspace.close();
        locks.release(tab);
      },
    };
  }

  /** Lets time pass until something has come about. */
  async function during<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    void work.finally(() => {
      isOver = true;
    });
    await until(() => isOver);
    return await work;
  }

  async function until(isTrue: () => boolean, limitMs = 600_000): Promise<void> {
    for (const end = time.now() + limitMs; !isTrue(); ) {
      if (time.now() > end) throw new Error('It did not come to that');
      await time.pass(100);
    }
  }

  return {
    time,
    north,
    info,
    sent,
    sit,
    until,
    during,
    disturb: (by: typeof disturb) => {
      disturb = by;
    },
    /** Requests that put bytes of files anywhere. */
    puts: () => sent.filter(({ method }) => method === 'PUT'),
    /** What is in the section of the police, with its words where it is text. */
    async files() {
      const desk = await north.as('Bea');
      const drive = info.drive;
      const base = `/drives/${drive}/items/${info.homeFolder}:/2026 JTAI Front door/Police/1 Documents asked for:/children?$top=1000`;
      const answer = (await (await desk(base)).json()) as {
        value: { id: string; name: string; size: number; file?: { hashes: { quickXorHash: string } } }[];
      };
      return answer.value.map(({ id, name, size, file }) => ({ id, name, size, hash: file?.hashes.quickXorHash }));
    },
  };
}

const openTransaction = IDBDatabase.prototype.transaction;
const readBlob = Blob.prototype.arrayBuffer;

/** The browser's storage and the files on its disk are read and written while time stands still, however slow this machine is. */
function storageTakesNoTime(time: Time): void {
  IDBDatabase.prototype.transaction = function (...facts: Parameters<typeof openTransaction>) {
    const transaction = openTransaction.apply(this, facts);
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => resolve());
    void time.during(promise);
    return transaction;
  };
  Blob.prototype.arrayBuffer = function () {
    return time.during(readBlob.call(this));
  };
}

export function textFile(name: string, text = `the words of ${name}`, lastModified = START): File {
  return new File([text], name, { lastModified });
}

/** Bytes that differ along the way, so that a piece in the wrong place shows. */
export function largeFile(name: string, size: number, seed = 1, lastModified = START): File {
  const all = new Uint32Array(size / 4);
  for (let index = 0; index < all.length; index += 1) all[index] = Math.imul(index + seed, 2_654_435_761);
  return new File([all], name, { lastModified });
}

export const alone = (...files: readonly File[]) => files.map((file) => ({ file, folders: [] }));

/** The question that stands on a line, in the words that are read there. */
export function questionOf({ standing }: QueuedFile): string {
  return standing.is === 'asks' ? `${standing.question.is}: ${standing.question.why}` : standing.is;
}
