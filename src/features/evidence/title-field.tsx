import { Field, Input } from '@fluentui/react-components';
import { titleFault } from './item-fields.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** A title as it is typed or pasted: of one that is too long nothing is cut off, it is said. */
export function TitleField({ label, value, onChange }: Props) {
  const fault = value === '' ? undefined : titleFault(value);
  return (
    <Field label={label} required {...(fault && { validationMessage: fault })}>
      <Input value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
