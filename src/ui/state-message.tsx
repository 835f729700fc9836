import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { FilterDismissRegular } from '@fluentui/react-icons/svg/filter-dismiss';
import { PlugDisconnectedRegular } from '@fluentui/react-icons/svg/plug-disconnected';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`,
    textAlign: 'center',
    boxSizing: 'border-box',
    minHeight: '320px',
    '@media (max-width: 639px)': { padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}` },
  },
  icon: { color: tokens.colorNeutralForeground3, fontSize: '40px', lineHeight: 0 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  text: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2, margin: 0, maxWidth: '400px' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalXS,
  },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0, overflowWrap: 'anywhere' },
});

const icons = {
  empty: <DocumentAddRegular />,
  failed: <PlugDisconnectedRegular />,
  'no-matches': <FilterDismissRegular />,
} as const;

type Props = {
  readonly kind: keyof typeof icons;
  readonly icon?: ReactNode;
  readonly title: string;
  /** What to do first, or what is safe. One or two sentences. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly smallPrint?: string | undefined;
};

/** First use, failed, or nothing matches: one thought, one way on. A failure speaks up by itself. */
export function StateMessage({ kind, icon, title, children, actions, smallPrint }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.box} role={kind === 'failed' ? 'alert' : undefined}>
      <span className={styles.icon} aria-hidden="true">
        {icon ?? icons[kind]}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{children}</p>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {smallPrint !== undefined && <p className={styles.small}>{smallPrint}</p>}
    </div>
  );
}
