import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { isLost } from './use-focus-after.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useWidth } from './use-width.ts';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    width: '840px',
    maxWidth: 'calc(100% - 32px)',
    maxHeight: 'calc(100% - 32px)',
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    flexDirection: 'column',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    '&[open]': { display: 'flex' },
    '&::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
  },
  tall: { width: '1000px', height: 'calc(100% - 32px)' },
  full: {
    position: 'fixed',
    inset: 0,
    margin: 0,
    width: '100%',
    maxWidth: 'none',
    height: '100%',
    maxHeight: 'none',
    borderRadius: 0,
    border: 'none',
  },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalS}`,
    '@media (max-width: 639px)': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  words: { minWidth: 0, marginRight: 'auto' },
  title: {
    ...typographyStyles.subtitle1,
    margin: 0,
    outline: 'none',
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { ...typographyStyles.subtitle2, paddingTop: '10px' },
  },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, overflowWrap: 'anywhere' },
  close: { flexShrink: 0 },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalL}`,
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}` },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 639px)': {
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    },
  },
});

type Props = {
  readonly title: string;
  /** A short line under the title. */
  readonly detail?: ReactNode;
  /** As large as the frame allows, for a document. */
  readonly isTall?: boolean;
  readonly children: ReactNode;
  /** Its buttons; the one that goes on is the last. */
  readonly foot?: ReactNode;
  readonly onClose: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

/**
 * A dialog of the platform: it lies over a panel too, keeps the focus inside, closes with Escape, and gives the focus
 * back to whatever opened it.
 */
export function BigDialog({ title, detail, isTall = false, children, foot, onClose, onKeyDown }: Props) {
  const styles = useStyles();
  const isPhone = useWidth() === 'narrow';
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const keepFocus = useKeptFocus(heading);

  useEffect(() => {
    const opener = document.activeElement;
    ref.current?.showModal();
    heading.current?.focus({ preventScroll: true });
    return () => {
      queueMicrotask(() => {
        if (isLost() && opener instanceof HTMLElement) opener.focus();
      });
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      className={mergeClasses(styles.dialog, isTall && styles.tall, isPhone && styles.full)}
      onKeyDown={(event) => {
        // What is open beneath must not close with it.
        event.stopPropagation();
        onKeyDown?.(event);
      }}
      onFocus={keepFocus}
      onCancel={(event) => {
        // What is asked inside, such as for files, tells that it was given up in the same way.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
            {title}
          </h2>
          {detail !== undefined && <p className={styles.detail}>{detail}</p>}
        </div>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close"
          className={styles.close}
          onClick={onClose}
        />
      </div>
      <div className={styles.body}>{children}</div>
      {foot !== undefined && foot !== false && <div className={styles.foot}>{foot}</div>}
    </dialog>
  );
}
