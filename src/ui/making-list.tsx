import { makeStyles, mergeClasses, Spinner, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { ThinBar } from './thin-bar.tsx';

export type MakingStep = {
  readonly id: string;
  readonly title: string;
  readonly state: 'waiting' | 'doing' | 'done' | 'failed';
  readonly made: number;
  readonly found: number;
  readonly of: number;
  readonly note?: string | undefined;
};

const useStyles = makeStyles({
  head: { display: 'flex', columnGap: tokens.spacingHorizontalM, marginBottom: tokens.spacingVerticalS },
  made: { ...typographyStyles.body1Strong, margin: 0, marginRight: 'auto' },
  wait: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
  list: { listStyle: 'none', margin: `${tokens.spacingVerticalM} 0 0`, padding: 0 },
  row: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '36px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { width: '20px', lineHeight: 0, flexShrink: 0, color: tokens.colorNeutralForeground2 },
  title: { marginRight: 'auto' },
  quiet: { color: tokens.colorNeutralForeground3 },
  end: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, textAlign: 'right' },
  strong: { ...typographyStyles.caption1Strong, color: tokens.colorNeutralForeground1 },
  failed: { color: tokens.colorStatusDangerForeground3 },
});

type Props = {
  readonly steps: readonly MakingStep[];
  /** Seconds for which Microsoft 365 asked us to wait. */
  readonly pauseSeconds?: number | undefined;
};

/** Each thing that is being made, with real progress. */
export function MakingList({ steps, pauseSeconds }: Props) {
  const styles = useStyles();
  const done = steps.filter((step) => step.state === 'done').length;
  return (
    <div>
      <div className={styles.head}>
        <p className={styles.made} role="status">
          {done} of {steps.length} done
        </p>
        {pauseSeconds !== undefined && (
          <p className={styles.wait}>
            Microsoft 365 asked us to wait. Trying again in {Math.ceil(pauseSeconds)} seconds
          </p>
        )}
      </div>
      <ThinBar
        done={steps.length === 0 ? 0 : done / steps.length}
        label="Making the workspace"
        words={`${done} of ${steps.length} done`}
      />
      <ul className={styles.list} aria-label="What is made">
        {steps.map((step) => (
          <li key={step.id} className={styles.row}>
            <span className={mergeClasses(styles.icon, step.state === 'failed' && styles.failed)} aria-hidden="true">
              <StepIcon step={step} />
            </span>
            <span className={mergeClasses(styles.title, step.state === 'waiting' && styles.quiet)}>{step.title}</span>
            <span className={mergeClasses(styles.end, step.state === 'doing' && styles.strong)}>{toWords(step)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StepIcon({ step }: { readonly step: MakingStep }) {
  if (step.state === 'done') return <Checkmark20Regular />;
  if (step.state === 'failed') return <ErrorCircle20Regular />;
  if (step.state === 'waiting') return <Circle20Regular />;
  return step.note === undefined ? <Spinner size="extra-tiny" /> : <ArrowClockwise20Regular />;
}

function toWords(step: MakingStep): string {
  if (step.state === 'waiting') return 'Waiting';
  if (step.note !== undefined) return step.note;
  if (step.state === 'failed') return 'Not made';
  if (step.state === 'doing') return step.of > 1 ? `${step.made + step.found} of ${step.of}` : 'Making';
  return step.made === 0 && step.found > 0 ? 'There already' : 'Done';
}
