import { type Progress, standingVerdict } from './progress.ts';
import { readTrail, standingAt } from './trail.ts';
import type { Verdict } from './verdict.ts';

/** What became of a verdict since a moment; `other` goes to or from "not applicable". */
export type Change = 'better' | 'worse' | 'new' | 'other';

/** In the order in which they are told. */
export const changes: readonly Change[] = ['worse', 'better', 'new', 'other'];

const NAMES: Readonly<Record<Change, string>> = {
  better: 'Better',
  worse: 'Worse',
  new: 'New',
  other: 'To or from not applicable',
};

export function changeName(change: Change): string {
  return NAMES[change];
}

type Remembered = {
  readonly verdict?: Verdict;
  readonly agreedVerdict?: Verdict;
  readonly progress?: Exclude<Progress, 'not-started'>;
  readonly trail?: string;
  readonly ratedAt?: string;
  readonly broughtForward?: string;
};

const RANK: Readonly<Record<Exclude<Verdict, 'not-applicable'>, number>> = { red: 0, amber: 1, green: 2 };

/**
 * What became of an answer's standing verdict since `at`, ISO 8601; undefined where nothing did. One that was brought
 * forward is the last cycle's until somebody confirms it.
 */
export function changeSince(answer: Remembered | undefined, at: string): Change | undefined {
  const now = standingVerdict(answer);
  if (answer === undefined || now === undefined || answer.broughtForward !== undefined) return undefined;
  const then = standingThen(answer, at);
  if (then === undefined) return 'new';
  if (then === now) return undefined;
  if (then === 'not-applicable' || now === 'not-applicable') return 'other';
  return RANK[now] > RANK[then] ? 'better' : 'worse';
}

/** Answers from before the trail was kept know only when they were last rated. */
function standingThen(answer: Remembered, at: string): Verdict | undefined {
  if (readTrail(answer.trail).length > 0) return standingAt(answer.trail, at);
  return answer.ratedAt !== undefined && answer.ratedAt <= at ? standingVerdict(answer) : undefined;
}
