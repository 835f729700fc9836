import { Caption2, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClipboardCheckmark24Filled, ClipboardCheckmark24Regular } from '@fluentui/react-icons/svg/clipboard-checkmark';
import { PeopleCommunity24Filled, PeopleCommunity24Regular } from '@fluentui/react-icons/svg/people-community';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    flexShrink: 0,
    width: '68px',
    paddingTop: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground4,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wide: { flexDirection: 'row', width: '100%', padding: tokens.spacingHorizontalS, boxSizing: 'border-box' },
  button: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXXS,
    minHeight: '56px',
    flexGrow: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground4Hover, color: tokens.colorNeutralForeground2BrandHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  wideButton: { flexGrow: 1 },
  current: { color: tokens.colorBrandForeground1 },
});

type AppBarProps = {
  readonly current: 'teams' | 'app';
  readonly isWide?: boolean;
  readonly onTeams: () => void;
  readonly onApp: () => void;
};

/** The two places that this stand-in has: teams, and the app as a person's own. */
export function AppBar({ current, isWide = false, onTeams, onApp }: AppBarProps) {
  const styles = useStyles();
  const button = (isCurrent: boolean) =>
    mergeClasses(styles.button, isWide && styles.wideButton, isCurrent && styles.current);
  return (
    <nav className={mergeClasses(styles.bar, isWide && styles.wide)} aria-label="Apps">
      <button
        type="button"
        className={button(current === 'teams')}
        aria-current={current === 'teams' ? 'page' : undefined}
        onClick={onTeams}
      >
        {current === 'teams' ? <PeopleCommunity24Filled aria-hidden /> : <PeopleCommunity24Regular aria-hidden />}
        <Caption2>Teams</Caption2>
      </button>
      <button
        type="button"
        className={button(current === 'app')}
        aria-current={current === 'app' ? 'page' : undefined}
        aria-label="JTAI Ready, my own"
        onClick={onApp}
      >
        {current === 'app' ? <ClipboardCheckmark24Filled aria-hidden /> : <ClipboardCheckmark24Regular aria-hidden />}
        <Caption2>JTAI Ready</Caption2>
      </button>
    </nav>
  );
}
