import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { GridPlace } from './grid-moves.ts';
import type { GridRow } from './grid-rows.ts';

/** Pixels. */
export const HEAD_HEIGHT = 56;
export const COLUMN_WIDTH = 76;
/** Where there is room, so that nothing is left empty at the right. */
const COLUMN_WIDTH_MOST = 120;
export const GROUP_HEIGHT = 30;
const rowHeights = { regular: 48, compact: 36 } as const;
export type Density = keyof typeof rowHeights;
/** A very large screen gets higher rows rather than more cells than this, so that the page stays small and quick. */
const MOST_CELLS = 1080;
/** Rows, or columns, that are drawn beyond each edge. */
const OVERSCAN = 1;

const FIRST_WIDTH = 290;
/** In a channel the prompts give way a little, so that the partners stay in sight. */
const FIRST_WIDTH_NARROW = 240;
/** Any further, and an eye loses the row between a prompt and its cells: from here on the partners take the room first. */
const FIRST_WIDTH_MOST = 620;

type Input = {
  readonly rows: readonly GridRow[];
  /** Partners, without the column of the prompts. */
  readonly columns: number;
  /** Where the keyboard is: that cell is drawn wherever the grid is scrolled to, so that the focus is never lost. */
  readonly active: GridPlace;
  readonly density: Density;
};

/** The part of the grid that is drawn: only what is in sight, in both directions, and the cell that has the focus. */
export function useGridWindow({ rows, columns, active, density }: Input) {
  const scroll = useRef<HTMLDivElement>(null);
  const { width, height } = useInnerSize(scroll);
  const { first, column } = shareWidth(width, columns);
  const inSight = Math.max(0, Math.min(columns, Math.ceil((width - first) / column)));
  const rowHeight = rowHeightFor(height - HEAD_HEIGHT, inSight, density);
  const getScrollElement = () => scroll.current;
  const rowWindow = useVirtualizer({
    count: rows.length,
    getScrollElement,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeight),
    // A new function when the rows change: heights are then taken anew.
    getItemKey: useCallback((index: number) => `${rowHeight} ${toKey(rows[index], index)}`, [rows, rowHeight]),
    overscan: OVERSCAN,
    paddingStart: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: useCallback((range: Range) => withIndex(range, active.row), [active.row]),
    useFlushSync: false,
  });
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement,
    estimateSize: () => column,
    // A new function when the width changes, as for the rows.
    getItemKey: useCallback((index: number) => `${column} ${index}`, [column]),
    overscan: OVERSCAN,
    paddingStart: first,
    scrollPaddingStart: first,
    rangeExtractor: useCallback(
      (range: Range) => withIndex(behind(range, first, column), active.column - 1),
      [active.column, first, column],
    ),
    useFlushSync: false,
  });

  /** Scrolls no further than needed; at once, so that what is focused next is in sight. */
  const bringIntoView = useCallback(
    ({ row, column }: GridPlace) => {
      const element = scroll.current;
      if (element === null) return;
      // The heads stay where they are.
      const down = row < 0 ? undefined : rowWindow.getOffsetForIndex(row, 'auto')?.[0];
      const across = column === 0 ? undefined : columnWindow.getOffsetForIndex(column - 1, 'auto')?.[0];
      if (down !== undefined) element.scrollTop = row === 0 ? 0 : down;
      if (across !== undefined) element.scrollLeft = across;
    },
    [rowWindow, columnWindow],
  );

  const lastHeight = useRef(height);
  // The panel that opens wraps what stands around the grid: the row that was pressed stays in sight all the same.
  useLayoutEffect(() => {
    const before = lastHeight.current;
    lastHeight.current = height;
    const element = scroll.current;
    const row = rowWindow.measurementsCache[active.row];
    if (element === null || row === undefined || height >= before) return;
    const below = row.end - element.scrollTop - height;
    if (below > 0 && row.start < element.scrollTop + before) element.scrollTop += below;
  }, [height, active.row, rowWindow]);

  return {
    scroll,
    first,
    /** The width of a partner's column. */
    column,
    rowHeight,
    height: rowWindow.getTotalSize(),
    width: columnWindow.getTotalSize(),
    rowItems: rowWindow.getVirtualItems(),
    columnItems: columnWindow.getVirtualItems(),
    bringIntoView,
  };
}

/** How wide the prompts and each partner are, so that they fill the width if they can. */
export function shareWidth(width: number, columns: number): { readonly first: number; readonly column: number } {
  const least = width < 1000 ? FIRST_WIDTH_NARROW : FIRST_WIDTH;
  const room = Math.floor((width - FIRST_WIDTH_MOST) / Math.max(1, columns));
  const column = Math.max(COLUMN_WIDTH, Math.min(COLUMN_WIDTH_MOST, room));
  return { first: Math.max(least, width - columns * column), column };
}

/** How high a prompt's row is: as the density says, unless more cells than fit the page would be in sight. */
export function rowHeightFor(height: number, columns: number, density: Density): number {
  const mostRows = Math.floor(MOST_CELLS / (columns + 2 * OVERSCAN)) - 2 * OVERSCAN - 1;
  return Math.max(rowHeights[density], Math.ceil(height / mostRows));
}

export type Column = Pick<VirtualItem, 'index' | 'start'>;

function toKey(row: GridRow | undefined, index: number): string {
  if (row === undefined) return String(index);
  return row.kind === 'group' ? `group ${row.name}` : row.prompt.uid;
}

/** Without the columns that have gone under the prompts, which stay where they are. */
function behind(range: Range, first: number, column: number): Range {
  if (range.startIndex === 0) return range;
  const startIndex = Math.min(range.endIndex, range.startIndex + Math.floor(first / column));
  return { ...range, startIndex };
}

function withIndex(range: Range, index: number): number[] {
  const shown = defaultRangeExtractor(range);
  if (index < 0 || index >= range.count || shown.includes(index)) return shown;
  return index < (shown[0] ?? 0) ? [index, ...shown] : [...shown, index];
}

/** What is inside the scroll bars, before anything is painted and after each change. */
function useInnerSize(scroll: { readonly current: HTMLElement | null }) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = scroll.current;
    if (element === null) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroll]);
  return size;
}
