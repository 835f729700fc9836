import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useSession } from '../../session/session.ts';
import { Facts } from './facts.tsx';

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  summary: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    minHeight: '24px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  body: { padding: `${tokens.spacingVerticalM} 0`, display: 'grid', rowGap: tokens.spacingVerticalM },
});

/** For whoever looks after the product: what this page has asked of Microsoft 365 since it was opened. */
export function CountersCard() {
  const styles = useStyles();
  const { graph } = useSession();
  const [counts, setCounts] = useState(() => graph.counts());
  const kinds = Object.entries(counts.byKind);
  return (
    <details className={styles.box} onToggle={() => setCounts(graph.counts())}>
      <summary className={styles.summary}>For developers: requests to Microsoft 365</summary>
      <div className={styles.body}>
        <Facts
          facts={[
            ['Requests', counts.requests],
            ['Units', `${counts.units} resource units`],
            ['Turned down', `${counts.throttled} because there were too many`],
            ['By kind', kinds.map(kindWords).join(', ') || 'none yet'],
          ]}
        />
        <div>
          <Button size="small" onClick={() => setCounts(graph.counts())}>
            Count again
          </Button>
        </div>
      </div>
    </details>
  );
}

/** What travels inside a batch costs units and is no request of its own. */
function kindWords([kind, { requests, units }]: [
  string,
  { readonly requests: number; readonly units: number },
]): string {
  return `${kind} ${requests} for ${units} units`;
}
