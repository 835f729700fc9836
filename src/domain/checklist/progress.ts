import type { Verdict } from './verdict.ts';

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

/** The progress under an own verdict: an agreement rests on the one it was given on, so another one takes it back. */
export function progressUnder(verdict: Verdict | undefined, before: Answer | undefined): Answer['progress'] {
  const isNew = verdict !== undefined && verdict !== before?.verdict;
  return isNew && before?.progress === 'agreed' ? 'in-progress' : before?.progress;
}

/** The verdict that counts: the agreed one where there is one, else the partner's own. */
export function standingVerdict(answer: Answer | undefined): Verdict | undefined {
  return answer?.agreedVerdict ?? answer?.verdict;
}

/** Whether the partner says one thing and what was agreed says another. */
export function isDisputed(answer: Answer | undefined): boolean {
  return answer?.verdict !== undefined && answer.agreedVerdict !== undefined && answer.verdict !== answer.agreedVerdict;
}
