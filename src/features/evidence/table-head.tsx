import { mergeClasses } from '@fluentui/react-components';
import { ArrowDown12Regular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUp12Regular } from '@fluentui/react-icons/svg/arrow-up';
import { memo } from 'react';
import type { Sort, SortBy } from './arrange.ts';
import { useTableStyles } from './table-styles.ts';
import { TriBox } from './tri-box.tsx';

export const columns: readonly { readonly by: SortBy; readonly name: string }[] = [
  { by: 'title', name: 'Title and prompts' },
  { by: 'partner', name: 'Partner' },
  { by: 'state', name: 'State' },
  { by: 'period', name: 'Period covered' },
  { by: 'freshness', name: 'Freshness' },
];

/** Those that have a column of their own. */
export function columnsOf(isTight: boolean): typeof columns {
  return isTight ? columns.filter(({ by }) => by !== 'partner' && by !== 'period') : columns;
}

type Props = {
  readonly sort: Sort;
  readonly onSort: (by: SortBy) => void;
  /** The column whose head has the keyboard, or -1. */
  readonly activeColumn: number;
  readonly isTight: boolean;
  /** How many of the list's rows are chosen. */
  readonly chosen: number;
  readonly rows: number;
};

/** The heads of the columns: each puts the list in its order, a second press turns it round. */
export const TableHead = memo(function TableHead({ sort, onSort, activeColumn, isTight, chosen, rows }: Props) {
  const styles = useTableStyles();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons in the heads take the focus
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div role="row" aria-rowindex={1} className={mergeClasses(styles.head, isTight && styles.tight)}>
      {columnsOf(isTight).map(({ by, name }, index) => {
        const isOn = sort.by === by;
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: see the row
          // biome-ignore lint/a11y/useSemanticElements: see the grid
          <div
            key={by}
            role="columnheader"
            aria-colindex={columns.findIndex((column) => column.by === by) + 1}
            aria-sort={isOn ? (sort.isDown ? 'descending' : 'ascending') : 'none'}
            className={styles.headCell}
          >
            {index === 0 && (
              <TriBox label="Choose all in the list" chosen={chosen} of={rows} isOutOfTabs className={styles.headBox} />
            )}
            <button
              type="button"
              tabIndex={index === activeColumn ? 0 : -1}
              data-place={`head ${index}`}
              className={styles.sort}
              onClick={() => onSort(by)}
            >
              {name}
              {isOn &&
                (sort.isDown ? <ArrowDown12Regular aria-hidden="true" /> : <ArrowUp12Regular aria-hidden="true" />)}
            </button>
          </div>
        );
      })}
    </div>
  );
});
