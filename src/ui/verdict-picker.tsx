import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { type Verdict, verdictName, verdicts } from '../domain/checklist/verdict.ts';
import { rowHover } from './row-hover.ts';
import { VerdictMark } from './verdict-mark.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalXS,
  },
  label: { ...typographyStyles.caption1Strong },
  hint: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '6px',
    rowGap: '6px',
    '@media (max-width: 639px)': { display: 'grid', gridTemplateColumns: '1fr 1fr' },
  },
  // Four in a row, or two by two.
  pair: { display: 'flex', flexGrow: 1, columnGap: '6px', '@media (max-width: 639px)': { display: 'contents' } },
  option: {
    ...typographyStyles.body1,
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: '6px',
    flexGrow: 1,
    flexBasis: 0,
    boxSizing: 'border-box',
    minHeight: '36px',
    padding: '0 6px',
    whiteSpace: 'nowrap',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': rowHover,
    ':focus-within:has(:focus-visible)': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2,
      boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    },
  },
  off: { color: tokens.colorNeutralForegroundDisabled },
  // Laid over the whole button: the pointer, the keyboard and assistive technology all meet the real radio.
  radio: { position: 'absolute', inset: 0, width: '100%', height: '100%', margin: 0, opacity: 0, cursor: 'pointer' },
});

type Props = {
  readonly label: string;
  readonly value: Verdict | undefined;
  /** A short sentence beside the label. */
  readonly hint?: string | undefined;
  /** A second person's verdict: its marks are filled. */
  readonly agreed?: boolean;
  readonly disabled?: boolean;
  readonly onChange: (verdict: Verdict) => void;
};

/** Four large buttons that are one radio group: one tab stop, arrows choose. */
export function VerdictPicker({ label, value, hint, agreed = false, disabled = false, onChange }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <div className={styles.head}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
      </div>
      <div className={styles.row}>
        {[verdicts.slice(0, 2), verdicts.slice(2)].map((pair) => (
          <div key={pair[0]} className={styles.pair}>
            {pair.map((verdict) => (
              <label
                key={verdict}
                className={mergeClasses(styles.option, value === verdict && styles.chosen, disabled && styles.off)}
              >
                <input
                  type="radio"
                  name={id}
                  className={styles.radio}
                  checked={value === verdict}
                  disabled={disabled}
                  onChange={() => onChange(verdict)}
                />
                <VerdictMark verdict={verdict} agreed={agreed} size={18} />
                {verdictName(verdict)}
              </label>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
