import { addMonths, type Day } from '../calendar/day.ts';

/** Inspectors look at practice of mostly the last six months. */
export const STALE_AFTER_MONTHS = 6;

export type Freshness = 'current' | 'stale' | 'review passed' | 'not known';

export const freshnessNames: Readonly<Record<Freshness, string>> = {
  current: 'Current',
  stale: 'Stale',
  'review passed': 'Review passed',
  'not known': 'No period given',
};

export type Dated = {
  /** The last day of the period that the evidence covers. */
  readonly periodTo?: Day | undefined;
  readonly reviewBy?: Day | undefined;
  /** A policy holds until its review, however old it is. */
  readonly untilReview?: boolean | undefined;
};

/** The day that freshness is counted to: today, or the first day of fieldwork in an inspection. */
export function countedTo(today: Day, fieldworkFrom?: Day): Day {
  return fieldworkFrom ?? today;
}

/**
 * How fresh evidence is on the day that it is counted to. Six calendar months after the period's end it is still
 * current, a day later it is stale.
 */
export function freshnessOn({ periodTo, reviewBy, untilReview = false }: Dated, on: Day): Freshness {
  if (!untilReview && periodTo !== undefined && addMonths(periodTo, STALE_AFTER_MONTHS) < on) return 'stale';
  if (reviewBy !== undefined && reviewBy < on) return 'review passed';
  return (untilReview ? reviewBy : (periodTo ?? reviewBy)) === undefined ? 'not known' : 'current';
}
