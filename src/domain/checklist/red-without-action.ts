import { type Progress, standingVerdict } from './progress.ts';
import type { Verdict } from './verdict.ts';

export type RedAnswer = {
  readonly prompt: string;
  readonly partner: string;
  readonly verdict?: Verdict;
  readonly agreedVerdict?: Verdict;
  readonly progress?: Exclude<Progress, 'not-started'>;
  readonly noActionReason?: string;
};

type ActionOn = { readonly prompt?: string; readonly partner?: string };

/** Whether an answer stands at red with nothing promised, and without a word on why not. */
export function isRedWithoutAction(answer: RedAnswer | undefined, hasAction: boolean): boolean {
  return standingVerdict(answer) === 'red' && !hasAction && (answer?.noActionReason ?? '').trim() === '';
}

/** Why an answer that stands at red has no action, as it was written; undefined where it has one or nobody said. */
export function whyNoAction(answer: RedAnswer | undefined, hasAction: boolean): string | undefined {
  if (standingVerdict(answer) !== 'red' || hasAction) return undefined;
  return answer?.noActionReason?.trim() || undefined;
}

/** The answers that still ask for an action, in the order given. An action that is done was an action. */
export function redsWithoutAction<A extends RedAnswer>(
  answers: readonly A[],
  actions: readonly ActionOn[],
): readonly A[] {
  const promised = new Set(actions.map((action) => `${action.partner} ${action.prompt}`));
  return answers.filter((answer) => isRedWithoutAction(answer, promised.has(`${answer.partner} ${answer.prompt}`)));
}
