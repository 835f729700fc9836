import { mergeClasses } from '@fluentui/react-components';
import { Flag16Regular } from '@fluentui/react-icons/svg/flag';
import { History16Regular } from '@fluentui/react-icons/svg/history';
import { memo } from 'react';
import { toHref } from '../../session/href.ts';
import type { UnregisteredFile } from '../../session/use-unregistered.ts';
import { EvidenceStateMark } from '../../ui/evidence-state-mark.tsx';
import { FileIcon } from '../../ui/file-icon.tsx';
import { groupWords, isRow, type Line } from './arrange.ts';
import type { EvidenceRow } from './evidence-rows.ts';
import { RegisterButton } from './register-button.tsx';
import { freshnessWords, periodWords, rowStateName, stackedWords } from './row-words.ts';
import { useTableStyles } from './table-styles.ts';
import { TriBox } from './tri-box.tsx';

type Props = {
  readonly line: Line;
  readonly index: number;
  /** Where it lies, in pixels from the top of the list. */
  readonly start: number;
  readonly isActive: boolean;
  /** It is the item that is open. */
  readonly isChosen: boolean;
  /** Whether it is chosen, 1 or 0; of a group how many of it are. */
  readonly chosen: number;
  readonly isRegistrable: boolean;
  /** Partner and period stand below the title. */
  readonly isTight: boolean;
  readonly detailOf: (row: EvidenceRow) => string;
  readonly onRegister: (file: UnregisteredFile) => void;
  /** It was reached by pointer. */
  readonly onVisit: (index: number) => void;
};

/** One line of the register. Few elements: hundreds of them are drawn while it scrolls. */
export const TableRow = memo(function TableRow(props: Props) {
  const { line, index, start, isActive, isChosen, isTight, chosen } = props;
  const styles = useTableStyles();
  const place = { 'data-place': `${index}`, tabIndex: isActive ? 0 : -1 };
  const position = { transform: `translateY(${start}px)` };
  if (!isRow(line)) {
    const name = groupWords(line, chosen);
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: its one cell takes the focus
      // biome-ignore lint/a11y/useSemanticElements: see the grid
      <div
        role="row"
        aria-rowindex={index + 2}
        aria-selected={chosen === line.count}
        className={styles.group}
        style={position}
      >
        {/* biome-ignore lint/a11y/useFocusableInteractive: it has a tabIndex, of its place */}
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <div role="gridcell" aria-colspan={5} aria-label={name} className={styles.groupCell} {...place}>
          <TriBox
            label={`Choose all of ${line.group}`}
            chosen={chosen}
            of={line.count}
            isOutOfTabs
            className={styles.groupBox}
          />
          {name}
        </div>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the title in it takes the focus
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen > 0}
      {...(isChosen && { 'aria-current': true })}
      className={mergeClasses(
        styles.row,
        isTight && styles.tight,
        isTight && styles.tall,
        chosen > 0 && styles.picked,
        isChosen && styles.chosen,
      )}
      style={position}
    >
      <Cells {...props} row={line} place={place} />
    </div>
  );
});

type CellsProps = Props & {
  readonly row: EvidenceRow;
  readonly place: { readonly 'data-place': string; readonly tabIndex: number };
};

function Cells({ row, index, place, chosen, isRegistrable, isTight, detailOf, onRegister, onVisit }: CellsProps) {
  const styles = useTableStyles();
  const { unregistered } = row;
  const title = mergeClasses(styles.title, isTight && styles.titleTight);
  const isLost = row.news.includes('deleted');
  const isWaiting = isLost || row.state === 'needed' || row.state === 'returned' || row.state === 'unregistered';
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the title takes the focus */}
      <div role="gridcell" aria-colindex={1} className={mergeClasses(styles.first, isTight && styles.firstTight)}>
        {/* The grid itself takes the press, so that no row needs a function of its own. */}
        <input
          type="checkbox"
          readOnly
          tabIndex={-1}
          aria-label={`Choose ${row.title}`}
          checked={chosen > 0}
          className={styles.box}
        />
        <FileIcon name={row.fileName} />
        {unregistered === undefined ? (
          <a
            href={toHref({ screen: 'evidence', item: row.key })}
            data-key={row.key}
            className={title}
            onClick={() => onVisit(index)}
            {...place}
          >
            {row.title}
          </a>
        ) : (
          <button type="button" className={title} onClick={() => onRegister(unregistered)} {...place}>
            {row.title}
          </button>
        )}
        <span className={styles.small}>{isTight ? stackedWords(row, detailOf(row)) : detailOf(row)}</span>
      </div>
      {!isTight && (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: read, not visited
        <div role="gridcell" aria-colindex={2} className={styles.cell}>
          {row.partnerTitle}
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: read, not visited */}
      <div
        role="gridcell"
        aria-colindex={3}
        className={mergeClasses(styles.cell, styles.marked, isWaiting && styles.strong)}
      >
        <EvidenceStateMark state={isLost ? 'unregistered' : row.state} />
        {rowStateName(row)}
      </div>
      {!isTight && (
        // biome-ignore lint/a11y/useSemanticElements: see the grid
        // biome-ignore lint/a11y/useFocusableInteractive: read, not visited
        <div
          role="gridcell"
          aria-colindex={4}
          className={mergeClasses(styles.cell, row.state === 'needed' && styles.quiet)}
        >
          {periodWords(row)}
        </div>
      )}
      <FreshnessCell row={row} isRegistrable={isRegistrable} onRegister={onRegister} />
    </>
  );
}

type FreshnessProps = Pick<CellsProps, 'row' | 'isRegistrable' | 'onRegister'>;

function FreshnessCell({ row, isRegistrable, onRegister }: FreshnessProps) {
  const styles = useTableStyles();
  const isStale = row.freshness === 'stale' || row.freshness === 'review passed';
  const isDue = row.state === 'needed' && row.lateDays === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid
    // biome-ignore lint/a11y/useFocusableInteractive: read, not visited
    <div
      role="gridcell"
      aria-colindex={5}
      className={mergeClasses(
        styles.cell,
        styles.marked,
        styles.above,
        isStale ? styles.stale : row.lateDays > 0 ? styles.late : isDue ? styles.strong : styles.quiet,
      )}
    >
      {isStale && <History16Regular aria-hidden="true" />}
      {row.lateDays > 0 && <Flag16Regular aria-hidden="true" />}
      {freshnessWords(row)}
      {row.unregistered !== undefined && isRegistrable && (
        <RegisterButton title={row.title} file={row.unregistered} isInGrid onRegister={onRegister} />
      )}
    </div>
  );
}
