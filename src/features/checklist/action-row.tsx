import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckboxChecked20Regular } from '@fluentui/react-icons/svg/checkbox-checked';
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { useRef } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { actionStanding, lateWords } from '../../domain/checklist/action-standing.ts';
import { isActionToConfirm } from '../../domain/checklist/brought.ts';
import { useSession } from '../../session/session.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { useFocusBack } from '../../ui/use-focus-after.ts';
import type { Action } from '../../workspace/schema/actions.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { ActionClash } from './action-clash.tsx';
import { ActionForm } from './action-form.tsx';
import { useAction } from './use-action.ts';

const useStyles = makeStyles({
  row: { padding: `${tokens.spacingVerticalXS} 0` },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  button: { flexShrink: 0 },
  mark: { lineHeight: 0, flexShrink: 0, color: tokens.colorNeutralForeground3, padding: '6px' },
  words: { ...typographyStyles.body1, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  done: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  late: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    flexShrink: 0,
    color: tokens.colorStatusDangerForeground3,
  },
  fault: { ...typographyStyles.body1, color: tokens.colorStatusDangerForeground3, margin: 0 },
});

type Props = {
  readonly action: Action;
  /** Of its theme: with its answer an action that was brought forward is confirmed. */
  readonly answers: Partnership['assessments'];
  /** Whose answer it is about, where several partners' stand together. */
  readonly partner?: string | undefined;
  readonly people: readonly PersonRef[];
  readonly mayChange: boolean;
  /** Where it is found again, for the list of changes. */
  readonly href: string;
};

/** One action: what, who and when; done at a press, and changed in its place. */
export function ActionRow({ action, answers, partner, people, mayChange, href }: Props) {
  const styles = useStyles();
  const today = useSession().today();
  const editing = useAction(action, href);
  const standing = actionStanding(action, today);
  const { draft } = editing;
  const isToConfirm = isActionToConfirm(action, answers);
  const row = useRef<HTMLLIElement>(null);
  useFocusBack(draft !== undefined, () => row.current?.querySelector<HTMLElement>('[aria-label^="Change"]'));

  if (draft !== undefined && mayChange) {
    return (
      <li ref={row} className={styles.row}>
        {draft.theirs !== undefined && (
          <ActionClash mine={draft.fields} theirs={draft.theirs} onChange={editing.change} />
        )}
        <ActionForm
          fields={draft.fields}
          people={people}
          isReadOnly={editing.isBusy}
          fault={editing.fault}
          hasFocus
          onChange={editing.change}
        >
          <Button size="small" appearance="primary" disabledFocusable={editing.isBusy} onClick={() => editing.save()}>
            Save the action
          </Button>
          <Button size="small" onClick={editing.giveUp}>
            Leave it as it was
          </Button>
        </ActionForm>
      </li>
    );
  }
  const isDone = standing === 'done';
  return (
    <li ref={row} className={styles.row}>
      <div className={styles.line}>
        {mayChange ? (
          <Button
            appearance="subtle"
            className={styles.button}
            icon={isDone ? <CheckboxChecked20Regular /> : <CheckboxUnchecked20Regular />}
            aria-label={isDone ? `Open again: ${action.title}` : `Mark done: ${action.title}`}
            disabledFocusable={editing.isBusy}
            onClick={() => (isDone ? editing.reopen() : editing.finish())}
          />
        ) : (
          <span className={styles.mark} aria-hidden="true">
            {isDone ? <CheckboxChecked20Regular /> : <CheckboxUnchecked20Regular />}
          </span>
        )}
        <span className={styles.words}>
          <span className={mergeClasses(isDone && styles.done)}>{action.title}</span>
          <span className={styles.small}>
            {partner !== undefined && `${partner}: `}
            {action.owner?.name ?? 'Nobody'}
            {isDone && action.doneOn !== undefined
              ? `, done ${formatDay(action.doneOn)}`
              : action.dueOn === undefined
                ? ', no date'
                : `, due ${formatDay(action.dueOn)}`}
            {action.broughtForward !== undefined && `, brought forward${isToConfirm ? ', not confirmed' : ''}`}
          </span>
        </span>
        {standing === 'late' && action.dueOn !== undefined && (
          <span className={styles.late}>
            <Flag16Regular aria-hidden="true" />
            {lateWords(action.dueOn, today)}
          </span>
        )}
        {mayChange && isToConfirm && action.prompt === undefined && (
          <Button
            size="small"
            className={styles.button}
            aria-label={`Confirm: ${action.title}`}
            disabledFocusable={editing.isBusy}
            onClick={() => void editing.confirm()}
          >
            Confirm
          </Button>
        )}
        {mayChange && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            icon={<Edit16Regular />}
            aria-label={`Change: ${action.title}`}
            onClick={editing.begin}
          />
        )}
      </div>
      {editing.fault !== undefined && (
        <p className={styles.fault} role="alert">
          {editing.fault}
        </p>
      )}
    </li>
  );
}
