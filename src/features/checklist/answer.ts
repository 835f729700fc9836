import type { Verdict } from '../../domain/checklist/verdict.ts';
import type { Assessment } from '../../workspace/schema/lists.ts';

/** What a person may change in one assessment. */
export type AnswerFields = {
  readonly verdict: Verdict | undefined;
  readonly reason: string;
  readonly impact: string;
};

export type Problem =
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'gone' }
  /** `at` is when Save was pressed, ISO 8601. */
  | { readonly kind: 'clash'; readonly theirs: Assessment; readonly at: string };

/** An answer as it is being typed: the fields, the evidence ticked, and the row that the person began from. */
export type AnswerDraft = {
  readonly fields: AnswerFields;
  /** Uids of evidence items. */
  readonly linked: readonly string[];
  readonly seen: Assessment | undefined;
  readonly seenLinks: readonly string[];
  readonly problem?: Problem | undefined;
};

export function toFields(row: Assessment | undefined): AnswerFields {
  return { verdict: row?.verdict, reason: row?.reason ?? '', impact: row?.impact ?? '' };
}

export function isSameFields(one: AnswerFields, other: AnswerFields): boolean {
  return one.verdict === other.verdict && one.reason === other.reason && one.impact === other.impact;
}

/** Whether the draft says something that the lists do not say yet. */
export function isChanged(draft: AnswerDraft): boolean {
  const { toLink, toUnlink } = toLinkChanges(draft);
  return !isSameFields(draft.fields, toFields(draft.seen)) || toLink.length > 0 || toUnlink.length > 0;
}

export function toLinkChanges({ linked, seenLinks }: Pick<AnswerDraft, 'linked' | 'seenLinks'>): {
  readonly toLink: readonly string[];
  readonly toUnlink: readonly string[];
} {
  return {
    toLink: linked.filter((uid) => !seenLinks.includes(uid)),
    toUnlink: seenLinks.filter((uid) => !linked.includes(uid)),
  };
}

export type Column = keyof AnswerFields;
export type Difference = {
  readonly column: Column;
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
};

const columns: readonly Column[] = ['verdict', 'reason', 'impact'];

/**
 * Where the two answers differ now. Also where only one of the two people changed a field: a verdict and its reason
 * belong together, and one person's words under the other's verdict would say what neither meant.
 */
export function toDifferences(mine: AnswerFields, theirs: Assessment): readonly Difference[] {
  const there = toFields(theirs);
  return columns.flatMap((column) =>
    mine[column] === there[column] ? [] : [{ column, mine: mine[column], theirs: there[column] }],
  );
}

/** A clash settled field by field: theirs is the base now, and mine is what the person chose to keep of it. */
export function settleClash(draft: AnswerDraft, keepMine: ReadonlySet<Column>): AnswerDraft {
  if (draft.problem?.kind !== 'clash') return draft;
  const { theirs } = draft.problem;
  const there = toFields(theirs);
  const pick = <K extends Column>(column: K) => (keepMine.has(column) ? draft.fields[column] : there[column]);
  return {
    ...draft,
    fields: { verdict: pick('verdict'), reason: pick('reason'), impact: pick('impact') },
    seen: theirs,
    problem: undefined,
  };
}
