import type { Member } from '../../session/use-members.ts';
import type { Person } from '../../workspace/schema/lists.ts';

/** People who have a place here and an account, but are not in the channel. A name typed by hand cannot be looked up. */
export function findAbsent(people: readonly Person[], members: readonly Member[]): readonly Person[] {
  const present = new Set(members.map((member) => member.id));
  const seen = new Set<string>();
  return people.filter((row) => {
    const id = row.person?.id;
    if (id === undefined || present.has(id) || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
