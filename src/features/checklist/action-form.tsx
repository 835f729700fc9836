import { Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { whyTooPrivate } from '../../domain/alerts/privacy-check.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import type { ActionFields } from './answer.ts';
import { OwnerFields } from './owner-fields.tsx';
import { smallLabel } from './small-label.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  boxed: {
    padding: tokens.spacingVerticalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly fields: ActionFields;
  readonly people: readonly PersonRef[];
  readonly isReadOnly: boolean;
  /** Why it was not taken. */
  readonly fault?: string | undefined;
  readonly hasFocus?: boolean;
  /** It stands in a box already. */
  readonly isBare?: boolean;
  readonly onChange: (fields: ActionFields) => void;
  readonly children?: ReactNode;
};

/** What is promised, by whom and until when. */
export function ActionForm(props: Props) {
  const { fields, people, isReadOnly, fault, hasFocus = false, isBare = false, onChange, children } = props;
  const styles = useStyles();
  const why = fault ?? whyTooPrivate(fields.title, 'An action');
  return (
    <div className={mergeClasses(styles.form, !isBare && styles.boxed)}>
      <Field label={smallLabel('Action')} {...(why !== undefined && { validationMessage: why })}>
        <Input
          value={fields.title}
          readOnly={isReadOnly}
          autoFocus={hasFocus}
          placeholder="What will be done"
          onChange={(_, { value }) => onChange({ ...fields, title: value })}
        />
      </Field>
      <OwnerFields
        of="of the action"
        owner={fields.owner}
        dueOn={fields.dueOn}
        people={people}
        isReadOnly={isReadOnly}
        onOwner={(owner) => onChange({ ...fields, owner })}
        onDue={(dueOn) => onChange({ ...fields, dueOn })}
      />
      {children !== undefined && <div className={styles.buttons}>{children}</div>}
    </div>
  );
}
