import type { Day } from '../../domain/calendar/day.ts';
import { type Fix, faultOf, fixOf } from '../../domain/evidence/fix-list.ts';
import { isHeld } from '../../domain/evidence/standing.ts';
import { type MovedItem, type Mover, mayMove } from '../../domain/evidence/state.ts';
import type { Evidence } from '../../workspace/schema/lists.ts';
import type { EvidenceRow } from './evidence-rows.ts';

export type ViewId =
  | 'all'
  | 'to-check'
  | 'needed'
  | 'held'
  | 'stale'
  | 'no-prompt'
  | 'late'
  | 'unregistered'
  | 'no-file'
  | 'changed'
  | 'returned'
  | 'duplicates'
  | 'to-mend';

export type Looker = { readonly mover: Mover; readonly today: Day };

type View = {
  readonly id: ViewId;
  readonly name: string;
  /** Shown also when it is empty. */
  readonly isKept?: true;
  readonly has: (row: EvidenceRow, looker: Looker) => boolean;
};

/** The lists that people come for, each a choice of the same rows. */
export const views: readonly View[] = [
  { id: 'all', name: 'All', isKept: true, has: () => true },
  { id: 'to-check', name: 'For me to check', isKept: true, has: isForMe },
  { id: 'needed', name: 'Needed', isKept: true, has: (row) => row.state === 'needed' },
  { id: 'stale', name: 'Stale', isKept: true, has: isStale },
  { id: 'no-prompt', name: 'No prompt', isKept: true, has: isLoose },
  { id: 'held', name: 'Held', has: isHeldRow },
  { id: 'late', name: 'Late', has: (row) => row.lateDays > 0 },
  { id: 'unregistered', name: 'Unregistered', has: (row) => row.unregistered !== undefined },
  { id: 'no-file', name: 'Without a file', has: hasNoFile },
  { id: 'changed', name: 'Changed in SharePoint', has: (row) => row.news.some((each) => each !== 'hidden') },
  { id: 'returned', name: 'Returned', has: (row) => row.state === 'returned' },
  { id: 'duplicates', name: 'Duplicates', has: (row) => row.isDuplicate },
  {
    id: 'to-mend',
    name: 'To mend',
    has: (row, { today }) => row.item !== undefined && faultOf(toWeak(row), today) !== undefined,
  },
];

export function viewOf(id: ViewId): View {
  return views.find((view) => view.id === id) ?? (views[0] as View);
}

/** How many rows each view has, counted in one go. */
export function countViews(rows: readonly EvidenceRow[], looker: Looker): ReadonlyMap<ViewId, number> {
  const counts = new Map<ViewId, number>(views.map((view) => [view.id, 0]));
  for (const row of rows) {
    for (const view of views) if (view.has(row, looker)) counts.set(view.id, (counts.get(view.id) ?? 0) + 1);
  }
  return counts;
}

/** What would mend a row, if anything is to be mended. */
export function toFix(row: EvidenceRow, today: Day): Fix | undefined {
  return row.item === undefined ? undefined : fixOf(toWeak(row), today);
}

function toWeak({ item, state, news, freshness, prompts }: EvidenceRow): Parameters<typeof fixOf>[0] {
  const known = state === 'unregistered' ? 'draft' : state;
  const { dueOn, periodTo, reviewBy, returnReason } = item as Evidence;
  const facts = { dueOn, periodTo, reviewBy, returnReason };
  return { ...facts, state: known, news, freshness, isLinked: prompts.length > 0 };
}

function isHeldRow({ item, state, news }: EvidenceRow): boolean {
  return item !== undefined && state !== 'unregistered' && isHeld({ state, news });
}

function hasNoFile({ item, news }: EvidenceRow): boolean {
  return item !== undefined && (item.file === undefined || news.includes('deleted'));
}

function isForMe({ item, state, broughtBy }: EvidenceRow, { mover }: Looker): boolean {
  if (item === undefined || state !== 'submitted') return false;
  return mayMove('approve', { ...(item as MovedItem), state, broughtBy }, mover).allowed;
}

function isStale({ freshness, state }: EvidenceRow): boolean {
  return (freshness === 'stale' || freshness === 'review passed') && state !== 'superseded';
}

function isLoose({ item, prompts, state }: EvidenceRow): boolean {
  return item !== undefined && prompts.length === 0 && state !== 'superseded';
}
