import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { useMembers } from '../../session/use-members.ts';
import { Notice } from '../../ui/notice.tsx';
import { PersonPicker, type PickedPerson } from '../../ui/person-picker.tsx';
import type { Choices, NamedPeople } from './choices.ts';

const useStyles = makeStyles({
  partner: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: `${tokens.spacingVerticalM} 0 0`,
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { ...typographyStyles.body1Strong, gridColumn: '1 / -1', margin: 0 },
});

type Props = {
  readonly choices: Choices;
  readonly members: ReturnType<typeof useMembers>;
  readonly onChange: (choices: Choices) => void;
};

export function PeopleStep({ choices, members: { members, ask }, onChange }: Props) {
  const styles = useStyles();
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
          Type the names by hand; everything else works.
        </Notice>
      )}
      <PersonPicker
        label="Coordinator"
        value={choices.coordinator}
        people={people}
        onChange={(coordinator) => onChange({ ...choices, coordinator })}
      />
      {choices.partners.map((partner) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
        <div key={partner.uid} role="group" aria-label={partner.title} className={styles.partner}>
          <p className={styles.name}>{partner.title}</p>
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
        </div>
      ))}
    </>
  );
}
