import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { isRow, type Line } from './arrange.ts';
import type { ListProps } from './list-props.ts';
import { columns, TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useTableStyles } from './table-styles.ts';

const ROW = 44;
const HEAD_OF_GROUP = 30;
/** Rows drawn at once at the most on a usual screen, so that the register stays under 400 elements. */
const MOST_ROWS = 24;

/** The register from 640 px up: only the rows in sight are drawn, and all of it is one tab stop with the keys of a list. */
export function EvidenceTable({ lines, chosen, sort, onSort, detailOf, mayRegister, onRegister }: ListProps) {
  const styles = useTableStyles();
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
    estimateSize: (index) => (isGroup(lines[index]) ? HEAD_OF_GROUP : ROW),
    rangeExtractor: extract,
    scrollPaddingStart: 34,
    initialRect: { width: 800, height: 480 },
  });

  // Heights follow what each line is, which another order or filter changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the lines are others
  useEffect(() => virtual.measure(), [lines, virtual]);

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
  }

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW) / ROW) - 2);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(place.line + 1),
      ArrowUp: () => go(place.line - 1),
      PageDown: () => go(active + page),
      PageUp: () => go(Math.max(0, active - page)),
      Home: () => go(0),
      End: () => go(lines.length - 1),
      ...(place.line < 0 && {
        ArrowLeft: () => go(-1, Math.max(0, place.column - 1)),
        ArrowRight: () => go(-1, Math.min(columns.length - 1, place.column + 1)),
      }),
    };
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    move();
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
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <TableHead sort={sort} onSort={onSort} activeColumn={place.line < 0 ? place.column : -1} />
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
