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
  readonly periodTo?: Day;
  readonly reviewBy?: Day;
  /** A policy holds until its review, however old it is. */
  readonly policy?: boolean;
};

/**
 * How fresh evidence is on a day: today, or the first day of fieldwork in an inspection. Six calendar months after
 * the period's end it is still current, a day later it is stale.
 */
export function freshnessOn(evidence: Dated, on: Day): Freshness {
  const { periodTo, reviewBy, policy = false } = evidence;
  if (!policy && periodTo !== undefined && addMonths(periodTo, STALE_AFTER_MONTHS) < on) return 'stale';
  if (reviewBy !== undefined && reviewBy < on) return 'review passed';
  return (policy ? reviewBy : (periodTo ?? reviewBy)) === undefined ? 'not known' : 'current';
}
