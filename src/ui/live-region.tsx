import { makeStyles } from '@fluentui/react-components';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

const Announce = createContext<(words: string) => void>(() => undefined);

/** Says the result of an action to people who do not see it: one polite line for the whole page. */
export function LiveRegion({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const [spoken, setSpoken] = useState({ words: '', turn: 0 });
  // The same sentence twice running must be heard twice, so each takes the other of two places.
  const announce = useCallback((words: string) => setSpoken(({ turn }) => ({ words, turn: turn + 1 })), []);
  return (
    <Announce value={announce}>
      {children}
      <div className={styles.hidden} aria-live="polite">
        <span>{spoken.turn % 2 === 0 ? spoken.words : ''}</span>
        <span>{spoken.turn % 2 === 1 ? spoken.words : ''}</span>
      </div>
    </Announce>
  );
}

export function useAnnounce(): (words: string) => void {
  return useContext(Announce);
}
