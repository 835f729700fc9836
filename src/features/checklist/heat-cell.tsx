import { mergeClasses } from '@fluentui/react-components';
import { ArrowForward16Regular } from '@fluentui/react-icons/svg/arrow-forward';
import type { Filter } from '../../domain/checklist/filter.ts';
import { heatOf, type Rating, ratings, type Share } from '../../domain/checklist/heat-map.ts';
import { broughtWords } from '../../domain/checklist/roll-up.ts';
import { broughtFilter } from '../../domain/checklist/rows.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { useHeatStyles } from './heat-styles.ts';

type CellProps = {
  readonly share: Share;
  /** Whose, in words. */
  readonly of: string;
  readonly onShow: (which: Partial<Filter>) => void;
};

/** How many of which verdict, red first, and how many of them are another cycle's; each number leads to its rows. */
export function HeatCell({ share, of, onShow }: CellProps) {
  const styles = useHeatStyles();
  const heat = heatOf(share);
  return (
    <td
      className={mergeClasses(
        styles.cell,
        heat === 1 && styles.heat1,
        heat === 2 && styles.heat2,
        heat === 3 && styles.heat3,
      )}
    >
      <div className={styles.counts}>
        {ratings.map((rating) => {
          const count = share.counts[rating];
          if (count === 0) return undefined;
          const number = { rating, count, agreed: share.agreedCounts[rating], of };
          return (
            <button key={rating} type="button" className={styles.count} onClick={() => onShow({ verdicts: [rating] })}>
              <HeatNumber {...number} />
            </button>
          );
        })}
        {share.brought > 0 && (
          <button
            type="button"
            className={mergeClasses(styles.count, styles.brought)}
            onClick={() => onShow(broughtFilter)}
          >
            <ArrowForward16Regular aria-hidden="true" />
            <span aria-hidden="true">{share.brought}</span>
            <span style={hiddenStyle}>
              {broughtWords(share.brought)}, {of}
            </span>
          </button>
        )}
      </div>
    </td>
  );
}

type NumberProps = {
  readonly rating: Rating;
  readonly count: number;
  /** How many of them are agreed. */
  readonly agreed: number;
  readonly of: string;
};

/** `3 red, A Identify and respond, Police, 1 agreed`. */
function HeatNumber({ rating, count, agreed, of }: NumberProps) {
  const verdict = rating === 'not-rated' ? undefined : rating;
  const whose =
    verdict === undefined ? '' : agreed === 0 ? ', own' : agreed === count ? ', agreed' : `, ${agreed} agreed`;
  return (
    <>
      <VerdictMark verdict={verdict} agreed={agreed === count} size={14} />
      {count}
      <span style={hiddenStyle}>
        {' '}
        {verdictName(verdict).toLowerCase()}, {of}
        {whose}
      </span>
    </>
  );
}
