import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { lastPull, pullAndNote } from '../session/last-pull.ts';
import { useSession } from '../session/session.ts';
import { whenWords } from '../session/when.ts';
import { usePullError, useWorkspace } from '../workspace/hooks.ts';
import { useNow } from './use-now.ts';
import { pauseWords } from './waiting-words.ts';

const useStyles = makeStyles({
  words: { ':empty': { display: 'none' } },
  line: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalXXL}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 1099px)': { padding: `0 ${tokens.spacingHorizontalL}` },
    '@media (max-width: 639px)': { padding: `2px ${tokens.spacingHorizontalM}` },
  },
});

/** From how long on a wait is told over the screens, and not only in the list of changes. */
const LONG_MS = 10_000;

/** The last read did not bring everything, or nothing may be asked for a while: what is shown is true, but older. */
export function OlderCopy() {
  const styles = useStyles();
  const workspace = useWorkspace();
  const { clock } = useSession();
  const error = usePullError();
  const pause = useSyncExternalStore(workspace.subscribe, () => workspace.status().pause);
  const isAsked = pause?.why === 'asked-to-wait';
  const now = useNow(isAsked);
  const isLong = isAsked && pause.until - now > LONG_MS;
  const at = error === undefined ? undefined : lastPull(workspace);
  if (error === undefined && !isLong) return null;
  return (
    <div className={styles.line}>
      <span role="status" className={styles.words}>
        {error !== undefined && `${shownWords(at, clock())} `}
        {error !== undefined && !isAsked && error.message}
      </span>
      {/* Not in the status: a countdown that is read out every second is heard over everything else. */}
      {isAsked && <span>{pauseWords(pause, now)}</span>}
      {error !== undefined && !isAsked && (
        <Button size="small" appearance="subtle" onClick={() => void pullAndNote(workspace)}>
          Try again
        </Button>
      )}
    </div>
  );
}

function shownWords(at: string | undefined, now: string): string {
  if (at === undefined) return 'What you see may be older.';
  return `Shown as of ${whenWords(at, now)}.`;
}
