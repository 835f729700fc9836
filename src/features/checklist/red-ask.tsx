import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { useId } from 'react';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { ActionForm } from './action-form.tsx';
import type { ActionFields } from './answer.ts';
import { WordsField } from './words-field.tsx';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  news: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  title: {
    ...typographyStyles.caption1Strong,
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    margin: 0,
    color: tokens.colorStatusDangerForeground3,
  },
});

type Props = {
  readonly action: ActionFields;
  readonly people: readonly PersonRef[];
  readonly fault: string | undefined;
  readonly isReadOnly: boolean;
  /** Saving it turns the verdict that counts red. */
  readonly isNews: boolean;
  readonly onAction: (fields: ActionFields) => void;
  readonly why: { readonly text: string; readonly onChange: (text: string) => void };
};

/** No red without an action: one is asked for, or a sentence why there is none. Both are saved with the answer. */
export function RedAsk({ action, people, fault, isReadOnly, isNews, onAction, why }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h3 id={id} className={styles.title}>
        <Flag16Regular aria-hidden="true" />
        {why.text.trim() ? 'Red without an action, and why' : 'Red needs an action'}
      </h3>
      {isNews && <p className={styles.news}>Saving this red tells the channel, in your name.</p>}
      <ActionForm isBare fields={action} people={people} isReadOnly={isReadOnly} fault={fault} onChange={onAction} />
      <WordsField label="Or why no action" rows={2} text={why.text} isReadOnly={isReadOnly} onChange={why.onChange} />
    </section>
  );
}
