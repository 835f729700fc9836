/** A place in the grid: rows are what is shown now, column 0 is the prompt. */
export type GridPlace = { readonly row: number; readonly column: number };

const PAGE_ROWS = 8;

/** Where a key leads from `from`, as in a spreadsheet; undefined for a key that does not move. */
export function moveInGrid(
  from: GridPlace,
  press: { readonly key: string; readonly ctrl: boolean },
  size: { readonly rows: number; readonly columns: number },
): GridPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const to = (row: number, column: number): GridPlace => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  });
  switch (press.key) {
    case 'ArrowUp':
      return press.ctrl ? to(0, from.column) : to(from.row - 1, from.column);
    case 'ArrowDown':
      return press.ctrl ? to(last.row, from.column) : to(from.row + 1, from.column);
    case 'ArrowLeft':
      return press.ctrl ? to(from.row, 0) : to(from.row, from.column - 1);
    case 'ArrowRight':
      return press.ctrl ? to(from.row, last.column) : to(from.row, from.column + 1);
    case 'Home':
      return press.ctrl ? to(0, 0) : to(from.row, 0);
    case 'End':
      return press.ctrl ? to(last.row, last.column) : to(from.row, last.column);
    case 'PageUp':
      return to(from.row - PAGE_ROWS, from.column);
    case 'PageDown':
      return to(from.row + PAGE_ROWS, from.column);
    default:
      return undefined;
  }
}
