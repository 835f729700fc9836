/** The row of the partners' heads, above all others. */
export const HEAD_ROW = -1;

/** A place in the grid: rows are what is shown now, or `HEAD_ROW`; column 0 is the prompt, which has no head. */
export type GridPlace = { readonly row: number; readonly column: number };

const PAGE_ROWS = 8;

/** Where a key leads from `from`, as in a spreadsheet; undefined for a key that does not move. */
export function moveInGrid(
  from: GridPlace,
  press: { readonly key: string; readonly ctrl: boolean },
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (row: number, column: number, top = 0): GridPlace => ({
    row: Math.max(top, Math.min(last.row, row)),
    column: Math.max(row < 0 && top === HEAD_ROW ? 1 : 0, Math.min(last.column, column)),
  });
  const along = (column: number) => to(from.row, column, HEAD_ROW);
  switch (press.key) {
    case 'ArrowUp':
      if (press.ctrl) return to(0, from.column);
      return to(from.row - 1, from.column, from.column === 0 ? 0 : HEAD_ROW);
    case 'ArrowDown':
      return press.ctrl ? to(last.row, from.column) : to(from.row + 1, from.column);
    case 'ArrowLeft':
      return along(press.ctrl ? 0 : from.column - 1);
    case 'ArrowRight':
      return along(press.ctrl ? last.column : from.column + 1);
    case 'Home':
      return press.ctrl ? to(0, 0) : along(0);
    case 'End':
      return press.ctrl ? to(last.row, last.column) : along(last.column);
    case 'PageUp':
      return to(from.row - PAGE_ROWS, from.column);
    case 'PageDown':
      return to(from.row + PAGE_ROWS, from.column);
    default:
      return undefined;
  }
}
