import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Flag20Regular } from '@fluentui/react-icons/svg/flag';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    ...typographyStyles.body1,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3, lineHeight: 0 },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  dangerIcon: { color: tokens.colorStatusDangerForeground3 },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

const icons = {
  info: <Info20Regular />,
  done: <CheckmarkCircle20Regular />,
  warning: <Warning20Regular />,
  danger: <Flag20Regular />,
} as const;

type Props = {
  readonly kind: keyof typeof icons;
  /** The sentence that matters, in bold. */
  readonly lead?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** News that stays on the page until it is dealt with. What went wrong is announced at once, the rest in its turn. */
export function Notice({ kind, lead, children, actions }: Props) {
  const styles = useStyles();
  return (
    <div
      role={kind === 'danger' ? 'alert' : 'status'}
      className={mergeClasses(styles.box, kind === 'danger' && styles.danger, kind === 'warning' && styles.warning)}
    >
      <span
        aria-hidden="true"
        className={mergeClasses(
          styles.icon,
          kind === 'danger' && styles.dangerIcon,
          kind === 'warning' && styles.warningIcon,
        )}
      >
        {icons[kind]}
      </span>
      <div className={styles.words}>
        <div>
          {lead !== undefined && <span className={styles.strong}>{lead} </span>}
          {children}
        </div>
        {actions !== undefined && actions !== false && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
