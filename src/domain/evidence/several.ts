import { mayWorkFor, PARTNER_DOES } from '../roles.ts';
import { type Move, type MovedItem, type Mover, mayMove } from './state.ts';

/** One of several rows of the register that somebody has chosen together. */
export type ChosenRow = {
  /** Missing for a file that nobody has registered. */
  readonly item?: MovedItem | undefined;
  readonly partner: string;
  /** Whether there is something to look at: a file that is not known to be gone, or an address. */
  readonly hasSubject: boolean;
};

/** What is done with several at once. */
export type ManyAct = 'submit' | 'approve' | 'register' | 'owner';

export type Split<Row> = {
  readonly may: readonly Row[];
  readonly refused: readonly { readonly row: Row; readonly why: string }[];
};

/** Those of several with which this person may do it now, each by its own rule; and of each other one why not. */
export function splitByAct<Row extends ChosenRow>(act: ManyAct, rows: readonly Row[], by: Mover): Split<Row> {
  const may: Row[] = [];
  const refused: { row: Row; why: string }[] = [];
  for (const row of rows) {
    const why = whyNot(act, row, by);
    if (why === undefined) may.push(row);
    else refused.push({ row, why });
  }
  return { may, refused };
}

function whyNot(act: ManyAct, row: ChosenRow, by: Mover): string | undefined {
  if (act === 'register') {
    if (row.item !== undefined) return 'It is registered already.';
    return mayWorkFor(row.partner, by.memberships) ? undefined : PARTNER_DOES;
  }
  if (row.item === undefined) return 'Nobody has registered it.';
  if (act === 'owner') return mayWorkFor(row.partner, by.memberships) ? undefined : PARTNER_DOES;
  return whyNotMove(act, row.item, by) ?? (row.hasSubject ? undefined : 'There is no file to check. Add it first.');
}

function whyNotMove(move: Move, item: MovedItem, by: Mover): string | undefined {
  const answer = mayMove(move, item, by);
  return answer.allowed ? undefined : answer.why;
}
