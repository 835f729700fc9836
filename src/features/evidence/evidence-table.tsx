import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isRow, type Line } from './arrange.ts';
import type { ListProps } from './list-props.ts';
import { WHOLE_LIST } from './picking.ts';
import { columns, columnsOf, TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useTableStyles } from './table-styles.ts';
import { useIsTight } from './tight.ts';

const ROW = 44;
/** A title of two lines, and the columns that there is no room for below it. */
const TALL_ROW = 64;
const HEAD_OF_GROUP = 30;
/** Rows drawn at once at the most on a usual screen, so that the register stays under 400 elements. */
const MOST_ROWS = 22;

/** The register from 640 px up: only the rows in sight are drawn, and all of it is one tab stop with the keys of a list. */
export function EvidenceTable(props: ListProps) {
  const { lines, chosen, sort, onSort, detailOf, mayRegister, onRegister, picks } = props;
  const styles = useTableStyles();
  const isTight = useIsTight();
  const row = isTight ? TALL_ROW : ROW;
  const scroll = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ line: 0, column: 0 });
  const wantsFocus = useRef(false);
  const active = Math.min(place.line, lines.length - 1);
  const extract = useCallback(
    (range: Range) => {
      const inSight = range.endIndex - range.startIndex + 1;
      const overscan = Math.max(0, Math.min(4, Math.floor((MOST_ROWS - inSight) / 2)));
      const drawn = defaultRangeExtractor({ ...range, overscan });
      // The row that has the focus stays, or the focus would fall to the page.
      return active < 0 || drawn.includes(active) ? drawn : [active, ...drawn].toSorted((one, other) => one - other);
    },
    [active],
  );
  const visit = useCallback((line: number) => setPlace({ line, column: 0 }), []);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => (isGroup(lines[index]) ? HEAD_OF_GROUP : row),
    rangeExtractor: extract,
    scrollPaddingStart: 34,
    initialRect: { width: 800, height: 480 },
  });

  const rowCount = useMemo(() => lines.filter(isRow).length, [lines]);

  // Heights follow what each line is, which another order or filter changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the lines are others, or all of them higher
  useEffect(() => virtual.measure(), [lines, virtual, row]);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const where = place.line < 0 ? `head ${place.column}` : `${active}`;
    scroll.current?.querySelector<HTMLElement>(`[data-place="${where}"]`)?.focus({ preventScroll: true });
  });

  function go(line: number, column = place.column) {
    const next = Math.max(-1, Math.min(lines.length - 1, line));
    wantsFocus.current = true;
    setPlace({ line: next, column });
    if (next >= 0) virtual.scrollToIndex(next, { align: 'auto' });
    return next;
  }

  /** What a key does with the choice of rows; false where it does nothing with it. */
  function pick({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
    if ((ctrlKey || metaKey) && key === 'a') picks.all();
    else if (key === ' ' && place.line >= 0) picks.toggle(active);
    else if (key === 'Escape' && picks.rows.length > 0) picks.clear();
    else return false;
    return true;
  }

  function press(event: MouseEvent) {
    const target = event.target as Element;
    const isBox = target instanceof HTMLInputElement;
    const isOnly = isBox || event.ctrlKey || event.metaKey || event.shiftKey;
    const line = Number(target.closest('[role="row"]')?.getAttribute('aria-rowindex')) - 2;
    if (!isOnly || Number.isNaN(line)) return;
    if (!isBox) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (line < 0) {
      if (isBox) picks.all();
      return;
    }
    if (event.shiftKey) picks.extend(active, line);
    else picks.toggle(line);
    wantsFocus.current = true;
    setPlace({ line, column: 0 });
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? row) / row) - 2);
    if (pick(event)) {
      event.preventDefault();
      return;
    }
    const moves: Readonly<Record<string, () => number>> = {
      ArrowDown: () => go(place.line + 1),
      ArrowUp: () => go(place.line - 1),
      PageDown: () => go(active + page),
      PageUp: () => go(Math.max(0, active - page)),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ...(place.line < 0 && {
        ArrowLeft: () => go(-1, Math.max(0, place.column - 1)),
        ArrowRight: () => go(-1, Math.min(columnsOf(isTight).length - 1, place.column + 1)),
      }),
    };
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = move();
    if (event.shiftKey && place.line >= 0 && next >= 0) picks.extend(active, next);
    else picks.pass();
  }

  return (
    <div ref={scroll} className={styles.scroll}>
      {/* biome-ignore lint/a11y/useSemanticElements: thousands of rows of which a few are drawn are a grid */}
      <div
        role="grid"
        tabIndex={-1}
        aria-label="Evidence"
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        className={styles.grid}
        onKeyDown={onKeyDown}
        // The title of a file that nobody registered is a button, which Space would press as well.
        onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClickCapture={press}
      >
        <TableHead
          sort={sort}
          onSort={onSort}
          isTight={isTight}
          activeColumn={place.line < 0 ? Math.min(place.column, columnsOf(isTight).length - 1) : -1}
          chosen={picks.counts.get(WHOLE_LIST) ?? 0}
          rows={rowCount}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: see the grid */}
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            if (line === undefined) return undefined;
            const isActive = place.line >= 0 && index === active;
            return (
              <TableRow
                // By place: an item may stand under several prompts, and what is drawn is used again as the list moves.
                key={index}
                line={line}
                index={index}
                start={start}
                isActive={isActive}
                isChosen={isRow(line) && line.key === chosen}
                chosen={isRow(line) ? Number(picks.picked.has(line.key)) : (picks.counts.get(index) ?? 0)}
                isTight={isTight}
                isRegistrable={isRow(line) && line.unregistered !== undefined && mayRegister(line.partner)}
                detailOf={detailOf}
                onRegister={onRegister}
                onVisit={visit}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function isGroup(line: Line | undefined): boolean {
  return line !== undefined && !isRow(line);
}
