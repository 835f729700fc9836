import { mergeClasses } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { Day } from '../../domain/calendar/day.ts';
import type { Filter } from '../../domain/checklist/filter.ts';
import { groupPrompts } from '../../domain/checklist/groups.ts';
import { heatOf, type Rating, ratings, type Share, toHeatMap } from '../../domain/checklist/heat-map.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { HeatChanges } from './heat-changes.tsx';
import { useHeatStyles } from './heat-styles.ts';

type Props = {
  readonly prompts: readonly Prompt[];
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  /** From when changes are counted. */
  readonly since: Day;
  /** On a phone the sums stand first: the rest is beyond the edge. */
  readonly isNarrow: boolean;
  /** Shows the rows behind a number. */
  readonly onShow: (change: Partial<Filter>) => void;
};

/** Groups by partners: how many of which verdict, red first. Each number leads to the rows behind it. */
export function HeatMap({ prompts, partners, cells, since, isNarrow, onShow }: Props) {
  const styles = useHeatStyles();
  const id = useId();
  const map = useMemo(
    () =>
      toHeatMap(groupPrompts(prompts), partners, (prompt, partner) => {
        const facts = cells.get(assessmentKey(prompt.uid, partner.uid))?.facts;
        return { standing: facts?.standing, agreed: facts?.agreed, progress: facts?.progress ?? 'not-started' };
      }),
    [prompts, partners, cells],
  );
  const hasSums = partners.length > 1;
  const sumsHead = hasSums && (
    <th scope="col" className={styles.head}>
      All partners
    </th>
  );
  const lines = [
    ...map.rows.map((row) => ({ ...row, group: row.name })),
    { name: 'All groups', group: undefined, ...map.total },
  ];
  return (
    <div className={styles.scroll}>
      <h2 id={`${id}-title`} className={styles.title}>
        Verdicts by group and partner
      </h2>
      <p id={`${id}-text`} className={styles.text}>
        Each answer counts once: with the agreed verdict if there is one, otherwise with the partner's own. A mark is
        filled where all that it counts are agreed, and outlined where some or all are own. A tinted field has red in
        it. A bar at its left says how much of what is rated is red: none up to a quarter, thin up to a half, thick
        above. Press a number to see what it counts.
      </p>
      <table className={styles.table} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.side)}>
              Group
            </th>
            {isNarrow && sumsHead}
            {partners.map((partner) => (
              <th scope="col" key={partner.uid} className={styles.head}>
                {partner.title}
              </th>
            ))}
            {!isNarrow && sumsHead}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, group, shares, total }) => {
            const sums = hasSums && (
              <HeatCell
                share={total}
                of={`${name}, all partners`}
                onShow={(rating) => onShow({ group, verdicts: [rating], partners: [] })}
              />
            );
            return (
              <tr key={name}>
                <th scope="row" className={mergeClasses(styles.head, styles.side)}>
                  {name}
                </th>
                {isNarrow && sums}
                {shares.map((share, column) => (
                  <HeatCell
                    key={partners[column]?.uid}
                    share={share}
                    of={`${name}, ${partners[column]?.title}`}
                    onShow={(rating) => onShow({ group, verdicts: [rating], partners: toUids(partners[column]) })}
                  />
                ))}
                {!isNarrow && sums}
              </tr>
            );
          })}
        </tbody>
      </table>
      <HeatChanges prompts={prompts} partners={partners} cells={cells} since={since} onShow={onShow} />
    </div>
  );
}

function toUids(partner: Partner | undefined): readonly string[] {
  return partner === undefined ? [] : [partner.uid];
}

type CellProps = {
  readonly share: Share;
  /** Whose, in words. */
  readonly of: string;
  readonly onShow: (rating: Rating) => void;
};

function HeatCell({ share, of, onShow }: CellProps) {
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
            <button key={rating} type="button" className={styles.count} onClick={() => onShow(rating)}>
              <HeatNumber {...number} />
            </button>
          );
        })}
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
