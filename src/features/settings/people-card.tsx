import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { roleNames } from '../../domain/roles.ts';
import type { useMembers } from '../../session/use-members.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { MembersUnread } from '../../ui/members-unread.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PersonGroup } from '../../ui/person-group.tsx';
import { PersonPicker, type PickedPerson } from '../../ui/person-picker.tsx';
import type { Person } from '../../workspace/schema/lists.ts';
import { useNaming } from './use-naming.ts';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  holder: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
});

type Props = {
  readonly partnership: Partnership;
  readonly members: ReturnType<typeof useMembers>;
  readonly mayChange: boolean;
};

/** Who leads and stands in for each partner, who coordinates, and which senior leaders read. */
export function PeopleCard({ partnership, members: { members, ask }, mayChange }: Props) {
  const styles = useStyles();
  const naming = useNaming(partnership.people);
  const team: readonly PickedPerson[] =
    members.state === 'ready' ? members.members.map(({ id, name, email }) => ({ id, name, email })) : [];

  function picker(label: string, role: Person['role'], partner?: string) {
    const holder = naming.get(role, partner);
    if (!mayChange) {
      return (
        <div>
          <span className={styles.label}>{label}</span>
          <span className={styles.holder}>{holder?.name ?? 'Nobody yet'}</span>
        </div>
      );
    }
    return (
      <PersonPicker
        label={label}
        value={holder}
        people={team}
        onChange={(person) => naming.set({ role, partner, person, label })}
      />
    );
  }

  return (
    <Card
      title="Leads and deputies"
      detail={mayChange ? 'Saved as soon as you choose' : 'The coordinator changes these'}
    >
      {naming.sentence !== undefined && <Notice kind="danger">{naming.sentence}</Notice>}
      {mayChange && members.state === 'unread' && (
        <MembersUnread sentence={members.sentence} missing={members.missing} onAsk={ask} />
      )}
      <PersonGroup title="The partnership">
        {picker(roleNames.coordinator, 'coordinator')}
        {picker(roleNames['senior leader'], 'senior leader')}
      </PersonGroup>
      {partnership.partners.map((partner) => (
        <PersonGroup key={partner.uid} title={partner.title}>
          {picker(`Lead of ${partner.title}`, 'lead', partner.uid)}
          {picker(`Deputy of ${partner.title}`, 'deputy', partner.uid)}
        </PersonGroup>
      ))}
    </Card>
  );
}
