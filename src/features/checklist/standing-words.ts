import { formatInstant } from '../../domain/calendar/london.ts';
import { isGivenBefore, ownGiven } from '../../domain/checklist/trail.ts';
import type { Assessment } from '../../workspace/schema/lists.ts';

/** Who gave the own verdict and when; where somebody has changed only the words since, that is said beside it. */
export function ownWords({ ratedBy, ratedAt, trail }: Pick<Assessment, 'ratedBy' | 'ratedAt' | 'trail'>): string {
  if (ratedBy === undefined || ratedAt === undefined) return '';
  const last = `${ratedBy.name}, ${formatInstant(ratedAt)}`;
  const given = ownGiven(trail);
  if (given === undefined) return `Last changed by ${last}`;
  if (!isGivenBefore(trail, ratedAt)) return last;
  const who = given.by === undefined ? 'Given on ' : `${given.by}, `;
  const by = given.by === ratedBy.name ? formatInstant(ratedAt) : `by ${last}`;
  return `${who}${formatInstant(given.at)}; words last changed or confirmed ${by}`;
}
