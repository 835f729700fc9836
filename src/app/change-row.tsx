import { Button, Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  detail: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  words: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

type Props = {
  readonly title: string;
  readonly href: string | undefined;
  readonly onOpen: () => void;
  /** What changes, and since when. */
  readonly detail: string;
  /** Why it waits. */
  readonly words: string;
  readonly actions?: ReactNode;
  /** Missing where it cannot be given up. */
  readonly onGiveUp?: (() => void) | undefined;
};

/** One change in the list of changes. Giving it up is asked once more, for it cannot be undone. */
export function ChangeRow({ title, href, onOpen, detail, words, actions, onGiveUp }: Props) {
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  return (
    <li className={styles.row}>
      <p className={styles.title}>
        {href === undefined ? (
          title
        ) : (
          <Link href={href} onClick={onOpen}>
            {title}
          </Link>
        )}
      </p>
      <p className={styles.detail}>{detail}</p>
      <p className={styles.words}>{isAsked ? 'Give it up? What you wrote is gone then.' : words}</p>
      <div className={styles.actions}>
        {isAsked ? (
          <>
            <Button size="small" appearance="primary" onClick={onGiveUp}>
              Yes, give it up
            </Button>
            <Button autoFocus size="small" onClick={() => setAsked(false)}>
              Keep it
            </Button>
          </>
        ) : (
          <>
            {actions}
            {onGiveUp !== undefined && (
              <Button
                size="small"
                appearance="subtle"
                aria-label={`Give it up: ${title}`}
                onClick={() => setAsked(true)}
              >
                Give it up
              </Button>
            )}
          </>
        )}
      </div>
    </li>
  );
}
