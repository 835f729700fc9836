import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Verdict } from '../../domain/checklist/verdict.ts';
import { VerdictPicker } from '../../ui/verdict-picker.tsx';

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1Strong, display: 'block' },
  why: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, margin: 0 },
});

type Props = {
  /** Why this person may not agree it, in a sentence; missing when they may. */
  readonly whyNot: string | undefined;
  readonly chosen: Verdict | undefined;
  readonly isSending: boolean;
  readonly onChoose: (verdict: Verdict) => void;
};

/** The agreed verdict for whoever may give it, or why this person may not. */
export function AgreedPart({ whyNot, chosen, isSending, onChoose }: Props) {
  const styles = useStyles();
  if (whyNot !== undefined) {
    return (
      <div>
        <span className={styles.label}>Agreed verdict</span>
        <p className={styles.why}>{whyNot}</p>
      </div>
    );
  }
  return (
    <VerdictPicker
      label="Agreed verdict"
      hint="You did not rate it, so you may agree it"
      agreed
      value={chosen}
      disabled={isSending}
      onChange={onChoose}
    />
  );
}
