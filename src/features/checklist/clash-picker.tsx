import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatShortInstant } from '../../domain/calendar/london.ts';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Assessment } from '../../workspace/schema/lists.ts';
import { type AnswerFields, type Column, toDifferences } from './answer.ts';

const useStyles = makeStyles({
  lead: { ...typographyStyles.body1Strong, margin: 0 },
  words: { ...typographyStyles.body1, margin: 0 },
  label: { ...typographyStyles.caption1Strong, display: 'block', marginBottom: tokens.spacingVerticalXS },
  options: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  option: {
    position: 'relative',
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus-within:has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  radio: { accentColor: tokens.colorCompoundBrandBackground, width: '18px', height: '18px', flexShrink: 0, margin: 0 },
  whose: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  chosenWhose: { color: tokens.colorNeutralForeground2 },
  value: {
    ...typographyStyles.body1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

const columnNames: Readonly<Record<Column, string>> = {
  verdict: 'Verdict',
  reason: 'Reason',
  impact: 'Impact on children',
};

type Props = {
  readonly subject: string;
  readonly mine: AnswerFields;
  readonly theirs: Assessment;
  /** With the columns of which my value is kept. */
  readonly onSettle: (keepMine: ReadonlySet<Column>) => void;
  readonly onLater: () => void;
};

/** Two people changed the same fields: both values, of equal weight, and the person chooses. */
export function ClashPicker({ subject, mine, theirs, onSettle, onLater }: Props) {
  const styles = useStyles();
  const [kept, setKept] = useState<ReadonlyMap<Column, 'mine' | 'theirs'>>(new Map());
  const fields = toDifferences(mine, theirs);
  const same = (Object.keys(columnNames) as Column[]).filter((column) => !fields.some((f) => f.column === column));
  const who = theirs.changed.by;
  const isComplete = fields.every((field) => kept.has(field.column));

  function option(column: Column, whose: 'mine' | 'theirs', value: string | undefined) {
    const isChosen = kept.get(column) === whose;
    return (
      <label className={mergeClasses(styles.option, isChosen && styles.chosen)}>
        <input
          type="radio"
          name={`clash ${column}`}
          className={styles.radio}
          checked={isChosen}
          onChange={() => setKept(new Map([...kept, [column, whose]]))}
        />
        <span>
          <span className={mergeClasses(styles.whose, isChosen && styles.chosenWhose)}>
            {whose === 'mine' ? 'Mine, not saved yet' : `Theirs, ${who}, ${formatShortInstant(theirs.changed.at)}`}
          </span>
          <span className={styles.value}>
            {column === 'verdict' && <VerdictMark verdict={value as Verdict | undefined} size={20} />}
            {toWords(column, value)}
          </span>
        </span>
      </label>
    );
  }

  return (
    <>
      <div role="alert">
        <p className={styles.lead}>Two people changed this answer</p>
        <p className={styles.words}>
          You and {who} changed {subject} at the same time. Pick what to keep for each field.
        </p>
      </div>
      {fields.map((field) => (
        <div key={field.column} role="radiogroup" aria-label={columnNames[field.column]}>
          <span className={styles.label} aria-hidden="true">
            {columnNames[field.column]}
          </span>
          <div className={styles.options}>
            {option(field.column, 'mine', field.mine)}
            {option(field.column, 'theirs', field.theirs)}
          </div>
        </div>
      ))}
      {same.length > 0 && (
        <p className={styles.small}>
          The same in both: {same.map((column) => columnNames[column].toLowerCase()).join(', ')}.
        </p>
      )}
      <p className={styles.small}>
        Both are kept until you choose. What you do not pick stays in SharePoint's history.
      </p>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          disabledFocusable={!isComplete}
          onClick={() => onSettle(new Set(fields.map((f) => f.column).filter((c) => kept.get(c) === 'mine')))}
        >
          Save my choices
        </Button>
        <Button onClick={onLater}>Decide later</Button>
      </div>
    </>
  );
}

function toWords(column: Column, value: string | undefined): string {
  if (column === 'verdict') return verdictName(value as Verdict | undefined);
  return value === undefined || value === '' ? 'Nothing written' : value;
}
