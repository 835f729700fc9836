import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import { type Cells, isSameCells } from './cells.ts';
import { HEAD_ROW } from './grid-moves.ts';
import { standingOf } from './grid-rows.ts';
import { useGridStyles } from './grid-styles.ts';
import { isSameBut } from './is-same-but.ts';
import type { Column } from './use-grid-window.ts';

type Props = {
  readonly partners: readonly Partner[];
  readonly prompts: readonly Prompt[];
  readonly cells: Cells;
  readonly ownPartners: readonly string[];
  readonly columns: readonly Column[];
  /** The width of each. */
  readonly column: number;
  readonly first: number;
  /** The column that the keyboard is in, -1 if it is in another row. */
  readonly activeColumn: number;
};

/** Each partner's name, and how much of the theme has been agreed, which opens what is. */
export const GridHead = memo(function GridHead({
  partners,
  prompts,
  cells,
  ownPartners,
  columns,
  column,
  first,
  activeColumn,
}: Props) {
  const styles = useGridStyles();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the heads take the focus, one at a time
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div role="row" aria-rowindex={1} className={styles.head}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: see the row */}
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      <div role="columnheader" aria-colindex={1} className={styles.corner} style={{ width: first }}>
        <span className={styles.name}>Prompt</span>
        <span className={styles.count}>Agreed answers</span>
      </div>
      {columns.map(({ index, start }) => {
        const partner = partners[index];
        if (partner === undefined) return undefined;
        const isOwn = ownPartners.includes(partner.uid);
        const isActive = activeColumn === index + 1;
        return <Head key={partner.uid} {...{ partner, prompts, cells, index, start, column, isOwn, isActive }} />;
      })}
    </div>
  );
});

type HeadProps = Pick<Props, 'prompts' | 'cells' | 'column'> & {
  readonly partner: Partner;
  readonly index: number;
  readonly start: number;
  readonly isOwn: boolean;
  readonly isActive: boolean;
};

/** Where the partner stands is counted over the whole theme: once, and again when an answer of the partner changes. */
const Head = memo(function Head({ partner, prompts, cells, index, start, column, isOwn, isActive }: HeadProps) {
  const styles = useGridStyles();
  const { agreed, of } = standingOf(cells, prompts, partner);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-label={`${partner.title}, ${agreed} of ${of} agreed`}
      tabIndex={isActive ? 0 : -1}
      data-place={`${HEAD_ROW}:${index + 1}`}
      className={mergeClasses(styles.count, styles.partner, isOwn && styles.ownPartner)}
      style={{ left: start, width: column }}
    >
      <span className={styles.name}>{partner.title}</span>
      {agreed} of {of}
    </div>
  );
}, isSameHead);

function isSameHead(before: HeadProps, after: HeadProps): boolean {
  return isSameBut(before, after, ['cells']) && isSameCells(before.cells, after.cells, after.prompts, after.partner);
}
