import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { useState } from 'react';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { summarise } from './queue.ts';
import { QueueRow } from './queue-row.tsx';
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
            <QueueRow key={entry.id} entry={entry} adding={adding} />
          ))}
        </ul>
      )}
    </section>
  );
}
