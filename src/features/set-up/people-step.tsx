import type { useMembers } from '../../session/use-members.ts';
import { MembersUnread } from '../../ui/members-unread.tsx';
import { PersonGroup } from '../../ui/person-group.tsx';
import { PersonPicker, type PickedPerson } from '../../ui/person-picker.tsx';
import type { Choices, NamedPeople } from './choices.ts';

type Props = {
  readonly choices: Choices;
  readonly members: ReturnType<typeof useMembers>;
  readonly onChange: (choices: Choices) => void;
};

export function PeopleStep({ choices, members: { members, ask }, onChange }: Props) {
  const people: readonly PickedPerson[] =
    members.state === 'ready' ? members.members.map(({ id, name, email }) => ({ id, name, email })) : [];

  function setPerson(partner: string, role: keyof NamedPeople, person: PickedPerson | undefined) {
    onChange({
      ...choices,
      people: { ...choices.people, [partner]: { ...choices.people[partner], [role]: person } },
    });
  }

  return (
    <>
      {members.state === 'unread' && (
        <MembersUnread sentence={members.sentence} missing={members.missing} onAsk={ask} />
      )}
      <PersonPicker
        label="Coordinator"
        value={choices.coordinator}
        people={people}
        onChange={(coordinator) => onChange({ ...choices, coordinator })}
      />
      {choices.partners.map((partner) => (
        <PersonGroup key={partner.uid} title={partner.title}>
          <PersonPicker
            label={`Lead of ${partner.title}`}
            value={choices.people[partner.uid]?.lead}
            people={people}
            onChange={(person) => setPerson(partner.uid, 'lead', person)}
          />
          <PersonPicker
            label={`Deputy of ${partner.title}`}
            value={choices.people[partner.uid]?.deputy}
            people={people}
            onChange={(person) => setPerson(partner.uid, 'deputy', person)}
          />
        </PersonGroup>
      ))}
    </>
  );
}
