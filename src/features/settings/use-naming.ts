import { useState } from 'react';
import { toSentence } from '../../session/sentence.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { PickedPerson } from '../../ui/person-picker.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { type Person, people } from '../../workspace/schema/lists.ts';

type Naming = {
  readonly role: Person['role'];
  readonly partner: string | undefined;
  readonly person: PickedPerson | undefined;
  /** What the place is called aloud. */
  readonly label: string;
};

/** Who holds each place, and changing it: at once, since a choice from a list is complete in itself. */
export function useNaming(rows: readonly Person[]) {
  const workspace = useWorkspace();
  const announce = useAnnounce();
  const [sentence, setSentence] = useState<string | undefined>();

  const find = (role: Person['role'], partner: string | undefined) =>
    rows.find((row) => row.role === role && row.partner === partner);

  async function set({ role, partner, person, label }: Naming): Promise<void> {
    const row = find(role, partner);
    setSentence(undefined);
    try {
      if (person === undefined) {
        if (row !== undefined) await workspace.remove(people, row.uid, row);
        announce(`${label}: nobody.`);
        return;
      }
      const account = person.id === undefined ? undefined : { id: person.id, name: person.name };
      const saved =
        row === undefined
          ? await workspace.create(people, {
              uid: toPlaceKey(role, partner),
              title: person.name,
              role,
              ...(partner !== undefined && { partner }),
              ...(account !== undefined && { person: account }),
              ...(person.email !== undefined && { email: person.email }),
            })
          : await workspace.save(
              people,
              row.uid,
              { title: person.name, person: account ?? null, email: person.email ?? null },
              row,
            );
      if (saved.outcome === 'saved' || saved.outcome === 'kept') announce(`${label}: ${person.name}. Saved.`);
      else setSentence(`${label} was changed by somebody else at the same time. Theirs is shown; choose again.`);
    } catch (error) {
      setSentence(`${label} was not saved. ${toSentence(error)}`);
    }
  }

  return {
    sentence,
    get(role: Person['role'], partner: string | undefined): PickedPerson | undefined {
      const row = find(role, partner);
      return row && { name: row.title, id: row.person?.id, email: row.email };
    },
    set,
  };
}

/** One holder a place: two people who name one at once write one row. */
function toPlaceKey(role: Person['role'], partner: string | undefined): string {
  return [role.replace(' ', '-'), partner ?? 'partnership'].join('.');
}
