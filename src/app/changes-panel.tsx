import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useDrafts } from '../session/drafts.ts';
import { toSentence } from '../session/sentence.ts';
import { usePartnership } from '../session/use-partnership.ts';
import { useSignIn } from '../session/use-sign-in.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { Notice } from '../ui/notice.tsx';
import { SidePanel } from '../ui/side-panel.tsx';
import { useWorkspace } from '../workspace/hooks.ts';
import { PendingChange } from './pending-change.tsx';
import { TypedChange } from './typed-change.tsx';
import { useNow } from './use-now.ts';
import { pauseWords } from './waiting-words.ts';

const loadEditClash = async () => (await import('./edit-clash.tsx')).EditClash;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  empty: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Every change that Microsoft 365 does not have yet: what it is, since when, why it waits, and what a person can do. */
export function ChangesPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const workspace = useWorkspace();
  const askToSignIn = useSignIn();
  const drafts = useDrafts();
  const partnership = usePartnership();
  const known = partnership.state === 'ready' ? partnership : undefined;
  const { pending, pause, storage } = useSyncExternalStore(workspace.subscribe, workspace.status);
  const typed = useSyncExternalStore(drafts.subscribe, drafts.all);
  const keys = drafts.keys();
  const now = useNow(pause !== undefined);
  const [asked, setAsked] = useState<string | undefined>();
  const [sentence, setSentence] = useState<string | undefined>();
  const isBlocked = storage === 'blocked';
  const isEmpty = pending.length === 0 && typed.length === 0 && !isBlocked;
  const question = pending.find(({ id }) => id === asked);

  useEffect(() => {
    // The last change has arrived: there is nothing more to show.
    if (isEmpty) onClose();
  }, [isEmpty, onClose]);

  async function signIn(): Promise<void> {
    try {
      await askToSignIn();
      setSentence(undefined);
    } catch (error) {
      setSentence(toSentence(error));
    }
  }

  // The question takes the place of the list: never a dialog over a dialog.
  if (question?.standing.is === 'clash') {
    return (
      <LazyPart
        load={loadEditClash}
        props={{ edit: question, clash: question.standing.clash, onDone: () => setAsked(undefined) }}
        frame={SidePanel}
        onClose={() => setAsked(undefined)}
      />
    );
  }
  return (
    <SidePanel title="Changes that are not saved yet" onClose={onClose} isOver>
      {isBlocked && (
        <Notice kind="warning" lead="This browser keeps nothing:">
          what is not saved is lost if you close the tab.
        </Notice>
      )}
      {pause !== undefined && pending.length > 0 && (
        <Notice
          kind="info"
          actions={
            pause.why === 'signed-out' ? (
              <Button size="small" appearance="primary" onClick={() => void signIn()}>
                Sign in
              </Button>
            ) : (
              pause.why !== 'asked-to-wait' && (
                <Button size="small" onClick={() => workspace.goOn()}>
                  Try all again now
                </Button>
              )
            )
          }
        >
          {sentence ?? pauseWords(pause, now)}
        </Notice>
      )}
      {pending.length === 0 && typed.length === 0 && <p className={styles.empty}>All is saved.</p>}
      <ul className={styles.list}>
        {typed.map((draft, index) => (
          <TypedChange
            key={keys[index]}
            draft={draft}
            onOpen={onClose}
            onGiveUp={() => keys[index] !== undefined && drafts.drop(keys[index])}
          />
        ))}
        {pending.map((edit) => (
          <PendingChange
            key={edit.id}
            edit={edit}
            known={known}
            pause={pause}
            now={now}
            onOpen={onClose}
            onDecide={() => setAsked(edit.id)}
          />
        ))}
      </ul>
    </SidePanel>
  );
}
