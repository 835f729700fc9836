import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { useDrafts } from '../session/drafts.ts';
import { usePartnership } from '../session/use-partnership.ts';
import { Notice } from '../ui/notice.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWorkspace } from '../workspace/hooks.ts';
import { type Edit, needsPerson } from '../workspace/sync/edit.ts';
import { describeEdit, standingWords } from './describe-edit.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  words: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Every change that Microsoft 365 does not have yet: what it is, why it waits, and what a person can do. */
export function ChangesPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const partnership = usePartnership();
  const known = partnership.state === 'ready' ? partnership : undefined;
  const { pending, pause, storage } = useSyncExternalStore(workspace.subscribe, workspace.status);
  const typed = useSyncExternalStore(drafts.subscribe, drafts.all);
  const isEmpty = pending.length === 0 && typed.length === 0;

  useEffect(() => {
    // The last change has arrived: there is nothing more to show.
    if (isEmpty) onClose();
  }, [isEmpty, onClose]);

  return (
    <SidePanel title="Changes that are not saved yet" onClose={onClose} isOver>
      {storage === 'blocked' && (
        <Notice kind="warning" lead="This browser keeps nothing.">
          Leave the tab open until all is saved.
        </Notice>
      )}
      <ul className={styles.list}>
        {typed.map((draft, index) => (
          <li key={draft.title ?? index} className={styles.row}>
            <p className={styles.title}>{draft.title ?? 'Something typed'}</p>
            <p className={styles.words}>{draftWords[draft.state]}</p>
            {draft.href !== undefined && (
              <Link href={draft.href} onClick={onClose}>
                Open
              </Link>
            )}
          </li>
        ))}
        {pending.map((edit) => {
          const { title, href } = describeEdit(edit, known);
          return (
            <li key={edit.id} className={styles.row}>
              <p className={styles.title}>{title}</p>
              <p className={styles.words}>{standingWords(edit.standing, pause)}</p>
              <div className={styles.actions}>
                {href !== undefined && (
                  <Link href={href} onClick={onClose}>
                    Open
                  </Link>
                )}
                {needsPerson(edit) && <Choices edit={edit} />}
              </div>
            </li>
          );
        })}
      </ul>
      {pause !== undefined && (
        <div>
          <Button onClick={() => workspace.goOn()}>Try all again now</Button>
        </div>
      )}
    </SidePanel>
  );
}

function Choices({ edit }: { readonly edit: Edit }) {
  const workspace = useWorkspace();
  const { standing } = edit;
  if (standing.is === 'clash') {
    return (
      <>
        <Button size="small" onClick={() => workspace.settle(edit, standing.clash.columns)}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => workspace.settle(edit, [])}>
          Take theirs
        </Button>
      </>
    );
  }
  return (
    <>
      {standing.is === 'refused' && (
        <Button size="small" onClick={() => workspace.retry(edit)}>
          Try again
        </Button>
      )}
      <Button size="small" onClick={() => workspace.discard(edit)}>
        Give it up
      </Button>
    </>
  );
}

const draftWords = {
  typed: 'Typed, and not saved: press Save there.',
  sending: 'On its way.',
  held: 'It needs you.',
} as const;
