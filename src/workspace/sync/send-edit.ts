import { type GraphError, isGraphError } from '../../graph/errors.ts';
import { mayBeThere } from '../../graph/items.ts';
import { isSameValue } from '../schema/mapping.ts';
import type { Row } from '../store/server-base.ts';
import type { Clash, Edit, Values } from './edit.ts';
import { mergeEdit } from './merge.ts';

/** The calls that sending needs, on one workspace; failures are GraphErrors. */
export type Server = {
  create(list: string, uid: string, values: Values, edit: string): Promise<Row>;
  change(list: string, row: Row, values: Values, edit: string): Promise<Row>;
  remove(list: string, row: Row): Promise<void>;
  /** The row with this key, read past any cache. */
  find(list: string, uid: string): Promise<Row | undefined>;
};

export type Sent =
  /** `before` is the row that the edit was laid on; missing if it was new, or if it had arrived at an earlier try. */
  | { readonly is: 'done'; readonly row: Row | undefined; readonly before?: Row | undefined }
  | { readonly is: 'clash'; readonly clash: Clash; readonly row: Row }
  | { readonly is: 'removed' }
  | { readonly is: 'refused'; readonly error: GraphError; readonly row: Row | undefined }
  /** The row changes faster than we can read it: wait, then try again. */
  | { readonly is: 'hot'; readonly row: Row }
  /** It may have been created, but cannot be found yet: look again later. */
  | { readonly is: 'not-there-yet' };

/** How often one attempt reads the row again after "it changed in the meantime", before it backs off. */
const READS_OF_A_HOT_ROW = 5;

/**
 * Sends one edit. `known` is the row as this browser holds it; an unsure edit is never sent before the server has been
 * looked at. Throws only what stops the whole queue: asked to wait, offline, signed out, no answer.
 */
export async function sendEdit(server: Server, edit: Edit, known: Row | undefined): Promise<Sent> {
  const unsure = edit.standing.is === 'unsure';
  const there = unsure || !known ? await lookFirst(server, edit) : known;
  switch (edit.kind) {
    case 'create':
      return there ? sendChange(server, edit, there) : sendCreate(server, edit, unsure);
    case 'change':
      return there ? sendChange(server, edit, there) : { is: 'removed' };
    case 'remove':
      return there ? sendRemove(server, edit, there) : { is: 'done', row: undefined };
  }
}

/** A create that was never sent needs no look: its key is unique, and the server refuses a second one. */
async function lookFirst(server: Server, edit: Edit): Promise<Row | undefined> {
  if (edit.kind === 'create' && edit.standing.is === 'waiting') return undefined;
  return await server.find(edit.list, edit.uid);
}

async function sendCreate(server: Server, edit: Edit, unsure: boolean): Promise<Sent> {
  if (unsure && looksOf(edit) < LOOKS_BEFORE_A_SECOND_CREATE) return { is: 'not-there-yet' };
  try {
    return { is: 'done', row: await server.create(edit.list, edit.uid, { ...edit.values, ...edit.stamps }, edit.id) };
  } catch (error) {
    if (!isGraphError(error, 'conflict')) throwUnlessRefused(error);
    const there = mayBeThere(error) ? await server.find(edit.list, edit.uid) : undefined;
    if (there) return await sendChange(server, edit, there);
    return { is: 'refused', error: error as GraphError, row: undefined };
  }
}

async function sendChange(server: Server, edit: Edit, first: Row): Promise<Sent> {
  let there = first;
  for (let read = 0; read < READS_OF_A_HOT_ROW; read++) {
    if (there.held.edits.includes(edit.id)) return { is: 'done', row: there, before: asSeen(edit, there) };
    const { send, clashes } = mergeEdit(edit, there);
    if (clashes.length > 0) return { is: 'clash', clash: clashOf(clashes, there), row: there };
    if (Object.keys(send).length === 0) return { is: 'done', row: there, before: there };
    try {
      return {
        is: 'done',
        row: await server.change(edit.list, there, { ...send, ...edit.stamps }, edit.id),
        before: there,
      };
    } catch (error) {
      if (!isGraphError(error, 'conflict', 'not-found')) {
        return { is: 'refused', error: throwUnlessRefused(error), row: there };
      }
      const now = await server.find(edit.list, edit.uid);
      if (!now) return { is: 'removed' };
      there = now;
    }
  }
  return { is: 'hot', row: there };
}

/** The row before an edit that turns out to have arrived: as its author saw it, or not there. */
function asSeen(edit: Edit, there: Row): Row | undefined {
  return edit.kind === 'create' ? undefined : { ...there, ...edit.seen };
}

/** A removal is a change of the whole row: it goes through only if the row is still what the person saw. */
async function sendRemove(server: Server, edit: Edit, first: Row): Promise<Sent> {
  let there = first;
  for (let read = 0; read < READS_OF_A_HOT_ROW; read++) {
    const row = there;
    const isAnother = edit.item !== undefined && edit.item !== row.held.item;
    const changed = Object.keys(edit.seen).filter(
      (column) => isAnother || !isSameValue(edit.seen[column], row[column]),
    );
    if (changed.length > 0) return { is: 'clash', clash: clashOf(changed, there), row: there };
    try {
      await server.remove(edit.list, there);
      return { is: 'done', row: undefined };
    } catch (error) {
      if (isGraphError(error, 'not-found')) return { is: 'done', row: undefined };
      if (!isGraphError(error, 'conflict')) return { is: 'refused', error: throwUnlessRefused(error), row: there };
      const now = await server.find(edit.list, edit.uid);
      if (!now) return { is: 'done', row: undefined };
      there = now;
    }
  }
  return { is: 'hot', row: there };
}

/** Look-ups after a lost answer, each after a longer wait, before the row is taken as never made. */
export const LOOKS_BEFORE_A_SECOND_CREATE = 4;

function looksOf(edit: Edit): number {
  return edit.standing.is === 'unsure' ? edit.standing.looks : 0;
}

function clashOf(columns: readonly string[], there: Row): Clash {
  const theirs = Object.fromEntries(columns.map((column) => [column, there[column]]));
  return { columns, theirs, by: there.changed.by, at: there.changed.at };
}

/** What the server turned down for good is told to the person; everything else stops the queue. */
function throwUnlessRefused(error: unknown): GraphError {
  if (isGraphError(error, 'refused', 'forbidden', 'needs-administrator', 'not-found', 'too-large', 'name-taken')) {
    return error;
  }
  throw error;
}
