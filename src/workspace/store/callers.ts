import { GraphError } from '../../graph/errors.ts';
import type { Edit } from '../sync/edit.ts';
import { asSeen, type Sent } from '../sync/send-edit.ts';
import type { Change, Row } from './server-base.ts';

/** What became of an edit, as soon as that is known; `kept` is safe on this device and goes when the way is free. */
export type Fate = Sent | { readonly is: 'kept' };

/** An edit that was taken on: what is known soon, and what became of it in the end, if that is in this tab's time. */
export type Accepted = { readonly edit: Edit; readonly soon: Promise<Fate>; readonly landed: Promise<Sent> };

/** Those in this tab who wait to hear of an edit. */
export type Callers = {
  add(edit: Edit): Accepted;
  /** It stays in the queue for now: one edit, or all that are waited for. */
  isKept(id?: string): void;
  tell(id: string, sent: Sent): void;
  /** Another tab has decided some; `before` says what an edit was before that. */
  hear(change: Change, facts: { readonly edit: (id: string) => Edit | undefined; readonly row: RowOf }): void;
};

type RowOf = (edit: Edit) => Row | undefined;
type Caller = { readonly soon: (fate: Fate) => void; readonly landed: (sent: Sent) => void };

export function createCallers(): Callers {
  const callers = new Map<string, Caller>();

  function tell(id: string, sent: Sent): void {
    callers.get(id)?.soon(sent);
    callers.get(id)?.landed(sent);
    callers.delete(id);
  }

  return {
    add(edit) {
      const { promise: soon, resolve: saySoon } = Promise.withResolvers<Fate>();
      const { promise: landed, resolve: sayLanded } = Promise.withResolvers<Sent>();
      callers.set(edit.id, { soon: saySoon, landed: sayLanded });
      return { edit, soon, landed };
    },
    isKept(id) {
      for (const [each, caller] of callers) if (id === undefined || id === each) caller.soon({ is: 'kept' });
    },
    tell,
    hear(change, { edit, row }) {
      for (const id of change.edits?.drop ?? []) {
        const dropped = edit(id);
        if (dropped && callers.has(id)) tell(id, toDropped(change, dropped, row(dropped)));
      }
      for (const put of change.edits?.put ?? []) {
        const sent = callers.has(put.id) ? toDecided(put, row(put)) : undefined;
        if (sent) tell(put.id, sent);
      }
    },
  };
}

/** An edit leaves a queue with its row when it was sent, and alone when somebody gave it up. */
function toDropped(change: Change, edit: Edit, row: Row | undefined): Sent {
  const rows = change.rows?.find(({ list }) => list === edit.list);
  if (edit.kind === 'remove' && rows) return { is: 'done' };
  if (rows && row) return { is: 'done', row, before: asSeen(edit, row) };
  return { is: 'removed' };
}

function toDecided(edit: Edit, row: Row | undefined): Sent | undefined {
  const { standing } = edit;
  if (standing.is === 'clash' && row) return { is: 'clash', clash: standing.clash, row };
  if (standing.is === 'removed') return { is: 'removed' };
  if (standing.is === 'refused') return { is: 'refused', error: new GraphError('refused', standing.why), row };
  return undefined;
}
