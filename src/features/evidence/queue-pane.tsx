import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowUpload20Regular } from '@fluentui/react-icons/svg/arrow-upload';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp20Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isDone, mayCancel } from '../../services/file-queue/entry.ts';
import type { FileQueue, QueuedFile, Snapshot } from '../../services/file-queue/file-queue.ts';
import { readChosen } from '../../services/file-queue/read-dropped.ts';
import { BigDialog } from '../../ui/big-dialog.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { ThinBar } from '../../ui/thin-bar.tsx';
import { useFocusAfter } from '../../ui/use-focus-after.ts';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { useWidth } from '../../ui/use-width.ts';
import { QueueHold } from './queue-hold.tsx';
import { QueueList } from './queue-list.tsx';
import { queueDetail, queueTitle } from './queue-words.ts';
import type { Adding } from './use-add-files.ts';

const loadRenameDialog = async () => (await import('./rename-dialog.tsx')).RenameDialog;
const loadCancelDialog = async () => (await import('./queue-cancel-dialog.tsx')).QueueCancelDialog;
const loadQuestionsDialog = async () => (await import('./questions-dialog.tsx')).QuestionsDialog;

const useStyles = makeStyles({
  pane: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '45%',
    // While rows are chosen the register is what is looked at: a few lines stay in sight here, and the rest is scrolled to.
    // On a phone it gives its place at the foot of the screen to what can be done with them.
    ':global(:has(> [data-chosen-bar]))': {
      maxHeight: 'max(20%, 128px)',
      '@media (max-width: 639px)': { position: 'static', maxHeight: 'none' },
    },
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
      marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
      marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
      maxHeight: '65%',
    },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    '@media (max-width: 639px)': { flexWrap: 'wrap' },
  },
  // Title and numbers in one line where they fit; what can be pressed keeps its place beside them, on a phone below.
  words: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    '@media (max-width: 639px)': { flexBasis: '100%' },
  },
  acts: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, marginLeft: 'auto' },
  icon: { lineHeight: 0, '@media (max-width: 639px)': { display: 'none' } },
  title: { ...typographyStyles.body1Strong, margin: 0, outline: 'none' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  hidden: { position: 'absolute', width: '1px', height: '1px', opacity: 0, overflow: 'hidden', pointerEvents: 'none' },
});

/** What is being sent, and what became of each file. */
export function QueuePane({ adding, isWanted }: Pick<Props, 'adding' | 'isWanted'>) {
  const { queue, snapshot } = adding;
  if (queue === undefined || snapshot === undefined || snapshot.files.length === 0) return undefined;
  return <Pane adding={adding} isWanted={isWanted} queue={queue} snapshot={snapshot} />;
}

type Props = {
  readonly adding: Adding;
  /** Somebody is on the way to a question in it. */
  readonly isWanted: boolean;
  readonly queue: FileQueue;
  readonly snapshot: Snapshot;
};

function Pane({ adding, isWanted, queue, snapshot }: Props) {
  const styles = useStyles();
  const isPhone = useWidth() === 'narrow';
  const [isOpen, setOpen] = useState(!isPhone);
  const [renamed, setRenamed] = useState<QueuedFile | undefined>();
  const [isAsking, setAsking] = useState(false);
  const [isCancelling, setCancelling] = useState(false);
  const again = useRef<HTMLInputElement>(null);
  const line = useRef<string>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const { totals, files } = snapshot;
  if (isWanted && !isOpen) setOpen(true);
  // All is answered: what asks later waits until somebody opens the questions again.
  if (isAsking && totals.needs === 0) setAsking(false);
  const open = files.filter(mayCancel).length;
  if (isCancelling && open === 0) setCancelling(false);
  useFocusAfter(isAsking || isCancelling || renamed !== undefined, () => heading.current?.focus());
  const pane = useRef<HTMLElement>(null);
  const keepFocus = useKeptFocus(heading);
  // With its last line it goes, and what was pressed with it.
  useLayoutEffect(() => {
    const region = pane.current;
    return () => {
      if (region?.contains(document.activeElement)) document.getElementById('page-title')?.focus();
    };
  }, []);
  /** For one line, or for all that wait. */
  function chooseAgain(id?: string, isFolder = false): void {
    line.current = id;
    if (!again.current) return;
    again.current.webkitdirectory = isFolder;
    again.current.click();
  }
  const inOrder = useMemo(() => sortFiles(files), [files]);
  const hands = {
    queue,
    onRename: setRenamed,
    onChooseAgain: (id: string) => chooseAgain(id),
    onLink: adding.link,
  };
  return (
    <section ref={pane} className={styles.pane} aria-label="Files being added" onFocus={keepFocus}>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden="true">
          <ArrowUpload20Regular />
        </span>
        <div className={styles.words}>
          <h2 ref={heading} tabIndex={-1} className={styles.title}>
            {queueTitle(snapshot)}
          </h2>
          <span className={styles.detail}>{queueDetail(snapshot)}</span>
        </div>
        <div className={styles.acts}>
          {totals.needs > 1 && (
            <Button size="small" onClick={() => setAsking(true)}>
              Answer {totals.needs}
            </Button>
          )}
          {totals.going > totals.toRegister && (
            <Button size="small" onClick={() => queue.pause()}>
              Pause all
            </Button>
          )}
          {totals.going === totals.toRegister && totals.paused > 0 && (
            <Button size="small" onClick={() => queue.resume()}>
              Resume all
            </Button>
          )}
          {totals.going + totals.paused > totals.toRegister && (
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label="Cancel all"
              onClick={() => (open > 1 ? setCancelling(true) : queue.cancelAll())}
            />
          )}
          {totals.going + totals.paused === 0 && totals.done + totals.refused + totals.cancelled > 0 && (
            <Button size="small" onClick={queue.clearDone}>
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
      </div>
      {totals.going > 0 && <ThinBar thin done={totals.size === 0 ? 0 : totals.sent / totals.size} label="All files" />}
      <QueueHold queue={queue} snapshot={snapshot} />
      <input
        ref={again}
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to choose again"
        className={styles.hidden}
        onChange={(event) => {
          const chosen = readChosen([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
          void adding.chooseAgain(chosen, line.current);
        }}
      />
      {isOpen && <QueueList files={inOrder} hands={hands} />}
      {renamed !== undefined && (
        <LazyPart
          load={loadRenameDialog}
          props={{
            entry: renamed,
            onName: (name) => queue.answer([renamed.id], { say: 'rename', name }),
            onClose: () => setRenamed(undefined),
          }}
          frame={BigDialog}
          onClose={() => setRenamed(undefined)}
        />
      )}
      {isCancelling && (
        <LazyPart
          load={loadCancelDialog}
          props={{ count: open, onCancelAll: queue.cancelAll, onClose: () => setCancelling(false) }}
          frame={BigDialog}
          onClose={() => setCancelling(false)}
        />
      )}
      {isAsking && (
        <LazyPart
          load={loadQuestionsDialog}
          props={{
            queue,
            files,
            onChooseAgain: (isFolder) => chooseAgain(undefined, isFolder),
            partners: adding.partners,
            onWhose: adding.goOnFor,
            onClose: () => setAsking(false),
          }}
          frame={BigDialog}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** In a long list what asks comes first, then what moves; a short one stays as it was dropped, what is done behind it. */
function sortFiles(files: readonly QueuedFile[]): readonly QueuedFile[] {
  if (files.length <= SHORT) return files.toSorted((one, other) => Number(isDone(one)) - Number(isDone(other)));
  const ranks = { asks: 0, sending: 2, sent: 3, checking: 4, waiting: 4, done: 5, cancelled: 6 } as const;
  // Hundreds may be chosen again with one press: a question about one of them is not to be lost among them.
  const isGone = ({ standing }: QueuedFile) => standing.is === 'asks' && standing.question.is === 'file-gone';
  const rank = (file: QueuedFile) => ranks[file.standing.is] + (isGone(file) ? 1 : 0);
  return files.toSorted((one, other) => rank(one) - rank(other));
}

const SHORT = 12;
