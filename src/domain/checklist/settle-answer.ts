import { type Progress, progressUnder } from './progress.ts';
import { joinTrails } from './trail.ts';
import type { Verdict } from './verdict.ts';

/** A change of an answer, by column: what was chosen and written, and the who, when and trail that go along with it. */
export type AnswerChange = {
  readonly values: { readonly [column: string]: unknown };
  readonly stamps?: { readonly [column: string]: unknown } | undefined;
};

/** An answer as somebody else left it. */
export type TheirAnswer = {
  readonly verdict?: unknown;
  readonly progress?: unknown;
  readonly trail?: unknown;
};

/** A verdict and its words: one person's words under another's verdict would say what neither meant. */
export const saidColumns = ['verdict', 'reason', 'strengths', 'improve', 'impact', 'confidence'] as const;

/**
 * Whether a change of the own verdict met a progress that somebody else moved: most often an agreement, which rests on
 * the verdict that was there. Then the two are one question, and are answered together.
 */
export function isOneQuestion({ values }: AnswerChange, clashing: readonly string[], theirs: TheirAnswer): boolean {
  return (values.verdict ?? theirs.verdict) !== theirs.verdict && clashing.includes('progress');
}

/** The columns of a change that go through when a person has chosen; `mine` are the clashing ones in which theirs is not taken. */
export function columnsKept(
  change: AnswerChange,
  clashing: readonly string[],
  mine: readonly string[],
  theirs: TheirAnswer,
): readonly string[] {
  const isOne = isOneQuestion(change, clashing, theirs);
  const wins = mine.includes('verdict');
  return Object.keys(change.values).filter((column) => {
    if (isOne && (column === 'verdict' || column === 'progress')) return wins;
    if (clashing.includes(column)) return mine.includes(column);
    return !isOne || wins || !saidColumns.some((one) => one === column);
  });
}

/**
 * What is sent when a clash is settled. An own verdict that goes through never stands beside an agreement that did not
 * rest on it; who rated is written only where something said goes through; and the trail keeps the others' steps.
 */
export function settleAnswer(
  change: AnswerChange,
  clashing: readonly string[],
  mine: readonly string[],
  theirs: TheirAnswer,
): AnswerChange {
  const kept = columnsKept(change, clashing, mine, theirs);
  const values = Object.fromEntries(kept.map((column) => [column, change.values[column]]));
  const { trail, ...who } = change.stamps ?? {};
  const isVerdict = kept.includes('verdict') || kept.includes('agreedVerdict');
  const isSaid = isVerdict || saidColumns.some((column) => kept.includes(column));
  const before = {
    verdict: theirs.verdict as Verdict,
    progress: theirs.progress as Exclude<Progress, 'not-started'>,
  };
  const progress = kept.includes('agreedVerdict')
    ? undefined
    : progressUnder((values.verdict ?? undefined) as Verdict | undefined, before);
  return {
    values: {
      ...values,
      ...(progress !== before.progress && (values.progress ?? 'agreed') === 'agreed' && { progress }),
    },
    stamps: {
      ...(isSaid && who),
      ...(isVerdict && trail !== undefined && { trail: joinTrails(toText(theirs.trail), toText(trail)) }),
    },
  };
}

function toText(trail: unknown): string | undefined {
  return typeof trail === 'string' ? trail : undefined;
}
