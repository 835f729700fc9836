import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { roleNames } from '../../domain/roles.ts';
import type { useMembers } from '../../session/use-members.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PersonPicker, type PickedPerson } from '../../ui/person-picker.tsx';
import type { Person } from '../../workspace/schema/lists.ts';
import { useNaming } from './use-naming.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  holder: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  name: { ...typographyStyles.body1Strong, gridColumn: '1 / -1', margin: 0 },
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
        <Notice
          kind="warning"
          lead="The team's members cannot be read."
          actions={
            members.missing !== undefined && (
              <Button size="small" onClick={ask}>
                Ask Microsoft again
              </Button>
            )
          }
        >
          {members.missing === undefined
            ? members.sentence
            : `An administrator has not agreed to ${members.missing} for JTAI Ready.`}{' '}
          Names are typed by hand; everything else works.
        </Notice>
      )}
      <div className={styles.pair}>
        <p className={styles.name}>The partnership</p>
        {picker(roleNames.coordinator, 'coordinator')}
        {picker(roleNames['senior leader'], 'senior leader')}
      </div>
      {partnership.partners.map((partner) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
        <div key={partner.uid} role="group" aria-label={partner.title} className={styles.pair}>
          <p className={styles.name}>{partner.title}</p>
          {picker(`Lead of ${partner.title}`, 'lead', partner.uid)}
          {picker(`Deputy of ${partner.title}`, 'deputy', partner.uid)}
        </div>
      ))}
    </Card>
  );
}
