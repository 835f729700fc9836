import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import type { Saving } from '../session/saving.ts';
import { ThemeSelect } from '../ui/theme-select.tsx';
import type { TitleTheme } from '../ui/title-theme.ts';
import { Navigation } from './navigation.tsx';
import { SaveLine } from './save-line.tsx';
import type { Screen } from './screens.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100dvh',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground3,
    // Figures line up in columns.
    fontVariantNumeric: 'tabular-nums',
    // A field is as wide as its place, however long the longest of its choices is.
    '& :is(.fui-Field, .fui-Select, .fui-Select__select)': { minWidth: 0, textOverflow: 'ellipsis' },
    // What a finger presses is 44 pixels on a phone, wherever it stands; fields of text are framed by a pixel more.
    '@media (max-width: 639px)': {
      '& :is(button, a.fui-Button, select)': { minHeight: '44px' },
      '& :is(button, a.fui-Button)': { minWidth: '44px' },
      '& input:not([type="checkbox"], [type="radio"], [type="file"])': { minHeight: '42px' },
      '& :is(.fui-Checkbox, .fui-Radio)': { paddingTop: '6px', paddingBottom: '6px' },
    },
  },
  skip: {
    ...typographyStyles.body1,
    position: 'absolute',
    left: '-9999px',
    zIndex: 10,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus': { left: tokens.spacingHorizontalS, top: tokens.spacingVerticalXS },
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
    height: '48px',
    columnGap: tokens.spacingHorizontalL,
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1099px)': { padding: `0 ${tokens.spacingHorizontalL}` },
    '@media (max-width: 639px)': { padding: `0 ${tokens.spacingHorizontalM}` },
  },
  end: {
    marginLeft: 'auto',
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    alignSelf: 'stretch',
    columnGap: tokens.spacingHorizontalL,
  },
  theme: { '@media (max-width: 1099px)': { display: 'none' } },
  line: {
    alignSelf: 'stretch',
    margin: '14px 0',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1099px)': { display: 'none' },
  },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', position: 'relative' },
});

type Props = {
  readonly screen: Screen;
  readonly phoneTitle?: string | undefined;
  readonly theme?: TitleTheme | undefined;
  readonly saving: Saving;
  /** False where this browser refuses to keep anything. */
  readonly isKept: boolean;
  /** The save line was pressed; missing while there is no workspace whose changes could be listed. */
  readonly onSaveLine: (() => void) | undefined;
  readonly children: ReactNode;
};

/** The frame round every screen: one row of names, the theme, whether all is saved, and one main region. */
export function Shell({ screen, phoneTitle, theme, saving, isKept, onSaveLine, children }: Props) {
  const styles = useStyles();
  const main = useRef<HTMLElement>(null);
  // In every browser's own timeline, so that what was fetched before it can be weighed.
  useLayoutEffect(() => void performance.mark('navigation drawn'), []);
  return (
    <div className={styles.page}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => (document.getElementById('page-title') ?? main.current)?.focus()}
      >
        Skip to the main part
      </button>
      <header className={styles.header}>
        <Navigation current={screen} phoneTitle={phoneTitle} />
        <div className={styles.end}>
          {theme && <ThemeSelect {...theme} className={styles.theme} />}
          {theme && <span className={styles.line} />}
          <SaveLine saving={saving} isKept={isKept} onOpen={onSaveLine} />
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={styles.main} style={{ outline: 'none' }}>
        {children}
      </main>
    </div>
  );
}
