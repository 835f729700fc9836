import { MOST_PARTS } from '../../graph/batch.ts';
import type { LibraryItem } from '../../graph/drive.ts';
import { GraphError, isGraphError } from '../../graph/errors.ts';
import { refusal } from '../../graph/refusals.ts';
import { ONE_REQUEST } from '../../graph/upload.ts';
import { PIECE } from '../../graph/upload-pieces.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import { type Pause, toPause } from '../../workspace/sync/pause.ts';
import type { Surroundings } from '../../workspace/sync/surroundings.ts';
import type { Book } from './book.ts';
import type { QueuedFile } from './entry.ts';
import type { Places } from './places.ts';
import { isSmall } from './recognise.ts';
import { registerSent } from './register-sent.ts';
import { patient, sendQueued } from './send-queued.ts';

export type Sender = {
  /** Begins what can begin. One tab of a person does at a time. */
  go(): void;
  /** Takes a file off the line; what is in the library of it stays there. */
  stop(id: string): void;
  /** Why nothing goes for the moment. */
  hold(): Pause | undefined;
  /** Tries again at once. */
  clear(): void;
  startedAt(id: string): { readonly at: number; readonly sent: number } | undefined;
  close(): void;
};

export type SenderNeeds = {
  readonly workspace: Workspace;
  readonly surroundings: Surroundings;
  readonly book: Book<never>;
  readonly places: Places;
  readonly files: Map<string, File>;
  readonly tab: string;
  /** The name was taken, or the file that is replaced has changed: what a person is asked, or has said before. */
  readonly onTaken: (entry: QueuedFile) => Promise<void>;
  readonly onChange: () => void;
};

const AT_ONCE = 6;
/** Bytes of files in memory: below three pieces. */
const IN_HAND = 3 * PIECE - 1;
/** A file that Microsoft 365 fails on so often is this file's own trouble. */
const STRIKES = 6;

type Job = { readonly stop: AbortController; readonly need: number; readonly at: number; readonly sent: number };

export function startSender(needs: SenderNeeds): Sender {
  const { workspace, surroundings, book, places, files, tab } = needs;
  const jobs = new Map<string, Job>();
  const strikes = new Map<string, number>();
  let isRegistering = false;
  let hold: Pause | undefined;
  /** While a file waits inside its own call: nothing else is held back by this. */
  let asked: Pause | undefined;
  let failures = 0;
  let callOff: (() => void) | undefined;
  let release: (() => void) | undefined;
  let isAsking = false;
  let isClosed = false;

  const still = (pause: Pause | undefined) => (pause && pause.until > surroundings.now() ? pause : undefined);
  const holding = () => still(hold);
  const forget = workspace.graph.onPause((seconds) => {
    asked = { why: 'asked-to-wait', until: surroundings.now() + seconds * 1_000 };
    surroundings.later(seconds * 1_000, needs.onChange);
    needs.onChange();
  });
  const isMine = ({ owner, isPaused, standing }: QueuedFile) => owner === tab && (!isPaused || standing.is === 'sent');
  const mayGo = (entry: QueuedFile) =>
    isMine(entry) && entry.standing.is === 'waiting' && files.has(entry.id) && !jobs.has(entry.id);

  function nextFile(): QueuedFile | undefined {
    if (jobs.size >= AT_ONCE) return undefined;
    const inHand = [...jobs.values()].reduce((sum, { need }) => sum + need, 0);
    return book.all().find((entry) => mayGo(entry) && (jobs.size === 0 || inHand + needOf(entry) <= IN_HAND));
  }

  /** Rows follow behind the files: a row in between would take the place of a file. */
  function nextRows(): readonly QueuedFile[] {
    const isBusy = book.all().some((entry) => isSmall(entry.marks) && (mayGo(entry) || jobs.has(entry.id)));
    if (isRegistering || isBusy) return [];
    return book
      .all()
      .filter((entry) => isMine(entry) && entry.standing.is === 'sent')
      .slice(0, MOST_PARTS);
  }

  const hasWork = () =>
    !isClosed && !holding() && (jobs.size > 0 || isRegistering || !!nextFile() || nextRows().length > 0);

  function change(id: string, known: Partial<QueuedFile>): void {
    const entry = book.get(id);
    if (entry) book.put({ ...entry, ...known });
  }

  function pump(): void {
    if (isClosed) return;
    if (!holding()) {
      for (let entry = nextFile(); entry; entry = nextFile()) start(entry);
      const rows = nextRows();
      if (rows.length > 0) void registerTogether(rows);
    }
    if (jobs.size > 0 || isRegistering) return;
    release?.();
    release = undefined;
  }

  function go(): void {
    if (release) pump();
    else if (!isAsking && hasWork()) void run();
  }

  async function run(): Promise<void> {
    isAsking = true;
    try {
      await surroundings.lock('send-files', async () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        release = resolve;
        pump();
        await promise;
      });
    } finally {
      isAsking = false;
    }
    go();
  }

  function start(entry: QueuedFile): void {
    const file = files.get(entry.id) as File;
    const job = { stop: new AbortController(), need: needOf(entry), at: surroundings.now(), sent: entry.sent };
    jobs.set(entry.id, job);
    change(entry.id, { standing: { is: 'sending' } });
    const note = (known: Partial<QueuedFile>) => change(entry.id, known);
    void sendQueued({ workspace, places, entry, file, signal: job.stop.signal, note })
      .then(
        (item) => arrived(entry.id, item),
        (error: unknown) => failed(entry.id, job, error),
      )
      .finally(() => {
        if (jobs.get(entry.id) === job) jobs.delete(entry.id);
        needs.onChange();
        pump();
      });
  }

  function arrived(id: string, item: LibraryItem): void {
    answered();
    files.delete(id);
    strikes.delete(id);
    const size = book.get(id)?.marks.size ?? item.size;
    change(id, { standing: { is: 'sent' }, item, sent: size, session: undefined, isPaused: false });
  }

  async function failed(id: string, job: Job, error: unknown): Promise<void> {
    const entry = book.get(id);
    // Cancelled: nobody waits for it any more.
    if (!entry || jobs.get(id) !== job) return;
    if (isGraphError(error, 'cancelled')) return change(id, { standing: { is: 'waiting' } });
    // Of a large file the hash is known from when its last piece goes.
    const isLost = isSmall(entry.marks)
      ? error instanceof GraphError && error.mayHaveHappened
      : entry.hash !== undefined;
    const isUnsure = entry.isUnsure || isLost;
    if (isGraphError(error, 'name-taken', 'conflict')) {
      change(id, { session: undefined, sent: 0, isUnsure });
      return await needs.onTaken(book.get(id) ?? entry);
    }
    if (isGraphError(error, 'file-changed')) {
      files.delete(id);
      const question = { is: 'file-changed', why: error.message } as const;
      return change(id, { standing: { is: 'asks', question }, session: undefined, sent: 0, hash: undefined });
    }
    if (stopFor(id, error)) return change(id, { standing: { is: 'waiting' }, isUnsure });
    const why = error instanceof GraphError ? error.message : refusal('unreadable').message;
    change(id, { standing: { is: 'asks', question: { is: 'failed', why } } });
  }

  /** Whether the failure concerns everything: then all wait, and go on by themselves. */
  function stopFor(id: string, error: unknown): boolean {
    const pause = toPause(error, { now: surroundings.now(), failures, random: surroundings.random() });
    if (!pause) return false;
    if (isGraphError(error) && error.status !== undefined && pause.why === 'no-answer') {
      const struck = (strikes.get(id) ?? 0) + 1;
      strikes.set(id, struck);
      if (struck >= STRIKES) return false;
    }
    failures += 1;
    // A sign-in that has ended is asked for again quietly; the person may also press "Sign in".
    hold = pause.why === 'signed-out' ? { ...pause, until: surroundings.now() + 60_000 } : pause;
    callOff?.();
    callOff = surroundings.later(hold.until - surroundings.now(), go);
    needs.onChange();
    return true;
  }

  function answered(): void {
    failures = 0;
    hold = undefined;
  }

  /** So many rows as go in one round trip: the workspace's outbox sends together what it is given in one moment. */
  async function registerTogether(entries: readonly QueuedFile[]): Promise<void> {
    isRegistering = true;
    try {
      // The outbox keeps no pace: this waits for room first.
      const links = entries.filter(({ place }) => place.prompt !== undefined);
      await patient(workspace).roomFor(entries.length + links.length);
      await Promise.all(entries.map(register));
    } finally {
      isRegistering = false;
      needs.onChange();
      pump();
    }
  }

  async function register({ id }: QueuedFile): Promise<void> {
    // It may have been taken out of the list, or given another place, while there was no room.
    const entry = book.get(id);
    if (!entry?.item) return;
    const { item } = entry;
    try {
      const { uid, words } = await registerSent(workspace, entry, item);
      answered();
      change(id, { standing: { is: 'done', words }, evidence: uid });
    } catch (error) {
      if (!stopFor(id, error)) {
        const reason = error instanceof GraphError ? error.message : refusal('unreadable').message;
        const why = `The file is in the folder, but it could not be registered. ${reason}`;
        change(id, { standing: { is: 'asks', question: { is: 'failed', why } } });
      }
    }
  }

  return {
    go,
    stop(id) {
      const job = jobs.get(id);
      jobs.delete(id);
      job?.stop.abort();
    },
    hold: () => holding() ?? still(asked),
    clear() {
      answered();
      go();
    },
    startedAt: (id) => jobs.get(id),
    close() {
      isClosed = true;
      forget();
      callOff?.();
      for (const { stop } of jobs.values()) stop.abort();
      jobs.clear();
      release?.();
    },
  };
}

function needOf({ marks }: QueuedFile): number {
  return marks.size <= ONE_REQUEST ? marks.size : PIECE;
}
