import { standingVerdict } from '../domain/checklist/progress.ts';
import { turnsRed } from '../domain/checklist/verdict.ts';
import { GraphError } from '../graph/errors.ts';
import { type Action, actions } from '../workspace/schema/actions.ts';
import type { List, PatchOf, RowOf } from '../workspace/schema/define-list.ts';
import { type Assessment, assessments } from '../workspace/schema/lists.ts';
import { isSameValue } from '../workspace/schema/mapping.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { type ActionWords, createAction } from './actions.ts';
import { type AlertOutcome, type AssessmentSubject, tellIfRed } from './ratings.ts';

/** An action as it was written along with a rating. */
export type MadeAction = ActionWords & { readonly uid: string };

/** One rating that can be taken back: what stood before it, and the row as it was saved. */
export type RatingStep = AssessmentSubject & {
  readonly before: Assessment | undefined;
  readonly after: Assessment;
  readonly link: string;
  /** What became of the post to the channel, the last time that one was tried. */
  readonly alert: AlertOutcome['outcome'];
  /** The action that was made along with it, or, of a step that takes back, the one that was removed. */
  readonly made?: MadeAction | undefined;
  readonly removed?: MadeAction | undefined;
  /** Evidence was linked or unlinked along with it; that is not taken back. */
  readonly hasLinks?: boolean;
};

/** What an undo of this save needs to know; undefined where nothing was saved. `seen` is the row as the person saw it. */
export function toStep(
  of: AssessmentSubject & Pick<RatingStep, 'link' | 'made' | 'hasLinks'>,
  seen: Assessment | undefined,
  { saved, alert }: { readonly saved: Saved<typeof assessments>; readonly alert: AlertOutcome },
): RatingStep | undefined {
  if (saved.outcome !== 'saved' && saved.outcome !== 'kept') return undefined;
  // Others may have changed other columns since it was seen: what the save was laid on is what an undo leads back to.
  const before = saved.outcome === 'saved' ? saved.before : seen;
  return { ...of, before, after: saved.row, alert: alert.outcome };
}

export type Reversed =
  /** `stays` says, a sentence each, what could not be taken back. */
  | { readonly outcome: 'done'; readonly step: RatingStep; readonly stays: readonly string[] }
  /** Nothing was changed; the sentence says why. */
  | { readonly outcome: 'refused'; readonly sentence: string };

/**
 * Puts an answer back to what stood before, as a new save on the version that is there now, and removes the action that
 * was made with it. Refused when anything but this step's own save has touched the answer since. Carried out again with
 * the step that it gives, it is the redo.
 *
 * ## What the channel hears
 * A red is told once. An undo or redo that brings a red back tells nothing, for the channel's last word on it is still
 * red; only if no post of it has gone out before, because it failed or was refused, is it news, and posted. A post is
 * never taken back: who undoes a red is told that it stays.
 */
export async function undoRating(workspace: Workspace, step: RatingStep): Promise<Reversed> {
  // What others have done since may not be here yet.
  await workspace.pull();
  const name = `${step.prompt.code}, ${step.partner.title}`;
  const now = rowOf(workspace, assessments, step.after.uid);
  if (now === undefined) return { outcome: 'refused', sentence: `Somebody removed the answer to ${name}.` };
  if (!isUntouched(now, step.after)) {
    const who = now.changed.by === workspace.me.name ? 'You have' : `${now.changed.by} has`;
    return { outcome: 'refused', sentence: `${who} changed ${name} since. It is left as it is.` };
  }
  const saved = await workspace.save(assessments, now.uid, toPatch(step.before, now), now, restsOn);
  if (saved.outcome === 'clash' || saved.outcome === 'gone') {
    const who = saved.outcome === 'clash' ? `${saved.theirs.changed.by} has changed` : 'Somebody has removed';
    return { outcome: 'refused', sentence: `${who} ${name} since. It is left as it is.` };
  }
  const { made, removed, ...others } = step;
  const whyActionStays = made && (await takeBack(workspace, made));
  const whyNoAction = removed && (await makeAgain(workspace, step, removed));
  const isNews = step.alert === 'failed' || step.alert === 'refused';
  const alert = isNews ? await tellIfRed(workspace, step, saved, now) : undefined;
  return {
    outcome: 'done',
    step: {
      ...others,
      before: now,
      after: saved.row,
      alert: alert === undefined || alert.outcome === 'not-needed' ? step.alert : alert.outcome,
      ...(made && whyActionStays === undefined && { removed: made }),
      ...(removed && whyNoAction === undefined && { made: removed }),
    },
    stays: [
      ...(whyActionStays === undefined ? [] : [whyActionStays]),
      ...(whyNoAction === undefined ? [] : [whyNoAction]),
      ...(step.hasLinks ? ['The evidence that was linked with it stays as it is.'] : []),
      ...(turnsRed(standingVerdict(saved.row), standingVerdict(now)) ? toldWords(step.alert) : []),
      ...(alert !== undefined && 'sentence' in alert ? [alert.sentence] : []),
      ...(alert?.outcome === 'posted' ? ['The channel has been told.'] : []),
    ],
  };
}

/** The same for all of one press, the last first. One that cannot be sent does not stop the others. */
export async function undoRatings(workspace: Workspace, steps: readonly RatingStep[]) {
  const carriedOut: RatingStep[] = [];
  const sentences: string[] = [];
  for (const step of steps.toReversed()) {
    try {
      const reversed = await undoRating(workspace, step);
      if (reversed.outcome === 'done') {
        carriedOut.push(reversed.step);
        sentences.push(...reversed.stays);
      } else sentences.push(reversed.sentence);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      sentences.push(`${step.prompt.code}, ${step.partner.title} was not saved. ${error.message}`);
    }
  }
  return { carriedOut, sentences };
}

const columns = Object.keys(assessments.columns) as readonly (keyof typeof assessments.columns)[];

/** An agreement or another verdict that comes in between is asked about, not overwritten. */
const restsOn = ['verdict', 'agreedVerdict', 'progress'] as const;

/** What of the row is to be put back. An answer that nobody had given stays as an empty row, which keeps its history. */
function toPatch(before: Assessment | undefined, now: Assessment): PatchOf<typeof assessments> {
  const same = { title: now.title, prompt: now.prompt, partner: now.partner };
  const to: PatchOf<typeof assessments> = before ?? same;
  return Object.fromEntries(
    columns.filter((column) => !isSameValue(to[column], now[column])).map((column) => [column, to[column] ?? null]),
  );
}

function isUntouched(now: Assessment, after: Assessment): boolean {
  return columns.every((column) => isSameValue(now[column], after[column]));
}

/** Why the action stays, in a sentence; undefined when it is gone. One that somebody has taken up is theirs. */
async function takeBack(workspace: Workspace, made: MadeAction): Promise<string | undefined> {
  const now = rowOf(workspace, actions, made.uid);
  if (now === undefined) return undefined;
  if (!isAsMade(now, made)) return staysWords(now.title, `${now.changed.by} has changed it since.`);
  try {
    const removed = await workspace.remove(actions, now.uid, now);
    if (removed.outcome === 'removed') return undefined;
    return staysWords(now.title, `${removed.theirs.changed.by} has changed it since.`);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return staysWords(now.title, error.message);
  }
}

/** Why the action is not there again, in a sentence; undefined when it is. */
async function makeAgain(
  workspace: Workspace,
  { theme, prompt, partner }: RatingStep,
  removed: MadeAction,
): Promise<string | undefined> {
  try {
    await createAction(workspace, { theme: theme.uid, prompt: prompt.uid, partner: partner.uid, ...removed });
    return undefined;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return `The action "${removed.title}" was not made again. ${error.message}`;
  }
}

function isAsMade(now: Action, { title, owner, dueOn }: MadeAction): boolean {
  return (
    now.title === title.trim() &&
    isSameValue(now.owner, owner) &&
    isSameValue(now.dueOn, dueOn) &&
    now.doneOn === undefined
  );
}

function staysWords(title: string, why: string): string {
  return `The action "${title}" stays. ${why}`;
}

/** What the channel was told, or will be, of a red that stands no more. */
function toldWords(alert: RatingStep['alert']): readonly string[] {
  if (alert === 'posted') return ['The channel was told that it turned red, and that post stays.'];
  if (alert === 'unsure') return ['The channel may have been told that it turned red.'];
  return alert === 'later' ? ['The channel is still told that it turned red, when that is saved.'] : [];
}

function rowOf<L extends List>(workspace: Workspace, list: L, uid: string): RowOf<L> | undefined {
  const rows = workspace.rows(list);
  return rows.state === 'ready' ? rows.rows.find((row) => row.uid === uid) : undefined;
}
