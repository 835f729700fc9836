import { type Verdict, verdicts } from './verdict.ts';

/** How far an answer has come; says nothing of how good it is. */
export type Progress = 'not-started' | 'in-progress' | 'ready-to-agree' | 'agreed';

/** In the order in which an answer goes through them. */
export const progresses: readonly Progress[] = ['not-started', 'in-progress', 'ready-to-agree', 'agreed'];

const NAMES: Readonly<Record<Progress, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  'ready-to-agree': 'Ready to agree',
  agreed: 'Agreed',
};

export function progressName(progress: Progress): string {
  return NAMES[progress];
}

export type Confidence = 'high' | 'medium' | 'low';

export const confidenceNames: Readonly<Record<Confidence, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

type Answer = {
  readonly verdict?: Verdict;
  readonly agreedVerdict?: Verdict;
  readonly progress?: Exclude<Progress, 'not-started'>;
};

/** An answer that holds a verdict has been started, whether or not its row says so. */
export function progressOf(answer: Answer | undefined): Progress {
  return answer?.progress ?? (answer?.verdict === undefined ? 'not-started' : 'in-progress');
}

/**
 * The progress under what the partner says now: an agreement rests on the verdict and the words it was given on, so
 * another verdict takes it back to work, and other words ask for a second person again.
 */
export function progressUnder(
  verdict: Verdict | undefined,
  before: Answer | undefined,
  isReworded = false,
): Answer['progress'] {
  if (before?.progress !== 'agreed') return before?.progress;
  if (verdict !== undefined && verdict !== before.verdict) return 'in-progress';
  return isReworded ? 'ready-to-agree' : 'agreed';
}

/**
 * The verdict that counts: the agreed one while the agreement holds, else the partner's own. Where the partner has
 * said something else since it was agreed, the more cautious of the two: neither a new red nor an agreed one may be
 * out of sight until a second person has looked.
 */
export function standingVerdict(answer: Answer | undefined): Verdict | undefined {
  const { verdict: own, agreedVerdict: agreed, progress } = answer ?? {};
  if (own === undefined || agreed === undefined) return agreed ?? own;
  return progress === 'agreed' ? agreed : moreCautious(own, agreed);
}

/** Red before amber before green; "not applicable" hides nothing that somebody has rated. */
export function moreCautious(one: Verdict, other: Verdict): Verdict {
  return verdicts.indexOf(one) <= verdicts.indexOf(other) ? one : other;
}

/** Whether the verdict that counts is one that a second person has agreed. */
export function isStandingAgreed(answer: Answer | undefined): boolean {
  return answer?.agreedVerdict !== undefined && answer.agreedVerdict === standingVerdict(answer);
}

/** Whether the partner has given another verdict, or other words, since one was agreed. */
export function isAgreedBefore(answer: Answer | undefined): boolean {
  return answer?.agreedVerdict !== undefined && answer.progress !== 'agreed';
}

/** Whether the partner says one thing and what was agreed says another. */
export function isDisputed(answer: Answer | undefined): boolean {
  return answer?.verdict !== undefined && answer.agreedVerdict !== undefined && answer.verdict !== answer.agreedVerdict;
}
