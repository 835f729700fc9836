import { type Confidence, confidenceNames, type Progress, progressName } from '../domain/checklist/progress.ts';
import { verdictName } from '../domain/checklist/verdict.ts';
import { type History, sayValue } from '../workspace/history.ts';
import { type Action, actions as actionList } from '../workspace/schema/actions.ts';
import { type Assessment, assessments, type ClashNote, type EvidenceLink } from '../workspace/schema/lists.ts';

const actionColumns = actionList.columns;

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

/** What was done about an answer beside the answer itself. */
export type Around = {
  readonly actions: readonly { readonly action: Action; readonly history: History }[];
  readonly links: readonly { readonly link: EvidenceLink; readonly title: string }[];
};

const nothingAround: Around = { actions: [], links: [] };

/** The saves of an answer, of its actions and links, and the values that were not kept, newest first. */
export function tellHistory(
  history: History,
  notes: readonly ClashNote[],
  { actions, links }: Around = nothingAround,
): readonly Told[] {
  const saves = history.entries.flatMap(({ id, at, by, changes }): readonly Told[] => {
    const told: ToldChange[] = changes.flatMap(({ column, from, to }): readonly ToldChange[] => {
      const name = answered.find((one) => one === column);
      if (name === undefined) return [];
      const isShort = short.includes(column);
      const [before, after] = [say(name, from), say(name, to)];
      const now = after === '' && before !== '' && isShort ? (emptied[name] ?? 'None') : after;
      return [{ title: titleOf(name), from: before, to: now, isShort }];
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
  const linked = links.map(
    ({ link, title }): Told => ({
      key: link.uid,
      ...link.created,
      changes: [{ title: 'Evidence linked', from: '', to: title, isShort: true }],
    }),
  );
  return [...lost, ...saves, ...actions.flatMap(tellAction), ...linked].toSorted((one, other) =>
    one.at < other.at ? 1 : one.at > other.at ? -1 : 0,
  );
}

/** An action that was added, done, opened again, or changed in owner or day. */
function tellAction({ action, history }: Around['actions'][number]): readonly Told[] {
  return history.entries.flatMap(({ id, at, by, isFirst, changes }): readonly Told[] => {
    const told = isFirst
      ? [{ title: 'Action added', from: '', to: action.title, isShort: true }]
      : changes.flatMap(({ column, from, to }): readonly ToldChange[] => {
          if (column === 'doneOn') {
            return [{ title: to ? 'Action done' : 'Action opened again', from: '', to: action.title, isShort: true }];
          }
          const name = changedOfAction.find((one) => one === column);
          if (name === undefined) return [];
          const [before, now] = [from, to].map((value) => sayValue(actionColumns[name], value)) as [string, string];
          const title = name === 'title' ? 'Action' : `${actionColumns[name].title} of the action "${action.title}"`;
          return [{ title, from: before, to: now || 'None', isShort: true }];
        });
    return told.length === 0 ? [] : [{ key: `${action.uid} ${id}`, at, by, changes: told }];
  });
}

const changedOfAction = ['title', 'owner', 'dueOn'] as const;

/** What a field of one word is called when there is nothing in it any more. */
const emptied: Readonly<Record<string, string>> = {
  verdict: verdictName(undefined),
  agreedVerdict: 'Not agreed',
  progress: progressName('not-started'),
};

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
