import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { memo } from 'react';
import { cellWords } from '../../domain/checklist/cell-facts.ts';
import { assessmentKey } from '../../domain/checklist/keys.ts';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import { backgroundOf } from './cell-marks.ts';
import { type Cell, type Cells, isSameCells } from './cells.ts';
import { type GridRow, standingOf } from './grid-rows.ts';
import { useGridStyles } from './grid-styles.ts';
import { isSameBut } from './is-same-but.ts';
import { type Column, type Density, GROUP_HEIGHT } from './use-grid-window.ts';

type Shared = {
  /** Place among the rows that are shown. */
  readonly index: number;
  /** Pixels from the top. */
  readonly top: number;
  readonly first: number;
  /** The width of a partner's column. */
  readonly column: number;
  readonly width: number;
  /** Those that are drawn. */
  readonly columns: readonly Column[];
  readonly partners: readonly Partner[];
  readonly cells: Cells;
  /** The column that the keyboard is in, -1 if it is in another row. */
  readonly activeColumn: number;
};

type GroupProps = Shared & { readonly group: Extract<GridRow, { kind: 'group' }> };

export const GroupRow = memo(function GroupRow(props: GroupProps) {
  const { group, index, top, first, column, width, columns, partners, cells, activeColumn } = props;
  const styles = useGridStyles();
  const shown = group.prompts.length === group.all.length ? '' : `${group.prompts.length} of `;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div
      role="row"
      aria-rowindex={index + 2}
      className={mergeClasses(styles.row, styles.group)}
      style={{ top, width, height: GROUP_HEIGHT }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      <div
        role="rowheader"
        aria-colindex={1}
        aria-expanded={group.isOpen}
        tabIndex={activeColumn === 0 ? 0 : -1}
        data-place={`${index}:0`}
        className={mergeClasses(styles.first, styles.groupFirst)}
        style={{ width: first }}
      >
        {group.isOpen ? <ChevronDown16Regular aria-hidden="true" /> : <ChevronRight16Regular aria-hidden="true" />}
        <span className={styles.groupName}>{group.name}</span>
        <span className={styles.caption}>
          {shown}
          {group.all.length} {group.all.length === 1 ? 'prompt' : 'prompts'}
        </span>
      </div>
      {columns.map(({ index: place, start }) => {
        const partner = partners[place];
        if (partner === undefined) return undefined;
        const isActive = activeColumn === place + 1;
        return <GroupCell key={partner.uid} {...{ group, index, partner, place, start, column, cells, isActive }} />;
      })}
    </div>
  );
});

type GroupCellProps = Pick<GroupProps, 'group' | 'index' | 'column' | 'cells'> & {
  readonly partner: Partner;
  readonly place: number;
  readonly start: number;
  readonly isActive: boolean;
};

/** Counted once, and again when one of its answers changes. */
const GroupCell = memo(function GroupCell(props: GroupCellProps) {
  const { group, index, partner, place, start, column, cells, isActive } = props;
  const styles = useGridStyles();
  const { agreed, of } = standingOf(cells, group.all, partner);
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div
      role="gridcell"
      aria-colindex={place + 2}
      aria-label={`${group.name}, ${partner.title}, ${agreed} of ${of} agreed`}
      tabIndex={isActive ? 0 : -1}
      data-place={`${index}:${place + 1}`}
      className={mergeClasses(styles.cell, styles.groupCell, styles.caption)}
      style={{ left: start, width: column }}
    >
      {agreed} of {of}
    </div>
  );
}, isSameGroupCell);

function isSameGroupCell(before: GroupCellProps, after: GroupCellProps): boolean {
  return isSameBut(before, after, ['cells']) && isSameCells(before.cells, after.cells, after.group.all, after.partner);
}

type PromptProps = Shared & {
  readonly prompt: Prompt;
  readonly density: Density;
  readonly height: number;
  /** The assessment or prompt of this row that the panel shows. */
  readonly chosen: string | undefined;
  /** The column that is picked in this row, -1 for none. */
  readonly pickedColumn: number;
  /** Keys of the cells that pass the filters; undefined where all do. */
  readonly passing: ReadonlySet<string> | undefined;
};

export const PromptRow = memo(function PromptRow(props: PromptProps) {
  const { prompt, index, top, first, column, width, columns, partners, cells, activeColumn } = props;
  const { density, height, chosen, pickedColumn, passing } = props;
  const styles = useGridStyles();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ top, width, height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: part of a grid */}
      <div
        role="rowheader"
        aria-colindex={1}
        tabIndex={activeColumn === 0 ? 0 : -1}
        data-place={`${index}:0`}
        data-key={prompt.uid}
        className={mergeClasses(styles.first, chosen === prompt.uid && styles.chosen)}
        style={{ width: first }}
      >
        <span className={styles.code}>{prompt.code}</span>
        <span className={mergeClasses(styles.text, density === 'compact' && styles.oneLine)}>{prompt.title}</span>
      </div>
      {columns.map(({ index: place, start }) => {
        const partner = partners[place];
        const cell = partner && cells.get(assessmentKey(prompt.uid, partner.uid));
        if (partner === undefined || cell === undefined) return undefined;
        return (
          <AnswerCell
            key={partner.uid}
            {...{ prompt, partner, cell, index, place, start, column }}
            isActive={activeColumn === place + 1}
            isPicked={pickedColumn === place + 1}
            isChosen={chosen === cell.key}
            isPale={passing !== undefined && !passing.has(cell.key)}
          />
        );
      })}
    </div>
  );
});

type AnswerProps = Pick<PromptProps, 'prompt' | 'index' | 'column'> & {
  readonly partner: Partner;
  readonly cell: Cell;
  readonly place: number;
  readonly start: number;
  readonly isActive: boolean;
  readonly isPicked: boolean;
  readonly isChosen: boolean;
  /** Shown for the sake of others in its row. */
  readonly isPale: boolean;
};

/** Drawn when it comes into sight, and again when something happens to it, whatever happens round it. */
const AnswerCell = memo(function AnswerCell(props: AnswerProps) {
  const { prompt, partner, cell, index, place, start, column, isActive, isPicked, isChosen, isPale } = props;
  const styles = useGridStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid
    <div
      role="gridcell"
      aria-colindex={place + 2}
      aria-label={`${cellWords(prompt, partner, cell.facts)}${isPale ? ', does not match the filters' : ''}`}
      aria-description={descriptionOf(cell.proofs)}
      aria-selected={isChosen || isPicked}
      tabIndex={isActive ? 0 : -1}
      data-place={`${index}:${place + 1}`}
      data-key={cell.key}
      className={mergeClasses(styles.cell, isPicked && styles.picked, isChosen && styles.chosen)}
      style={{ left: start, width: column, ...backgroundOf(cell.facts, isPale) }}
    />
  );
});

function descriptionOf(proofs: number): string | undefined {
  return proofs === 0 ? undefined : `${proofs} linked ${proofs === 1 ? 'document' : 'documents'}`;
}
