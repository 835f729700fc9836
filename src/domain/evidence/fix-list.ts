import { type Day, formatDay } from '../calendar/day.ts';
import { type Freshness, STALE_AFTER_MONTHS } from './freshness.ts';
import type { FileNews } from './standing.ts';
import type { EvidenceState } from './state.ts';

/** What is wrong with an item that supports something, the worst first. */
export type Fault = 'lost' | 'late' | 'stale' | 'review passed' | 'expired' | 'superseded' | 'returned';

export type Fix = {
  readonly fault: Fault;
  /** What is so, in a sentence. */
  readonly why: string;
  /** What would mend it. */
  readonly mend: string;
};

type Weak = {
  readonly state: EvidenceState;
  readonly news: readonly FileNews[];
  readonly freshness: Freshness;
  readonly isLinked: boolean;
  readonly dueOn?: Day | undefined;
  readonly periodTo?: Day | undefined;
  readonly reviewBy?: Day | undefined;
  readonly returnReason?: string | undefined;
};

/** What is to be mended first in an item, if anything is. */
export function faultOf(item: Weak, today: Day): Fault | undefined {
  const { state, freshness } = item;
  if (state === 'superseded' || state === 'expired') return item.isLinked ? state : undefined;
  if (item.news.includes('deleted')) return 'lost';
  if (state === 'needed') return item.dueOn !== undefined && item.dueOn < today ? 'late' : undefined;
  if (freshness === 'stale' || freshness === 'review passed') return freshness;
  return state === 'returned' ? 'returned' : undefined;
}

/** The same in words: why, and what would mend it. `counted` is the day that freshness was counted to. */
export function fixOf(item: Weak, today: Day, counted: Day = today): Fix | undefined {
  const fault = faultOf(item, today);
  const before = counted === today ? undefined : formatDay(counted);
  return fault && { fault, ...wordsOf(fault, item, before) };
}

function wordsOf(
  fault: Fault,
  { state, dueOn, periodTo, reviewBy, returnReason }: Weak,
  before: string | undefined,
): Omit<Fix, 'fault'> {
  const day = (value: Day | undefined) => (value === undefined ? 'a day that is not given' : formatDay(value));
  switch (fault) {
    case 'superseded':
    case 'expired':
      return { why: `It is ${fault} and still linked to a prompt.`, mend: 'Link what took its place.' };
    case 'lost':
      return {
        why: 'The file is no longer in the library.',
        mend: "Bring it back from the site's recycle bin, or add it again.",
      };
    case 'late':
      return { why: `It was due on ${day(dueOn)}.`, mend: 'Add the file.' };
    case 'stale':
      return {
        why: `Its period ended on ${day(periodTo)}, more than ${STALE_AFTER_MONTHS} months ${before === undefined ? 'ago' : `before ${before}`}.`,
        // What waits for its check may be the version that was asked for.
        mend:
          state === 'submitted'
            ? 'Give the period that this version covers, if it is a later one.'
            : 'Add a version for a later period.',
      };
    case 'review passed':
      return {
        why: `It was to be reviewed by ${day(reviewBy)}${before === undefined ? '' : `, which is before ${before}`}.`,
        mend: 'Review it, and give the next review date.',
      };
    case 'returned':
      return {
        why: returnReason === undefined ? 'It was returned.' : `It was returned: ${returnReason}`,
        mend: 'Put it right and submit it again.',
      };
  }
}
