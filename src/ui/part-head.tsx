import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '32px' },
  title: { ...typographyStyles.caption1Strong, margin: 0, flexShrink: 0 },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, marginRight: 'auto' },
  act: {
    flexShrink: 0,
    // Its words end where the part ends.
    marginRight: `calc(-1 * ${tokens.spacingHorizontalS})`,
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightRegular,
  },
});

type Props = {
  /** What its section is labelled by. */
  readonly id?: string;
  readonly title: string;
  /** A count, or a few words. */
  readonly detail?: ReactNode;
  /** What can be done in the part. */
  readonly act?: ReactNode;
};

/** The head of a part of a panel: what it is called, how much there is, and the one thing to do in it. */
export function PartHead({ id, title, detail, act }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <h3 id={id} className={styles.title}>
        {title}
      </h3>
      <span className={styles.detail}>{detail}</span>
      {act}
    </div>
  );
}

type ActProps = {
  readonly children: ReactNode;
  /** Whether what it opens is open; left out for what opens nothing. */
  readonly isOpen?: boolean;
  readonly isOff?: boolean;
  readonly onClick: () => void;
};

/** The thing to do in a part: a button that looks like a link. */
export function PartAct({ children, isOpen, isOff = false, onClick }: ActProps) {
  const styles = useStyles();
  return (
    <Button
      size="small"
      appearance="transparent"
      className={styles.act}
      aria-expanded={isOpen}
      disabledFocusable={isOff}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
