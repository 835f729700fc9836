import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { toHref } from '../../session/href.ts';
import type { NextStep } from './next-step.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  small: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground3, margin: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  why: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  button: { marginTop: tokens.spacingVerticalS },
});

type Props = { readonly step: NextStep | undefined; readonly isNamed: boolean };

/** The one next step, for the person who looks. */
export function NextStepCard({ step, isNamed }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label="The next step">
      <p className={styles.small}>The next step</p>
      {step !== undefined ? (
        <>
          <h2 className={styles.title}>{step.title}</h2>
          <p className={styles.why}>{step.why}</p>
          <Button as="a" appearance="primary" href={step.href} className={styles.button}>
            {step.button}
          </Button>
        </>
      ) : (
        <>
          <h2 className={styles.title}>{isNamed ? 'Nothing needs you now' : 'You are here to read'}</h2>
          <p className={styles.why}>
            {isNamed
              ? 'What you rate for is rated, and no document of yours waits.'
              : 'Settings shows who rates for each partner. The coordinator can add you.'}
          </p>
          <Button
            as="a"
            href={toHref(isNamed ? { screen: 'checklist' } : { screen: 'settings' })}
            className={styles.button}
          >
            {isNamed ? 'See all answers' : 'See who rates'}
          </Button>
        </>
      )}
    </section>
  );
}
