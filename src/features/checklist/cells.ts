import type { Day } from '../../domain/calendar/day.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { actionStanding } from '../../domain/checklist/action-standing.ts';
import { toCellFacts } from '../../domain/checklist/cell-facts.ts';
import { changeSince } from '../../domain/checklist/change-since.ts';
import {
  type Filter,
  type FilteredCell,
  hasMark,
  isFiltered,
  type Mark,
  marks,
  matchesFilter,
} from '../../domain/checklist/filter.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { freshnessOn } from '../../domain/evidence/freshness.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Assessment, Evidence, Partner, Prompt } from '../../workspace/schema/lists.ts';

/** One crossing of a prompt and a partner, with everything that the lists say about it. */
export type Cell = FilteredCell & {
  readonly key: string;
  readonly row: Assessment | undefined;
  readonly hasAction: boolean;
  /** How many documents are linked. */
  readonly proofs: number;
};

/** By the assessment's key. */
export type Cells = ReadonlyMap<string, Cell>;

type Sources = Pick<Partnership, 'partners' | 'prompts' | 'assessments' | 'evidence' | 'links' | 'actions'> & {
  /** The day that freshness is counted to; today unless told. */
  readonly countedTo?: Day;
};

type Made = { readonly sources: Sources; readonly cells: Cells };

/** Every cell of the theme. Those that nothing has happened to since the `last` of the same day are the same ones again. */
export function toCells(sources: Sources, today: Day, last?: Made): Cells {
  const { partners, prompts, assessments } = sources;
  const proofs = countEvidence(sources.links);
  const stale = staleKeys(sources, sources.countedTo ?? today);
  const promised = cellsOf(sources.actions);
  const behind = cellsOf(sources.actions.filter((action) => actionStanding(action, today) === 'late'));
  const toCell = (key: string, promptText: string): Cell => {
    const row = assessments.get(key);
    const hasAction = promised.has(key);
    const around = { hasStaleEvidence: stale.has(key), hasAction, hasLateAction: behind.has(key) };
    return {
      key,
      row,
      hasAction,
      facts: toCellFacts(row, around, today),
      proofs: proofs.get(key) ?? 0,
      promptText,
      reason: row?.reason,
      owner: row?.owner?.id,
      changedOn: () => row && londonDay(row.changed.at),
      changed: (since) => changeSince(row, startOf(since)),
    };
  };
  if (last?.sources.prompts === prompts && last.sources.partners === partners) {
    const isAround = ({ key, proofs: linked, hasAction, facts }: Cell) =>
      linked === (proofs.get(key) ?? 0) &&
      hasAction === promised.has(key) &&
      facts.isStale === stale.has(key) &&
      facts.isActionLate === behind.has(key);
    const cells = new Map(last.cells);
    for (const [key, cell] of last.cells) {
      if (assessments.get(key) !== cell.row || !isAround(cell)) cells.set(key, toCell(key, cell.promptText));
    }
    return cells;
  }
  const cells = new Map<string, Cell>();
  for (const prompt of prompts) {
    const promptText = `${prompt.code} ${prompt.title} ${prompt.group}`.toLowerCase();
    for (const partner of partners) {
      const key = assessmentKey(prompt.uid, partner.uid);
      cells.set(key, toCell(key, promptText));
    }
  }
  return cells;
}

/** Whether nothing has happened to a partner's cells of these prompts: each is the same one as before. */
export function isSameCells(before: Cells, after: Cells, prompts: readonly Prompt[], partner: Partner): boolean {
  if (before === after) return true;
  return prompts.every(({ uid }) => {
    const key = assessmentKey(uid, partner.uid);
    return before.get(key) === after.get(key);
  });
}

/** The moment before the day begins, near enough: a day in England begins within an hour of UTC's. */
function startOf(day: Day): string {
  return `${day}T00:00:00Z`;
}

function cellsOf(actions: Sources['actions']): ReadonlySet<string> {
  return new Set(
    actions.flatMap(({ prompt, partner }) =>
      prompt === undefined || partner === undefined ? [] : [assessmentKey(prompt, partner)],
    ),
  );
}

function countEvidence(links: Sources['links']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const link of links) {
    const key = assessmentKey(link.prompt, link.partner);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Cells of which one document is stale; what has no file yet, or is not used any more, cannot be. */
function staleKeys({ evidence, links }: Sources, on: Day): ReadonlySet<string> {
  const stale = new Set(evidence.filter((item) => isStale(item, on)).map((item) => item.uid));
  return new Set(
    links.filter((link) => stale.has(link.evidence)).map((link) => assessmentKey(link.prompt, link.partner)),
  );
}

function isStale(item: Evidence, on: Day): boolean {
  const { state } = item;
  if (state === 'needed') return false;
  if (state === 'superseded' || state === 'expired') return true;
  const freshness = freshnessOn(item, on);
  return freshness === 'stale' || freshness === 'review passed';
}

export type Matches = {
  /** Prompts with a cell that passes, in their order. */
  readonly prompts: readonly Prompt[];
  /** Keys of the cells that pass; undefined where all do. */
  readonly keys: ReadonlySet<string> | undefined;
};

/** What a filter leaves, among the partners that are shown. */
export function matchCells(
  cells: Cells,
  { prompts, partners }: { readonly prompts: readonly Prompt[]; readonly partners: readonly Partner[] },
  filter: Filter,
): Matches {
  const inGroup = filter.group === undefined ? prompts : prompts.filter((prompt) => prompt.group === filter.group);
  if (partners.length > 0 && !isFiltered({ ...filter, group: undefined, partners: [] })) {
    return { prompts: inGroup, keys: undefined };
  }
  const keys = new Set<string>();
  const left = inGroup.filter((prompt) => {
    const passing = partners
      .map((partner) => cells.get(assessmentKey(prompt.uid, partner.uid)))
      .filter((cell) => cell !== undefined && matchesFilter(cell, filter));
    for (const cell of passing) if (cell) keys.add(cell.key);
    return passing.length > 0;
  });
  return { prompts: left, keys: keys.size === left.length * partners.length ? undefined : keys };
}

/** How many answers have each mark, among those that the other filters leave. Only those that the theme knows at all. */
export function countMarks(
  cells: Cells,
  { prompts, partners }: { readonly prompts: readonly Prompt[]; readonly partners: readonly Partner[] },
  filter: Filter,
): ReadonlyMap<Mark, number> {
  const { prompts: left, keys } = matchCells(cells, { prompts, partners }, { ...filter, marks: [] });
  const all = left.flatMap((prompt) => partners.map((partner) => assessmentKey(prompt.uid, partner.uid)));
  // Most cycles begin afresh, and then there is nothing to confirm.
  const known = marks.filter((mark) => mark !== 'to-confirm' || hasToConfirm(cells));
  const counts = new Map(known.map((mark) => [mark, 0]));
  for (const key of keys ?? all) {
    const facts = cells.get(key)?.facts;
    if (facts === undefined) continue;
    for (const mark of known) if (hasMark(facts, mark)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return counts;
}

/** Whether any answer was brought forward, and has been confirmed by nobody yet. */
export function hasToConfirm(cells: Cells): boolean {
  for (const { facts } of cells.values()) if (facts.isToConfirm) return true;
  return false;
}
