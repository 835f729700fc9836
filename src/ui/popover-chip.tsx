import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { useChipStyles } from './chip-styles.ts';

export const usePopoverStyles = makeStyles({
  surface: {
    position: 'fixed',
    margin: 0,
    boxSizing: 'border-box',
    maxWidth: 'calc(100vw - 16px)',
    maxHeight: 'calc(100vh - 16px)',
    overflowY: 'auto',
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ...typographyStyles.body1,
  },
});

/** Room that a popover keeps from the edges of the frame, in pixels. */
const EDGE = 8;

/** Puts a popover under what opened it, and inside the frame. */
function placeUnder(surface: HTMLElement, opener: DOMRect): void {
  const { width, height } = surface.getBoundingClientRect();
  const below = opener.bottom + 4;
  const top = below + height > innerHeight - EDGE ? Math.max(EDGE, opener.top - height - 4) : below;
  surface.style.left = `${Math.max(EDGE, Math.min(opener.left, innerWidth - width - EDGE))}px`;
  surface.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
}

/** Keeps it there when the frame is resized, and inside the frame when what it holds grows, until it is told to stop. */
export function keepUnder(surface: HTMLElement, opener: Element): () => void {
  const place = () => placeUnder(surface, opener.getBoundingClientRect());
  place();
  const observer = new ResizeObserver(place);
  observer.observe(surface);
  addEventListener('resize', place);
  return () => {
    observer.disconnect();
    removeEventListener('resize', place);
  };
}

type Props = {
  /** For whoever opens it by another way. */
  readonly id?: string;
  readonly label: string;
  /** What it is called aloud, where the label alone does not say it. */
  readonly name?: string;
  readonly isOn?: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A chip that opens a small surface: the platform's own popover, which closes on Escape and on a press beside it. What
 * is on it is made when it opens.
 */
export function PopoverChip({ id: given, label, name, isOn = false, icon, children }: Props) {
  const styles = usePopoverStyles();
  const chips = useChipStyles();
  const own = useId();
  const id = given ?? own;
  const opener = useRef<HTMLButtonElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useLayoutEffect(() => {
    if (isOpen && surface.current !== null && opener.current !== null) {
      return keepUnder(surface.current, opener.current);
    }
    return undefined;
  }, [isOpen]);

  return (
    <>
      <button
        ref={opener}
        type="button"
        className={mergeClasses(chips.chip, isOn && chips.on)}
        aria-expanded={isOpen}
        aria-label={name}
        popoverTarget={id}
      >
        {icon}
        {label}
        <ChevronDown12Regular aria-hidden="true" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame that cannot be laid out */}
      <div
        ref={surface}
        id={id}
        popover="auto"
        role="group"
        aria-label={name ?? label}
        className={styles.surface}
        onBeforeToggle={(event) => {
          if (event.newState === 'open') setOpen(true);
        }}
        onToggle={(event) => {
          // Not before: the focus goes back from what it was on.
          if (event.newState === 'closed') setOpen(false);
          else event.currentTarget.querySelector<HTMLElement>('input, button, a')?.focus();
        }}
      >
        {isOpen && children}
      </div>
    </>
  );
}

type ToggleProps = {
  readonly label: string;
  readonly name?: string;
  readonly isOn: boolean;
  readonly icon?: ReactNode;
  readonly onChange: (isOn: boolean) => void;
};

/** A chip that is on or off. */
export function ToggleChip({ label, name, isOn, icon, onChange }: ToggleProps) {
  const styles = useChipStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.chip, isOn && styles.on)}
      aria-pressed={isOn}
      aria-label={name}
      onClick={() => onChange(!isOn)}
    >
      {icon}
      {label}
    </button>
  );
}
