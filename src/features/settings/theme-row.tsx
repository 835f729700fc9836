import { Button, Link } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { formatDay } from '../../domain/calendar/day.ts';
import { askedPartners, findAnswerers, readScope } from '../../domain/checklist/asked-partners.ts';
import { toHref } from '../../session/href.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
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
  const [isScopeOpen, setScopeOpen] = useState(false);
  const about = useRef<HTMLSpanElement>(null);
  const { partners, assessments, links, actions } = partnership;
  const answerers = useMemo(
    () => findAnswerers(prompts, { assessments: assessments.values(), links, actions }),
    [prompts, assessments, links, actions],
  );
  const asked = askedPartners(partners, readScope(theme), () => answerers);
  const whom = asked.length === partners.length ? 'all partners' : `${asked.length} of ${partners.length} partners`;
  const name = `${theme.title} ${theme.year}`;
  const isToBring = theme.broughtFrom === undefined || theme.bringing !== undefined;
  const isClosed = theme.closedOn !== undefined;
  return (
    <li className={styles.row} aria-label={name}>
      <div className={styles.line}>
        <div className={styles.words}>
          <span className={styles.name}>{name}</span>
          <span ref={about} className={styles.small}>
            {prompts.length - withdrawn} benchmark prompts, version {theme.packVersion} of the pack, asks{' '}
            {mayChange && !isClosed ? (
              <Link
                as="button"
                className={styles.inText}
                aria-expanded={isScopeOpen}
                onClick={() => setScopeOpen(!isScopeOpen)}
              >
                {whom} <span style={hiddenStyle}>of {name}</span>
              </Link>
            ) : (
              whom
            )}
            {broughtFrom !== undefined && `, brought forward from ${broughtFrom}`}
            {theme.closedOn !== undefined && `, put away on ${formatDay(theme.closedOn)}`}
            {withdrawn > 0 && (
              <>
                {', '}
                <Link
                  className={styles.inText}
                  href={toHref({ screen: 'checklist', rows: { list: 'withdrawn' } })}
                  onClick={props.onShow}
                >
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
      {isScopeOpen && mayChange && !isClosed && (
        <ThemeScope
          {...{ theme, partners, asked, answerers }}
          onClose={() => {
            setScopeOpen(false);
            about.current?.querySelector('button')?.focus();
          }}
        />
      )}
      {mayChange && !isClosed && props.last !== undefined && isToBring && (
        <ThemeBring theme={theme} last={props.last} isMaking={props.isMaking} />
      )}
      {mayChange && !isClosed && <ThemeUpgrade theme={theme} />}
    </li>
  );
}
