import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Action } from '../../workspace/schema/actions.ts';

/** The key of the list in an address. */
export const WITHDRAWN = 'withdrawn';

export const withdrawnHref = toHref({ screen: 'checklist', rows: { list: WITHDRAWN } });

/** Open actions that came from the last cycle without their prompt, which this one does not ask. */
export function promptlessActions({ actions, theme }: Pick<Partnership, 'actions' | 'theme'>): readonly Action[] {
  return actions.filter((action) => action.theme === theme?.uid && action.prompt === undefined);
}
