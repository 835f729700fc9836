import type { AnswerFields } from './answer.ts';
import { ReadOnly } from './read-only.tsx';
import { WordsField } from './words-field.tsx';

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
      <WordsField
        label="Reason"
        name="reason"
        hint="What you see in practice. No names of children."
        rows={3}
        text={fields.reason}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange({ reason: text })}
      />
      <WordsField
        label="Impact on children"
        rows={3}
        text={fields.impact}
        isReadOnly={isReadOnly}
        onChange={(text) => onChange({ impact: text })}
      />
    </>
  );
}
