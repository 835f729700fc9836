import { isRecord } from '../../graph/refusals.ts';

/** Values by column, in our own nouns. `null` empties a column. */
export type Values = { readonly [column: string]: unknown };

/**
 * One change that a person made and the product accepted. It lives from the moment it is made until the server has it
 * or the person discards it; nothing else ends it.
 */
export type Edit = {
  /** Sorts by the order in which edits were made. */
  readonly id: string;
  readonly list: string;
  readonly uid: string;
  readonly kind: 'create' | 'change' | 'remove';
  /** What the person wants: only the columns of this edit. */
  readonly values: Values;
  /** Who and when of those values: written along with them, never a change or a clash by itself. */
  readonly stamps?: Values | undefined;
  /** What those columns held on the screen when the person changed them. */
  readonly seen: Values;
  /** Columns that the change rests on without touching them: what they hold must still be what the person saw. */
  readonly restsOn?: readonly string[] | undefined;
  /** For a removal: which row was meant. A row of the same key that was made since is another one. */
  readonly item?: string | undefined;
  /** ISO 8601, the device's clock: for people to read, never to decide by. */
  readonly madeAt: string;
  readonly standing: Standing;
};

export type Standing =
  /** Not sent yet. */
  | { readonly is: 'waiting' }
  /** Sent, and no answer has been kept: the server is looked at, `looks` times so far, before it is sent again. */
  | { readonly is: 'unsure'; readonly looks: number }
  /** Somebody else changed the same columns: a person chooses. */
  | { readonly is: 'clash'; readonly clash: Clash }
  /** The row was removed by somebody else while this was being changed; `was` is what it held before. */
  | { readonly is: 'removed'; readonly was?: Values | undefined }
  /** The server said no. Kept until the person tries again or discards it. */
  | { readonly is: 'refused'; readonly why: string };

export type Clash = {
  readonly columns: readonly string[];
  /** Of those columns, and of the others that the edit changes. */
  readonly theirs: Values;
  readonly by: string;
  readonly at: string;
};

/** An edit that waits for a person; later edits of its row wait behind it. */
export function needsPerson(edit: Edit): boolean {
  return edit.standing.is === 'clash' || edit.standing.is === 'removed' || edit.standing.is === 'refused';
}

/** An edit's look-ups so far. */
export function looksOf(edit: Edit): number {
  return edit.standing.is === 'unsure' ? edit.standing.looks : 0;
}

const KINDS: readonly unknown[] = ['create', 'change', 'remove'];
const STANDINGS: readonly unknown[] = ['waiting', 'unsure', 'clash', 'removed', 'refused'];

/**
 * An edit as a browser kept it, perhaps by another version of this product: members that mean nothing here stay as they
 * are, and a standing that means nothing here is looked into. Undefined for what is no edit; it is left where it is.
 */
export function toEdit(kept: unknown): Edit | undefined {
  if (!isRecord(kept) || !KINDS.includes(kept.kind) || !isRecord(kept.values)) return undefined;
  if (typeof kept.id !== 'string' || typeof kept.list !== 'string' || typeof kept.uid !== 'string') return undefined;
  const isKnown = isRecord(kept.standing) && STANDINGS.includes(kept.standing.is);
  const seen = isRecord(kept.seen) ? kept.seen : {};
  const standing: unknown = isKnown ? kept.standing : { is: 'unsure', looks: 0 };
  return { madeAt: '', ...kept, seen, standing } as unknown as Edit;
}
