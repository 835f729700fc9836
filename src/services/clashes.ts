import { settleAnswer } from '../domain/checklist/settle-answer.ts';
import { assessments, clashes } from '../workspace/schema/lists.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import type { Edit } from '../workspace/sync/edit.ts';

/** One field of a clash as a person decided it, in the words that stood on the screen. */
export type Decided = {
  readonly column: string;
  readonly title: string;
  readonly kept: string | undefined;
  readonly notKept: string | undefined;
  /** Whose value was not kept. */
  readonly notKeptFrom: string;
};

export type Decision = {
  readonly list: string;
  readonly record: string;
  /** What the record is called on the screen. */
  readonly subject: string;
  readonly fields: readonly Decided[];
};

/** Settles a change that waited: `mine` are the columns in which the person's own value wins. */
export function settleEdit(workspace: Workspace, edit: Edit, mine: readonly string[]): Promise<void> {
  const { standing } = edit;
  if (edit.list !== assessments.name || edit.kind === 'remove' || standing.is !== 'clash') {
    return workspace.settle(edit, mine);
  }
  const { columns } = standing.clash;
  return workspace.settle(edit, mine, (change, theirs) => settleAnswer(change, columns, mine, theirs));
}

/** Whether this workspace has a place for what is not picked; one that was set up before it gets it by a repair. */
export function keepsNotPicked(workspace: Workspace): boolean {
  return workspace.rows(clashes).state !== 'failed';
}

/**
 * Keeps the values that were not picked, in a list of their own: SharePoint's versions hold what was once saved, and a
 * value that lost before it was saved would be nowhere. It goes through the queue, behind the choice itself.
 */
export async function saveNotPicked(workspace: Workspace, decision: Decision): Promise<void> {
  if (!keepsNotPicked(workspace)) return;
  const { list, record, subject, fields } = decision;
  const decidedAt = workspace.clock();
  await Promise.all(
    fields.map((field) =>
      workspace.create(clashes, {
        uid: crypto.randomUUID(),
        title: `${field.title}: ${subject}`.slice(0, 255),
        list,
        record,
        column: field.column,
        ...(field.kept && { kept: field.kept }),
        ...(field.notKept && { notKept: field.notKept }),
        notKeptFrom: field.notKeptFrom.slice(0, 255),
        decidedBy: workspace.me,
        decidedAt,
      }),
    ),
  );
}
