import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  Textarea,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { type KeyboardEvent, type Ref, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/live-region.tsx';
import { rowHover } from '../../ui/row-hover.ts';
import type { PersonRef } from '../../workspace/schema/define-list.ts';
import { dropSecondSpace, findMention, insertMention, matchPeople } from './mention-at.ts';
import { smallLabel } from './small-label.ts';

const MOST_SHOWN = 8;

const useStyles = makeStyles({
  part: { position: 'relative', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  list: {
    listStyle: 'none',
    margin: 0,
    padding: tokens.spacingVerticalXS,
    maxHeight: '220px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  option: {
    ...typographyStyles.body1,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': rowHover,
    '@media (max-width: 639px)': { minHeight: '44px', display: 'flex', alignItems: 'center' },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-2px',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly words: string;
  readonly people: readonly PersonRef[];
  readonly isSending: boolean;
  readonly fault: string | undefined;
  readonly box: Ref<HTMLTextAreaElement>;
  readonly onChange: (words: string) => void;
  readonly onSend: () => void;
};

/** Words to others. "@" and the first letters of a name offer the partnership's people; arrows and Enter choose. */
export function CommentBox({ words, people, isSending, fault, box, onChange, onSend }: Props) {
  const styles = useStyles();
  const id = useId();
  const announce = useAnnounce();
  const own = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(words.length);
  const [chosen, setChosen] = useState(0);
  const [isShut, setShut] = useState(false);
  const wanted = useRef<number | undefined>(undefined);
  // With the words that it belongs to, before the next key: later, what is typed meanwhile would stand before it.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    own.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  const mention = isShut ? undefined : findMention(words, caret);
  const shown = mention === undefined ? [] : matchPeople(mention.typed, people).slice(0, MOST_SHOWN);
  const current = shown[Math.min(chosen, shown.length - 1)];
  const optionId = current && `${id}-${current.id}`;
  // The list opens below the sight of a panel, and is longer than its box.
  useEffect(() => {
    if (optionId !== undefined) document.getElementById(optionId)?.scrollIntoView({ block: 'nearest' });
  }, [optionId]);

  function type(typed: string, typedAt: number): void {
    const { words: next, caret: at } = dropSecondSpace(typed, typedAt, people);
    if (next !== typed) wanted.current = at;
    setCaret(at);
    setChosen(0);
    setShut(false);
    onChange(next);
    const begun = findMention(next, at);
    const isOffered = begun !== undefined && matchPeople(begun.typed, people).length > 0;
    if (isOffered && current === undefined) {
      announce('People to mention: arrow keys move, Enter chooses, Escape closes.');
    }
  }

  function take(person: PersonRef): void {
    if (mention === undefined) return;
    const next = insertMention(words, caret, mention, person.name);
    wanted.current = next.caret;
    onChange(next.words);
    setCaret(next.caret);
    announce(`${person.name} is mentioned.`);
    own.current?.focus();
  }

  function handleKey(event: KeyboardEvent): void {
    if (current === undefined) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      setChosen((Math.min(chosen, shown.length - 1) + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') take(current);
    else if (event.key === 'Escape') setShut(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.part}>
      <Field
        label={smallLabel('Write a comment')}
        hint='Type "@" to ask somebody. No names of children.'
        {...(fault !== undefined && { validationMessage: fault })}
      >
        <Textarea
          ref={(area) => {
            own.current = area;
            if (typeof box === 'function') box(area);
            else if (box !== null) box.current = area;
          }}
          rows={2}
          resize="vertical"
          value={words}
          readOnly={isSending}
          aria-autocomplete="list"
          {...(current !== undefined && {
            'aria-controls': `${id}-list`,
            'aria-activedescendant': optionId,
          })}
          onChange={(event, { value }) => type(value, event.target.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={handleKey}
        />
      </Field>
      {current !== undefined && (
        <div id={`${id}-list`} role="listbox" aria-label="People to mention" className={styles.list}>
          {shown.map((person) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's, which keeps the focus
            <div
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={person === current}
              className={mergeClasses(styles.option, person === current && styles.current)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      )}
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={isSending || words.trim() === ''} onClick={onSend}>
          {isSending ? 'Sending' : 'Send the comment'}
        </Button>
      </div>
    </div>
  );
}
