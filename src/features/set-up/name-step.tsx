import { Field, Input } from '@fluentui/react-components';
import type { Choices } from './choices.ts';

type Props = {
  readonly choices: Choices;
  readonly fault: string | undefined;
  readonly onChange: (choices: Choices) => void;
};

export function NameStep({ choices, fault, onChange }: Props) {
  return (
    <Field
      label="Name of the partnership"
      hint="For example: Northbridge Safeguarding Children Partnership"
      {...(fault !== undefined && { validationMessage: fault })}
    >
      <Input value={choices.name} maxLength={255} onChange={(_, { value }) => onChange({ ...choices, name: value })} />
    </Field>
  );
}
