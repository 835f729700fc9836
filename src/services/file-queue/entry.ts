import type { LibraryItem } from '../../graph/drive.ts';
import type { UploadSession } from '../../graph/upload.ts';
import type { Section } from '../evidence-files.ts';

/** Where files go: a partner's section of a theme, and the prompt that they are to support, if they were put on one. */
export type Place = {
  /** Empty as long as a person is asked whose the file is. */
  readonly partner: string;
  readonly partnerTitle: string;
  readonly theme: string;
  readonly section: Section;
  /** Its uid; a link is made when the file is registered. */
  readonly prompt?: string | undefined;
  /** The uid of an item that is needed and not there yet: the file becomes its file. */
  readonly gap?: string | undefined;
  /** The uid of an item: the file becomes a new version of its file, wherever that lies. */
  readonly renews?: string | undefined;
};

/** A file as it was chosen, with the folders that it lay in below what was dropped. */
export type Chosen = {
  readonly file: File;
  readonly folders: readonly string[];
  /** Under which it is to be kept, if not under its own name. */
  readonly name?: string | undefined;
  /** The file of which it is a new version, as it was seen. */
  readonly replaces?: Taken | undefined;
};

/** By what a file on this device is known again. */
export type Marks = {
  readonly name: string;
  readonly size: number;
  /** Last change on the device, in milliseconds since 1970. */
  readonly changed: number;
  /** Hashes of its first and last part. */
  readonly ends?: string | undefined;
};

export type Taken = Pick<LibraryItem, 'id' | 'version' | 'name' | 'size' | 'parentId'>;

/** What a person is asked about a file before it goes on. */
export type Question =
  /** It was dropped before a partner was chosen; `isGone` where this browser does not hold it any more. */
  | { readonly is: 'whose'; readonly why: string; readonly isGone: boolean }
  | { readonly is: 'name'; readonly why: string; readonly proposal: string }
  | { readonly is: 'private'; readonly why: string }
  | { readonly is: 'taken'; readonly why: string; readonly item: Taken }
  | { readonly is: 'same-name'; readonly why: string }
  | {
      readonly is: 'same-content';
      readonly why: string;
      readonly item?: string;
      readonly evidence?: string;
      /** Under the same name, in the same folder, for the same end: there is nothing to ask. */
      readonly isInPlace?: boolean;
    }
  | { readonly is: 'empty'; readonly why: string }
  /** It can be evidence, but cannot be checked as others can. */
  | { readonly is: 'kind'; readonly why: string }
  /** This browser does not hold the file any more. */
  | { readonly is: 'file-gone'; readonly why: string }
  | { readonly is: 'file-changed'; readonly why: string }
  /** Chosen again was another one, by these marks. */
  | { readonly is: 'another-file'; readonly why: string; readonly marks: Marks }
  | { readonly is: 'failed'; readonly why: string }
  /** It was given up, and had arrived before it could be stopped. */
  | { readonly is: 'arrived'; readonly why: string }
  /** It cannot be kept as it is; asking again does not help. */
  | { readonly is: 'refused'; readonly why: string };

export type Standing =
  | { readonly is: 'checking' }
  | { readonly is: 'waiting' }
  | { readonly is: 'sending' }
  /** In the library; its row in the register follows. */
  | { readonly is: 'sent' }
  | { readonly is: 'done'; readonly words: string }
  /** With all the others; its line stays until the list is cleared. */
  | { readonly is: 'cancelled' }
  | { readonly is: 'asks'; readonly question: Question };

export type Answer = 'new-version' | 'keep-both' | 'skip';

/** One file on its way, as the browser keeps it. It holds no byte of the file and no token. */
export type QueuedFile = {
  readonly id: string;
  readonly order: number;
  /** What was dropped or chosen together. */
  readonly drop: string;
  /** The tab that was given the file. */
  readonly owner: string;
  /** Under which it will be kept. */
  readonly name: string;
  readonly marks: Marks;
  readonly place: Place;
  readonly folders: readonly string[];
  readonly standing: Standing;
  readonly isPaused?: boolean | undefined;
  /** Bytes that Microsoft 365 has. */
  readonly sent: number;
  readonly session?: UploadSession | undefined;
  /** What Microsoft 365 had of it was gone when it was to go on. */
  readonly isAnew?: boolean | undefined;
  /** The folder and the hash with which it is looked up, if it is not known whether it arrived. */
  readonly folder?: string | undefined;
  readonly hash?: string | undefined;
  /** It was sent to its end, and whether it arrived was never said. */
  readonly isUnsure?: boolean | undefined;
  readonly replaces?: Taken | undefined;
  /** What the person has decided for all the rest of this drop. */
  readonly ifTaken?: Answer | undefined;
  /** "Send it anyway", by the question that it answered. */
  readonly agreed?: readonly Question['is'][] | undefined;
  readonly item?: LibraryItem | undefined;
  readonly evidence?: string | undefined;
};

/** It can go on as soon as it is chosen again. */
export const fileGone: Standing = {
  is: 'asks',
  question: { is: 'file-gone', why: 'This browser does not hold the file any more.' },
};

/** It goes nowhere before it is said whose it is, however long that takes. */
export function askWhose({ isGone }: { readonly isGone: boolean }): Standing {
  const why = isGone
    ? 'Say whose it is, then choose it again: this browser does not hold it any more.'
    : 'It is not known yet whose it is.';
  return { is: 'asks', question: { is: 'whose', why, isGone } };
}

/** Another file takes the place of what was being sent: nothing of before is mixed in, nothing agreed to holds for it. */
export function beginAnew(entry: QueuedFile, marks: Marks): QueuedFile {
  const isOwn = entry.name === entry.marks.name && entry.place.renews === undefined;
  const name = isOwn ? marks.name : entry.name;
  const standing = { is: 'checking' } as const;
  const unsent = { sent: 0, session: undefined, hash: undefined, isUnsure: undefined };
  return { ...entry, ...unsent, name, marks, standing, agreed: undefined };
}

export function isQueuedFile(value: unknown): value is QueuedFile {
  const entry = value as Partial<QueuedFile> | undefined;
  return typeof entry?.id === 'string' && typeof entry.name === 'string' && !!entry.place && !!entry.standing;
}

export function isRefused({ standing }: QueuedFile): boolean {
  return standing.is === 'asks' && standing.question.is === 'refused';
}

/** There is something that a person can answer. */
export function needsPerson(entry: QueuedFile): boolean {
  return entry.standing.is === 'asks' && !isRefused(entry);
}

/** What is in the library is not taken out of it: its row follows. */
export function mayCancel(entry: QueuedFile): boolean {
  return !isDone(entry) && !isRefused(entry) && entry.standing.is !== 'sent';
}

/** Nothing more will happen with it. */
export function isDone({ standing }: QueuedFile): boolean {
  return standing.is === 'done' || standing.is === 'cancelled';
}
