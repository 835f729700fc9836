import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Progress, progresses } from '../domain/checklist/progress.ts';

const useStyles = makeStyles({
  pips: { display: 'inline-flex', columnGap: '2px', flexShrink: 0 },
  pip: {
    boxSizing: 'border-box',
    width: '11px',
    height: '5px',
    borderRadius: '2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  on: {
    backgroundColor: tokens.colorNeutralForeground3,
    border: `1px solid ${tokens.colorNeutralForeground3}`,
    // High contrast takes backgrounds away; what is full must not look empty then.
    forcedColorAdjust: 'none',
  },
});

/** How far an answer has come, as three neutral marks. The words stand beside them or in the name of the cell. */
export function ProgressPips({ progress }: { readonly progress: Progress }) {
  const styles = useStyles();
  const reached = progresses.indexOf(progress);
  return (
    <span className={styles.pips} aria-hidden="true">
      {[1, 2, 3].map((step) => (
        <span key={step} className={mergeClasses(styles.pip, step <= reached && styles.on)} />
      ))}
    </span>
  );
}
