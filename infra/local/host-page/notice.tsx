import { Button, MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: { flexShrink: 0, alignItems: 'center', rowGap: tokens.spacingVerticalS },
  body: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

type NoticeProps = {
  readonly intent?: 'error' | 'warning' | 'info';
  readonly title: string;
  readonly children?: ReactNode;
  readonly onClose?: () => void;
  readonly action?: { readonly label: string; readonly onClick: () => void };
};

/** News in one sentence, read out at once. */
export function Notice({ intent = 'error', title, children, onClose, action }: NoticeProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} role="alert" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{title}</MessageBarTitle>
        {children}
        {(action || onClose) && (
          <div className={styles.buttons}>
            {action && (
              <Button size="small" onClick={action.onClick}>
                {action.label}
              </Button>
            )}
            {onClose && (
              <Button size="small" onClick={onClose}>
                Close
              </Button>
            )}
          </div>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
