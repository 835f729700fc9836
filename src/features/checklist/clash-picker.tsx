import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatShortInstant } from '../../domain/calendar/london.ts';
import { type Verdict, verdictName } from '../../domain/checklist/verdict.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Problem } from './answer.ts';

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

const columnNames: Readonly<Record<string, string>> = {
  verdict: 'Verdict',
  reason: 'Reason',
  impact: 'Impact on children',
};

type Props = {
  readonly subject: string;
  readonly clash: Extract<Problem, { kind: 'clash' }>;
  /** With the columns of which my value is kept. */
  readonly onSettle: (keepMine: ReadonlySet<string>) => void;
  readonly onLater: () => void;
};

/** Two people changed the same fields: both values, of equal weight, and the person chooses. */
export function ClashPicker({ subject, clash, onSettle, onLater }: Props) {
  const styles = useStyles();
  const [kept, setKept] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map());
  // Who rated, and when, follows the choice; it is not a question of its own.
  const fields = clash.fields.filter((field) => field.column in columnNames);
  const theirs = `${clash.theirs.changed.by}, ${formatShortInstant(clash.theirs.changed.at)}`;
  const isComplete = fields.every((field) => kept.has(field.column));

  function option(column: string, whose: 'mine' | 'theirs', value: unknown) {
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
            {whose === 'mine' ? 'Mine, not saved yet' : `Theirs, ${theirs}`}
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
          You and {clash.theirs.changed.by} changed {subject} at the same time. Pick what to keep for each field.
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

function toWords(column: string, value: unknown): string {
  if (column === 'verdict') return verdictName(value as Verdict | undefined);
  return typeof value === 'string' && value !== '' ? value : 'Nothing written';
}
