import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import type { QueuedFile } from '../../services/file-queue/file-queue.ts';
import { toHref } from '../../session/href.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { QueueChoices, type QueueHands } from './queue-choices.tsx';
import { askingWords, questionNames, sayLeft, standingWords, waitWords } from './queue-words.ts';
import { formatSize } from './size.ts';

const useStyles = makeStyles({
  row: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '20px minmax(120px, 240px) minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '34px',
    padding: `2px ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': {
      gridTemplateColumns: '20px minmax(0, 1fr)',
      paddingTop: tokens.spacingVerticalS,
      paddingBottom: tokens.spacingVerticalS,
      rowGap: tokens.spacingVerticalXS,
      '& > *:nth-child(n+3)': { gridColumn: '2' },
    },
  },
  icon: { lineHeight: 0, color: tokens.colorNeutralForeground3 },
  name: { ...typographyStyles.caption1, overflowWrap: 'anywhere' },
  result: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  strong: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  bar: { width: '112px', flexShrink: 0 },
  percent: { width: '32px', flexShrink: 0, color: tokens.colorNeutralForeground1 },
  mark: { lineHeight: 0, flexShrink: 0 },
  refused: { color: tokens.colorStatusDangerForeground3 },
  open: { ...typographyStyles.caption1, padding: '4px 0' },
});

type Props = { readonly entry: QueuedFile; readonly hands: QueueHands };

/** One file on its way: how far it is, what became of it, and what can be done about it. */
export function QueueRow({ entry, hands }: Props) {
  const styles = useStyles();
  const { standing, marks, evidence } = entry;
  return (
    <div className={styles.row}>
      <span className={styles.icon}>
        <FileIcon name={marks.name} />
      </span>
      <span className={styles.name}>{marks.name}</span>
      <Result entry={entry} hands={hands} />
      {standing.is === 'done' ? (
        evidence === undefined ? (
          <span />
        ) : (
          <Link
            href={toHref({ screen: 'evidence', item: evidence })}
            aria-label={`Open ${marks.name}`}
            className={styles.open}
          >
            Open
          </Link>
        )
      ) : (
        <QueueChoices entry={entry} hands={hands} />
      )}
    </div>
  );
}

function Result({ entry, hands }: Props) {
  const styles = useStyles();
  const { standing, sent, marks, isPaused } = entry;
  if (standing.is === 'asks') {
    const isRefused = standing.question.is === 'refused' || standing.question.is === 'failed';
    return (
      <span className={styles.result}>
        <span className={mergeClasses(styles.mark, isRefused && styles.refused)} aria-hidden="true">
          {isRefused ? <ErrorCircle16Regular /> : <QuestionCircle16Regular />}
        </span>
        <span>
          <span className={styles.strong}>{questionNames[standing.question.is]}</span>{' '}
          {askingWords(entry, standing.question, Date.now())}
        </span>
      </span>
    );
  }
  if (standing.is === 'done') {
    return (
      <span className={styles.result}>
        <span className={styles.mark} aria-hidden="true">
          <Checkmark16Regular />
        </span>
        <span>{standing.words}</span>
      </span>
    );
  }
  const isMoving = standing.is === 'sending' || (sent > 0 && standing.is === 'waiting');
  if (!isMoving || marks.size === 0) return <span className={styles.result}>{standingWords(entry)}</span>;
  const hold = isPaused ? undefined : hands.queue.snapshot().hold;
  const speed = isPaused ? undefined : hands.queue.speedOf(entry);
  return (
    <span className={styles.result}>
      <span className={styles.bar}>
        <ThinBar thin done={sent / marks.size} label={`Sending ${marks.name}`} />
      </span>
      <span className={styles.percent}>{Math.round((100 * sent) / marks.size)}%</span>
      <span>
        {hold?.why === 'asked-to-wait'
          ? waitWords(hold.until)
          : speed === undefined
            ? standingWords(entry)
            : `${formatSize(Math.round(speed.bytesPerSecond))} a second, ${sayLeft(speed.secondsLeft)}`}
        {speed !== undefined && entry.isAnew && `. ${standingWords(entry)}.`}
      </span>
    </span>
  );
}
