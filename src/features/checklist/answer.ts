import type { Verdict } from '../../domain/checklist/verdict.ts';
import type { Assessment, assessments } from '../../workspace/schema/lists.ts';
import type { ClashField } from '../../workspace/store/snapshot.ts';

/** What a person may change in one assessment. */
export type AnswerFields = {
  readonly verdict: Verdict | undefined;
  readonly reason: string;
  readonly impact: string;
};

export type Problem =
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'clash';
      readonly fields: readonly ClashField<typeof assessments>[];
      readonly theirs: Assessment;
    };

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

/** A clash settled field by field: theirs is the base now, and mine is what the person chose to keep of it. */
export function settleClash(draft: AnswerDraft, keepMine: ReadonlySet<string>): AnswerDraft {
  if (draft.problem?.kind !== 'clash') return draft;
  const { fields: clashes, theirs } = draft.problem;
  const before = toFields(draft.seen);
  const now = toFields(theirs);
  const pick = <K extends keyof AnswerFields>(column: K): AnswerFields[K] => {
    if (clashes.some((clash) => clash.column === column)) {
      return keepMine.has(column) ? draft.fields[column] : now[column];
    }
    // Not in dispute: my change if I made one, else what is there now.
    return draft.fields[column] === before[column] ? now[column] : draft.fields[column];
  };
  return {
    ...draft,
    fields: { verdict: pick('verdict'), reason: pick('reason'), impact: pick('impact') },
    seen: theirs,
    problem: undefined,
  };
}
