import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { formatInstant, formatShortInstant } from '../../domain/calendar/london.ts';
import { useSession } from '../../session/session.ts';
import { type Told, type ToldChange, tellHistory } from '../../session/tell-history.ts';
import { useHistories } from '../../session/use-history.ts';
import type { Partnership } from '../../session/use-partnership.ts';
import { Notice } from '../../ui/notice.tsx';
import { PartAct, PartHead } from '../../ui/part-head.tsx';
import { useRows } from '../../workspace/hooks.ts';
import { actions } from '../../workspace/schema/actions.ts';
import { type Assessment, assessments, clashes } from '../../workspace/schema/lists.ts';

/** So many are read at a glance; the rest is a press away. */
const AT_FIRST = 10;

const useStyles = makeStyles({
  quiet: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3, margin: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  when: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: tokens.spacingHorizontalS },
  who: { ...typographyStyles.caption1Strong },
  change: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXXS} 0 0`, whiteSpace: 'pre-wrap' },
  before: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly row: Assessment | undefined;
  readonly partnership: Pick<Partnership, 'actions' | 'links' | 'evidence'>;
};

/** Who changed this answer, its actions and its evidence, from what to what and when: read when it is opened, by everyone who may read the answer. */
export function AnswerHistory({ row, partnership }: Props) {
  const styles = useStyles();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby={id}>
      <PartHead
        id={id}
        title="History"
        act={
          row !== undefined && (
            <PartAct isOpen={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? 'Hide history' : 'Show history'}
            </PartAct>
          )
        }
      />
      {row === undefined ? (
        <p className={styles.quiet}>Nothing has been saved yet.</p>
      ) : (
        isOpen && <Changes key={row.uid} row={row} partnership={partnership} />
      )}
    </section>
  );
}

function Changes({ row, partnership }: Props & { readonly row: Assessment }) {
  const styles = useStyles();
  const isHere = ({ prompt, partner }: { readonly prompt?: string; readonly partner?: string }) =>
    prompt === row.prompt && partner === row.partner;
  const promised = partnership.actions.filter(isHere);
  const { pasts, retry } = useHistories(
    [{ list: assessments, row }, ...promised.map((action) => ({ list: actions, row: action }))],
    true,
  );
  const notes = useRows(clashes);
  const [showsAll, setShowsAll] = useState(false);
  if (pasts.state === 'failed') {
    return (
      <Notice
        kind="danger"
        lead="The history did not load."
        actions={
          <Button size="small" onClick={retry}>
            Try again
          </Button>
        }
      >
        {pasts.sentence}
      </Notice>
    );
  }
  const [history, ...others] = pasts.state === 'ready' ? pasts.histories : [];
  if (history === undefined) {
    return (
      <p className={styles.quiet} role="status">
        Loading the history.
      </p>
    );
  }
  const own = notes.state === 'ready' ? notes.rows.filter((note) => note.record === row.uid) : [];
  const told = tellHistory(history, own, {
    // Those that came since are told when their past has been read.
    actions: promised.flatMap((action, index) => {
      const past = others[index];
      return past === undefined ? [] : [{ action, history: past }];
    }),
    links: partnership.links.filter(isHere).map((link) => ({
      link,
      title: partnership.evidence.find(({ uid }) => uid === link.evidence)?.title ?? 'An item that is gone',
    })),
  });
  const shown = showsAll ? told : told.slice(0, AT_FIRST);
  if (told.length === 0) return <p className={styles.quiet}>SharePoint holds no change of this answer yet.</p>;
  return (
    <>
      <ul className={styles.list} aria-label="Changes of this answer">
        {shown.map((one) => (
          <Save key={one.key} told={one} />
        ))}
      </ul>
      {shown.length < told.length && (
        <Button size="small" onClick={() => setShowsAll(true)}>
          Show all {told.length} changes
        </Button>
      )}
      {!history.isWhole && <p className={styles.quiet}>SharePoint has given up what was before.</p>}
    </>
  );
}

function Save({ told }: { readonly told: Told }) {
  const styles = useStyles();
  const { today } = useSession();
  const isThisYear = told.at.slice(0, 4) === today().slice(0, 4);
  const { notKept } = told;
  return (
    <li className={styles.row}>
      <span className={styles.when}>{isThisYear ? formatShortInstant(told.at) : formatInstant(told.at)}</span>
      <span className={styles.who}>{told.by}</span>
      {told.changes.map((change) => (
        <p key={change.title} className={styles.change}>
          {change.title}: {toWords(change)}
          {!change.isShort && change.from !== '' && (
            <>
              {'\n'}
              <span className={styles.before}>Before: {change.from}</span>
            </>
          )}
        </p>
      ))}
      {notKept !== undefined && (
        <p className={styles.change}>
          {notKept.title}, not kept when two changed it{notKept.from === '' ? '' : `, from ${notKept.from}`}:{' '}
          {notKept.value === '' ? 'nothing' : notKept.value}
        </p>
      )}
    </li>
  );
}

/** `Red to Amber` for a field of one word; what it says now for a text. */
function toWords({ isShort, from, to }: ToldChange): string {
  if (to === '') return 'emptied';
  return isShort && from !== '' ? `${from} to ${to}` : to;
}
