import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWidth } from './use-width.ts';

const useStyles = makeStyles({
  panel: {
    boxSizing: 'border-box',
    margin: 0,
    padding: 0,
    border: 'none',
    flexDirection: 'column',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    '&[open]': { display: 'flex' },
    '&::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    // One dim is enough: a dialog over it brings its own.
    '&:has(dialog:modal)::backdrop': { backgroundColor: 'transparent' },
    ':focus-visible': { outline: 'none' },
  },
  inline: {
    position: 'static',
    width: '400px',
    minWidth: '400px',
    height: '100%',
    maxHeight: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
  },
  overlay: {
    position: 'fixed',
    inset: '0 0 0 auto',
    width: '400px',
    maxWidth: '100%',
    height: '100%',
    maxHeight: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow64,
    '@media (prefers-reduced-motion: no-preference)': {
      animationName: { from: { transform: 'translateX(32px)' }, to: { transform: 'none' } },
      animationDuration: tokens.durationNormal,
      animationTimingFunction: tokens.curveDecelerateMid,
    },
  },
  full: { position: 'fixed', inset: 0, width: '100%', maxWidth: 'none', height: '100%', maxHeight: 'none' },
  head: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    },
  },
  top: { display: 'flex', alignItems: 'center', minHeight: '32px' },
  above: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: 'auto' },
  title: { ...typographyStyles.subtitle2, margin: 0, outline: 'none', overflowWrap: 'anywhere' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    position: 'relative',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  },
  news: {
    flexShrink: 0,
    maxHeight: '40%',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':empty': { display: 'none' },
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}` },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // Nothing to do and nothing to say.
    ':not(:has(button, span))': { display: 'none' },
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  },
});

export type PanelFocus = { readonly isTaken: boolean };

const TAKEN: PanelFocus = { isTaken: true };

type Props = {
  /** A short line above the title: prompt and partner. */
  readonly above?: string;
  readonly title: string;
  readonly onClose: () => void;
  /** A new one each time it is asked for: taken, or left in the list that the panel stands beside. */
  readonly focus?: PanelFocus | undefined;
  /** Keys pressed on the title, which has the focus when the panel opens. */
  readonly onTitleKey?: ((event: KeyboardEvent) => void) | undefined;
  /** Over the screen at every width: it belongs to no list. */
  readonly isOver?: boolean;
  /** Over the whole frame at every width, as a page of its own. */
  readonly isFull?: boolean;
  /** Buttons beside Close. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  /** What became of the last press on a button of the foot; it stands above them and does not scroll away. */
  readonly news?: ReactNode;
  readonly foot?: ReactNode;
};

/**
 * One element in three layouts: beside the list, over it, or the whole screen. It stays the same element when the
 * frame is resized, so that what is typed in it survives; the platform's own dialog gives the focus trap and keeps
 * what lies beneath out of reach.
 */
export function SidePanel({
  above,
  title,
  onClose,
  focus = TAKEN,
  onTitleKey,
  isOver = false,
  isFull = false,
  tools,
  children,
  news,
  foot,
}: Props) {
  const styles = useStyles();
  const frameWidth = useWidth();
  const width = isOver && frameWidth === 'wide' ? 'middle' : frameWidth;
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const wanted = useRef(focus);
  const isPressed = useRef(false);
  const titleId = useId();
  const modal = width !== 'wide' || isFull;

  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      // Only where the focus would be lost: a link that was followed has its own place for it.
      queueMicrotask(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    };
  }, []);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const focused = dialog.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    const above = dialog.open ? [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')] : [];
    if (dialog.open) dialog.close();
    // Where a panel took another's place, the focus went with that one.
    const isLost = document.activeElement === document.body;
    const isTaken = modal || isLost || focused !== null || wanted.current.isTaken;
    if (modal) dialog.showModal();
    // Shown by its method, it would take the focus.
    else dialog.open = true;
    // What lay over the panel lies over it again: whoever turns a phone would find it beneath, out of reach.
    for (const other of above) {
      if (other === dialog) continue;
      other.close();
      other.showModal();
    }
    if (isTaken) (focused ?? heading.current)?.focus({ preventScroll: true });
  }, [modal]);

  useEffect(() => {
    wanted.current = focus;
    if (!focus.isTaken || ref.current?.contains(document.activeElement)) return;
    heading.current?.focus({ preventScroll: true });
  }, [focus]);

  const keepFocus = useKeptFocus(heading);

  /** A panel that slid under the pointer between two presses is not what the second was for. */
  function passSecondPress(event: MouseEvent) {
    if (event.detail === 1) isPressed.current = true;
    if (event.detail < 2 || isPressed.current) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  }

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onKeyDown={closeOnEscape}
      onClickCapture={passSecondPress}
      onFocus={keepFocus}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={mergeClasses(
        styles.panel,
        isFull ? styles.full : width === 'wide' ? styles.inline : width === 'middle' ? styles.overlay : styles.full,
      )}
    >
      <div className={styles.head}>
        <div className={styles.top}>
          <span className={styles.above} aria-live="polite">
            {above}
          </span>
          {tools}
          <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label="Close" onClick={onClose} />
        </div>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title} onKeyDown={onTitleKey}>
          {title}
        </h2>
      </div>
      <div className={styles.body}>{children}</div>
      {news !== undefined && <div className={styles.news}>{news}</div>}
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </dialog>
  );
}
