import type { Assessment, assessments, Partner, Prompt, Theme } from '../workspace/schema/lists.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** What became of an alert; every outcome that a person should know of has its sentence. */
export type AlertOutcome =
  | { readonly outcome: 'not-needed' }
  | { readonly outcome: 'posted'; readonly messageId: string; readonly webUrl?: string | undefined }
  /** The privacy check said no; nothing was sent. */
  | { readonly outcome: 'refused'; readonly sentence: string }
  | { readonly outcome: 'failed'; readonly sentence: string }
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
  _workspace: Workspace,
  _input: RateAssessment,
): Promise<{ readonly saved: Saved<typeof assessments>; readonly alert: AlertOutcome }> {
  throw new Error('rateAssessment is being written');
}

/** Posts where an assessment stands to the channel, as the person signed in. */
export async function tellChannel(
  _workspace: Workspace,
  _input: AssessmentSubject & { readonly assessment: Assessment; readonly link: string },
): Promise<AlertOutcome> {
  throw new Error('tellChannel is being written');
}
