import { whyTooPrivate } from '../domain/alerts/privacy-check.ts';
import type { Day } from '../domain/calendar/day.ts';
import { type Action, actions } from '../workspace/schema/actions.ts';
import type { PersonRef } from '../workspace/schema/define-list.ts';
import type { Saved } from '../workspace/store/snapshot.ts';
import type { Workspace } from '../workspace/store/workspace.ts';

/** What an action promises; `null` empties. */
export type ActionWords = {
  readonly title: string;
  readonly owner?: PersonRef | null | undefined;
  readonly dueOn?: Day | null | undefined;
};

export type ActionOn = { readonly theme: string; readonly prompt: string; readonly partner: string };

type SavedAction = Saved<typeof actions>;

/** The list takes so many characters. */
const LONGEST_TITLE = 255;

/** Why an action cannot be saved with these words, in a sentence; undefined when it can. */
export function whyNotAction({ title }: Pick<ActionWords, 'title'>): string | undefined {
  if (title.trim() === '') return 'Say what will be done.';
  if (title.trim().length > LONGEST_TITLE) return `The action has ${title.trim().length} characters; 255 fit.`;
  return whyTooPrivate(title, 'An action');
}

/** A small promise about one answer. The key is the caller's, so that a second try makes no second action. */
export function createAction(
  workspace: Workspace,
  input: ActionOn & ActionWords & { readonly uid: string },
): Promise<SavedAction> {
  const { uid, title, owner, dueOn, theme, prompt, partner } = input;
  return workspace.create(actions, {
    uid,
    title: title.trim(),
    theme,
    prompt,
    partner,
    ...(owner && { owner }),
    ...(dueOn && { dueOn }),
  });
}

/** Changes an action's words, or says that it is done; `doneOn: null` opens it again. Touching it confirms it. */
export function saveAction(
  workspace: Workspace,
  seen: Action,
  change: Partial<ActionWords> & { readonly doneOn?: Day | null },
): Promise<SavedAction> {
  const { title, ...others } = change;
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  return workspace.save(
    actions,
    seen.uid,
    {
      ...Object.fromEntries(given),
      ...(title !== undefined && { title: title.trim() }),
      ...(seen.broughtForward !== undefined && { broughtForward: null }),
    },
    seen,
  );
}
