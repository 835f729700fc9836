import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import type { Partnership } from '../../session/use-partnership.ts';
import { PartAct, PartHead } from '../../ui/part-head.tsx';
import { useFocusBack } from '../../ui/use-focus-after.ts';
import type { Action } from '../../workspace/schema/actions.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { ActionForm } from './action-form.tsx';
import { ActionRow } from './action-row.tsx';
import type { ActionFields } from './answer.ts';

const useStyles = makeStyles({
  none: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
});

/** The action that is being written, and what can be done with it. */
export type NewAction = {
  readonly fields: ActionFields | undefined;
  readonly fault: string | undefined;
  readonly isSending: boolean;
  readonly onBegin: () => void;
  readonly onChange: (fields: ActionFields) => void;
  readonly onSave: () => void;
  readonly onGiveUp: () => void;
};

type Props = {
  readonly actions: readonly Action[];
  readonly answers: Partnership['assessments'];
  readonly people: readonly PersonRef[];
  readonly mayChange: boolean;
  readonly href: string;
  /** Why a red has no action, as it was written; missing where that stands elsewhere or is not so. */
  readonly whyNone?: string | undefined;
  /** Missing where an action is asked for in another place of the panel, or may not be added. */
  readonly adding?: NewAction | undefined;
};

/** What was promised about this answer. */
export function AnswerActions({ actions, answers, people, mayChange, href, whyNone, adding }: Props) {
  const styles = useStyles();
  const id = useId();
  const section = useRef<HTMLElement>(null);
  // Back to what began it.
  useFocusBack(adding?.fields !== undefined, () => section.current?.querySelector('button'));
  return (
    <section ref={section} aria-labelledby={id}>
      <PartHead
        id={id}
        title="Actions"
        detail={actions.length}
        act={
          adding !== undefined && adding.fields === undefined && <PartAct onClick={adding.onBegin}>Add action</PartAct>
        }
      />
      {actions.length === 0 && adding?.fields === undefined && (
        <p className={styles.none}>{whyNone === undefined ? 'No action yet.' : `No action: ${whyNone}`}</p>
      )}
      {actions.length > 0 && (
        <ul className={styles.list}>
          {actions.map((action) => (
            <ActionRow
              key={action.uid}
              action={action}
              answers={answers}
              people={people}
              mayChange={mayChange}
              href={href}
            />
          ))}
        </ul>
      )}
      {adding?.fields !== undefined && (
        <ActionForm
          fields={adding.fields}
          people={people}
          isReadOnly={adding.isSending}
          fault={adding.fault}
          hasFocus
          onChange={adding.onChange}
        >
          <Button size="small" disabledFocusable={adding.isSending} onClick={adding.onSave}>
            Add the action
          </Button>
          <Button size="small" appearance="subtle" onClick={adding.onGiveUp}>
            Do not add it
          </Button>
        </ActionForm>
      )}
    </section>
  );
}
