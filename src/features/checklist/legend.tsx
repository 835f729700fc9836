import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { Flag16Filled, Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { verdictName, verdicts } from '../../domain/checklist/verdict.ts';
import { ProgressPips } from '../../ui/progress-pips.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

const useStyles = makeStyles({
  row: {
    ...typographyStyles.caption1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    color: tokens.colorNeutralForeground2,
  },
  item: { display: 'flex', alignItems: 'center', columnGap: '6px', whiteSpace: 'nowrap' },
  stale: { color: tokens.colorPalettePurpleForeground2 },
  brought: { color: tokens.colorBrandForeground1 },
  alarm: { color: tokens.colorStatusDangerForeground3 },
});

type Props = {
  /** Whether any answer was brought forward and not confirmed. */
  readonly hasBrought: boolean;
};

/** What the marks mean. */
export function Legend({ hasBrought }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.row} aria-label="What the marks mean">
      {[...verdicts, undefined].map((verdict) => (
        <li key={verdictName(verdict)} className={styles.item}>
          <VerdictMark verdict={verdict} agreed size={16} />
          {verdictName(verdict)}
        </li>
      ))}
      <li className={styles.item}>
        <VerdictMark verdict="green" size={16} />
        Own
      </li>
      <li className={styles.item}>
        <VerdictMark verdict="green" agreed size={16} />
        Agreed
      </li>
      <li className={styles.item}>
        <VerdictMark verdict="green" size={14} />
        <span aria-hidden="true">›</span>
        <VerdictMark verdict="amber" agreed size={16} />
        Differs
      </li>
      <li className={styles.item}>
        <ProgressPips progress="ready-to-agree" />
        Progress
      </li>
      <li className={`${styles.item} ${styles.stale}`}>
        <History16Regular aria-hidden="true" />
        Stale
      </li>
      <li className={`${styles.item} ${styles.alarm}`}>
        <Flag16Filled aria-hidden="true" />
        Late
      </li>
      <li className={`${styles.item} ${styles.alarm}`}>
        <Flag16Regular aria-hidden="true" />
        No action
      </li>
      {hasBrought && (
        <li className={`${styles.item} ${styles.brought}`}>
          <ArrowForward16Regular aria-hidden="true" />
          Brought forward, not confirmed
        </li>
      )}
    </ul>
  );
}
