import { mergeClasses } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type Day, formatDay } from '../../domain/calendar/day.ts';
import { changeName, changes } from '../../domain/checklist/change-since.ts';
import type { Filter } from '../../domain/checklist/filter.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import { hiddenStyle } from '../../ui/hidden.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { useHeatStyles } from './heat-styles.ts';

type Props = {
  readonly prompts: readonly Prompt[];
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  readonly since: Day;
  readonly onShow: (change: Partial<Filter>) => void;
};

/** How many verdicts of each partner became better or worse since a day. */
export function HeatChanges({ prompts, partners, cells, since, onShow }: Props) {
  const styles = useHeatStyles();
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
