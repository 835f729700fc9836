import { Field, Textarea } from '@fluentui/react-components';
import type { AnswerFields } from './answer.ts';
import { ReadOnly } from './read-only.tsx';
import { smallLabel } from './small-label.ts';

type Props = {
  readonly fields: AnswerFields;
  readonly mayChange: boolean;
  readonly isReadOnly: boolean;
  readonly onChange: (change: Partial<AnswerFields>) => void;
};

/** Why the partner says so, and what it means for children. */
export function OwnWords({ fields, mayChange, isReadOnly, onChange }: Props) {
  if (!mayChange) {
    return (
      <>
        <ReadOnly label="Reason" text={fields.reason} />
        <ReadOnly label="Impact on children" text={fields.impact} />
      </>
    );
  }
  return (
    <>
      <Field label={smallLabel('Reason')} hint="What you see in practice. No names of children.">
        <Textarea
          rows={3}
          resize="vertical"
          value={fields.reason}
          readOnly={isReadOnly}
          onChange={(_, { value }) => onChange({ reason: value })}
        />
      </Field>
      <Field label={smallLabel('Impact on children')}>
        <Textarea
          rows={3}
          resize="vertical"
          value={fields.impact}
          readOnly={isReadOnly}
          onChange={(_, { value }) => onChange({ impact: value })}
        />
      </Field>
    </>
  );
}
