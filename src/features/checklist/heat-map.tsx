import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Day } from '../../domain/calendar/day.ts';
import { formatDay } from '../../domain/calendar/day.ts';
import { changeName, changes } from '../../domain/checklist/change-since.ts';
import type { Filter } from '../../domain/checklist/filter.ts';
import { groupPrompts } from '../../domain/checklist/groups.ts';
import { heatOf, type Rating, ratings, type Share, toHeatMap } from '../../domain/checklist/heat-map.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { verdictName } from '../../domain/checklist/verdict.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
import { rowHover } from '../../ui/row-hover.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';

const useStyles = makeStyles({
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    paddingBottom: tokens.spacingVerticalL,
  },
  table: {
    ...typographyStyles.caption1,
    borderCollapse: 'separate',
    borderSpacing: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 'min-content',
    '& th, & td': {
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    },
  },
  caption: { ...typographyStyles.body1Strong, textAlign: 'left', paddingBottom: tokens.spacingVerticalS },
  head: {
    ...typographyStyles.caption1Strong,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    backgroundColor: tokens.colorNeutralBackground2,
    minWidth: '76px',
  },
  side: {
    textAlign: 'left',
    minWidth: '140px',
    paddingLeft: tokens.spacingHorizontalM,
    position: 'sticky',
    left: 0,
    zIndex: 1,
  },
  cell: { padding: '4px 2px', textAlign: 'center', verticalAlign: 'middle' },
  counts: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '2px' },
  count: {
    ...typographyStyles.caption1,
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: '3px',
    minHeight: '24px',
    minWidth: '34px',
    justifyContent: 'center',
    padding: '0 2px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': rowHover,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '@media (max-width: 639px)': { minHeight: '44px', minWidth: '44px' },
  },
  heat1: { backgroundColor: tokens.colorStatusDangerBackground1 },
  heat2: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    boxShadow: `inset 4px 0 0 ${tokens.colorStatusDangerBorder2}`,
  },
  heat3: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    boxShadow: `inset 10px 0 0 ${tokens.colorStatusDangerBorder2}`,
  },
  none: { color: tokens.colorNeutralForeground3 },
});

type Props = {
  readonly prompts: readonly Prompt[];
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  /** From when changes are counted. */
  readonly since: Day;
  /** Shows the rows behind a number. */
  readonly onShow: (change: Partial<Filter>) => void;
};

/** Groups by partners: how many of which verdict, red first. Each number leads to the rows behind it. */
export function HeatMap({ prompts, partners, cells, since, onShow }: Props) {
  const styles = useStyles();
  const map = useMemo(
    () =>
      toHeatMap(groupPrompts(prompts), partners, (prompt, partner) => {
        const facts = cells.get(assessmentKey(prompt.uid, partner.uid))?.facts;
        return { standing: facts?.standing, progress: facts?.progress ?? 'not-started' };
      }),
    [prompts, partners, cells],
  );
  const one = partners.length === 1;
  const lines = [
    ...map.rows.map((row) => ({ ...row, group: row.name })),
    { name: 'All groups', group: undefined, ...map.total },
  ];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.caption}>Verdicts by group and partner</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.side)}>
              Group
            </th>
            {partners.map((partner) => (
              <th scope="col" key={partner.uid} className={styles.head}>
                {partner.title}
              </th>
            ))}
            {!one && (
              <th scope="col" className={styles.head}>
                All partners
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, group, shares, total }) => (
            <tr key={name}>
              <th scope="row" className={mergeClasses(styles.head, styles.side)}>
                {name}
              </th>
              {shares.map((share, column) => (
                <HeatCell
                  key={partners[column]?.uid}
                  share={share}
                  of={`${name}, ${partners[column]?.title}`}
                  onShow={(rating) => onShow({ group, verdicts: [rating], partners: toUids(partners[column]) })}
                />
              ))}
              {!one && (
                <HeatCell
                  share={total}
                  of={`${name}, all partners`}
                  onShow={(rating) => onShow({ group, verdicts: [rating], partners: [] })}
                />
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Changes prompts={prompts} partners={partners} cells={cells} since={since} onShow={onShow} />
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
  const styles = useStyles();
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
          const verdict = rating === 'not-rated' ? undefined : rating;
          return (
            <button key={rating} type="button" className={styles.count} onClick={() => onShow(rating)}>
              <VerdictMark verdict={verdict} agreed size={14} />
              {count}
              <span style={hiddenStyle}>
                {' '}
                {verdictName(verdict).toLowerCase()}, {of}
              </span>
            </button>
          );
        })}
      </div>
    </td>
  );
}

function Changes({ prompts, partners, cells, since, onShow }: Props) {
  const styles = useStyles();
  const rows = useMemo(
    () =>
      partners.map((partner) => {
        const found = prompts.map((prompt) => cells.get(assessmentKey(prompt.uid, partner.uid))?.changed(since));
        return { partner, counts: changes.map((change) => found.filter((one) => one === change).length) };
      }),
    [prompts, partners, cells, since],
  );
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Verdicts that changed since {formatDay(since)}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.side)}>
            Partner
          </th>
          {changes.map((change) => (
            <th scope="col" key={change} className={styles.head}>
              {changeName(change)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ partner, counts }) => (
          <tr key={partner.uid}>
            <th scope="row" className={mergeClasses(styles.head, styles.side)}>
              {partner.title}
            </th>
            {changes.map((change, column) => (
              <td key={change} className={styles.cell}>
                {counts[column] === 0 ? (
                  <span className={styles.none}>0</span>
                ) : (
                  <button
                    type="button"
                    className={styles.count}
                    onClick={() => onShow({ since, change, partners: [partner.uid], group: undefined, verdicts: [] })}
                  >
                    {counts[column]}
                    <span style={hiddenStyle}>
                      {' '}
                      {changeName(change).toLowerCase()}, {partner.title}
                    </span>
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
