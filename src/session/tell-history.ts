import { type Confidence, confidenceNames, type Progress, progressName } from '../domain/checklist/progress.ts';
import { verdictName } from '../domain/checklist/verdict.ts';
import { type History, sayValue } from '../workspace/history.ts';
import { type Assessment, assessments, type ClashNote } from '../workspace/schema/lists.ts';

/** One line of the history, as it is read. */
export type ToldChange = {
  readonly title: string;
  /** Empty where the field was, or is, empty. */
  readonly from: string;
  readonly to: string;
  readonly isShort: boolean;
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
const answered = [
  'verdict',
  'agreedVerdict',
  'progress',
  'confidence',
  'reason',
  'strengths',
  'improve',
  'impact',
  'owner',
  'dueOn',
  'noActionReason',
] as const;

/** Fields of one word, told as `Red to Amber`; a text tells what it said before. */
const short: readonly string[] = ['verdict', 'agreedVerdict', 'progress', 'confidence', 'owner', 'dueOn'];

/** The saves of an answer and the values that were not kept, newest first. */
export function tellHistory(history: History, notes: readonly ClashNote[]): readonly Told[] {
  const saves = history.entries.flatMap(({ id, at, by, changes }): readonly Told[] => {
    const told: ToldChange[] = changes.flatMap(({ column, from, to }): readonly ToldChange[] => {
      const name = answered.find((one) => one === column);
      const isShort = short.includes(column);
      return name ? [{ title: titleOf(name), from: say(name, from), to: say(name, to), isShort }] : [];
    });
    if (changes.some(({ column, to }) => column === 'broughtForward' && to === undefined)) told.push(confirmed);
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

const confirmed: ToldChange = { title: 'Brought forward', from: '', to: 'Confirmed', isShort: true };

function say(column: (typeof answered)[number], value: unknown): string {
  if (value === undefined || value === null) return '';
  if (column === 'verdict' || column === 'agreedVerdict') return verdictName(value as Assessment['verdict']);
  if (column === 'progress') return progressName(value as Progress);
  if (column === 'confidence') return confidenceNames[value as Confidence];
  return sayValue(assessments.columns[column], value);
}
