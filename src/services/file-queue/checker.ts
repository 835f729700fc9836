import { findChild, getItem } from '../../graph/drive.ts';
import { GraphError } from '../../graph/errors.ts';
import { hashOf } from '../../graph/quick-xor.ts';
import { getRoom } from '../../graph/upload.ts';
import { readFile } from '../../graph/upload-pieces.ts';
import type { Workspace } from '../../workspace/store/workspace.ts';
import { applyAnswer } from './answer.ts';
import type { Book } from './book.ts';
import { fileGone, type Question, type QueuedFile } from './entry.ts';
import { findQuestion, findTaken, isNameTaken, isRenewal, nameTakenBeside } from './find-question.ts';
import type { Places } from './places.ts';
import { markOf } from './recognise.ts';
import { isOurs } from './send-queued.ts';

export type Checker = {
  /** Looks at a file before it is sent: it waits for its turn then, or asks. */
  check(id: string): void;
  /** SharePoint says that the name is taken, which was not known here. */
  askTaken(entry: QueuedFile): Promise<void>;
  isTaken(entry: QueuedFile, name: string): boolean;
  /** The answer holds for the rest of the same drop. */
  remember(entries: readonly QueuedFile[], answer: 'keep-both' | 'new-version'): void;
};

export type CheckerNeeds = {
  readonly workspace: Workspace;
  readonly book: Book<never>;
  readonly places: Places;
  readonly files: Map<string, File>;
  readonly tab: string;
  readonly onChecked: () => void;
};

export function startChecker({ workspace, book, places, files, onChecked }: CheckerNeeds): Checker {
  const waiting: string[] = [];
  const ruled = new Map<string, 'keep-both' | 'new-version'>();
  const hashes = new Map<string, { readonly file: File; readonly hash: Promise<string> }>();
  let isRunning = false;
  let room: Promise<number | undefined> | undefined;

  /** In order, so that of two files alike the second is the one that asks. */
  async function run(): Promise<void> {
    isRunning = true;
    try {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await checkOne(id);
    } finally {
      isRunning = false;
      room = undefined;
      // With the files that they hold.
      hashes.clear();
    }
  }

  async function checkOne(id: string): Promise<void> {
    let entry = book.get(id);
    const file = files.get(id);
    if (entry?.standing.is !== 'checking') return;
    if (!file) return book.put({ ...entry, standing: fileGone });
    try {
      if (entry.marks.ends === undefined) entry = { ...entry, marks: await markOf(file) };
      const others = othersOf(entry);
      // Asked once for all that were dropped together; where it is not said, SharePoint says so when it is full.
      room ??= getRoom(workspace.graph, workspace.info.drive).catch(() => undefined);
      const left = await room;
      const onTheWay = others.reduce((sum, other) => sum + toCome(other.entry), 0);
      const question = await findQuestion({
        workspace,
        places,
        entry,
        file,
        others,
        hashOf: hashOnce,
        room: left === undefined ? undefined : left - onTheWay,
      });
      // The person may have taken it out of the list meanwhile.
      if (!book.get(id)) return;
      if (question?.is === 'same-content' && question.isInPlace) {
        files.delete(id);
        return book.put({ ...entry, standing: { is: 'done', words: question.why }, evidence: question.evidence });
      }
      if (question) return decide(entry, question);
      book.put({ ...entry, standing: { is: 'waiting' } });
      onChecked();
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const why = error.kind === 'file-changed' ? UNREADABLE : error.message;
      if (book.get(id)) ask(entry, { is: 'refused', why });
    }
  }

  function hashOnce(id: string, content: File): Promise<string> {
    const known = hashes.get(id);
    if (known?.file === content) return known.hash;
    const hash = readFile(() => hashOf(content));
    hashes.set(id, { file: content, hash });
    return hash;
  }

  function othersOf({ id, order }: QueuedFile) {
    return book
      .all()
      .filter((other) => other.id !== id && other.order < order)
      .map((other) => ({ entry: other, file: files.get(other.id) }));
  }

  function ask(entry: QueuedFile, question: Question): void {
    book.put({ ...entry, standing: { is: 'asks', question } });
  }

  /** Asks, unless the person has said before what is to be done with all of this drop. */
  function decide(entry: QueuedFile, question: Question): void {
    const asked: QueuedFile = { ...entry, standing: { is: 'asks', question } };
    const rule = ruled.get(entry.drop);
    const next =
      rule && (question.is === 'taken' || question.is === 'same-name')
        ? applyAnswer(asked, { say: rule }, (name) => isTaken(entry, name))
        : undefined;
    book.put(next ?? asked);
    if (next) check(next.id);
  }

  function isTaken(entry: QueuedFile, name: string): boolean {
    const others = book.all().map((other) => ({ entry: other, file: undefined }));
    return isNameTaken({ workspace, places, entry, others }, name);
  }

  function check(id: string): void {
    waiting.push(id);
    if (!isRunning) void run();
  }

  return {
    check,
    isTaken,
    async askTaken(entry) {
      const { graph, info } = workspace;
      const looking = isRenewal(entry)
        ? getItem(graph, info.drive, entry.replaces?.id ?? '')
        : findChild(graph, info.drive, entry.folder ?? '', entry.name);
      const item = await looking.catch((error: unknown) => {
        if (error instanceof GraphError) return undefined;
        throw error;
      });
      if (!book.get(entry.id)) return;
      const before = entry.replaces ?? findTaken(workspace, places, entry);
      if (item?.kind === 'file' && entry.isUnsure && isOurs(workspace, item, entry, before)) {
        files.delete(entry.id);
        book.put({ ...entry, standing: { is: 'sent' }, item, sent: entry.marks.size });
        return onChecked();
      }
      const why = entry.replaces
        ? `Somebody changed ${entry.name} just now. Look at it before you add a new version.`
        : `There is already a file called ${entry.name} in this folder.`;
      if (isRenewal(entry) && item?.version === entry.replaces?.version) return ask(entry, nameTakenBeside(entry.name));
      // Known from here on, so that the next free name is a free one.
      if (item) workspace.putFile(item);
      if (item?.kind === 'file') decide({ ...entry, replaces: undefined }, { is: 'taken', why, item });
      else ask(entry, { is: 'failed', why });
    },
    remember(entries, answer) {
      for (const { drop } of entries) ruled.set(drop, answer);
    },
  };
}

function toCome({ standing, marks, sent }: QueuedFile): number {
  return standing.is === 'waiting' || standing.is === 'sending' ? marks.size - sent : 0;
}

const UNREADABLE = 'This cannot be read. It may be a folder, or it was changed, moved or removed since it was chosen.';
