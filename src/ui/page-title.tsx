import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { takeScreenFocus, wantScreenFocus } from './screen-focus.ts';
import { ThemeSelect } from './theme-select.tsx';
import { TitleThemeContext } from './title-theme.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    minHeight: '32px',
    flexShrink: 0,
  },
  words: {
    display: 'flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    marginRight: 'auto',
    minWidth: 0,
  },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    outline: 'none',
    '@media (max-width: 639px)': { ...typographyStyles.subtitle2 },
  },
  saidAbove: {
    '@media (max-width: 639px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  theme: { '@media (min-width: 1100px)': { display: 'none' } },
  detail: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly title: string;
  readonly detail?: ReactNode;
  readonly children?: ReactNode;
  /** The title is the screen's own name, which the frame shows already on a phone. */
  readonly isScreenName?: boolean;
};

/** The one first-level heading of a screen, with the theme where the header has no room for it; focus comes here when the screen changes. */
export function PageTitle({ title, detail, children, isScreenName = false }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const theme = useContext(TitleThemeContext);
  useEffect(() => {
    if (takeScreenFocus()) heading.current?.focus({ preventScroll: true });
  }, []);
  // A screen that was waiting is drawn anew when it has its rows: the focus goes on to the title that comes.
  useLayoutEffect(() => {
    const title = heading.current;
    return () => {
      if (document.activeElement === title) wantScreenFocus();
    };
  }, []);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <h1
          id="page-title"
          ref={heading}
          tabIndex={-1}
          className={mergeClasses(styles.title, isScreenName && styles.saidAbove)}
        >
          {title}
        </h1>
        {theme && <ThemeSelect {...theme} className={styles.theme} />}
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </div>
      {children}
    </div>
  );
}
