import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { Filter } from '../../domain/checklist/filter.ts';
import type { HeatRow } from '../../domain/checklist/heat-map.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import type { Partner } from '../../workspace/schema/lists.ts';
import { HeatCell } from './heat-cell.tsx';
import { useHeatStyles } from './heat-styles.ts';

/** A group, or all of them together. */
export type HeatLine = HeatRow & { readonly group: string | undefined };

type Props = {
  /** The sums of all groups last. */
  readonly lines: readonly HeatLine[];
  readonly partners: readonly Partner[];
  /** Of what names and describes the table. */
  readonly titleId: string;
  readonly textId: string;
  readonly onShow: (change: Partial<Filter>) => void;
};

/** One column of the heat map, the groups of a partner or of all; or one row of it, the partners in a group. */
export function PhoneHeat({ lines, partners, titleId, textId, onShow }: Props) {
  const styles = useHeatStyles();
  const [shown, setShown] = useState('');
  const line = lines.find(({ group }) => group !== undefined && group === shown);
  const place = partners.findIndex(({ uid }) => uid === shown);
  const partner = partners[place];
  const who = partner?.title ?? 'All partners';
  const entries =
    line === undefined
      ? lines.map(({ name, group, shares, total }) => ({ name, group, share: shares[place] ?? total, partner }))
      : [
          { name: 'All partners', group: line.group, share: line.total, partner: undefined },
          ...partners.flatMap((each, column) => {
            const share = line.shares[column];
            return share === undefined ? [] : [{ name: each.title, group: line.group, share, partner: each }];
          }),
        ];
  return (
    <>
      <FilterSelect
        label="Show"
        all="All partners"
        value={shown}
        options={[
          ...partners.map(({ uid, title }) => ({ value: uid, label: title })),
          ...lines.flatMap(({ group }) => (group === undefined ? [] : [{ value: group, label: group }])),
        ]}
        onChange={setShown}
      />
      <table className={styles.table} aria-labelledby={titleId} aria-describedby={textId}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.side)}>
              {line === undefined ? 'Group' : 'Partner'}
            </th>
            <th scope="col" className={styles.head}>
              {line?.name ?? who}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ name, group, share, partner: whose }) => (
            <tr key={name}>
              <th scope="row" className={mergeClasses(styles.head, styles.side)}>
                {name}
              </th>
              <HeatCell
                share={share}
                of={`${line?.name ?? name}, ${whose?.title ?? 'all partners'}`}
                onShow={(which) => onShow({ group, ...which, partners: whose ? [whose.uid] : [] })}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
