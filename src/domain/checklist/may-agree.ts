import { type Membership, mayCheck } from '../roles.ts';
import { type Progress, progressOf } from './progress.ts';
import { isGivenBefore, onOneLine, ownGiven } from './trail.ts';
import type { Verdict } from './verdict.ts';

export type AgreeableAnswer = {
  readonly verdict?: Verdict;
  readonly progress?: Exclude<Progress, 'not-started'>;
  /** Who gave or last changed the partner's own answer. */
  readonly ratedBy?: { readonly id: string; readonly name?: string };
  readonly ratedAt?: string;
  /** Each verdict given, with its moment. */
  readonly trail?: string;
};

/**
 * Why this person may not agree the answer, in a sentence; undefined when they may. Agreeing is the act of any other
 * named person than the one who last rated: neither who gave the verdict nor who changed its words since. The trail
 * knows the giver by name. The app guides; SharePoint decides.
 */
export function whyMayNotAgree(
  answer: AgreeableAnswer | undefined,
  by: { readonly id: string; readonly name: string; readonly memberships: readonly Membership[] },
): string | undefined {
  if (answer?.verdict === undefined) return 'The partner has not given a verdict yet.';
  if (!mayCheck(by.memberships)) return 'Leads, deputies and the coordinator agree answers.';
  if (answer.ratedBy === undefined) return 'It is not known who gave this verdict. The partner saves it again first.';
  const isLast = answer.ratedBy.id === by.id;
  const giver = ownGiven(answer.trail)?.by;
  if (giver === onOneLine(by.name) || (isLast && !isGivenBefore(answer.trail, answer.ratedAt))) {
    return 'You gave this verdict, so another person agrees it.';
  }
  if (isLast) return 'You changed its words or confirmed it last, so another person agrees it.';
  if (progressOf(answer) === 'in-progress') return 'The partner is still working on this answer.';
  return undefined;
}
