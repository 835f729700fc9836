import { Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/live-region.tsx';
import type { Prompt } from '../../workspace/schema/lists.ts';
import { findByCode } from './grid-keys.ts';

const useStyles = makeStyles({
  box: {
    position: 'absolute',
    top: '4px',
    left: '4px',
    zIndex: 4,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalS,
    boxSizing: 'border-box',
    maxWidth: 'calc(100% - 8px)',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  field: { width: '110px' },
  found: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

type Props = {
  /** What was typed already, on the grid itself. */
  readonly typed: string;
  readonly prompts: readonly Prompt[];
  readonly onFound: (prompt: Prompt) => void;
  /** To what was found, back to where one was, or away to another part of the screen. */
  readonly onLeave: (where: 'found' | 'back' | 'gone') => void;
};

/** Type-ahead that is seen: the beginning of a prompt's id leads to it as it is typed. */
export function GoTo({ typed, prompts, onFound, onLeave }: Props) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [words, setWords] = useState(typed);
  const found = findByCode(prompts, words);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef({ onFound, announce });
  latest.current = { onFound, announce };

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (words.trim() === '') return;
    if (found === undefined) latest.current.announce(`No prompt begins with ${words}.`);
    else {
      latest.current.onFound(found);
      latest.current.announce(`${found.code}, ${found.title}`);
    }
  }, [found, words]);

  return (
    <div className={styles.box}>
      <Input
        size="small"
        className={styles.field}
        aria-label="Go to the prompt whose id begins with"
        placeholder="Id of a prompt"
        value={words}
        input={{ ref: input }}
        onChange={(_, { value }) => setWords(value)}
        onBlur={() => onLeave('gone')}
        onKeyDown={(event) => {
          const isBack = event.key === 'Escape';
          if (!isBack && !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
          event.preventDefault();
          onLeave(isBack ? 'back' : 'found');
        }}
      />
      <span className={styles.found}>
        {words.trim() === '' ? 'Type an id, such as the last part of it.' : (found?.title ?? 'No prompt begins so.')}
      </span>
    </div>
  );
}
