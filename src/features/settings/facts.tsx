import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: '104px minmax(0, 1fr)', rowGap: tokens.spacingVerticalS, margin: 0 },
  term: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  fact: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
});

/** Names and values under each other. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.fact}>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
