import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { isHeld } from '../../domain/evidence/standing.ts';
import type { EvidenceState } from '../../domain/evidence/state.ts';
import { toHref } from '../../session/href.ts';
import { useStanding } from '../../session/use-standing.ts';
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
  // The row is pressed as a whole, and nothing else is in it.
  link: {
    display: 'flex',
    flexGrow: 1,
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 639px)': { minHeight: '44px' },
  },
  figure: { ...typographyStyles.body1Strong, minWidth: '28px', textAlign: 'right' },
});

type Props = {
  readonly evidence: readonly Evidence[];
  /** Missing while the library is being read. */
  readonly unregistered: number | undefined;
};

/** What is held, what is needed and not there, and what lies in a folder without a row; each opens its rows. */
export function EvidenceCounts({ evidence, unregistered }: Props) {
  const styles = useStyles();
  const standing = useStanding();
  const needed = evidence.filter((item) => item.state === 'needed').length;
  const held = evidence.filter((item) => isHeld(standing(item))).length;
  return (
    <Card title="Evidence" detail={<Link href={toHref({ screen: 'evidence' })}>See all documents</Link>}>
      <ul className={styles.list}>
        <Count list="held" state="approved" count={held}>
          {held === 1 ? 'document held' : 'documents held'}
        </Count>
        <Count list="needed" state="needed" count={needed}>
          needed, not there
        </Count>
        <Count list="unregistered" state="unregistered" count={unregistered}>
          {unregistered === undefined ? 'unregistered: the library is being read' : 'in a folder, not registered'}
        </Count>
      </ul>
    </Card>
  );
}

type CountProps = {
  /** The list of the register that holds these very rows. */
  readonly list: string;
  readonly state: EvidenceState | 'unregistered';
  readonly count: number | undefined;
  readonly children: string;
};

function Count({ list, state, count, children }: CountProps) {
  const styles = useStyles();
  const words = (
    <>
      <span className={styles.figure}>{count ?? '–'}</span>
      <EvidenceStateMark state={state} />
      {children}
    </>
  );
  return (
    <li className={styles.row}>
      {count ? (
        <a href={toHref({ screen: 'evidence', rows: { list } })} className={styles.link}>
          {words}
        </a>
      ) : (
        words
      )}
    </li>
  );
}
