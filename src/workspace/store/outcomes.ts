import { GraphError } from '../../graph/errors.ts';
import type { List, RowOf } from '../schema/define-list.ts';
import { needsPerson } from '../sync/edit.ts';
import type { Sent } from '../sync/send-edit.ts';
import type { Accepted } from './callers.ts';
import type { ClashField, Removed, Saved, SaveState } from './snapshot.ts';
import type { Status, Store } from './store.ts';

/**
 * ## Who holds an edit that was turned down
 * The screen that asked is still there and holds the words: it is handed what is wrong, and the queue lets go. An edit
 * whose screen is gone stays in the queue until a person decides.
 */
export async function toSaved<L extends List>(store: Store, list: L, accepted: Accepted): Promise<Saved<L>> {
  const fate = await accepted.soon;
  if (fate.is !== 'kept') return await toOutcome<L>(store, accepted, fate);
  const row = store.row(list.name, accepted.edit.uid) as RowOf<L> | undefined;
  if (!row) return { outcome: 'gone' };
  return { outcome: 'kept', row, landed: accepted.landed.then((sent) => toLanded<L>(sent)) };
}

async function toOutcome<L extends List>(store: Store, { edit }: Accepted, sent: Sent): Promise<Saved<L>> {
  if (sent.is === 'done') return toLanded<L>(sent) ?? { outcome: 'gone' };
  await store.discard(edit);
  if (sent.is === 'clash') {
    const fields = sent.clash.columns.map(
      (column): ClashField<L> => ({
        column: column as ClashField<L>['column'],
        mine: edit.values[column] ?? undefined,
        theirs: sent.clash.theirs[column] ?? undefined,
      }),
    );
    return { outcome: 'clash', fields, theirs: sent.row as unknown as RowOf<L> };
  }
  if (sent.is === 'refused') throw sent.error;
  return { outcome: 'gone' };
}

function toLanded<L extends List>(sent: Sent): Extract<Saved<L>, { outcome: 'saved' }> | undefined {
  if (sent.is !== 'done' || !sent.row) return undefined;
  return {
    outcome: 'saved',
    row: sent.row as unknown as RowOf<L>,
    before: sent.before as unknown as RowOf<L> | undefined,
  };
}

export async function toRemoved<L extends List>(store: Store, accepted: Accepted): Promise<Removed<L>> {
  const fate = await accepted.soon;
  if (fate.is === 'kept' || fate.is === 'done' || fate.is === 'removed') return { outcome: 'removed' };
  await store.discard(accepted.edit);
  if (fate.is === 'clash') return { outcome: 'changed', theirs: fate.row as unknown as RowOf<L> };
  throw fate.is === 'refused' ? fate.error : new GraphError('conflict', 'It could not be removed.');
}

/** The state of the save line; the same object while nothing in it has changed. */
export function toSaveState({ pending, pause }: Status, last: SaveState): SaveState {
  const needs = pending.filter(needsPerson).length;
  const next: SaveState =
    needs > 0
      ? { state: 'needs-you', count: needs }
      : pending.length === 0
        ? { state: 'saved' }
        : { state: pause ? 'not-saved' : 'saving', count: pending.length };
  const isSame =
    next.state === last.state && (next.state === 'saved' || ('count' in last && next.count === last.count));
  return isSame ? last : next;
}
