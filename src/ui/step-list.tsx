import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '46px',
    paddingBottom: tokens.spacingVerticalS,
    position: 'relative',
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      left: '11.5px',
      top: '28px',
      bottom: '4px',
      borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  disc: {
    ...typographyStyles.caption1Strong,
    flexShrink: 0,
    width: '24px',
    height: '24px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground2,
  },
  discDone: {
    backgroundColor: tokens.colorNeutralForeground3,
    border: `1px solid ${tokens.colorNeutralForeground3}`,
    color: tokens.colorNeutralBackground1,
  },
  discNow: {
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandBackground}`,
    color: tokens.colorNeutralForegroundOnBrand,
  },
  words: { paddingTop: '2px', minWidth: 0 },
  title: { ...typographyStyles.body1, color: tokens.colorNeutralForeground3 },
  titleDone: { color: tokens.colorNeutralForeground1 },
  titleNow: { ...typographyStyles.body1Strong, color: tokens.colorNeutralForeground1 },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, display: 'block' },
  bar: { display: 'flex', columnGap: '3px' },
  piece: {
    height: '8px',
    flexGrow: 1,
    boxSizing: 'border-box',
    borderRadius: '2px',
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
  },
  pieceDone: { backgroundColor: tokens.colorCompoundBrandBackground },
  pieceNow: {
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '1px',
    background: `linear-gradient(90deg, ${tokens.colorCompoundBrandBackground} 50%, transparent 50%)`,
  },
});

export type Step = { readonly title: string; readonly detail?: string | undefined };

/** The steps of a longer task: what is done, what is now, what is to come. */
export function StepList({ steps, now }: { readonly steps: readonly Step[]; readonly now: number }) {
  const styles = useStyles();
  return (
    <ol className={styles.list}>
      {steps.map((step, index) => (
        <li key={step.title} className={styles.item} aria-current={index === now ? 'step' : undefined}>
          <span
            aria-hidden="true"
            className={mergeClasses(styles.disc, index < now && styles.discDone, index === now && styles.discNow)}
          >
            {index < now ? <Checkmark16Regular /> : index + 1}
          </span>
          <span className={styles.words}>
            <span
              className={mergeClasses(styles.title, index < now && styles.titleDone, index === now && styles.titleNow)}
            >
              {step.title}
            </span>
            {step.detail !== undefined && <span className={styles.detail}>{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The same on a phone: a bar in pieces. */
export function StepBar({ count, now }: { readonly count: number; readonly now: number }) {
  const styles = useStyles();
  return (
    <div className={styles.bar} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <span
          key={index}
          className={mergeClasses(styles.piece, index < now && styles.pieceDone, index === now && styles.pieceNow)}
        />
      ))}
    </div>
  );
}
