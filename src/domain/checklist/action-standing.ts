import { type Day, daysBetween } from '../calendar/day.ts';

export type ActionStanding = 'done' | 'late' | 'open';

type Promised = { readonly dueOn?: Day; readonly doneOn?: Day };

/** Where an action stands on `today`. Due today is not late. */
export function actionStanding({ dueOn, doneOn }: Promised, today: Day): ActionStanding {
  if (doneOn !== undefined) return 'done';
  return dueOn !== undefined && dueOn < today ? 'late' : 'open';
}

/** `2 days late`. */
export function lateWords(dueOn: Day, today: Day): string {
  const days = daysBetween(dueOn, today);
  return days === 1 ? '1 day late' : `${days} days late`;
}
