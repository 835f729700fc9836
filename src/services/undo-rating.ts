import { GraphError } from '../graph/errors.ts';
import { type Assessment, assessments } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { type AssessmentSubject, rateAssessment } from './ratings.ts';

/** One rating that can be taken back: what stood before it, and the row as it was saved. */
export type RatingStep = AssessmentSubject & {
  readonly before: Assessment | undefined;
  readonly after: Assessment;
  readonly link: string;
};

export type Reversed =
  | { readonly outcome: 'done'; readonly step: RatingStep }
  /** Nothing was changed; the sentence says why. */
  | { readonly outcome: 'refused'; readonly sentence: string };

/**
 * Puts a verdict and its reason back to what they were, as a new save on the version that is there now. Refused when
 * anything but this step's own save has touched the answer since. Carried out again with the step that it gives, it
 * is the redo.
 */
export async function undoRating(workspace: Workspace, step: RatingStep): Promise<Reversed> {
  // What others have done since may not be here yet.
  await workspace.pull();
  const name = `${step.prompt.code}, ${step.partner.title}`;
  const now = rowOf(workspace, step.after.uid);
  if (now === undefined) return { outcome: 'refused', sentence: `Somebody removed the answer to ${name}.` };
  if (!isSameAnswer(now, step.after, workspace.me.name)) {
    const who = now.changed.by === workspace.me.name ? 'You have' : `${now.changed.by} has`;
    return { outcome: 'refused', sentence: `${who} changed ${name} since. It is left as it is.` };
  }
  const saved = await putBack(workspace, step, now);
  if (saved.outcome === 'saved' || saved.outcome === 'kept') {
    return { outcome: 'done', step: { ...step, before: now, after: saved.row } };
  }
  const who = saved.outcome === 'clash' ? `${saved.theirs.changed.by} has changed` : 'Somebody has removed';
  return { outcome: 'refused', sentence: `${who} ${name} since. It is left as it is.` };
}

/** The same for all of one press, the last first. One that cannot be sent does not stop the others. */
export async function undoRatings(workspace: Workspace, steps: readonly RatingStep[]) {
  const carriedOut: RatingStep[] = [];
  const refusals: string[] = [];
  for (const step of steps.toReversed()) {
    try {
      const reversed = await undoRating(workspace, step);
      if (reversed.outcome === 'done') carriedOut.push(reversed.step);
      else refusals.push(reversed.sentence);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      refusals.push(`${step.prompt.code}, ${step.partner.title} was not saved. ${error.message}`);
    }
  }
  return { carriedOut, refusals };
}

async function putBack(
  workspace: Workspace,
  { theme, prompt, partner, link, before }: RatingStep,
  now: Assessment,
): Promise<Saved<typeof assessments>> {
  const words = { reason: before?.reason ?? '', noActionReason: before?.noActionReason ?? '' };
  if (before?.verdict !== undefined) {
    const { saved } = await rateAssessment(workspace, {
      theme,
      prompt,
      partner,
      verdict: before.verdict,
      ...words,
      seen: now,
      link,
    });
    return saved;
  }
  // Nobody had rated it: the row stays, so that comments and history stay, and holds no verdict again.
  const empty = { verdict: null, reason: words.reason || null, noActionReason: words.noActionReason || null } as const;
  return workspace.save(assessments, now.uid, { ...empty, progress: before?.progress ?? null }, now);
}

/** A new version is somebody's save, unless it is my own change that arrived in the meantime. */
function isSameAnswer(now: Assessment, after: Assessment, me: string): boolean {
  const isMine = now.version === after.version || now.changed.by === me;
  return (
    isMine &&
    now.verdict === after.verdict &&
    now.reason === after.reason &&
    now.noActionReason === after.noActionReason &&
    now.agreedVerdict === after.agreedVerdict &&
    now.ratedAt === after.ratedAt
  );
}

function rowOf(workspace: Workspace, uid: string): Assessment | undefined {
  const list = workspace.rows(assessments);
  return list.state === 'ready' ? list.rows.find((row) => row.uid === uid) : undefined;
}
