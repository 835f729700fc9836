import { Input, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
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
  clear: { ...typographyStyles.caption1 },
  found: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

type Props = {
  /** What was typed already, on the grid itself. */
  readonly typed: string;
  /** Those that the filters leave. */
  readonly prompts: readonly Prompt[];
  readonly all: readonly Prompt[];
  readonly onFound: (prompt: Prompt) => void;
  /** Clears the filters. */
  readonly onShowAll: () => void;
  /** To what was found, back to where one was, or away to another part of the screen. */
  readonly onLeave: (where: 'found' | 'back' | 'gone') => void;
};

/** Type-ahead that is seen: the beginning of a prompt's id leads to it as it is typed. */
export function GoTo({ typed, prompts, all, onFound, onShowAll, onLeave }: Props) {
  const styles = useStyles();
  const announce = useAnnounce();
  const [words, setWords] = useState(typed);
  const found = findByCode(prompts, words);
  const hidden = found === undefined ? findByCode(all, words) : undefined;
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ onFound, announce });
  latest.current = { onFound, announce };

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (words.trim() === '') return;
    if (hidden !== undefined) latest.current.announce(`${hiddenWords(hidden)} Enter clears the filters.`);
    else if (found === undefined) latest.current.announce(`No prompt begins with ${words}.`);
    else {
      latest.current.onFound(found);
      latest.current.announce(`${found.code}, ${found.title}`);
    }
  }, [found, hidden, words]);

  function leave({ relatedTarget }: FocusEvent): void {
    if (!box.current?.contains(relatedTarget as Node | null)) onLeave('gone');
  }

  return (
    <div ref={box} className={styles.box}>
      <Input
        size="small"
        className={styles.field}
        aria-label="Go to the prompt whose id begins with"
        placeholder="Id of a prompt"
        value={words}
        input={{ ref: input }}
        onChange={(_, { value }) => setWords(value)}
        onBlur={leave}
        onKeyDown={(event) => {
          const isBack = event.key === 'Escape';
          if (!isBack && !['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
          event.preventDefault();
          if (hidden !== undefined && event.key === 'Enter') onShowAll();
          else onLeave(isBack ? 'back' : 'found');
        }}
      />
      <span className={styles.found}>
        {words.trim() === '' && 'Type an id, such as the last part of it.'}
        {hidden !== undefined && (
          <>
            {hiddenWords(hidden)}{' '}
            <Link
              as="button"
              className={styles.clear}
              // Else the field would lose the focus first, and this would go with it.
              onBlur={leave}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                input.current?.focus();
                onShowAll();
              }}
            >
              Clear the filters
            </Link>
          </>
        )}
        {words.trim() !== '' && hidden === undefined && (found?.title ?? 'No prompt begins so.')}
      </span>
    </div>
  );
}

const hiddenWords = ({ code }: Prompt) => `The filters hide ${code}.`;
