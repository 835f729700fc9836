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
  readonly dueOn?: Day;
  readonly periodTo?: Day;
  readonly reviewBy?: Day;
  readonly returnReason?: string;
};

/** The one thing to mend first in an item, if there is any. `on` is the day that freshness was counted to. */
export function fixOf(item: Weak, on: Day): Fix | undefined {
  const { state, freshness } = item;
  if (state === 'superseded' || state === 'expired') {
    if (!item.isLinked) return undefined;
    const word = state === 'superseded' ? 'superseded' : 'expired';
    return { fault: state, why: `It is ${word} and still linked to a prompt.`, mend: 'Link what took its place.' };
  }
  if (item.news.includes('deleted')) {
    const mend = "Bring it back from the site's recycle bin, or add it again.";
    return { fault: 'lost', why: 'The file is no longer in the library.', mend };
  }
  if (state === 'needed') {
    if (item.dueOn === undefined || item.dueOn >= on) return undefined;
    return { fault: 'late', why: `It was due on ${formatDay(item.dueOn)}.`, mend: 'Add the file.' };
  }
  if (freshness === 'stale' && item.periodTo !== undefined) {
    const why = `Its period ended on ${formatDay(item.periodTo)}, more than ${STALE_AFTER_MONTHS} months ago.`;
    return { fault: 'stale', why, mend: 'Add a version for a later period.' };
  }
  if (freshness === 'review passed' && item.reviewBy !== undefined) {
    const why = `It was to be reviewed by ${formatDay(item.reviewBy)}.`;
    return { fault: 'review passed', why, mend: 'Review it, and give the next review date.' };
  }
  if (state === 'returned') {
    const why = item.returnReason === undefined ? 'It was returned.' : `It was returned: ${item.returnReason}`;
    return { fault: 'returned', why, mend: 'Put it right and submit it again.' };
  }
  return undefined;
}
