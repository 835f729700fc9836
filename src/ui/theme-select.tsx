import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { rowHover } from './row-hover.ts';

const useStyles = makeStyles({
  words: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  box: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    minWidth: 0,
    maxWidth: '100%',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    ':hover': rowHover,
    ':focus-within:has(:focus-visible)': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  select: {
    ...typographyStyles.body1,
    appearance: 'none',
    fieldSizing: 'content',
    minWidth: 0,
    maxWidth: '280px',
    height: '32px',
    padding: '0 28px 0 8px',
    border: 'none',
    outline: 'none',
    background: 'transparent',
    color: 'inherit',
    borderRadius: 'inherit',
    textOverflow: 'ellipsis',
    cursor: 'pointer',
    // The list that the browser opens takes its colours from here.
    '& option': { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
    '@media (max-width: 639px)': { height: '44px', maxWidth: '100%' },
  },
  chevron: { position: 'absolute', right: '8px', pointerEvents: 'none', lineHeight: 0 },
});

export type ThemeOption = { readonly uid: string; readonly label: string };

type Props = {
  readonly options: readonly ThemeOption[];
  /** The uid of the theme that the screens are about. */
  readonly shown: string;
  readonly onChoose: (theme: string) => void;
  readonly className?: string;
};

/** The theme that the screens are about. One alone is only named; of several, one is chosen. */
export function ThemeSelect({ options, shown, onChoose, className }: Props) {
  const styles = useStyles();
  if (options.length < 2) return <span className={mergeClasses(styles.words, className)}>{options[0]?.label}</span>;
  return (
    <span className={mergeClasses(styles.box, className)}>
      <select
        aria-label="Theme"
        className={styles.select}
        value={shown}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map(({ uid, label }) => (
          <option key={uid} value={uid}>
            {label}
          </option>
        ))}
      </select>
      <span className={styles.chevron} aria-hidden="true">
        <ChevronDown16Regular />
      </span>
    </span>
  );
}
