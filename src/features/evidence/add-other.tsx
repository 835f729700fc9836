import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Tool } from './tool.ts';

const useStyles = makeStyles({
  box: { position: 'relative', '@media (max-width: 639px)': { width: '100%' } },
  button: { '@media (max-width: 639px)': { minHeight: '44px', width: '100%' } },
  choices: {
    position: 'absolute',
    top: 'calc(100% + 4px)',
    right: 0,
    zIndex: 3,
    display: 'flex',
    flexDirection: 'column',
    minWidth: '260px',
    padding: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    '@media (max-width: 639px)': { left: 0, right: 'auto', width: '100%', boxSizing: 'border-box' },
  },
  choice: { justifyContent: 'flex-start', '@media (max-width: 639px)': { minHeight: '44px' } },
});

const choices: readonly { readonly kind: 'link' | 'gap' | 'asked'; readonly name: string }[] = [
  { kind: 'link', name: 'Register a file where it is' },
  { kind: 'gap', name: 'Say what is needed' },
  { kind: 'asked', name: 'Documents usually asked for' },
];

/** The other ways to add something than sending files. */
export function AddOther({ onOpen }: { readonly onOpen: (tool: Tool) => void }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();

  function toButton() {
    box.current?.querySelector('button')?.focus();
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    setOpen(false);
    toButton();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button has opened
    <div
      ref={box}
      className={styles.box}
      onKeyDown={closeOnEscape}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <Button
        icon={<Add20Regular />}
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        Add something else
      </Button>
      <div id={id} hidden={!isOpen} className={isOpen ? styles.choices : undefined}>
        {isOpen &&
          choices.map(({ kind, name }) => (
            <Button
              key={kind}
              appearance="subtle"
              className={styles.choice}
              onClick={() => {
                toButton();
                setOpen(false);
                onOpen({ kind });
              }}
            >
              {name}
            </Button>
          ))}
      </div>
    </div>
  );
}
