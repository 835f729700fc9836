import { Button, Link, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { useState } from 'react';
import { toHref } from '../../session/href.ts';
import { FileIcon } from '../../ui/file-icon.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { needsPerson, type QueuedFile, summarise } from './queue.ts';
import { formatSize } from './size.ts';
import type { Adding } from './use-add-files.ts';

const useStyles = makeStyles({
  pane: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '45%',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: 'none',
    borderRadius: `${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0 0`,
    boxShadow: tokens.shadow8,
    '@media (max-width: 639px)': {
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      marginTop: 'auto',
      marginLeft: `-${tokens.spacingHorizontalM}`,
      marginRight: `-${tokens.spacingHorizontalM}`,
      maxHeight: '55%',
    },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: 'auto' },
  list: { listStyle: 'none', margin: 0, padding: 0, overflowY: 'auto', minHeight: 0 },
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

/** What is being sent, and what became of each file. */
export function QueuePane({ adding }: { readonly adding: Adding }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(true);
  const { files } = adding;
  if (files.length === 0) return undefined;
  const going = files.filter((file) => file.state !== 'ended').length;
  const bytes = files.reduce((sum, file) => sum + file.file.size, 0);
  const sent = files.reduce((sum, { state, sent: part, file }) => sum + (state === 'ended' ? file.size : part), 0);
  return (
    <section className={styles.pane} aria-label="Files being added">
      <div className={styles.head}>
        <ArrowUpload20Regular aria-hidden="true" />
        <h2 className={styles.title}>
          {going > 0 ? `Adding ${files.length === 1 ? '1 file' : `${files.length} files`}` : 'Files added'}
        </h2>
        <span className={styles.detail}>{summarise(files)}</span>
        {going === 0 && (
          <Button size="small" onClick={adding.clearEnded}>
            Clear the list
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-label="Show each file"
          icon={isOpen ? <ChevronDown20Regular /> : <ChevronUp20Regular />}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {going > 0 && (
        <ThinBar
          thin
          done={bytes === 0 ? 0 : sent / bytes}
          label="All files"
          words={`${formatSize(sent)} of ${formatSize(bytes)}`}
        />
      )}
      {isOpen && (
        <ul className={styles.list}>
          {files.map((entry) => (
            <li key={entry.id} className={styles.row}>
              <span className={styles.icon}>
                <FileIcon name={entry.file.name} />
              </span>
              <span className={styles.name}>{entry.file.name}</span>
              <Result entry={entry} />
              <Choices entry={entry} adding={adding} />
            </li>
          ))}
        </ul>
      )}
    </section>
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

function Choices({ entry, adding }: { readonly entry: QueuedFile; readonly adding: Adding }) {
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
