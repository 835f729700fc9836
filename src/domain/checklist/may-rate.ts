import { type Membership, mayWorkFor } from '../roles.ts';

/** Whether someone may give this partner's own verdict. The app guides; SharePoint decides. */
export function mayRate(partner: string, mine: readonly Membership[]): boolean {
  return mayWorkFor(partner, mine);
}

/** Why someone may not, in a sentence; undefined when they may. */
export function whyMayNotRate(
  partner: { readonly uid: string; readonly title: string },
  mine: readonly Membership[],
): string | undefined {
  if (mayRate(partner.uid, mine)) return undefined;
  return `You can read this. ${partner.title}'s lead, its deputy or the coordinator gives the verdict.`;
}
