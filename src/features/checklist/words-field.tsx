import { Field, Textarea } from '@fluentui/react-components';
import { whyTooPrivate } from '../../domain/alerts/privacy-check.ts';
import { smallLabel } from './small-label.ts';

type Props = {
  readonly label: string;
  /** For whoever leads to it. */
  readonly name?: string;
  readonly hint?: string;
  readonly rows: number;
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
};

/** Words of an answer. What could point to a child is said while it is typed; it is not saved. */
export function WordsField({ label, name, hint, rows, text, isReadOnly, onChange }: Props) {
  const why = whyTooPrivate(text, 'An answer');
  return (
    <Field label={smallLabel(label)} {...(hint !== undefined && { hint })} {...(why && { validationMessage: why })}>
      <Textarea
        {...(name !== undefined && { name })}
        rows={rows}
        resize="vertical"
        value={text}
        readOnly={isReadOnly}
        onChange={(_, { value }) => onChange(value)}
      />
    </Field>
  );
}
