import type { Day } from '../calendar/day.ts';
import {
  isAgreedBefore,
  isDisputed,
  isStandingAgreed,
  type Progress,
  progressName,
  progressOf,
  standingVerdict,
} from './progress.ts';
import { isRedWithoutAction, type RedAnswer } from './red-without-action.ts';
import { type Verdict, verdictName } from './verdict.ts';

export type CellAnswer = RedAnswer & {
  readonly dueOn?: Day;
  /** The cycle that it was brought forward from, until somebody confirms it. */
  readonly broughtForward?: string;
};

/** What stands around an answer in other lists. */
export type CellSurroundings = {
  readonly hasStaleEvidence: boolean;
  readonly hasAction: boolean;
  /** One of its actions is open after its day. */
  readonly hasLateAction: boolean;
};

type VerdictFacts = Pick<CellFacts, 'own' | 'agreed' | 'isAgreedBefore'>;

/** What one cell of the checklist says. Verdict, progress and freshness stay three things. */
export type CellFacts = {
  readonly own: Verdict | undefined;
  readonly agreed: Verdict | undefined;
  readonly standing: Verdict | undefined;
  /** A second person has agreed `standing`. */
  readonly isStandingAgreed: boolean;
  /** The partner has given another verdict, or other words, since `agreed`. */
  readonly isAgreedBefore: boolean;
  readonly progress: Progress;
  readonly isDisputed: boolean;
  /** The answer itself, or one of its actions. */
  readonly isLate: boolean;
  readonly isAnswerLate: boolean;
  readonly isActionLate: boolean;
  readonly isStale: boolean;
  readonly needsAction: boolean;
  /** Brought forward from another cycle, and confirmed by nobody yet. */
  readonly isToConfirm: boolean;
};

/** Due today is not late yet. An answer that is agreed is done, whenever it was due; its actions may still be late. */
export function toCellFacts(answer: CellAnswer | undefined, around: CellSurroundings, today: Day): CellFacts {
  const progress = progressOf(answer);
  const isAnswerLate = answer?.dueOn !== undefined && answer.dueOn < today && progress !== 'agreed';
  return {
    own: answer?.verdict,
    agreed: answer?.agreedVerdict,
    standing: standingVerdict(answer),
    isStandingAgreed: isStandingAgreed(answer),
    isAgreedBefore: isAgreedBefore(answer),
    progress,
    isDisputed: isDisputed(answer),
    isLate: isAnswerLate || around.hasLateAction,
    isAnswerLate,
    isActionLate: around.hasLateAction,
    isStale: around.hasStaleEvidence,
    needsAction: isRedWithoutAction(answer, around.hasAction),
    isToConfirm: answer?.broughtForward !== undefined,
  };
}

/** `own red, agreed amber`; `own red, agreed amber before`; `agreed green` where both are green; `own green`; `not rated`. */
export function verdictWords({ own, agreed, isAgreedBefore: isBefore }: VerdictFacts): string {
  const name = (verdict: Verdict | undefined) => verdictName(verdict).toLowerCase();
  if (agreed === undefined) return own === undefined ? name(undefined) : `own ${name(own)}`;
  const agreedWords = `agreed ${name(agreed)}${isBefore ? ' before' : ''}`;
  return own === undefined || own === agreed ? agreedWords : `own ${name(own)}, ${agreedWords}`;
}

/** Everything that a cell shows, in words: `FD-A1, Police, own red, agreed amber, ready to agree, late`. */
export function cellWords(
  prompt: { readonly code: string },
  partner: { readonly title: string },
  facts: CellFacts,
): string {
  return [
    prompt.code,
    partner.title,
    verdictWords(facts),
    progressName(facts.progress).toLowerCase(),
    ...(facts.isAnswerLate ? ['late'] : []),
    ...(facts.isActionLate ? ['an action is late'] : []),
    ...(facts.isStale ? ['stale evidence'] : []),
    ...(facts.needsAction ? ['no action'] : []),
    ...(facts.isToConfirm ? ['brought forward, not confirmed'] : []),
  ].join(', ');
}
