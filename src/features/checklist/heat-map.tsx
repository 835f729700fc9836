import { mergeClasses } from '@fluentui/react-components';
import { useId, useMemo } from 'react';
import type { Day } from '../../domain/calendar/day.ts';
import type { Filter } from '../../domain/checklist/filter.ts';
import { groupPrompts } from '../../domain/checklist/groups.ts';
import { toHeatMap } from '../../domain/checklist/heat-map.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import type { Cells } from './cells.ts';
import { HeatCell } from './heat-cell.tsx';
import { HeatChanges } from './heat-changes.tsx';
import { PhoneHeat } from './heat-phone.tsx';
import { useHeatStyles } from './heat-styles.ts';

type Props = {
  readonly prompts: readonly Prompt[];
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  /** From when changes are counted. */
  readonly since: Day;
  /** On a phone one partner, or one group, is shown at a time. */
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
        return {
          standing: facts?.standing,
          agreed: facts?.agreed,
          progress: facts?.progress ?? 'not-started',
          isToConfirm: facts?.isToConfirm === true,
        };
      }),
    [prompts, partners, cells],
  );
  const hasSums = partners.length > 1;
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
        above. {map.total.total.brought > 0 && 'An arrow counts what was brought forward and is not confirmed yet. '}
        Press a number to see what it counts.
      </p>
      {isNarrow ? (
        <PhoneHeat lines={lines} partners={partners} titleId={`${id}-title`} textId={`${id}-text`} onShow={onShow} />
      ) : (
        <table className={styles.table} aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
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
              {hasSums && (
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
                    onShow={(which) =>
                      onShow({ group, ...which, partners: partners[column] ? [partners[column].uid] : [] })
                    }
                  />
                ))}
                {hasSums && (
                  <HeatCell
                    share={total}
                    of={`${name}, all partners`}
                    onShow={(which) => onShow({ group, ...which, partners: [] })}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <HeatChanges prompts={prompts} partners={partners} cells={cells} since={since} onShow={onShow} />
    </div>
  );
}
