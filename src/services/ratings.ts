import { whyTooPrivate } from '../domain/alerts/privacy-check.ts';
import {
  type Alert,
  findPrivateDetailIn,
  redAlert,
  refusedAlertSentence,
  tellAlert,
} from '../domain/alerts/red-alert.ts';
import type { Day } from '../domain/calendar/day.ts';
import { assessmentKey } from '../domain/checklist/keys.ts';
import { whyMayNotAgree } from '../domain/checklist/may-agree.ts';
import { type Confidence, type Progress, progressUnder, standingVerdict } from '../domain/checklist/progress.ts';
import { addToTrail } from '../domain/checklist/trail.ts';
import { turnsRed, type Verdict } from '../domain/checklist/verdict.ts';
import { type Membership, membershipsOf } from '../domain/roles.ts';
import { postCard } from '../graph/channel.ts';
import { GraphError } from '../graph/errors.ts';
import type { PatchOf, PersonRef } from '../workspace/schema/define-list.ts';
import {
  type Assessment,
  assessments,
  type Partner,
  type Prompt,
  people,
  type Theme,
} from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';
import { toAlertCard } from './alert-card.ts';

/** What became of an alert; every outcome that a person should know of has its sentence. */
export type AlertOutcome =
  | { readonly outcome: 'not-needed' }
  | { readonly outcome: 'posted'; readonly messageId: string; readonly webUrl?: string | undefined }
  /** The privacy check said no; nothing was sent. */
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'failed'; readonly sentence: string }
  /** The rating itself is still on its way; the alert follows it, if this tab is open then. */
  | { readonly outcome: 'later'; readonly sentence: string }
  /** No answer came: it may have been sent, look in the channel. */
  | { readonly outcome: 'unsure'; readonly sentence: string };

export type AssessmentSubject = { readonly theme: Theme; readonly prompt: Prompt; readonly partner: Partner };

/** A partner's own answer. What is left out stays as it is; an empty text or `null` empties it. */
export type OwnAnswer = {
  readonly verdict?: Verdict | undefined;
  readonly reason?: string | undefined;
  readonly impact?: string | undefined;
  readonly strengths?: string | undefined;
  readonly improve?: string | undefined;
  readonly confidence?: Confidence | null | undefined;
  readonly progress?: Exclude<Progress, 'not-started' | 'agreed'> | undefined;
  readonly owner?: PersonRef | null | undefined;
  readonly dueOn?: Day | null | undefined;
  /** Why a red answer has no action. */
  readonly noActionReason?: string | undefined;
};

type Asked = AssessmentSubject & {
  /** The address of this assessment, for the alert's button. */
  readonly link: string;
};

export type RateAssessment = Asked &
  OwnAnswer & {
    /** The assessment as the person saw it when they began; missing if there was none. */
    readonly seen?: Assessment | undefined;
  };

type SavedAnswer = Saved<typeof assessments>;

/** Saves first, tells second: news of a change that was never saved misleads; a saved change without news is only quiet. */
export async function rateAssessment(
  workspace: Workspace,
  input: RateAssessment,
): Promise<{ readonly saved: SavedAnswer; readonly alert: AlertOutcome }> {
  const why = whyNotAnswer(input, input.seen);
  if (why !== undefined) throw new GraphError('refused', why);
  const saved = await saveRating(workspace, input);
  return { saved, alert: input.verdict === 'red' ? await tellIfRed(workspace, input, saved, input.seen) : notNeeded };
}

const words = ['reason', 'impact', 'strengths', 'improve', 'noActionReason'] as const;

/** Why an answer cannot be saved with these words, in a sentence. What stood there before holds nothing up. */
export function whyNotAnswer(
  answer: Pick<OwnAnswer, (typeof words)[number]>,
  seen: Pick<Assessment, (typeof words)[number]> | undefined,
): string | undefined {
  const written = words.map((column) => ({ text: answer[column] ?? '', before: seen?.[column] ?? '' }));
  return written
    .filter(({ text, before }) => text !== before)
    .map(({ text }) => whyTooPrivate(text, 'An answer'))
    .find((why) => why !== undefined);
}

export type AgreeAssessment = Asked & {
  readonly verdict: Verdict;
  /** The answer as the person who agrees saw it. */
  readonly seen: Assessment;
  /** Why an answer that is agreed as red has no action; left out, what stands there stays. */
  readonly noActionReason?: string | undefined;
};

/** Not saved, because the rules of who agrees what say no; the sentence is for the person. */
export type MayNot = { readonly outcome: 'may-not'; readonly sentence: string };

/**
 * A second person's verdict, beside the partner's own. It rests on the own verdict that was seen: if the partner has
 * changed that since, it is a clash.
 */
export async function agreeAssessment(
  workspace: Workspace,
  input: AgreeAssessment,
): Promise<{ readonly saved: SavedAnswer | MayNot; readonly alert: AlertOutcome }> {
  const { seen, verdict, noActionReason } = input;
  const tooPrivate = whyNotAnswer({ noActionReason }, seen);
  if (tooPrivate !== undefined) throw new GraphError('refused', tooPrivate);
  const sentence = whyMayNotAgree(seen, { ...workspace.me, memberships: myMemberships(workspace) });
  if (sentence !== undefined) return { saved: { outcome: 'may-not', sentence }, alert: notNeeded };
  const at = workspace.clock();
  const patch = {
    agreedVerdict: verdict,
    progress: 'agreed',
    agreedBy: workspace.me,
    agreedAt: at,
    ...(noActionReason !== undefined && { noActionReason: noActionReason || null }),
    trail: addToTrail(seen.trail, { at, whose: 'agreed', verdict, by: workspace.me.name }),
  } as const;
  const saved = await workspace.save(assessments, seen.uid, patch, seen, ['verdict', 'agreedVerdict']);
  return { saved, alert: verdict === 'red' ? await tellIfRed(workspace, input, saved, seen) : notNeeded };
}

function myMemberships(workspace: Workspace): readonly Membership[] {
  const lines = workspace.rows(people);
  return lines.state === 'ready' ? membershipsOf(workspace.me.id, lines.rows as readonly Membership[]) : [];
}

const notNeeded: AlertOutcome = { outcome: 'not-needed' };

/** The channel hears of a red once: when the verdict that counts turns red. */
export async function tellIfRed(
  workspace: Workspace,
  input: Asked,
  saved: SavedAnswer,
  seen: Assessment | undefined,
): Promise<AlertOutcome> {
  const tell = (row: Assessment, before: Assessment | undefined) =>
    turnsRed(standingVerdict(before), standingVerdict(row))
      ? post(workspace, redAlert(toSubject(input, row)), input.link)
      : notNeeded;
  if (saved.outcome === 'saved') return tell(saved.row, saved.before);
  if (saved.outcome !== 'kept' || !turnsRed(standingVerdict(seen), standingVerdict(saved.row))) return notNeeded;
  void saved.landed.then((landed) => landed && tell(landed.row, landed.before));
  return { outcome: 'later', sentence: 'The channel is told when it is saved, if you stay here.' };
}

/** Posts where an assessment stands to the channel, as the person signed in. */
export async function tellChannel(
  workspace: Workspace,
  input: AssessmentSubject & { readonly assessment: Assessment; readonly link: string },
): Promise<AlertOutcome> {
  const alert = tellAlert(toSubject(input, input.assessment), standingVerdict(input.assessment));
  return post(workspace, alert, input.link);
}

/** What the partner says; owner, dates and progress are about the work on it. */
const said = ['verdict', 'reason', 'impact', 'strengths', 'improve', 'confidence'] as const;
const columns = [...said, 'owner', 'dueOn', 'noActionReason'] as const;

function saveRating(workspace: Workspace, input: RateAssessment): Promise<SavedAnswer> {
  const { prompt, partner, seen } = input;
  const patch = toPatch(input, { by: workspace.me, at: workspace.clock() });
  // Agreed by somebody in the meantime: they did not agree to this verdict, so it is asked, not merged.
  if (seen) return workspace.save(assessments, seen.uid, patch, seen, patch.trail ? ['progress'] : []);
  const filled = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== null));
  return workspace.create(assessments, {
    ...filled,
    uid: assessmentKey(prompt.uid, partner.uid),
    title: `${prompt.code} ${partner.title}`,
    prompt: prompt.uid,
    partner: partner.uid,
  });
}

function toPatch(
  input: RateAssessment,
  { by, at }: { readonly by: PersonRef; readonly at: string },
): PatchOf<typeof assessments> {
  const { seen, verdict } = input;
  const given: PatchOf<typeof assessments> = Object.fromEntries(
    columns.flatMap((column) => (input[column] === undefined ? [] : [[column, input[column] || null]])),
  );
  const isNewVerdict = verdict !== undefined && verdict !== seen?.verdict;
  // To confirm what was brought forward is to say it again.
  const isSaid =
    seen?.broughtForward !== undefined || said.some((c) => c in given && (given[c] ?? undefined) !== seen?.[c]);
  const progress = input.progress ?? progressUnder(verdict, seen, isSaid) ?? (isSaid ? 'in-progress' : undefined);
  return {
    ...given,
    ...(progress && { progress }),
    ...(seen?.broughtForward !== undefined && { broughtForward: null }),
    ...(isSaid && { ratedBy: by, ratedAt: at }),
    ...(isNewVerdict && { trail: addToTrail(seen?.trail, { at, whose: 'own', verdict, by: by.name }) }),
  };
}

function toSubject({ theme, prompt, partner }: AssessmentSubject, assessment: Assessment) {
  return { theme, prompt, partner, assessment: assessment.uid };
}

/** One post, once. Nothing can tell whether a lost answer belongs to a post that arrived, so it is never sent again by itself. */
async function post(workspace: Workspace, alert: Alert, link: string): Promise<AlertOutcome> {
  const detail = findPrivateDetailIn(alert);
  if (detail) return { outcome: 'refused', sentence: refusedAlertSentence(detail) };
  try {
    const card = toAlertCard(alert, link);
    const posted = await postCard(workspace.graph, workspace.place, { card, key: crypto.randomUUID() });
    return { outcome: 'posted', ...posted };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (error.mayHaveHappened) {
      return {
        outcome: 'unsure',
        sentence: 'The alert may have been sent. Look in the channel before you send it again.',
      };
    }
    return { outcome: 'failed', sentence: `The channel was not told. ${error.message}` };
  }
}
