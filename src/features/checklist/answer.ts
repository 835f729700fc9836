import type { Day } from '../../domain/calendar/day.ts';
import type { Confidence, Progress } from '../../domain/checklist/progress.ts';
import { saidColumns } from '../../domain/checklist/settle-answer.ts';
import type { Verdict } from '../../domain/checklist/verdict.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import type { Assessment } from '../../workspace/schema/lists.ts';
import { isSameValue } from '../../workspace/schema/mapping.ts';

/** What a person may change in one assessment. */
export type AnswerFields = {
  readonly verdict: Verdict | undefined;
  readonly reason: string;
  readonly strengths: string;
  readonly improve: string;
  readonly impact: string;
  readonly confidence: Confidence | undefined;
  readonly progress: Exclude<Progress, 'not-started'> | undefined;
  readonly owner: PersonRef | undefined;
  readonly dueOn: Day | undefined;
  readonly noActionReason: string;
};

export type ActionFields = {
  readonly title: string;
  readonly owner: PersonRef | undefined;
  readonly dueOn: Day | undefined;
};

export type Problem =
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'gone' }
  /** `at` is when Save was pressed, ISO 8601. */
  | { readonly kind: 'clash'; readonly theirs: Assessment; readonly at: string }
  /** The partner changed its verdict under an agreement that was being given. */
  | { readonly kind: 'moved'; readonly by: string };

/** An answer as it is being typed: the fields, the evidence ticked, and the row that the person began from. */
export type AnswerDraft = {
  readonly fields: AnswerFields;
  /** Uids of evidence items. */
  readonly linked: readonly string[];
  readonly seen: Assessment | undefined;
  readonly seenLinks: readonly string[];
  /** A new action, with the key that it will have, so that a second try makes no second one. */
  readonly action?: (ActionFields & { readonly uid: string }) | undefined;
  /** A verdict that is being agreed, and the answer as it was when the person chose it. */
  readonly agreeing?: { readonly verdict: Verdict; readonly seen: Assessment } | undefined;
  readonly problem?: Problem | undefined;
};

export function toFields(row: Assessment | undefined): AnswerFields {
  return {
    verdict: row?.verdict,
    reason: row?.reason ?? '',
    strengths: row?.strengths ?? '',
    improve: row?.improve ?? '',
    impact: row?.impact ?? '',
    confidence: row?.confidence,
    progress: row?.progress,
    owner: row?.owner,
    dueOn: row?.dueOn,
    noActionReason: row?.noActionReason ?? '',
  };
}

/** A draft that an earlier version kept lacks the fields that came later: they are as its row was. */
export function toWhole(kept: AnswerDraft): AnswerDraft {
  return { ...kept, fields: { ...toFields(kept.seen), ...kept.fields } };
}

export type Column = keyof AnswerFields;

const said: readonly Column[] = saidColumns;
const around: readonly Column[] = ['progress', 'owner', 'dueOn', 'noActionReason'];
export const columns: readonly Column[] = [...said, ...around];

export function isSameFields(one: AnswerFields, other: AnswerFields): boolean {
  return columns.every((column) => isSameValue(one[column], other[column]));
}

/** Whether somebody has begun to write the new action. */
export function isActionTyped(action: ActionFields | undefined): action is ActionFields {
  return action !== undefined && (action.title.trim() !== '' || action.dueOn !== undefined);
}

/** Whether the draft says something of the partner's own answer that the lists do not say yet. */
export function isOwnChanged(draft: AnswerDraft): boolean {
  const { toLink, toUnlink } = toLinkChanges(draft);
  return (
    !isSameFields(draft.fields, toFields(draft.seen)) ||
    toLink.length > 0 ||
    toUnlink.length > 0 ||
    isActionTyped(draft.action)
  );
}

/**
 * Whether the partner's own answer is changed, so that it is saved before anybody agrees it. Evidence, an action and why
 * there is none go along with an agreement.
 */
export function isSavedFirst({ fields, seen }: Pick<AnswerDraft, 'fields' | 'seen'>): boolean {
  return !isSameFields({ ...fields, noActionReason: seen?.noActionReason ?? '' }, toFields(seen));
}

/** Whether the draft holds anything that would be lost with it. */
export function isChanged(draft: AnswerDraft): boolean {
  return isOwnChanged(draft) || draft.action !== undefined || draft.agreeing !== undefined;
}

/**
 * The draft over what stands now: what the person has not touched shows what the lists say, and what they typed is theirs.
 * The words of a draft that waits for the person to decide stay as they were.
 */
export function follow(draft: AnswerDraft, row: Assessment | undefined, links: readonly string[]): AnswerDraft {
  const followed = followLinks(draft, links);
  if (draft.problem !== undefined && draft.problem.kind !== 'moved') return followed;
  const isTyped = !isSameFields(draft.fields, toFields(draft.seen));
  const isSaid = isSameFields(draft.fields, toFields(row));
  return !isTyped || isSaid ? { ...followed, fields: toFields(row), seen: row } : followed;
}

/** Evidence that was linked meanwhile shows at once, whatever becomes of the words; the person's own ticks stay. */
export function followLinks(draft: AnswerDraft, links: readonly string[]): AnswerDraft {
  const { toLink, toUnlink } = toLinkChanges(draft);
  return {
    ...draft,
    linked: [...links.filter((uid) => !toUnlink.includes(uid)), ...toLink.filter((uid) => !links.includes(uid))],
    seenLinks: links,
  };
}

/** What the partner's answer counts as where a second person has picked nothing: agreed, or what the partner says. */
export function offered(row: Assessment | undefined): Verdict | undefined {
  return row?.progress === 'agreed' ? row.agreedVerdict : row?.verdict;
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

/** What is sent: only what was changed, an emptied field as empty. */
export function toOwnAnswer({ fields, seen }: Pick<AnswerDraft, 'fields' | 'seen'>) {
  const before = toFields(seen);
  const isNew = (column: Column) => !isSameValue(fields[column], before[column]);
  const { progress, confidence, owner, dueOn } = fields;
  return {
    verdict: fields.verdict,
    ...(isNew('reason') && { reason: fields.reason }),
    ...(isNew('strengths') && { strengths: fields.strengths }),
    ...(isNew('improve') && { improve: fields.improve }),
    ...(isNew('impact') && { impact: fields.impact }),
    ...(isNew('confidence') && { confidence: confidence ?? null }),
    ...(isNew('progress') && progress !== undefined && progress !== 'agreed' && { progress }),
    ...(isNew('owner') && { owner: owner ?? null }),
    ...(isNew('dueOn') && { dueOn: dueOn ?? null }),
    ...(isNew('noActionReason') && { noActionReason: fields.noActionReason }),
  };
}

export type Difference = {
  readonly column: Column;
  readonly mine: AnswerFields[Column];
  readonly theirs: AnswerFields[Column];
};

/**
 * Where the two answers differ now. Of a verdict and its words also where only one of the two people changed a field:
 * one person's words under the other's verdict would say what neither meant. Owner and date stand alone, and progress
 * too unless the verdicts differ: then it goes with the verdict that is chosen.
 */
export function toDifferences(draft: Pick<AnswerDraft, 'fields' | 'seen'>, theirs: Assessment): readonly Difference[] {
  const { fields } = draft;
  const there = toFields(theirs);
  const before = toFields(draft.seen);
  return columns.flatMap((column) => {
    if (isSameValue(fields[column], there[column])) return [];
    if (column === 'progress' && fields.verdict !== there.verdict) return [];
    const isBoth = !isSameValue(fields[column], before[column]) && !isSameValue(there[column], before[column]);
    return said.includes(column) || isBoth ? [{ column, mine: fields[column], theirs: there[column] }] : [];
  });
}

/** Where both answers say the same now; what is neither the same nor asked about was changed by one person alone. */
export function toSameColumns({ fields }: Pick<AnswerDraft, 'fields'>, theirs: Assessment): readonly Column[] {
  const there = toFields(theirs);
  return columns.filter((column) => isSameValue(fields[column], there[column]));
}

/** A clash settled field by field: theirs is the base now, and mine is what the person chose to keep of it. */
export function settleClash(draft: AnswerDraft, keepMine: ReadonlySet<Column>): AnswerDraft {
  if (draft.problem?.kind !== 'clash') return draft;
  const { theirs } = draft.problem;
  const there = toFields(theirs);
  const before = toFields(draft.seen);
  const asked = new Set(toDifferences(draft, theirs).map(({ column }) => column));
  const isMine = (column: Column): boolean => {
    if (asked.has(column)) return keepMine.has(column);
    if (column === 'progress' && asked.has('verdict') && !keepMine.has('verdict')) return false;
    return !isSameValue(draft.fields[column], before[column]);
  };
  const fields = Object.fromEntries(
    columns.map((column) => [column, isMine(column) ? draft.fields[column] : there[column]]),
  ) as AnswerFields;
  return { ...draft, fields, seen: theirs, problem: undefined };
}
