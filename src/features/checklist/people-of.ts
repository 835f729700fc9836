import type { PersonRef } from '../../workspace/schema/define-list.ts';
import type { Person } from '../../workspace/schema/lists.ts';

/** The partnership's people who have an account here, each once, by name. */
export function peopleOf(lines: readonly Pick<Person, 'person'>[]): readonly PersonRef[] {
  const found = new Map<string, PersonRef>();
  for (const { person } of lines) if (person !== undefined && !found.has(person.id)) found.set(person.id, person);
  return [...found.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

/** Whom a question about an answer goes to: its owner, else the partner's lead, else its deputy. */
export function whomToAsk(
  owner: PersonRef | undefined,
  partner: string,
  lines: readonly Pick<Person, 'person' | 'role' | 'partner'>[],
  me: string,
): PersonRef | undefined {
  const of = (role: Person['role']) => lines.find((line) => line.role === role && line.partner === partner)?.person;
  return [owner, of('lead'), of('deputy')].find((person) => person !== undefined && person.id !== me);
}
