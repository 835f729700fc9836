import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { useState } from 'react';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { lateWords } from '../../domain/checklist/action-standing.ts';
import { progressName } from '../../domain/checklist/progress.ts';
import { ProgressPips } from '../../ui/progress-pips.tsx';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import type { AnswerFields } from './answer.ts';
import { OwnerFields } from './owner-fields.tsx';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalM,
  },
  side: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0, rowGap: '2px' },
  label: { ...typographyStyles.caption1Strong },
  words: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  day: { whiteSpace: 'nowrap' },
  late: {
    ...typographyStyles.caption1Strong,
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    color: tokens.colorStatusDangerForeground3,
  },
  button: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
    padding: 0,
    minWidth: 0,
    textAlign: 'left',
  },
  wide: { gridColumn: '1 / -1' },
});

type Props = {
  readonly fields: AnswerFields;
  readonly today: Day;
  readonly people: readonly PersonRef[];
  readonly mayChange: boolean;
  readonly isSending: boolean;
  readonly onChange: (change: Partial<AnswerFields>) => void;
  /** Saves what is typed together with the step. */
  readonly onMove: (progress: 'in-progress' | 'ready-to-agree') => void;
};

/** How far the answer has come, and who sees to it until when. */
export function ProgressPart({ fields, today, people, mayChange, isSending, onChange, onMove }: Props) {
  const styles = useStyles();
  const [isEditing, setEditing] = useState(false);
  const { owner, dueOn, verdict } = fields;
  const progress = fields.progress ?? (verdict === undefined ? 'not-started' : 'in-progress');
  const isLate = dueOn !== undefined && dueOn < today && progress !== 'agreed';
  return (
    <div className={styles.pair}>
      <div className={styles.side}>
        <span className={styles.label}>Progress</span>
        <span className={styles.words}>
          <ProgressPips progress={progress} />
          {progressName(progress)}
        </span>
        {mayChange && verdict !== undefined && progress !== 'agreed' && (
          <Button
            size="small"
            appearance="transparent"
            className={styles.button}
            disabledFocusable={isSending}
            onClick={() => onMove(progress === 'ready-to-agree' ? 'in-progress' : 'ready-to-agree')}
          >
            {progress === 'ready-to-agree' ? 'Back to in progress' : 'Mark as ready to agree'}
          </Button>
        )}
      </div>
      <div className={styles.side}>
        <span className={styles.label}>Owner and due date</span>
        <span className={styles.words}>
          <span>
            {owner?.name ?? 'Nobody'},{' '}
            <span className={styles.day}>{dueOn === undefined ? 'no date' : formatDay(dueOn)}</span>
          </span>
          {isLate && (
            <span className={styles.late}>
              <Flag16Regular aria-hidden="true" />
              {lateWords(dueOn, today)}
            </span>
          )}
        </span>
        {mayChange && (
          <Button
            size="small"
            appearance="transparent"
            className={styles.button}
            aria-expanded={isEditing}
            onClick={() => setEditing(!isEditing)}
          >
            {isEditing ? 'Close owner and due date' : 'Change owner or due date'}
          </Button>
        )}
      </div>
      {mayChange && isEditing && (
        <div className={styles.wide}>
          <OwnerFields
            owner={owner}
            dueOn={dueOn}
            people={people}
            isReadOnly={isSending}
            onOwner={(next) => onChange({ owner: next })}
            onDue={(next) => onChange({ dueOn: next })}
          />
        </div>
      )}
    </div>
  );
}
