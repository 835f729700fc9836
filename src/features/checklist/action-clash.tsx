import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { formatDay } from '../../domain/calendar/day.ts';
import { type Action, actions } from '../../workspace/schema/actions.ts';
import { isSameValue } from '../../workspace/schema/mapping.ts';
import type { ActionFields } from './answer.ts';

const useStyles = makeStyles({
  part: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  lead: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

export const actionColumns = ['title', 'owner', 'dueOn'] as const;
type Column = (typeof actionColumns)[number];

export function actionFields({ title, owner, dueOn }: Action): ActionFields {
  return { title, owner, dueOn };
}

/** The fields in which an action, as somebody else has left it, is not what is typed. */
export function actionDifferences(mine: ActionFields, theirs: Action): readonly Column[] {
  return actionColumns.filter((column) => !isSameValue(mine[column], theirs[column]));
}

export function actionWords(fields: ActionFields, column: Column): string {
  if (column === 'owner') return fields.owner?.name ?? 'Nobody';
  if (column === 'dueOn') return fields.dueOn === undefined ? 'No date' : formatDay(fields.dueOn);
  return fields.title;
}

type Props = {
  readonly mine: ActionFields;
  readonly theirs: Action;
  readonly onChange: (fields: ActionFields) => void;
};

/** Two people changed one action: mine stands in the form, theirs beside it, and each field can be taken. */
export function ActionClash({ mine, theirs, onChange }: Props) {
  const styles = useStyles();
  const there = actionFields(theirs);
  return (
    <div role="alert" className={styles.part}>
      <p className={styles.lead}>{theirs.changed.by} changed this action too. Take theirs, or save yours.</p>
      {actionDifferences(mine, theirs).map((column) => (
        <div key={column} className={styles.line}>
          <span className={styles.words}>
            {actions.columns[column].title}, theirs: {actionWords(there, column)}
          </span>
          <Button
            size="small"
            aria-label={`Take theirs: ${actions.columns[column].title}`}
            onClick={() => onChange({ ...mine, [column]: there[column] })}
          >
            Take theirs
          </Button>
        </div>
      ))}
    </div>
  );
}
