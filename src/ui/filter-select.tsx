import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { Ref } from 'react';
import { useChipStyles } from './chip-styles.ts';

const useStyles = makeStyles({
  chip: {
    position: 'relative',
    columnGap: 0,
    padding: 0,
    ':focus-within:has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  label: { paddingLeft: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground3 },
  onLabel: { color: tokens.colorNeutralForeground2 },
  select: {
    appearance: 'none',
    fieldSizing: 'content',
    font: 'inherit',
    color: 'inherit',
    height: '100%',
    border: 'none',
    outline: 'none',
    background: 'transparent',
    padding: '0 26px 0 4px',
    borderRadius: 'inherit',
    cursor: 'pointer',
    // The list that the browser opens takes its colours from here.
    '& option': { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  },
  chevron: { position: 'absolute', right: '10px', pointerEvents: 'none', lineHeight: 0 },
});

type Props<T extends string> = {
  readonly label: string;
  readonly value: T | '';
  /** What no choice is called; left out where there must be one. */
  readonly all?: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T | '') => void;
  readonly ref?: Ref<HTMLSelectElement>;
};

/** A filter as a chip over the platform's own list: small, quick, and at home on a phone. */
export function FilterSelect<T extends string>({ label, value, all, options, onChange, ref }: Props<T>) {
  const styles = useStyles();
  const chips = useChipStyles();
  const isOn = all !== undefined && value !== '';
  return (
    <label className={mergeClasses(chips.chip, isOn && chips.on, styles.chip)}>
      <span className={mergeClasses(styles.label, isOn && styles.onLabel)}>{label}</span>
      <select
        ref={ref}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as T | '')}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <span className={styles.chevron} aria-hidden="true">
        <ChevronDown12Regular />
      </span>
    </label>
  );
}
