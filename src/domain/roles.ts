/** One line of the list of people: the same person may have several. */
export type Membership = {
  readonly role: 'coordinator' | 'lead' | 'deputy' | 'senior leader';
  readonly partner?: string;
  /** Missing where the name was typed by hand and no account is known. */
  readonly person?: { readonly id: string };
};

export const roleNames: Readonly<Record<Membership['role'], string>> = {
  coordinator: 'Coordinator',
  lead: 'Lead',
  deputy: 'Deputy',
  'senior leader': 'Senior leader',
};

/** The lines that name this person's account; a name typed by hand names nobody's. */
export function membershipsOf<M extends Membership>(personId: string, people: readonly M[]): readonly M[] {
  return people.filter((line) => line.person?.id === personId);
}

/** A lead or deputy works for their partner, the coordinator for all. */
export function mayWorkFor(partner: string, mine: readonly Membership[]): boolean {
  return mine.some(
    (line) =>
      line.role === 'coordinator' || ((line.role === 'lead' || line.role === 'deputy') && line.partner === partner),
  );
}

/** To whoever does not work for a partner. */
export const PARTNER_DOES = "The partner's lead, its deputy or the coordinator does this.";

/** Anyone named who does more than read: senior leaders read. */
export function mayCheck(mine: readonly Membership[]): boolean {
  return mine.some((line) => line.role !== 'senior leader');
}
