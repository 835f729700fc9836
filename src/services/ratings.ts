import {
  type Alert,
  findPrivateDetailIn,
  redAlert,
  refusedAlertSentence,
  tellAlert,
} from '../domain/alerts/red-alert.ts';
import { assessmentKey } from '../domain/checklist/keys.ts';
import { turnsRed } from '../domain/checklist/verdict.ts';
import { postCard } from '../graph/channel.ts';
import { GraphError } from '../graph/errors.ts';
import { type Assessment, assessments, type Partner, type Prompt, type Theme } from '../workspace/schema/lists.ts';
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

export type RateAssessment = AssessmentSubject & {
  readonly verdict: NonNullable<Assessment['verdict']>;
  readonly reason?: string | undefined;
  readonly impact?: string | undefined;
  /** The assessment as the person saw it when they began; missing if there was none. */
  readonly seen?: Assessment | undefined;
  /** The address of this assessment, for the alert's button. */
  readonly link: string;
};

/** Saves first, tells second: news of a change that was never saved misleads; a saved change without news is only quiet. */
export async function rateAssessment(
  workspace: Workspace,
  input: RateAssessment,
): Promise<{ readonly saved: Saved<typeof assessments>; readonly alert: AlertOutcome }> {
  const saved = await saveRating(workspace, input);
  if (saved.outcome === 'saved') return { saved, alert: await tellIfRed(workspace, input, saved) };
  if (saved.outcome !== 'kept' || !turnsRed(input.seen?.verdict, input.verdict)) {
    return { saved, alert: { outcome: 'not-needed' } };
  }
  void saved.landed.then((landed) => landed && tellIfRed(workspace, input, landed));
  return { saved, alert: { outcome: 'later', sentence: 'The channel is told when it is saved, if you stay here.' } };
}

async function tellIfRed(
  workspace: Workspace,
  input: RateAssessment,
  { row, before }: { readonly row: Assessment; readonly before?: Assessment | undefined },
): Promise<AlertOutcome> {
  if (input.verdict !== 'red' || !turnsRed(before?.verdict, row.verdict)) return { outcome: 'not-needed' };
  return post(workspace, redAlert(toSubject(input, row)), input.link);
}

/** Posts where an assessment stands to the channel, as the person signed in. */
export async function tellChannel(
  workspace: Workspace,
  input: AssessmentSubject & { readonly assessment: Assessment; readonly link: string },
): Promise<AlertOutcome> {
  const alert = tellAlert(toSubject(input, input.assessment), input.assessment.verdict);
  return post(workspace, alert, input.link);
}

function saveRating(workspace: Workspace, input: RateAssessment): Promise<Saved<typeof assessments>> {
  const { prompt, partner, verdict, reason, impact, seen } = input;
  const stamps = { ratedBy: workspace.me, ratedAt: workspace.clock() };
  if (seen) {
    const patch = { verdict, reason: reason || null, impact: impact || null, ...stamps };
    return workspace.save(assessments, seen.uid, patch, seen);
  }
  return workspace.create(assessments, {
    uid: assessmentKey(prompt.uid, partner.uid),
    title: `${prompt.code} ${partner.title}`,
    prompt: prompt.uid,
    partner: partner.uid,
    verdict,
    ...(reason && { reason }),
    ...(impact && { impact }),
    ...stamps,
  });
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
