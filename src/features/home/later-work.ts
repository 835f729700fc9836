import type { Rows } from '../../domain/address.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { mayRate } from '../../domain/checklist/may-rate.ts';
import { countedTo } from '../../domain/evidence/freshness.ts';
import type { EvidenceStanding } from '../../domain/evidence/standing.ts';
import type { Membership } from '../../domain/roles.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { Work } from './my-work.ts';
import { findOwnEvidence } from './own-evidence.ts';

type Facts = {
  readonly partnership: Pick<Partnership, 'partners' | 'columns' | 'prompts' | 'assessments' | 'evidence'>;
  readonly standingOf: (item: Evidence) => EvidenceStanding;
  readonly me: { readonly id: string };
  readonly memberships: readonly Membership[];
  readonly today: Day;
};

/** What My work holds beside its first lines, which do not wait for it: answers to confirm, and a person's own documents. */
export function findLaterWork({ partnership, standingOf, me, memberships, today }: Facts): readonly Work[] {
  const { evidence, partners } = partnership;
  return [
    ...findToConfirm(partnership, memberships),
    ...findOwnEvidence({ evidence, partners, standingOf, me, today, countedTo: countedTo(today) }),
  ];
}

/** One line for each partner whose answers were brought forward and are mine to confirm; one for all where it is all. */
export function findToConfirm(
  { columns, prompts, assessments }: Pick<Partnership, 'columns' | 'prompts' | 'assessments'>,
  mine: readonly Membership[],
): readonly Work[] {
  const waiting = columns
    .map((partner) => {
      const keys = prompts.map(({ uid }) => assessmentKey(uid, partner.uid));
      return { partner, count: keys.filter((key) => assessments.get(key)?.broughtForward !== undefined).length };
    })
    .filter(({ count }) => count > 0);
  const own = waiting.filter(({ partner }) => mayRate(partner.uid, mine));
  const toWork = (key: string, count: number, rows: Rows, whose: string): Work => ({
    key: `confirm ${key}`,
    kind: 'confirm',
    title: `Confirm ${count === 1 ? '1 answer' : `${count} answers`} brought forward`,
    detail: `Checklist, ${whose}`,
    href: toHref({ screen: 'checklist', rows }),
  });
  if (own.length > 1 && own.length === waiting.length) {
    const all = own.reduce((sum, { count }) => sum + count, 0);
    return [toWork('all', all, { list: 'to-confirm' }, `${own.length} partners`)];
  }
  return own.map(({ partner: { uid, title }, count }) =>
    toWork(uid, count, { list: 'to-confirm', partner: uid }, title),
  );
}
