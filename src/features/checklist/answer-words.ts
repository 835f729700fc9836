import { formatDay } from '../../domain/calendar/day.ts';
import { confidenceNames, progressName, progressOf } from '../../domain/checklist/progress.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import type { AlertOutcome } from '../../services/ratings.ts';
import type { RatingStep } from '../../services/undo-rating.ts';
import { assessments } from '../../workspace/schema/lists.ts';
import type { AnswerFields, Column } from './answer.ts';

export type News = {
  readonly alert: AlertOutcome;
  /** On this device, and on its way; Microsoft 365 does not have it yet. */
  readonly isKept?: boolean;
  /** What takes it back; missing where it was no rating. */
  readonly step?: RatingStep | undefined;
};

/** What is true of a change that waits for Microsoft 365. */
export const keptWords = 'Saved on this device. Microsoft 365 gets it as soon as it can be reached.';

/** What became of the alert, in words; nothing where nobody had to be told. */
export function alertWords(alert: AlertOutcome): string {
  if (alert.outcome === 'posted') return 'The channel has been told.';
  return alert.outcome === 'not-needed' ? '' : alert.sentence;
}

/** What a field is called on the screen. */
export function columnName(column: Column): string {
  return assessments.columns[column].title;
}

/** What a field holds, as the screen says it; empty for nothing. */
export function fieldWords<C extends Column>(column: C, value: AnswerFields[Column]): string {
  const fields = { [column]: value } as Partial<AnswerFields>;
  if (column === 'verdict') return verdictName(fields.verdict);
  if (column === 'progress') return progressName(fields.progress ?? progressOf(undefined));
  if (column === 'confidence') return fields.confidence ? confidenceNames[fields.confidence] : '';
  if (column === 'owner') return fields.owner?.name ?? '';
  if (column === 'dueOn') return fields.dueOn ? formatDay(fields.dueOn) : '';
  return typeof value === 'string' ? value : '';
}
