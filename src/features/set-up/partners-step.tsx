import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type FormEvent, useState } from 'react';
import { useAnnounce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  addPartner,
  type Choices,
  checkPartners,
  checkTyped,
  leftPresets,
  removePartner,
  renamePartner,
  takeTyped,
} from './choices.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  row: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1, minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  add: { display: 'flex', alignItems: 'flex-end', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  presets: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly choices: Choices;
  readonly fault: string | undefined;
  readonly onChange: (choices: Choices) => void;
};

export function PartnersStep({ choices, fault, onChange }: Props) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [addFault, setAddFault] = useState<string | undefined>();
  const faults = checkPartners(choices.partners);
  const presets = leftPresets(choices);

  function add(event: FormEvent) {
    event.preventDefault();
    const first = checkTyped(choices);
    setAddFault(first);
    if (first !== undefined) return;
    onChange(takeTyped(choices));
    announce(`${choices.typed.trim()} added.`);
  }

  return (
    <>
      {fault !== undefined && <Notice kind="danger">{fault}</Notice>}
      <ul className={styles.list} aria-label="Partners">
        {choices.partners.map((partner) => (
          <li key={partner.uid} className={styles.row}>
            <Field className={styles.grow} validationMessage={faults.get(partner.uid) ?? null}>
              <Input
                className={styles.input}
                aria-label={`Name of partner ${partner.title}`}
                value={partner.title}
                maxLength={60}
                onChange={(_, { value }) => onChange(renamePartner(choices, partner.uid, value))}
              />
            </Field>
            <Button
              appearance="subtle"
              icon={<Dismiss20Regular />}
              aria-label={`Remove ${partner.title}`}
              onClick={() => {
                onChange(removePartner(choices, partner.uid));
                announce(`${partner.title} removed.`);
              }}
            />
          </li>
        ))}
      </ul>
      {presets.length > 0 && (
        <div className={styles.presets}>
          <span className={styles.small}>Often there too:</span>
          {presets.map((preset) => (
            <Button
              key={preset.uid}
              size="small"
              shape="circular"
              icon={<Add20Regular />}
              aria-label={`Add ${preset.title}`}
              onClick={() => onChange(addPartner(choices, preset.title))}
            >
              {preset.title}
            </Button>
          ))}
        </div>
      )}
      <form className={styles.add} onSubmit={add}>
        <Field
          className={styles.grow}
          label="Another partner"
          {...(addFault !== undefined && { validationMessage: addFault })}
        >
          <Input
            className={styles.input}
            value={choices.typed}
            maxLength={60}
            onChange={(_, { value }) => {
              onChange({ ...choices, typed: value });
              setAddFault(undefined);
            }}
          />
        </Field>
        <Button type="submit" icon={<Add20Regular />}>
          Add partner
        </Button>
      </form>
    </>
  );
}
