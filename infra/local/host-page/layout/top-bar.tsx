import { Caption1, Label, makeStyles, mergeClasses, Select, tokens, useId } from '@fluentui/react-components';
import type { ThemeName } from '../frame/flat-context.ts';
import type { Person } from '../scene.ts';

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    boxSizing: 'border-box',
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    [NARROW]: { gap: tokens.spacingHorizontalS, padding: `0 ${tokens.spacingHorizontalM}` },
  },
  line: {
    flexGrow: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
    [NARROW]: { display: 'none' },
  },
  field: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  label: {
    whiteSpace: 'nowrap',
    [NARROW]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  },
  growing: { [NARROW]: { flexGrow: 1 } },
  person: {
    width: '360px',
    minWidth: 0,
    '& select': { minWidth: 0, width: '100%' },
    '@media (max-width: 899px)': { width: '240px' },
    [NARROW]: { width: '100%' },
  },
  theme: { width: '150px', minWidth: 0, '& select': { minWidth: 0, width: '100%' }, [NARROW]: { width: '112px' } },
});

export const THEMES: readonly { readonly name: ThemeName; readonly label: string }[] = [
  { name: 'default', label: 'Light' },
  { name: 'dark', label: 'Dark' },
  { name: 'contrast', label: 'High contrast' },
];

const KINDS = { member: '', guest: ', guest', outside: ', other organisation' } as const;

export const STAND_IN_LINE = 'A stand-in on this computer, not Microsoft Teams';

type TopBarProps = {
  readonly people: readonly Person[];
  readonly user: string;
  readonly theme: ThemeName;
  readonly onUser: (user: string) => void;
  readonly onTheme: (theme: string) => void;
};

/** Says that this is not Teams, and lets the person be somebody else. */
export function TopBar({ people, user, theme, onUser, onTheme }: TopBarProps) {
  const styles = useStyles();
  const [personId, themeId] = [useId('person'), useId('theme')];
  return (
    <header className={styles.bar}>
      <Caption1 className={styles.line}>{STAND_IN_LINE}</Caption1>
      <div className={mergeClasses(styles.field, styles.growing)}>
        <Label className={styles.label} htmlFor={personId} size="small">
          Signed in as
        </Label>
        <Select
          id={personId}
          className={styles.person}
          size="small"
          value={user}
          onChange={(_event, { value }) => onUser(value)}
        >
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {`${person.name} (${person.jobTitle}${KINDS[person.kind]})`}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.field}>
        <Label className={styles.label} htmlFor={themeId} size="small">
          Theme
        </Label>
        <Select
          id={themeId}
          className={styles.theme}
          size="small"
          value={theme}
          onChange={(_event, { value }) => onTheme(value)}
        >
          {THEMES.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </header>
  );
}
