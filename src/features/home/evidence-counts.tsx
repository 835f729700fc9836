import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { toHref } from '../../session/href.ts';
import { Card } from '../../ui/card.tsx';
import { EvidenceStateMark } from '../../ui/evidence-state-mark.tsx';
import type { Evidence } from '../../workspace/schema/lists.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '32px',
  },
  figure: { ...typographyStyles.body1Strong, minWidth: '28px', textAlign: 'right' },
});

type Props = {
  readonly evidence: readonly Evidence[];
  /** Missing while the library is being read. */
  readonly unregistered: number | undefined;
};

/** What is held, what is needed and not there, and what lies in a folder without a row. */
export function EvidenceCounts({ evidence, unregistered }: Props) {
  const styles = useStyles();
  const needed = evidence.filter((item) => item.state === 'needed').length;
  const held = evidence.length - needed;
  return (
    <Card title="Evidence" detail={<Link href={toHref({ screen: 'evidence' })}>See all documents</Link>}>
      <ul className={styles.list}>
        <li className={styles.row}>
          <span className={styles.figure}>{held}</span>
          <EvidenceStateMark state="approved" />
          {held === 1 ? 'document held' : 'documents held'}
        </li>
        <li className={styles.row}>
          <span className={styles.figure}>{needed}</span>
          <EvidenceStateMark state="needed" />
          needed, not there
        </li>
        <li className={styles.row}>
          <span className={styles.figure}>{unregistered ?? '–'}</span>
          <EvidenceStateMark state="unregistered" />
          {unregistered === undefined ? 'unregistered: the library is being read' : 'in a folder, not registered'}
        </li>
      </ul>
    </Card>
  );
}
