import { verdictName } from '../domain/checklist/verdict.ts';
import { type History, sayValue } from '../workspace/history.ts';
import { type Assessment, assessments, type ClashNote } from '../workspace/schema/lists.ts';

/** One line of the history, as it is read. */
export type ToldChange = {
  readonly title: string;
  /** Empty where the field was, or is, empty. */
  readonly from: string;
  readonly to: string;
};

export type Told = {
  readonly key: string;
  readonly at: string;
  readonly by: string;
  readonly changes: readonly ToldChange[];
  /** A value that somebody lost to another's when two changed the same field. */
  readonly notKept?: { readonly title: string; readonly value: string; readonly from: string } | undefined;
};

/** What people answer with; the rest of a row says which answer it is. */
const answered = ['verdict', 'reason', 'impact'] as const;

/** The saves of an answer and the values that were not kept, newest first. */
export function tellHistory(history: History, notes: readonly ClashNote[]): readonly Told[] {
  const saves = history.entries.flatMap(({ id, at, by, changes }): readonly Told[] => {
    const told = changes.flatMap(({ column, from, to }): readonly ToldChange[] => {
      const name = answered.find((one) => one === column);
      return name ? [{ title: titleOf(name), from: say(name, from), to: say(name, to) }] : [];
    });
    return told.length > 0 ? [{ key: id, at, by, changes: told }] : [];
  });
  const lost = notes.map(
    (note): Told => ({
      key: note.uid,
      at: note.decidedAt ?? note.created.at,
      by: note.decidedBy?.name ?? note.created.by,
      changes: [],
      notKept: { title: titleOf(note.column), value: note.notKept ?? '', from: note.notKeptFrom ?? '' },
    }),
  );
  return [...lost, ...saves].toSorted((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

function titleOf(column: string): string {
  const name = answered.find((one) => one === column);
  if (name === 'verdict') return 'Verdict';
  return name ? assessments.columns[name].title : column;
}

function say(column: (typeof answered)[number], value: unknown): string {
  if (column !== 'verdict') return sayValue(assessments.columns[column], value);
  return value === undefined ? '' : verdictName(value as Assessment['verdict']);
}
