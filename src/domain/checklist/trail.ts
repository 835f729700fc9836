import { moreCautious } from './progress.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** One verdict that was given, as the row itself remembers it. */
export type TrailStep = {
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly whose: 'own' | 'agreed';
  readonly verdict: Verdict;
  /** The name of who gave it; older steps do not have it. */
  readonly by?: string;
};

/** Older steps than these are let go of; SharePoint's own history still has them. */
const LONGEST_TRAIL = 200;

/** The trail with one step more: a line each, `2026-11-22T10:00:00Z own red Dorian Hexwell`. */
export function addToTrail(trail: string | undefined, step: TrailStep): string {
  const lines = (trail ?? '').split('\n').filter((line) => line !== '');
  return [...lines, [step.at, step.whose, step.verdict, onOneLine(step.by ?? '')].join(' ').trim()]
    .slice(-LONGEST_TRAIL)
    .join('\n');
}

/** A name as the trail keeps it: single spaces between its words. */
export function onOneLine(name: string): string {
  return name.split(/\s+/).filter(Boolean).join(' ');
}

/** Two trails that grew apart, as one in the order of time. */
export function joinTrails(one: string | undefined, other: string | undefined): string {
  const lines = [one, other].flatMap((trail) => (trail ?? '').split('\n')).filter((line) => line !== '');
  return [...new Set(lines)].toSorted().slice(-LONGEST_TRAIL).join('\n');
}

/** The steps in their order; a line that says nothing we know is passed over. */
export function readTrail(trail: string | undefined): readonly TrailStep[] {
  return (trail ?? '').split('\n').flatMap((line) => {
    const [at, whose, verdict, ...by] = line.trim().split(' ');
    if (at === undefined || (whose !== 'own' && whose !== 'agreed')) return [];
    const known = verdicts.find((one) => one === verdict);
    return known === undefined ? [] : [{ at, whose, verdict: known, ...(by.length > 0 && { by: by.join(' ') }) }];
  });
}

/** The verdict that counted at a moment: see `standingVerdict`. */
export function standingAt(trail: string | undefined, at: string): Verdict | undefined {
  const until = readTrail(trail).filter((step) => step.at <= at);
  const last = (whose: TrailStep['whose']) => until.findLast((step) => step.whose === whose)?.verdict;
  const [own, agreed] = [last('own'), last('agreed')];
  if (own === undefined || agreed === undefined) return agreed ?? own;
  return until.at(-1)?.whose === 'agreed' ? agreed : moreCautious(own, agreed);
}

/** Who gave the own verdict that stands, and when, as far as the row remembers. */
export function ownGiven(trail: string | undefined): TrailStep | undefined {
  return readTrail(trail).findLast((step) => step.whose === 'own');
}

/**
 * Whether the own verdict was given before it was last rated: then who rated last has changed only its words, or
 * confirmed what was brought forward. SharePoint keeps whole seconds.
 */
export function isGivenBefore(trail: string | undefined, ratedAt: string | undefined): boolean {
  const given = ownGiven(trail);
  return given !== undefined && ratedAt !== undefined && Date.parse(ratedAt) - Date.parse(given.at) >= 1_000;
}
