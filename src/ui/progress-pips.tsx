import { makeStyles, tokens } from '@fluentui/react-components';
import { type Progress, progresses } from '../domain/checklist/progress.ts';

/** Pips, and the room between them, in pixels. */
const WIDTH = 11;
const HEIGHT = 5;
const GAP = 3;
const PIPS_WIDTH = 3 * WIDTH + 2 * GAP;

const useStyles = makeStyles({
  pips: { display: 'inline-block', flexShrink: 0, verticalAlign: 'middle' },
  on: { fill: tokens.colorNeutralForeground3, stroke: tokens.colorNeutralForeground3 },
  off: { fill: 'none', stroke: tokens.colorNeutralStroke1 },
});

type Props = { readonly progress: Progress };

/** How far an answer is, as three neutral pips. Hidden from screen readers: the words stand beside or in the name. */
export function ProgressPips({ progress }: Props) {
  const styles = useStyles();
  const full = progresses.indexOf(progress);
  return (
    <svg
      className={styles.pips}
      width={PIPS_WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${PIPS_WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      {[0, 1, 2].map((pip) => (
        <rect
          key={pip}
          x={pip * (WIDTH + GAP) + 0.5}
          y={0.5}
          width={WIDTH - 1}
          height={HEIGHT - 1}
          rx={1.5}
          className={pip < full ? styles.on : styles.off}
        />
      ))}
    </svg>
  );
}
