import { formatInstant } from '../../domain/calendar/london.ts';
import { ownGivenAt } from '../../domain/checklist/trail.ts';
import type { Assessment } from '../../workspace/schema/lists.ts';

/** Who gave the own verdict and when; where somebody has changed only the words since, that is said of them. */
export function ownWords({ ratedBy, ratedAt, trail }: Pick<Assessment, 'ratedBy' | 'ratedAt' | 'trail'>): string {
  if (ratedBy === undefined || ratedAt === undefined) return '';
  const last = `${ratedBy.name}, ${formatInstant(ratedAt)}`;
  const given = ownGivenAt(trail);
  if (given === undefined) return `Last changed by ${last}`;
  return isSameMoment(given, ratedAt) ? last : `Given on ${formatInstant(given)}; words last changed by ${last}`;
}

/** SharePoint keeps whole seconds. */
function isSameMoment(one: string, other: string): boolean {
  return Math.abs(Date.parse(one) - Date.parse(other)) < 1_000;
}
