import { freshnessNames } from '../../domain/evidence/freshness.ts';
import { evidenceStateNames, evidenceStates } from '../../domain/evidence/state.ts';
import type { EvidenceRow, RowState } from './evidence-rows.ts';
import { type Looker, type ViewId, viewOf } from './views.ts';

export type SortBy = 'title' | 'partner' | 'state' | 'period' | 'freshness' | 'changed' | 'owner' | 'size' | 'waiting';
export type GroupBy = '' | 'partner' | 'prompt' | 'state' | 'owner';

export type Sort = { readonly by: SortBy; readonly isDown: boolean };

/** What the person has asked to see. */
export type Choice = {
  readonly view: ViewId;
  readonly find: string;
  readonly partner: string;
  readonly state: RowState | '';
  readonly group: GroupBy;
  readonly sort: Sort;
};

export const noChoice: Choice = {
  view: 'all',
  find: '',
  partner: '',
  state: '',
  group: '',
  sort: { by: 'changed', isDown: true },
};

/** Another list of the same rows; whoever checks begins with what has waited longest. */
export function chooseView(choice: Choice, view: ViewId): Choice {
  const isQueue = view === 'to-check';
  const sort = isQueue ? ({ by: 'waiting', isDown: false } as const) : noChoice.sort;
  return { ...choice, view, sort: isQueue || choice.view === 'to-check' ? sort : choice.sort };
}

export type Group = { readonly name: string; readonly rows: readonly EvidenceRow[] };
export type GroupHead = { readonly group: string; readonly count: number };
/** A line of the list. */
export type Line = GroupHead | EvidenceRow;

const collator = new Intl.Collator('en-GB', { numeric: true });
const text = (one: string | undefined, other: string | undefined) =>
  collator.compare(one ?? '\uffff', other ?? '\uffff');
const plain = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
const rank = (row: EvidenceRow) => (row.state === 'unregistered' ? -1 : evidenceStates.indexOf(row.state));

const comparers: Readonly<Record<SortBy, (one: EvidenceRow, other: EvidenceRow) => number>> = {
  title: (one, other) => text(one.title, other.title),
  partner: (one, other) => text(one.partnerTitle, other.partnerTitle),
  state: (one, other) => rank(one) - rank(other),
  period: (one, other) => plain(one.item?.periodTo ?? '', other.item?.periodTo ?? ''),
  freshness: (one, other) => plain(freshnessNames[one.freshness], freshnessNames[other.freshness]),
  changed: (one, other) => plain(one.changed.at, other.changed.at),
  owner: (one, other) => text(one.owner, other.owner),
  size: (one, other) => (one.size ?? -1) - (other.size ?? -1),
  waiting: (one, other) => plain(one.item?.submittedAt ?? '\uffff', other.item?.submittedAt ?? '\uffff'),
};

/**
 * The rows in their order and groups. A file that nobody has registered waits for somebody, so it comes first, by
 * name, unless another order was asked for.
 */
export function arrange(rows: readonly EvidenceRow[], sort: Sort, group: GroupBy): readonly Group[] {
  const compare = comparers[sort.by];
  const sorted = inTitleOrder(rows).toSorted((one, other) => (sort.isDown ? compare(other, one) : compare(one, other)));
  if (group === '') {
    const isFirst = (row: EvidenceRow) => sort.by === 'changed' && sort.isDown && row.state === 'unregistered';
    return [{ name: '', rows: [...sorted.filter(isFirst).toSorted(settle), ...sorted.filter((row) => !isFirst(row))] }];
  }
  const groups = new Map<string, EvidenceRow[]>();
  for (const row of sorted) {
    for (const name of groupsOf(row, group)) {
      const known = groups.get(name);
      if (known === undefined) groups.set(name, [row]);
      else known.push(row);
    }
  }
  const entries = [...groups].toSorted(([one], [other]) => compareNames(one, other, group));
  return entries.map(([name, members]) => ({ name, rows: members }));
}

const settle = (one: EvidenceRow, other: EvidenceRow) => text(one.title, other.title) || plain(one.key, other.key);

let titleOrder: readonly EvidenceRow[] = [];

/**
 * By title and key, in which equals of every other order stand: the order in which rows happen to be read is nobody's.
 * Comparing words is slow, and what is nearly in order takes few comparisons: it begins with the order of last time.
 */
function inTitleOrder(rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  const left = new Map(rows.map((row) => [row.key, row]));
  const known = titleOrder.flatMap(({ key }) => {
    const row = left.get(key);
    left.delete(key);
    return row ?? [];
  });
  titleOrder = [...known, ...left.values()].toSorted(settle);
  return titleOrder;
}

const NO_PROMPT = 'No prompt linked';
const NO_OWNER = 'No owner';

function groupsOf(row: EvidenceRow, group: GroupBy): readonly string[] {
  if (group === 'partner') return [row.partnerTitle];
  if (group === 'owner') return [row.owner ?? NO_OWNER];
  if (group === 'state') return [stateName(row.state)];
  return row.prompts.length === 0 ? [NO_PROMPT] : row.prompts.map((prompt) => `${prompt.code} ${prompt.title}`);
}

function compareNames(one: string, other: string, group: GroupBy): number {
  if (group === 'state') return stateNames.indexOf(one) - stateNames.indexOf(other);
  const isLast = (name: string) => Number(name === NO_PROMPT || name === NO_OWNER);
  return isLast(one) - isLast(other) || collator.compare(one, other);
}

export function stateName(state: RowState): string {
  return state === 'unregistered' ? 'Unregistered' : evidenceStateNames[state];
}

const stateNames = ['Unregistered', ...evidenceStates.map((state) => evidenceStateNames[state])];

/** `Police, 3 items, 2 chosen`. */
export function groupWords({ group, count }: GroupHead, chosen: number): string {
  return [group, itemWords(count), ...(chosen > 0 ? [`${chosen} chosen`] : [])].join(', ');
}

/** The lines that match: one pass, and one look at each row for each word that was typed. */
export function toLines(groups: readonly Group[], choice: Choice, looker: Looker): readonly Line[] {
  const has = toMatcher(choice, looker);
  const lines: Line[] = [];
  for (const { name, rows } of groups) {
    const found = rows.filter(has);
    if (found.length === 0) continue;
    if (name !== '') lines.push({ group: name, count: found.length });
    for (const row of exactFirst(found, choice.find)) lines.push(row);
  }
  return lines;
}

/** Whoever types a whole title or file name means that one, wherever it stands in the order. */
function exactFirst(rows: readonly EvidenceRow[], find: string): readonly EvidenceRow[] {
  const typed = find.trim().toLowerCase();
  if (typed === '') return rows;
  const isExact = ({ title, fileName }: EvidenceRow) =>
    title.toLowerCase() === typed || fileName?.toLowerCase() === typed;
  return [...rows.filter(isExact), ...rows.filter((row) => !isExact(row))];
}

/** How many rows match: of a saved view, without bringing them into its order. */
export function countMatches(rows: readonly EvidenceRow[], choice: Choice, looker: Looker): number {
  return rows.filter(toMatcher(choice, looker)).length;
}

/** `353 items`, and `6 of 353 items` where some are not shown; one that stands in two groups is one. */
export function sizeWords(lines: readonly Line[], all: number): string {
  const shown = new Set(lines.flatMap((line) => (isRow(line) ? line.key : []))).size;
  const items = itemWords(all);
  return shown === all ? items : `${shown} of ${items}`;
}

function itemWords(count: number): string {
  return count === 1 ? '1 item' : `${count} items`;
}

/** Whether any row holds all that was typed, shown or not. */
export function isAnywhere(rows: readonly EvidenceRow[], find: string): boolean {
  const words = wordsOf(find);
  return rows.some((row) => holds(row, words));
}

function wordsOf(find: string): readonly string[] {
  return find.toLowerCase().split(/\s+/).filter(Boolean);
}

function holds(row: EvidenceRow, words: readonly string[]): boolean {
  for (const word of words) if (!row.text.includes(word)) return false;
  return true;
}

function toMatcher({ view, find, partner, state }: Choice, looker: Looker): (row: EvidenceRow) => boolean {
  const words = wordsOf(find);
  const chosen = viewOf(view);
  return (row) => {
    if (partner !== '' && row.partner !== partner) return false;
    if (state !== '' && row.state !== state) return false;
    if (!holds(row, words)) return false;
    return view === 'all' || chosen.has(row, looker);
  };
}

export function isRow(line: Line): line is EvidenceRow {
  return 'key' in line;
}
