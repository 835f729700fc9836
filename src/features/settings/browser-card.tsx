import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { useDrafts } from '../../session/drafts.ts';
import { useForget } from '../../session/use-forget.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspace } from '../../workspace/hooks.ts';
import { lossWords } from './loss-words.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  text: { ...typographyStyles.body1, margin: 0 },
  button: { alignSelf: 'flex-start' },
});

/** Teams has no sign-out: whoever shares a computer can make this browser forget. */
export function BrowserCard() {
  const styles = useStyles();
  const workspace = useWorkspace();
  const drafts = useDrafts();
  const { pending, storage } = useSyncExternalStore(workspace.subscribe, workspace.status);
  const typed = useSyncExternalStore(drafts.subscribe, drafts.all);
  const { state, forget } = useForget();
  const [isAsked, setAsked] = useState(false);
  const isGone = state === 'done' || (storage === 'blocked' && state === 'idle');

  return (
    <Card title="What this browser keeps">
      <div className={styles.column}>
        {isGone ? (
          <Notice kind={state === 'done' ? 'done' : 'info'} {...(state === 'done' && { lead: 'Forgotten.' })}>
            This browser keeps nothing: what is not saved is lost if you close the tab.
          </Notice>
        ) : (
          <p className={styles.text}>
            A copy of this partnership's lists, and what you typed and have not saved. It is kept for you alone. On a
            computer that others use, make it forget when you are done.
          </p>
        )}
        {state === 'failed' && (
          <Notice kind="danger" lead="It was not forgotten.">
            Close the other tabs of JTAI Ready, then try again.
          </Notice>
        )}
        {!isGone && !isAsked && (
          <Button className={styles.button} disabledFocusable={state === 'busy'} onClick={() => setAsked(true)}>
            Forget what this browser keeps
          </Button>
        )}
        {!isGone && isAsked && (
          <Notice
            kind="warning"
            lead="Forget it?"
            actions={
              <>
                <Button
                  appearance="primary"
                  disabledFocusable={state === 'busy'}
                  onClick={() => {
                    setAsked(false);
                    void forget();
                  }}
                >
                  Yes, forget it
                </Button>
                <Button autoFocus onClick={() => setAsked(false)}>
                  Keep it
                </Button>
              </>
            }
          >
            {lossWords(pending.length, typed.length)}
          </Notice>
        )}
      </div>
    </Card>
  );
}
