import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { FileQueue, Snapshot } from '../../services/file-queue/file-queue.ts';
import { toSentence } from '../../session/sentence.ts';
import { useSignIn } from '../../session/use-sign-in.ts';
import { holdWords } from './queue-words.ts';

const useStyles = makeStyles({
  hold: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
});

type Props = { readonly queue: FileQueue; readonly snapshot: Snapshot };

/** Why no file goes for the moment, and what the person can do about it. */
export function QueueHold({ queue, snapshot }: Props) {
  const styles = useStyles();
  const askToSignIn = useSignIn();
  const [sentence, setSentence] = useState<string | undefined>();
  const { hold } = snapshot;
  if (hold === undefined) return undefined;

  async function signIn(): Promise<void> {
    try {
      await askToSignIn();
      setSentence(undefined);
      queue.goOn();
    } catch (error) {
      setSentence(toSentence(error));
    }
  }

  return (
    <div className={styles.hold}>
      <span>{sentence ?? holdWords(hold, Date.now())}</span>
      {hold.why === 'signed-out' ? (
        <Button size="small" appearance="primary" onClick={() => void signIn()}>
          Sign in
        </Button>
      ) : (
        hold.why !== 'asked-to-wait' && (
          <Button size="small" onClick={() => queue.goOn()}>
            Try again now
          </Button>
        )
      )}
    </div>
  );
}
