import { Combobox, Field, Input, Option } from '@fluentui/react-components';
import { useState } from 'react';

/** Somebody chosen from the team, or a name typed by hand. */
export type PickedPerson = {
  readonly name: string;
  readonly id?: string | undefined;
  readonly email?: string | undefined;
};

const MOST_SHOWN = 50;

type Props = {
  readonly label: string;
  readonly value: PickedPerson | undefined;
  /** Who can be chosen; empty where the team's members cannot be read. */
  readonly people: readonly PickedPerson[];
  readonly onChange: (person: PickedPerson | undefined) => void;
};

/** Type to search the team's members, or type a name of one's own. */
export function PersonPicker({ label, value, people, onChange }: Props) {
  const [typed, setTyped] = useState<string | undefined>();
  const [isOpen, setOpen] = useState(false);
  const text = typed ?? value?.name ?? '';
  const words = (typed ?? '').trim().toLowerCase();
  const shown = people
    .filter((person) => `${person.name} ${person.email ?? ''}`.toLowerCase().includes(words))
    .slice(0, MOST_SHOWN);
  // Said while typing, not after: a line that appears when the field is left would move the button being pressed.
  const byHand = text.trim() !== '' && !people.some((person) => isNamed(person, text));

  function keep() {
    if (typed === undefined) return;
    const name = typed.trim();
    const known = people.find((person) => isNamed(person, name));
    setTyped(undefined);
    if (name === (value?.name ?? '')) return;
    onChange(name === '' ? undefined : (known ?? { name }));
  }

  // Without a team to choose from it is a plain line of text: a list that is always empty only raises hopes.
  if (people.length === 0) {
    return (
      <Field label={label}>
        <Input
          placeholder="Type a name"
          value={text}
          style={{ minWidth: 0, width: '100%' }}
          onChange={(_, data) => setTyped(data.value)}
          onBlur={keep}
        />
      </Field>
    );
  }

  return (
    <Field label={label} {...(byHand && { hint: 'Not one of the team: kept as a name only.' })}>
      <Combobox
        freeform
        inlinePopup
        listbox={{ style: { maxHeight: '240px' } }}
        placeholder="Search the team"
        value={text}
        selectedOptions={value?.id === undefined ? [] : [value.id]}
        style={{ minWidth: 0, width: '100%' }}
        open={isOpen}
        onOpenChange={(_, { open }) => setOpen(open)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
        }}
        onBlur={keep}
        onOptionSelect={(_, { optionValue }) => {
          const person = people.find((entry) => entry.id === optionValue);
          setTyped(undefined);
          setOpen(false);
          if (person !== undefined) onChange(person);
        }}
      >
        {shown.map((person) => (
          <Option key={person.id ?? person.name} value={person.id ?? person.name} text={person.name}>
            {person.name}
          </Option>
        ))}
        {shown.length === 0 && (
          <Option key="none" value="" text={text} disabled>
            Nobody in the team has this name
          </Option>
        )}
      </Combobox>
    </Field>
  );
}

function isNamed(person: PickedPerson, name: string): boolean {
  return person.name.toLowerCase() === name.trim().toLowerCase();
}
