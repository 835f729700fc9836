import { type Day, formatDay } from '../calendar/day.ts';
import type { CellFacts } from './cell-facts.ts';
import { type Change, changeName } from './change-since.ts';
import type { Rating } from './heat-map.ts';
import { type Progress, progressName } from './progress.ts';
import { verdictName } from './verdict.ts';

export type Mark = 'late' | 'stale' | 'no-action' | 'disputed' | 'to-confirm';

export const marks: readonly Mark[] = ['late', 'stale', 'no-action', 'disputed', 'to-confirm'];

const MARK_NAMES: Readonly<Record<Mark, string>> = {
  late: 'Late',
  stale: 'Stale',
  'no-action': 'No action',
  disputed: 'Differs',
  'to-confirm': 'To confirm',
};

export function markName(mark: Mark): string {
  return MARK_NAMES[mark];
}

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  late: 'is late or has a late action',
  stale: 'has stale evidence',
  'no-action': 'is red without an action',
  disputed: 'has an own verdict that differs from the agreed one',
  'to-confirm': 'was brought forward and is not confirmed',
};

/** What of the checklist is looked at. An empty list of choices leaves everything in. */
export type Filter = {
  /** Words of the prompt's id, its text, its group or of a reason; all of them. */
  readonly find: string;
  readonly group: string | undefined;
  /** Uids. */
  readonly partners: readonly string[];
  readonly verdicts: readonly Rating[];
  readonly progress: readonly Progress[];
  /** The account's id. */
  readonly owner: string | undefined;
  /** A cell with any of them. */
  readonly marks: readonly Mark[];
  readonly since: Day | undefined;
  /** With `since`: only what became better, worse or new; everything that was changed if missing. */
  readonly change: Change | undefined;
};

export const noFilter: Filter = {
  find: '',
  group: undefined,
  partners: [],
  verdicts: [],
  progress: [],
  owner: undefined,
  marks: [],
  since: undefined,
  change: undefined,
};

/** What a filter asks of one cell. */
export type FilteredCell = {
  readonly facts: CellFacts;
  /** The text of the row, in small letters. */
  readonly promptText: string;
  readonly reason: string | undefined;
  readonly owner: string | undefined;
  /** The day in England of the last change, of whatever kind; asked only where a filter needs it. */
  readonly changedOn: () => Day | undefined;
  /** What became of the verdict since a day. */
  readonly changed: (since: Day) => Change | undefined;
};

export function hasMark(facts: CellFacts, mark: Mark): boolean {
  if (mark === 'late') return facts.isLate;
  if (mark === 'stale') return facts.isStale;
  if (mark === 'to-confirm') return facts.isToConfirm;
  return mark === 'disputed' ? facts.isDisputed : facts.needsAction;
}

export function isFiltered(filter: Filter): boolean {
  return toFilterWords(filter, new Map()) !== '';
}

/** Whether the cell is what the filter asks for, leaving aside its group and its partner. */
export function matchesFilter(cell: FilteredCell, filter: Filter): boolean {
  const { facts } = cell;
  if (filter.verdicts.length > 0 && !filter.verdicts.includes(facts.standing ?? 'not-rated')) return false;
  if (filter.progress.length > 0 && !filter.progress.includes(facts.progress)) return false;
  if (filter.owner !== undefined && cell.owner !== filter.owner) return false;
  if (filter.marks.length > 0 && !filter.marks.some((mark) => hasMark(facts, mark))) return false;
  if (filter.since !== undefined && !hasChanged(cell, filter.since, filter.change)) return false;
  return holdsWords(cell, filter.find);
}

function hasChanged(cell: FilteredCell, since: Day, change: Change | undefined): boolean {
  if (change !== undefined) return cell.changed(since) === change;
  const changedOn = cell.changedOn();
  return changedOn !== undefined && changedOn >= since;
}

function holdsWords({ promptText, reason }: FilteredCell, find: string): boolean {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = `${promptText} ${(reason ?? '').toLowerCase()}`;
  return words.every((word) => text.includes(word));
}

/** The filters in words, `a verdict is red or amber, and the answer is late`; empty where there are none. */
export function toFilterWords(filter: Filter, names: ReadonlyMap<string, string>): string {
  const nameOf = (key: string) => names.get(key) ?? key;
  const either = (parts: readonly string[]) => parts.join(' or ');
  const words: string[] = [];
  if (filter.find.trim() !== '') words.push(`the prompt or a reason holds "${filter.find.trim()}"`);
  if (filter.group !== undefined) words.push(`the group is ${filter.group}`);
  if (filter.partners.length > 0) words.push(`the partner is ${either(filter.partners.map(nameOf))}`);
  if (filter.verdicts.length > 0) {
    const rated = filter.verdicts.map((rating) => verdictName(rating === 'not-rated' ? undefined : rating));
    words.push(`the verdict is ${either(rated).toLowerCase()}`);
  }
  if (filter.progress.length > 0) {
    words.push(`the progress is ${either(filter.progress.map(progressName)).toLowerCase()}`);
  }
  if (filter.owner !== undefined) words.push(`the owner is ${nameOf(filter.owner)}`);
  if (filter.marks.length > 0) words.push(`the answer ${either(filter.marks.map((mark) => MARK_WORDS[mark]))}`);
  if (filter.since !== undefined) {
    const what =
      filter.change === undefined
        ? 'anything in the answer changed'
        : `the verdict is ${changeName(filter.change).toLowerCase()}`;
    words.push(`${what} since ${formatDay(filter.since)}`);
  }
  return words.join(', and ');
}
