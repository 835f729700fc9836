import { type GraphError, isGraphError } from '../../graph/errors.ts';
import { mayBeThere } from '../../graph/items.ts';
import { isSameValue } from '../schema/mapping.ts';
import { type Gone, goneOf, type Row } from '../store/server-base.ts';
import { type Clash, type Edit, looksOf, type Values } from './edit.ts';
import { mergeEdit } from './merge.ts';

export type NewRow = Pick<Edit, 'id' | 'list' | 'uid' | 'values' | 'stamps'>;

/** The calls that sending needs, on one workspace; failures are GraphErrors. */
export type Server = {
  create(edit: NewRow): Promise<Row>;
  /** Several in one round trip: of each the row, or what it alone met. Rejects with what befell all of them. */
  createAll(edits: readonly NewRow[]): Promise<readonly (Row | Error)[]>;
  change(list: string, row: Row, values: Values, edit: string): Promise<Row>;
  remove(list: string, row: Row): Promise<void>;
  /** The row with this key, read past any cache. */
  find(list: string, uid: string): Promise<Row | undefined>;
};

export type Sent =
  /** `before` is the row that the edit was laid on; missing if it was new. */
  | { readonly is: 'done'; readonly row: Row; readonly before?: Row | undefined }
  | { readonly is: 'done'; readonly row?: undefined; readonly gone?: Gone | undefined }
  | { readonly is: 'clash'; readonly clash: Clash; readonly row: Row }
  /** Somebody else removed it; `was` is the row as it was last known. */
  | { readonly is: 'removed'; readonly was?: Row | undefined }
  | { readonly is: 'refused'; readonly error: GraphError; readonly row?: Row | undefined }
  /** The row changes faster than we can read it: wait, then try again. */
  | { readonly is: 'hot'; readonly row: Row }
  /** It was created, or may have been, and cannot be found yet: look again later. */
  | { readonly is: 'not-there-yet' };

export type Sending = {
  readonly server: Server;
  /** The row as this browser holds it. */
  readonly known: Row | undefined;
  /** This browser made the row a moment ago: SharePoint may not show it to every reader yet. */
  readonly isFresh: boolean;
};

/** How often one attempt reads the row again after "it changed in the meantime", before it backs off. */
const READS_OF_A_HOT_ROW = 5;

/** Look-ups after a lost answer, each after a longer wait, before the row is taken as never made. */
export const LOOKS_BEFORE_A_SECOND_CREATE = 4;

/**
 * Sends one edit. An unsure edit is never sent before the server has been looked at. Throws what stops the whole queue:
 * asked to wait, offline, signed out, no answer.
 */
export async function sendEdit(sending: Sending, edit: Edit): Promise<Sent> {
  const { server, known } = sending;
  const unsure = edit.standing.is === 'unsure';
  // A create that was never sent needs no look: its key is unique, and the server refuses a second one.
  const needsLook = unsure || (!known && edit.kind !== 'create');
  const there = needsLook ? await server.find(edit.list, edit.uid) : known;
  switch (edit.kind) {
    case 'create':
      return there ? sendChange(sending, edit, there, needsLook) : sendCreate(sending, edit);
    case 'change':
      return there ? sendChange(sending, edit, there, needsLook) : missing(sending, edit, known);
    case 'remove':
      return there ? sendRemove(sending, edit, there, needsLook) : missing(sending, edit, known);
  }
}

/**
 * The server does not find the row that an edit is about. A reader may be behind, so that the row itself is gone is
 * for the next pull to say.
 */
function missing({ isFresh }: Sending, edit: Edit, was: Row | undefined): Sent {
  if (isFresh && looksOf(edit) < LOOKS_BEFORE_A_SECOND_CREATE) return { is: 'not-there-yet' };
  return edit.kind === 'remove' ? { is: 'done' } : { is: 'removed', was };
}

async function sendCreate(sending: Sending, edit: Edit): Promise<Sent> {
  const { server } = sending;
  const mayLook = looksOf(edit) < LOOKS_BEFORE_A_SECOND_CREATE;
  if (edit.standing.is === 'unsure' && mayLook) return { is: 'not-there-yet' };
  try {
    return { is: 'done', row: await server.create(edit) };
  } catch (error) {
    if (!isGraphError(error, 'conflict')) throwUnlessRefused(error);
    const there = mayBeThere(error) ? await server.find(edit.list, edit.uid) : undefined;
    if (there) return await sendChange(sending, edit, there, true);
    if (mayLook && (error as GraphError).mayHaveHappened) return { is: 'not-there-yet' };
    return { is: 'refused', error: error as GraphError };
  }
}

/** What the browser holds may be old: it can be written upon, for the version tells, but nothing is decided by it alone. */
async function sendChange(sending: Sending, edit: Edit, first: Row, isFirstRead: boolean): Promise<Sent> {
  const { server } = sending;
  let there = first;
  let isRead = isFirstRead;
  for (let read = 0; read < READS_OF_A_HOT_ROW; read++) {
    if (there.held.edits.includes(edit.id)) return { is: 'done', row: there, before: asSeen(edit, there) };
    const { send, clashes } = mergeEdit(edit, there);
    const isSent = clashes.length === 0 && Object.keys(send).length > 0;
    if (isRead && clashes.length > 0)
      return { is: 'clash', clash: clashOf(clashes, there, Object.keys(edit.values)), row: there };
    if (isRead && !isSent) return { is: 'done', row: there, before: there };
    try {
      if (isSent) {
        const row = await server.change(edit.list, there, { ...send, ...edit.stamps }, edit.id);
        return { is: 'done', row, before: there };
      }
    } catch (error) {
      if (!isGraphError(error, 'conflict', 'not-found')) {
        return { is: 'refused', error: throwUnlessRefused(error), row: there };
      }
    }
    const now = await server.find(edit.list, edit.uid);
    if (!now) return missing(sending, edit, there);
    there = now;
    isRead = true;
  }
  return { is: 'hot', row: there };
}

/** The row before an edit that turns out to have arrived: as its author saw it, or not there. */
export function asSeen(edit: Edit, there: Row): Row | undefined {
  return edit.kind === 'create' ? undefined : { ...there, ...edit.seen };
}

/** A removal is a change of the whole row: it goes through only if the row is still what the person saw. */
async function sendRemove(sending: Sending, edit: Edit, first: Row, isFirstRead: boolean): Promise<Sent> {
  const { server } = sending;
  let there = first;
  let isRead = isFirstRead;
  for (let read = 0; read < READS_OF_A_HOT_ROW; read++) {
    const row = there;
    const isAnother = edit.item !== undefined && edit.item !== row.held.item;
    const changed = Object.keys(edit.seen).filter(
      (column) => isAnother || !isSameValue(edit.seen[column], row[column]),
    );
    if (isRead && changed.length > 0) return { is: 'clash', clash: clashOf(changed, there), row: there };
    try {
      if (changed.length === 0) {
        await server.remove(edit.list, there);
        return { is: 'done', gone: goneOf(there) };
      }
    } catch (error) {
      if (!isGraphError(error, 'conflict', 'not-found')) {
        return { is: 'refused', error: throwUnlessRefused(error), row: there };
      }
    }
    const now = await server.find(edit.list, edit.uid);
    if (!now) return missing(sending, edit, there);
    there = now;
    isRead = true;
  }
  return { is: 'hot', row: there };
}

/** `also` are columns that did not clash, which a person looks at when they choose. */
function clashOf(columns: readonly string[], there: Row, also: readonly string[] = []): Clash {
  // An empty column is said to be empty: what is missing would not outlive being kept.
  const theirs = Object.fromEntries([...columns, ...also].map((column) => [column, there[column] ?? null]));
  return { columns, theirs, by: there.changed.by, at: there.changed.at };
}

/** What the server turned down for good is told to the person; everything else stops the queue. */
function throwUnlessRefused(error: unknown): GraphError {
  if (isGraphError(error, 'refused', 'forbidden', 'needs-administrator', 'not-found', 'too-large', 'name-taken')) {
    return error;
  }
  throw error;
}
