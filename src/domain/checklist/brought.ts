import { assessmentKey, evidenceLinkKey, promptKey } from './keys.ts';

/**
 * ## Confirmed with the answer
 * One look at an answer that was brought forward confirms it, its evidence and its actions together: nobody can say
 * that a verdict still holds without looking at what it rests on. So only the answer keeps a mark; whether a link or an
 * action is still to be confirmed follows from it.
 */

type Answers = ReadonlyMap<string, { readonly broughtForward?: string }>;
type Cell = { readonly prompt?: string | undefined; readonly partner?: string | undefined };

/** The cycle that a cell's answer was brought forward from; undefined once somebody has confirmed it. */
export function broughtFrom({ prompt, partner }: Cell, answers: Answers): string | undefined {
  if (prompt === undefined || partner === undefined) return undefined;
  return answers.get(assessmentKey(prompt, partner))?.broughtForward;
}

/** One whose prompt this cycle does not ask has no answer to be confirmed with: it waits for a look of its own. */
export function isActionToConfirm(action: Cell & { readonly broughtForward?: string }, answers: Answers): boolean {
  if (action.broughtForward === undefined) return false;
  return action.prompt === undefined || broughtFrom(action, answers) !== undefined;
}

/** Whether a proof stood behind the prompt of this code in the cycle before, and nobody has said that it still does. */
export function isLinkToConfirm(
  link: Cell & { readonly evidence: string; readonly code: string },
  answers: Answers,
  links: readonly { readonly uid: string }[],
): boolean {
  const from = broughtFrom(link, answers);
  if (from === undefined) return false;
  const older = evidenceLinkKey(link.evidence, promptKey(from, link.code));
  return links.some(({ uid }) => uid === older);
}
