import { addMonths, type Day } from '../../domain/calendar/day.ts';
import { type Fault, faultOf } from '../../domain/evidence/fix-list.ts';
import { freshnessOn, STALE_AFTER_MONTHS } from '../../domain/evidence/freshness.ts';
import type { EvidenceStanding } from '../../domain/evidence/standing.ts';
import { toHref } from '../../session/href.ts';
import type { Evidence, Partner } from '../../workspace/schema/lists.ts';
import type { Work } from './my-work.ts';

type Facts = {
  readonly evidence: readonly Evidence[];
  readonly partners: readonly Pick<Partner, 'uid' | 'title'>[];
  readonly standingOf: (item: Evidence) => EvidenceStanding;
  readonly me: { readonly id: string };
  readonly today: Day;
  /** The day that freshness is counted to. */
  readonly countedTo: Day;
};

/** What is asked of its owner, and why. */
const asks: Partial<Readonly<Record<Fault, readonly [string, string]>>> = {
  lost: ['Bring back', 'file missing'],
  stale: ['Bring up to date', 'stale'],
  'review passed': ['Review', 'review passed'],
  returned: ['Put right', 'returned'],
};

/** The documents that one person owns and has to do something about: what is needed of them, and what is weak. */
export function findOwnEvidence(facts: Facts): readonly Work[] {
  const { evidence, partners, standingOf, me, today, countedTo } = facts;
  return evidence.flatMap((item): readonly Work[] => {
    if (item.owner?.id !== me.id) return [];
    const { state, news } = standingOf(item);
    const isNeeded = state === 'needed';
    const fault = faultOf({ state, news, freshness: freshnessOn(item, countedTo), isLinked: false }, today);
    const ask = isNeeded ? (['Add', 'needed, not there'] as const) : fault && asks[fault];
    if (ask === undefined) return [];
    const partner = partners.find(({ uid }) => uid === item.partner)?.title ?? 'a partner that has left';
    return [
      {
        key: `own ${item.uid}`,
        kind: 'document',
        title: `${ask[0]}: ${item.title}`,
        detail: `Evidence, ${ask[1]}, ${partner}`,
        dueOn: isNeeded ? item.dueOn : lastGoodDay(item, fault),
        href: toHref({ screen: 'evidence', item: item.uid }),
      },
    ];
  });
}

/** Until when it was as it should be; what was returned or lost has no such day. */
function lastGoodDay({ periodTo, reviewBy }: Evidence, fault: Fault | undefined): Day | undefined {
  if (fault === 'review passed') return reviewBy;
  return fault === 'stale' && periodTo !== undefined ? addMonths(periodTo, STALE_AFTER_MONTHS) : undefined;
}
