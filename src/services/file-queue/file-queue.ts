import { dropSession, type UploadSession } from '../../graph/upload.ts';
import { toKeptName } from '../../workspace/cache/forget.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import type { Pause } from '../../workspace/sync/pause.ts';
import { browserSurroundings } from '../../workspace/sync/surroundings.ts';
import { type AddChosen, type Added, addChosen } from './add-chosen.ts';
import { applyAnswer, type PersonAnswer } from './answer.ts';
import { openBook } from './book.ts';
import { bringBack } from './bring-back.ts';
import { startChecker } from './checker.ts';
import { type Chosen, isDone, isRefused, mayCancel, type Place, type Question, type QueuedFile } from './entry.ts';
import { findTaken } from './find-question.ts';
import { startPlaces } from './places.ts';
import { startSender } from './sender.ts';
import { findTooLate, removeTooLate } from './too-late.ts';
import { secondsByLimits, startSpeed, type Totals, totalOf, workOf } from './totals.ts';

export type { Added } from './add-chosen.ts';
export type { PersonAnswer } from './answer.ts';
export type { Chosen, Place, Question, QueuedFile } from './entry.ts';

export type Snapshot = {
  readonly files: readonly QueuedFile[];
  readonly totals: Totals;
  /** Until all that goes is in the library and registered; undefined while that is not known. */
  readonly secondsLeft: number | undefined;
  /** Why nothing is sent for the moment, though there is something to send. */
  readonly hold: Pause | undefined;
  /** Files of which this tab holds the bytes and Microsoft 365 does not: leaving lets go of them. */
  readonly inHand: number;
  /** False where this browser keeps no list of what is on its way. */
  readonly isKept: boolean;
};

/** What a person does with files in the list; without ids, with all of them. */
type Act =
  | { readonly do: 'pause' | 'resume' | 'cancel' | 'cancel-all'; readonly ids: readonly string[] }
  | {
      readonly do: 'answer';
      readonly ids: readonly string[];
      readonly answer: PersonAnswer;
      readonly forRest: boolean;
    };

export type FileQueue = {
  snapshot(): Snapshot;
  subscribe(listener: () => void): () => void;
  /** Takes files that were dropped, chosen or pasted. Those that the list waits for go on where they stopped. */
  add(chosen: readonly Chosen[], place: Place): Promise<Added>;
  /** Takes files of which it is not known yet whose they are: they are asked about, and go nowhere before. */
  hold(chosen: readonly Chosen[], to: Pick<Place, 'theme' | 'section'>): Promise<Added>;
  /** Takes only files that the list waits for; one that was chosen for a certain line is asked about if it is another. */
  chooseAgain(chosen: readonly Chosen[], line?: string): Promise<Added>;
  answer(ids: readonly string[], answer: PersonAnswer): void;
  /** The same answer to this kind of question for every file that asks it, and for those of the drop that will. */
  answerAll(kind: Question['is'], answer: PersonAnswer): void;
  pause(ids?: readonly string[]): void;
  resume(ids?: readonly string[]): void;
  /** Takes files out of the list; a file that is in the library stays there. */
  cancel(ids: readonly string[]): void;
  /** Gives up all that is not in the library yet; the lines stay and say so until they are cleared. */
  cancelAll(): void;
  /** Takes the lines out of the list with which nothing more will happen. */
  clearDone(): void;
  /** How fast a file goes, in bytes a second, and for how long it still will, in seconds; undefined while not known. */
  speedOf(file: QueuedFile): { readonly bytesPerSecond: number; readonly secondsLeft: number } | undefined;
  /** Signed in, or back online. */
  goOn(): void;
  close(): void;
};

const queues = new WeakMap<Workspace, Promise<FileQueue>>();

/** The queue of an open workspace: it goes on over all screens, and ends with the workspace. */
export function fileQueueOf(workspace: Workspace): Promise<FileQueue> {
  const known = queues.get(workspace);
  if (known) return known;
  const opened = openFileQueue(workspace);
  queues.set(workspace, opened);
  return opened;
}

/** Two tabs never have the same, so that each knows its own files. */
export async function openFileQueue(workspace: Workspace, tab: string = crypto.randomUUID()): Promise<FileQueue> {
  const { me, info, tenant } = workspace;
  const name = toKeptName(tenant ?? '', me.id, info.id);
  const surroundings = workspace.surroundings ?? browserSurroundings(name);
  const files = new Map<string, File>();
  const offered = new Map<string, File>();
  const places = startPlaces(workspace);
  const speed = startSpeed(surroundings.now);
  const listeners = new Set<() => void>();
  let snapshot: Snapshot | undefined;
  let callOff: (() => void) | undefined;
  let isClosed = false;

  /** Many files change in a moment: screens are told a few times a second. */
  function changed(): void {
    snapshot = undefined;
    callOff ??= surroundings.later(TELL_WITHIN_MS, () => {
      callOff = undefined;
      for (const listener of listeners) listener();
    });
  }

  const book = await openBook<Act>({
    name: tenant === undefined ? undefined : name,
    surroundings,
    onChange: changed,
    onAct: (act) => perform(act, true),
  });
  const facts = { workspace, book: book as never, places, files, tab };
  const checker = startChecker({ ...facts, onChecked: () => sender.go() });
  const sender = startSender({ ...facts, surroundings, onTaken: checker.askTaken, onChange: changed });
  // Held for as long as this tab lives: who gets it knows that the tab's files are gone with it.
  const { promise: closed, resolve: sayClosed } = Promise.withResolvers<void>();
  let isKnownToLive = false;
  function showLife(): void {
    if (isKnownToLive) return;
    isKnownToLive = true;
    void surroundings.lock(lifeOf(tab), () => closed);
  }

  const unsubscribe = workspace.subscribe(() => {
    if (sender.hold()?.why === 'signed-out' && workspace.status().pause === undefined) sender.clear();
  });

  function perform(act: Act, isTold: boolean): void {
    const mine = act.ids.flatMap((id) => book.get(id) ?? []).filter(({ owner }) => owner === tab);
    if (!isTold && mine.length < act.ids.length) book.tell(act);
    if (act.do === 'cancel') book.drop(giveUp(mine).map(({ id }) => id));
    else if (act.do === 'cancel-all') book.put(...giveUp(mine.filter(mayCancel)).map(toCancelled));
    else if (act.do === 'answer') answer(mine, act.answer, act.forRest);
    else {
      const isPaused = act.do === 'pause';
      const touched = mine.filter(({ standing }) => standing.is !== 'done' && standing.is !== 'sent');
      for (const { id, session } of touched) if (isPaused && session) sender.stop(id);
      const toEntry = (entry: QueuedFile): QueuedFile => {
        const isStopped = isPaused && entry.session && entry.standing.is === 'sending';
        return { ...entry, isPaused, ...(isStopped && { standing: { is: 'waiting' } as const }) };
      };
      if (touched.length > 0) book.put(...touched.map(toEntry));
    }
    sender.go();
  }

  const giveUpSession = ({ url }: UploadSession) => void dropSession(workspace.graph, url);

  async function add(to: Pick<AddChosen, 'chosen' | 'place' | 'line'>): Promise<Added> {
    showLife();
    const added = await addChosen({ ...facts, ...to, offered, onGiveUp: giveUpSession });
    for (const id of added.toCheck) checker.check(id);
    sender.go();
    return added;
  }

  function giveUp(mine: readonly QueuedFile[]): readonly QueuedFile[] {
    for (const entry of mine) {
      const { id, session, standing } = entry;
      sender.stop(id);
      files.delete(id);
      offered.delete(id);
      // So that no half of a file stays behind in the library.
      if (session) giveUpSession(session);
      if (standing.is === 'sending') void lookAgain(entry);
    }
    return mine;
  }

  async function lookAgain(entry: QueuedFile): Promise<void> {
    const before = entry.replaces ?? findTaken(workspace, places, entry);
    const asking = await findTooLate(workspace, surroundings, entry, before);
    // It may have been added again meanwhile: then it is that one's.
    const isAddedAgain = book.all().some(({ id, folder, name }) => {
      return id !== entry.id && folder === entry.folder && name === entry.name;
    });
    if (asking && !isAddedAgain && !isClosed) book.put(asking);
  }

  async function remove(entry: QueuedFile): Promise<void> {
    const left = await removeTooLate(workspace, entry);
    if (isClosed) return;
    if (left) book.put(left);
    else book.drop([entry.id]);
  }

  /** Nothing of two files is mixed: what Microsoft 365 has of the one before is given up. */
  function takeOffered({ id, session }: QueuedFile): void {
    const file = offered.get(id);
    offered.delete(id);
    if (file) files.set(id, file);
    if (session) giveUpSession(session);
  }

  function answer(mine: readonly QueuedFile[], given: PersonAnswer, forRest: boolean): void {
    for (const entry of mine) {
      if (given.say === 'remove') void remove(entry);
      const next = applyAnswer(entry, given, (wanted) => checker.isTaken(entry, wanted));
      if (!next) continue;
      if (given.say === 'send-this') takeOffered(entry);
      if (given.say === 'keep-waiting') offered.delete(entry.id);
      book.put(next);
      if (next.standing.is === 'checking') checker.check(next.id);
    }
    if (forRest && (given.say === 'keep-both' || given.say === 'new-version')) checker.remember(mine, given.say);
  }

  const idsOf = (isMeant: (entry: QueuedFile) => boolean) =>
    book
      .all()
      .filter(isMeant)
      .map(({ id }) => id);
  const unfinished = () => idsOf((entry) => !isDone(entry));

  function secondsLeft(totals: Totals): number | undefined {
    if (sender.hold()) return undefined;
    const byLimits = secondsByLimits(totals, workspace.graph.writesInMinute());
    const perSecond = speed.bytesPerSecond();
    const toSend = workOf(totals).toSend;
    const bySpeed = perSecond && toSend > 0 ? toSend / perSecond : 0;
    return byLimits + bySpeed > 0 ? Math.max(byLimits, bySpeed) : undefined;
  }

  function look(): Snapshot {
    const totals = totalOf(book.all());
    speed.note(workOf(totals).sent);
    return {
      files: book.all(),
      totals,
      secondsLeft: secondsLeft(totals),
      hold: totals.going > 0 ? sender.hold() : undefined,
      inHand: book.all().filter(({ id, standing }) => files.has(id) && standing.is !== 'sent').length,
      isKept: book.isKept(),
    };
  }

  await bringBack({ ...facts, surroundings, lifeOf, isClosed: () => isClosed, onReady: () => sender.go() });

  return {
    snapshot: () => {
      snapshot ??= look();
      return snapshot;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add: (chosen, place) => add({ chosen, place }),
    hold: (chosen, to) => add({ chosen, place: { ...to, partner: '', partnerTitle: '' } }),
    chooseAgain: (chosen, line) => add({ chosen, line }),
    answer: (ids, given) => perform({ do: 'answer', ids, answer: given, forRest: false }, false),
    answerAll(kind, given) {
      const ids = idsOf(({ standing }) => standing.is === 'asks' && standing.question.is === kind);
      perform({ do: 'answer', ids, answer: given, forRest: true }, false);
    },
    pause: (ids = unfinished()) => perform({ do: 'pause', ids }, false),
    resume: (ids = unfinished()) => perform({ do: 'resume', ids }, false),
    cancel: (ids) => perform({ do: 'cancel', ids }, false),
    cancelAll: () => perform({ do: 'cancel-all', ids: idsOf(mayCancel) }, false),
    clearDone: () => book.drop(idsOf((entry) => isDone(entry) || isRefused(entry))),
    speedOf(file) {
      const started = sender.startedAt(file.id);
      if (!started || sender.hold()) return undefined;
      const seconds = (surroundings.now() - started.at) / 1_000;
      const bytesPerSecond = (file.sent - started.sent) / Math.max(seconds, 0.001);
      if (bytesPerSecond <= 0 || seconds < FILE_KNOWN_AFTER_S) return undefined;
      return { bytesPerSecond, secondsLeft: (file.marks.size - file.sent) / bytesPerSecond };
    },
    goOn: () => sender.clear(),
    close() {
      isClosed = true;
      unsubscribe();
      callOff?.();
      sender.close();
      book.close();
      sayClosed();
    },
  };
}

const TELL_WITHIN_MS = 150;
const FILE_KNOWN_AFTER_S = 3;

function toCancelled(entry: QueuedFile): QueuedFile {
  return { ...entry, standing: { is: 'cancelled' }, session: undefined, isPaused: false };
}
const lifeOf = (tab: string) => `files-of-${tab}`;
