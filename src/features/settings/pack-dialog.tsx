import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  dialog: {
    boxSizing: 'border-box',
    flexDirection: 'column',
    width: '900px',
    maxWidth: 'calc(100% - 32px)',
    height: '760px',
    maxHeight: 'calc(100% - 32px)',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow64,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    '&[open]': { display: 'flex' },
    '&::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    '@media (max-width: 639px)': {
      width: '100%',
      maxWidth: 'none',
      height: '100%',
      maxHeight: 'none',
      margin: 0,
      borderRadius: 0,
    },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...typographyStyles.subtitle1, margin: '0 auto 0 0', outline: 'none', overflowWrap: 'anywhere' },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    position: 'relative',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`,
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  phone: {
    '@media (max-width: 639px)': { paddingLeft: tokens.spacingHorizontalL, paddingRight: tokens.spacingHorizontalL },
  },
  close: { '@media (max-width: 639px)': { minWidth: '44px', minHeight: '44px' } },
});

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** A wide dialog over the page; the whole screen on a phone. Its head and foot stay, its body scrolls. */
export function PackDialog({ title, onClose, foot, children }: Props) {
  const styles = useStyles();
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    const opener = document.activeElement;
    ref.current?.showModal();
    heading.current?.focus({ preventScroll: true });
    return () => {
      queueMicrotask(() => {
        if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
      });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      className={styles.dialog}
      onCancel={(event) => {
        // A file picker or another dialog inside tells its own closing the same way.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={mergeClasses(styles.head, styles.phone)}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <Button
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label="Close"
          className={styles.close}
          onClick={onClose}
        />
      </div>
      <div className={mergeClasses(styles.body, styles.phone)}>{children}</div>
      {foot !== undefined && <div className={mergeClasses(styles.foot, styles.phone)}>{foot}</div>}
    </dialog>
  );
}
