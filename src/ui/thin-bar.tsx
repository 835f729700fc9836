import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  track: {
    height: '6px',
    borderRadius: '3px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground6,
    // High contrast has no greys to tell the track from the page.
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  thin: { height: '4px' },
  fill: { height: '100%', backgroundColor: tokens.colorCompoundBrandBackground },
});

type Props = {
  /** From 0 to 1. */
  readonly done: number;
  readonly label: string;
  readonly words?: string;
  readonly thin?: boolean;
};

/** Real progress, moved without easing. */
export function ThinBar({ done, label, words, thin = false }: Props) {
  const styles = useStyles();
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={words}
      className={mergeClasses(styles.track, thin && styles.thin)}
    >
      <div className={styles.fill} style={{ width: `${percent}%` }} />
    </div>
  );
}
