import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Info16Regular } from '@fluentui/react-icons/svg/info';
import { type ReactNode, useEffect, useRef } from 'react';
import { type Step, StepBar, StepList } from '../../ui/step-list.tsx';
import { useWidth } from '../../ui/use-width.ts';

const useStyles = makeStyles({
  screen: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    '@media (max-width: 639px)': { display: 'flex', flexDirection: 'column' },
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 270px) minmax(0, 600px)',
    justifyContent: 'center',
    columnGap: '56px',
    padding: '40px 24px 24px',
    '@media (max-width: 1099px)': { columnGap: tokens.spacingHorizontalXXL, paddingTop: tokens.spacingHorizontalXXL },
    '@media (max-width: 639px)': { display: 'flex', flexDirection: 'column', flexGrow: 1, padding: 0 },
  },
  flow: { ...typographyStyles.subtitle1, margin: '0 0 24px' },
  quiet: {
    ...typographyStyles.caption1,
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalL} 0 0`,
    color: tokens.colorNeutralForeground2,
  },
  card: {
    alignSelf: 'start',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 639px)': {
      alignSelf: 'stretch',
      display: 'flex',
      flexDirection: 'column',
      flexGrow: 1,
      border: 'none',
      borderRadius: 0,
      backgroundColor: 'transparent',
    },
  },
  body: {
    padding: '28px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL, flexGrow: 1 },
  },
  head: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  count: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground3, margin: 0 },
  title: { ...typographyStyles.subtitle1, margin: 0, outline: 'none' },
  lead: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `14px ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: `0 0 ${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge}`,
    // Long steps scroll under it: the way on is always in sight.
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    '@media (max-width: 639px)': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
      borderRadius: 0,
      '& button': { minHeight: '44px' },
    },
  },
});

type Props = {
  readonly steps: readonly Step[];
  readonly now: number;
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  readonly foot: ReactNode;
};

/** The steps at the left, one of them at the right, its buttons at the foot; on a phone the steps are a bar. */
export function FlowLayout({ steps, now, title, lead, children, foot }: Props) {
  const styles = useStyles();
  const width = useWidth();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new step is read from its title
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <div className={styles.screen}>
      <div className={styles.columns}>
        {width !== 'narrow' && (
          <div>
            <p className={styles.flow}>Set up JTAI Ready</p>
            <StepList steps={steps} now={now} />
            <p className={styles.quiet}>
              <Info16Regular aria-hidden="true" /> Nothing leaves your partnership's own Microsoft 365.
            </p>
          </div>
        )}
        <div className={styles.card}>
          <div className={styles.body}>
            <div className={styles.head}>
              <p className={styles.count}>{now < steps.length ? `Step ${now + 1} of ${steps.length}` : 'Done'}</p>
              {width === 'narrow' && <StepBar count={steps.length} now={now} />}
              <h1 id="page-title" ref={heading} tabIndex={-1} className={styles.title}>
                {title}
              </h1>
              <p className={styles.lead}>{lead}</p>
            </div>
            {children}
          </div>
          <div className={styles.foot}>{foot}</div>
        </div>
      </div>
    </div>
  );
}
