import { useCallback, useState } from 'react';
import type { Partner, Prompt } from '../../workspace/schema/lists.ts';
import { type Picked, pickFrom } from './grid-keys.ts';
import { type GridPlace, HEAD_ROW } from './grid-moves.ts';
import type { GridRow } from './grid-rows.ts';

/** Where the keyboard is in the grid, and which cells of one column are picked. */
export function useGridPlace(rows: readonly GridRow[], partners: readonly Partner[]) {
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<GridPlace | undefined>();
  // Rows and columns come and go with the filters.
  const active = within(place, rows.length, partners.length + 1);
  const picked = anchor && pickFrom(within(anchor, rows.length, partners.length + 1), active);

  const moveTo = useCallback(
    (to: GridPlace, extends_ = false) => {
      setAnchor(extends_ ? (before) => before ?? active : undefined);
      setPlace(to);
    },
    [active],
  );

  return {
    active,
    picked,
    moveTo,
    unpick: () => setAnchor(undefined),
    subject: subjectAt(rows, partners, active),
    /** Prompts of the picked cells, or of the one that the keyboard is in. */
    prompts: promptsIn(rows, picked ?? { column: active.column, from: active.row, to: active.row }),
  };
}

function within({ row, column }: GridPlace, rows: number, columns: number): GridPlace {
  return { row: row === HEAD_ROW ? row : Math.max(0, Math.min(row, rows - 1)), column: Math.min(column, columns - 1) };
}

export type Subject = { readonly prompt: Prompt; readonly partner: Partner };

function subjectAt(
  rows: readonly GridRow[],
  partners: readonly Partner[],
  { row, column }: GridPlace,
): Subject | undefined {
  const entry = rows[row];
  const partner = partners[column - 1];
  return entry?.kind === 'prompt' && partner !== undefined ? { prompt: entry.prompt, partner } : undefined;
}

function promptsIn(rows: readonly GridRow[], { from, to }: Picked): readonly Prompt[] {
  return rows.slice(from, to + 1).flatMap((row) => (row.kind === 'prompt' ? [row.prompt] : []));
}
