import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import { Flag16Filled, Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import type { CellFacts } from '../../domain/checklist/cell-facts.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '4px',
    marginRight: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightSemibold,
  },
  stale: { color: tokens.colorPalettePurpleForeground2 },
  brought: { color: tokens.colorBrandForeground1 },
  alarm: { color: tokens.colorStatusDangerForeground3 },
});

type Props = {
  readonly facts: CellFacts;
  readonly className: string;
};

/** What asks for a look at an answer, each mark of the grid with its word; nothing where nothing does. */
export function AnswerMarks({ facts, className }: Props) {
  const styles = useStyles();
  if (!facts.isStale && !facts.isLate && !facts.needsAction && !facts.isToConfirm) return undefined;
  return (
    <span className={className}>
      {facts.isStale && (
        <span className={mergeClasses(styles.mark, styles.stale)}>
          <History16Regular aria-hidden="true" /> Stale
        </span>
      )}
      {facts.isLate && (
        <span className={mergeClasses(styles.mark, styles.alarm)}>
          <Flag16Filled aria-hidden="true" /> {facts.isAnswerLate ? 'Late' : 'An action is late'}
        </span>
      )}
      {facts.needsAction && (
        <span className={mergeClasses(styles.mark, styles.alarm)}>
          <Flag16Regular aria-hidden="true" /> No action
        </span>
      )}
      {facts.isToConfirm && (
        <span className={mergeClasses(styles.mark, styles.brought)}>
          <ArrowForward16Regular aria-hidden="true" /> Brought forward, not confirmed
        </span>
      )}
    </span>
  );
}
