import { Button, Link } from '@fluentui/react-components';
import { formatDay } from '../../domain/calendar/day.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import type { Prompt, Theme } from '../../workspace/schema/lists.ts';
import { ThemeBring } from './theme-bring.tsx';
import { ThemeScope } from './theme-scope.tsx';
import { useThemeStyles } from './theme-styles.ts';
import { ThemeUpgrade } from './theme-upgrade.tsx';

type Props = {
  readonly partnership: Partnership;
  readonly theme: Theme;
  /** The theme's, also those that were withdrawn. */
  readonly prompts: readonly Prompt[];
  /** What the theme that it was brought forward from is called. */
  readonly broughtFrom: string | undefined;
  /** The cycle before it, which could be brought forward. */
  readonly last: Theme | undefined;
  readonly isShown: boolean;
  readonly isBusy: boolean;
  readonly isMaking: boolean;
  readonly mayChange: boolean;
  readonly onShow: () => void;
  readonly onNewCycle: () => void;
  readonly onPutAway: () => void;
  readonly onReopen: () => void;
};

/** One theme: what it is made from, and what can be done with it. */
export function ThemeRow(props: Props) {
  const { partnership, theme, prompts, broughtFrom, isShown, isBusy, mayChange } = props;
  const withdrawn = prompts.filter((prompt) => prompt.withdrawnOn !== undefined).length;
  const styles = useThemeStyles();
  const name = `${theme.title} ${theme.year}`;
  const isToBring = theme.broughtFrom === undefined || theme.bringing !== undefined;
  const isClosed = theme.closedOn !== undefined;
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.line}>
        <div className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span className={styles.small}>
            {prompts.length - withdrawn} benchmark prompts, version {theme.packVersion} of the pack
            {broughtFrom !== undefined && `, brought forward from ${broughtFrom}`}
            {theme.closedOn !== undefined && `, put away on ${formatDay(theme.closedOn)}`}
            {withdrawn > 0 && (
              <>
                {', '}
                <Link href={toHref({ screen: 'checklist', rows: { list: 'withdrawn' } })} onClick={props.onShow}>
                  {withdrawn} withdrawn
                </Link>
              </>
            )}
          </span>
        </div>
        <div className={styles.acts}>
          {' '}
          {isShown ? (
            <span className={styles.shown}>On the screens now</span>
          ) : (
            <Button size="small" className={styles.act} aria-label={`Show ${name}`} onClick={props.onShow}>
              Show
            </Button>
          )}
          {mayChange && !isClosed && (
            <>
              <Button
                size="small"
                className={styles.act}
                disabledFocusable={isBusy}
                aria-label={`Start a new cycle of ${theme.title}`}
                onClick={props.onNewCycle}
              >
                New cycle
              </Button>
              <Button
                size="small"
                className={styles.act}
                disabledFocusable={isBusy}
                aria-label={`Put away ${name}`}
                onClick={props.onPutAway}
              >
                Put away
              </Button>
            </>
          )}
          {mayChange && isClosed && (
            <Button
              size="small"
              className={styles.act}
              disabledFocusable={isBusy}
              aria-label={`Reopen ${name}`}
              onClick={props.onReopen}
            >
              Reopen
            </Button>
          )}
        </div>{' '}
      </div>
      <ThemeScope {...{ partnership, theme, prompts }} mayChange={mayChange && !isClosed} />
      {mayChange && !isClosed && props.last !== undefined && isToBring && (
        <ThemeBring theme={theme} last={props.last} isMaking={props.isMaking} />
      )}
      {mayChange && !isClosed && <ThemeUpgrade theme={theme} />}
    </li>
  );
}
