import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { toHref } from '../../session/href.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { needsPerson, type QueuedFile } from './queue.ts';
import { formatSize } from './size.ts';
import type { Adding } from './use-add-files.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(120px, 280px) minmax(0, 1fr) auto',
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
  bar: { width: '120px', flexShrink: 0 },
  mark: { lineHeight: 0, flexShrink: 0 },
  refused: { color: tokens.colorStatusDangerForeground3 },
  open: { ...typographyStyles.caption1, padding: '4px 0' },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXS },
});

type Props = { readonly entry: QueuedFile; readonly adding: Adding };

/** One file on its way: how far it is, what became of it, and what can be done about it. */
export function QueueRow({ entry, adding }: Props) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <span className={styles.icon}>
        <FileIcon name={entry.file.name} />
      </span>
      <span className={styles.name}>{entry.file.name}</span>
      <Result entry={entry} />
      <Choices entry={entry} adding={adding} />
    </li>
  );
}

function Result({ entry }: { readonly entry: QueuedFile }) {
  const styles = useStyles();
  const { outcome, state, sent, file } = entry;
  if (outcome === undefined) {
    if (state === 'waiting') return <span className={styles.result}>Waiting</span>;
    if (state === 'registering') return <span className={styles.result}>Sent, making its entry</span>;
    return (
      <span className={styles.result}>
        <span className={styles.bar}>
          <ThinBar thin done={file.size === 0 ? 0 : sent / file.size} label={`Sending ${file.name}`} />
        </span>
        {formatSize(sent)} of {formatSize(file.size)}
      </span>
    );
  }
  if (outcome.outcome === 'added') {
    return (
      <span className={styles.result}>
        <span className={styles.mark} aria-hidden="true">
          <Checkmark16Regular />
        </span>
        <span>
          <span className={styles.strong}>Added</span> to {entry.target.partnerTitle}, {entry.target.section}.{' '}
          {outcome.item.name !== file.name && `Kept as ${outcome.item.name}. `}
          {outcome.sentence}
        </span>
      </span>
    );
  }
  return (
    <span className={styles.result}>
      <span className={mergeClasses(styles.mark, outcome.outcome === 'refused' && styles.refused)} aria-hidden="true">
        {needsPerson(outcome) ? <QuestionCircle16Regular /> : <ErrorCircle16Regular />}
      </span>
      <span>
        <span className={styles.strong}>{resultWords[outcome.outcome]}</span> {outcome.sentence}
      </span>
    </span>
  );
}

const resultWords = {
  taken: 'This name is taken.',
  refused: 'Not added.',
  failed: 'Not added.',
  unregistered: 'Sent, but not registered.',
  stopped: 'Stopped.',
} as const;

function Choices({ entry, adding }: Props) {
  const styles = useStyles();
  const { outcome, file } = entry;
  if (outcome === undefined) return <span />;
  const drop = (words: string) => (
    <Button size="small" appearance="subtle" aria-label={`${words} ${file.name}`} onClick={() => adding.drop(entry.id)}>
      {words}
    </Button>
  );
  return (
    <span className={styles.actions}>
      {outcome.outcome === 'added' && (
        <Link
          href={toHref({ screen: 'evidence', item: outcome.evidence.uid })}
          aria-label={`Open ${file.name}`}
          className={styles.open}
        >
          Open
        </Link>
      )}
      {outcome.outcome === 'taken' && (
        <>
          <Button size="small" aria-label={`Keep both, ${file.name}`} onClick={() => adding.again(entry, 'keep-both')}>
            Keep both
          </Button>
          {drop('Skip')}
        </>
      )}
      {(outcome.outcome === 'failed' || outcome.outcome === 'stopped') && (
        <>
          <Button size="small" aria-label={`Try again, ${file.name}`} onClick={() => adding.again(entry)}>
            Try again
          </Button>
          {drop('Skip')}
        </>
      )}
      {outcome.outcome === 'unregistered' && (
        <Button
          size="small"
          aria-label={`Register ${file.name}`}
          onClick={async () => {
            await adding.register({ item: outcome.item, partner: entry.target.partner, theme: entry.target.theme });
            adding.drop(entry.id);
          }}
        >
          Register
        </Button>
      )}
      {outcome.outcome === 'refused' && drop('Clear')}
    </span>
  );
}
