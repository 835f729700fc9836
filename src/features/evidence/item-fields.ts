import { whyTooPrivate } from '../../domain/alerts/privacy-check.ts';
import type { ItemPatch } from '../../services/evidence-items.ts';
import type { Evidence, Person } from '../../workspace/schema/lists.ts';

/** What a person may change in an item, as it stands in the form: empty text where nothing is given. */
export type ItemFields = {
  readonly title: string;
  readonly partner: string;
  /** The account's id. */
  readonly owner: string;
  readonly kindOf: string;
  readonly untilReview: boolean;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly documentOn: string;
  readonly reviewBy: string;
  readonly dueOn: string;
  readonly marking: string;
  readonly note: string;
};

export type ItemColumn = keyof ItemFields;

export const itemColumns: Readonly<Record<ItemColumn, string>> = {
  title: 'Title',
  partner: 'Partner',
  owner: 'Owner',
  kindOf: 'Kind',
  untilReview: 'Holds until its review',
  periodFrom: 'Period from',
  periodTo: 'Period to',
  documentOn: 'Document date',
  reviewBy: 'Review by',
  dueOn: 'Due',
  marking: 'Marking',
  note: 'Note',
};

export type ItemProblem =
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'gone' }
  /** `at` is when Save was pressed, ISO 8601. */
  | { readonly kind: 'clash'; readonly columns: readonly ItemColumn[]; readonly theirs: Evidence; readonly at: string };

/** An item's facts as they are being typed, and the row that the person began from. */
export type ItemDraft = {
  readonly fields: ItemFields;
  readonly seen: Evidence;
  readonly problem?: ItemProblem | undefined;
};

export function toItemFields(item: Evidence): ItemFields {
  return {
    title: item.title,
    partner: item.partner,
    owner: item.owner?.id ?? '',
    kindOf: item.kindOf ?? '',
    untilReview: item.untilReview ?? false,
    periodFrom: item.periodFrom ?? '',
    periodTo: item.periodTo ?? '',
    documentOn: item.documentOn ?? '',
    reviewBy: item.reviewBy ?? '',
    dueOn: item.dueOn ?? '',
    marking: item.marking ?? '',
    note: item.note ?? '',
  };
}

export function changedColumns(fields: ItemFields, seen: Evidence): readonly ItemColumn[] {
  const before = toItemFields(seen);
  return (Object.keys(itemColumns) as ItemColumn[]).filter((column) => fields[column] !== before[column]);
}

/** What SharePoint keeps of a title. */
const MOST_TITLE = 255;

/** Why a title cannot be saved as it is. */
export function titleFault(title: string): string | undefined {
  const { length } = title.trim();
  if (length === 0) return 'Give it a title.';
  return length > MOST_TITLE ? `A title takes ${MOST_TITLE} characters. This one has ${length}.` : undefined;
}

/** Why these words cannot be saved, by field; what the list itself refuses it says on saving. */
export function findFaults(fields: ItemFields, seen: Evidence): Partial<Record<ItemColumn, string>> {
  const { title, note, periodFrom, periodTo } = fields;
  const wrongTitle = titleFault(title);
  // What stood there before holds up no other change.
  const tooPrivate = {
    title: title === seen.title ? undefined : whyTooPrivate(title, 'A title'),
    note: note === (seen.note ?? '') ? undefined : whyTooPrivate(note, 'A note'),
  };
  return {
    ...(tooPrivate.title && { title: tooPrivate.title }),
    ...(tooPrivate.note && { note: tooPrivate.note }),
    ...(wrongTitle && { title: wrongTitle }),
    ...(periodFrom !== '' &&
      periodTo !== '' &&
      periodTo < periodFrom && { periodTo: 'The period ends before it begins.' }),
  };
}

/** Only what was changed, so that nobody else's work is undone. */
export function toItemPatch(fields: ItemFields, seen: Evidence, people: readonly Person[]): ItemPatch {
  const changed = new Set(changedColumns(fields, seen));
  const owner = people.find((line) => line.person?.id === fields.owner)?.person ?? null;
  const patch: { -readonly [K in keyof ItemPatch]: ItemPatch[K] } = {};
  if (changed.has('title')) patch.title = fields.title.trim();
  if (changed.has('partner')) patch.partner = fields.partner;
  if (changed.has('owner')) patch.owner = owner;
  if (changed.has('kindOf')) patch.kindOf = fields.kindOf || null;
  if (changed.has('untilReview')) patch.untilReview = fields.untilReview;
  if (changed.has('periodFrom')) patch.periodFrom = fields.periodFrom || null;
  if (changed.has('periodTo')) patch.periodTo = fields.periodTo || null;
  if (changed.has('documentOn')) patch.documentOn = fields.documentOn || null;
  if (changed.has('reviewBy')) patch.reviewBy = fields.reviewBy || null;
  if (changed.has('dueOn')) patch.dueOn = fields.dueOn || null;
  if (changed.has('marking')) patch.marking = (fields.marking || null) as NonNullable<Evidence['marking']> | null;
  if (changed.has('note')) patch.note = fields.note.trim() || null;
  return patch;
}

/** Settled field by field: theirs is the base now; of what both changed the person keeps what they chose. */
export function settleItem({ fields, seen, problem }: ItemDraft, keepMine: ReadonlySet<string>): ItemDraft {
  if (problem?.kind !== 'clash') return { fields, seen };
  const { theirs, columns } = problem;
  const mine = changedColumns(fields, seen).filter((column) => !columns.includes(column) || keepMine.has(column));
  const kept = Object.fromEntries(mine.map((column) => [column, fields[column]]));
  return { fields: { ...toItemFields(theirs), ...kept }, seen: theirs };
}
