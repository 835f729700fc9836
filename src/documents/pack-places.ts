import { FACT_HEAD, facts, PACK_SHEET, type PartSheet, partSheets } from './pack-sheets.ts';
import type { TextSheet } from './workbook.ts';

export type Line = { readonly row: number; readonly cells: readonly string[] };

/** Rows that hold something, with their numbers as Excel shows them. */
export function linesOf(sheet: TextSheet | undefined): readonly Line[] {
  return (sheet?.rows ?? []).flatMap((cells, index) =>
    cells.some((cell) => cell !== '') ? [{ row: index + 1, cells }] : [],
  );
}

export function toPlace(sheet: string, row: number | undefined, column: string | undefined): string {
  return [`Sheet ${sheet}`, row === undefined ? [] : `row ${row}`, column === undefined ? [] : `column ${column}`]
    .flat()
    .join(', ');
}

/** What a workbook holds that a pack has no place for, by its places, so that nothing is left out unseen. */
export function findLeftOut(sheets: readonly TextSheet[]): readonly string[] {
  return sheets.flatMap((sheet) => {
    const name = sheet.name.trim();
    const lines = linesOf(sheet);
    if (isSame(name, PACK_SHEET)) return lines.flatMap((line) => findInFacts(line, lines));
    const part = partSheets.find((one) => isSame(one.sheet, name));
    if (part !== undefined) return findColumns(part, lines);
    return lines.length === 0 ? [] : [toPlace(name, undefined, undefined)];
  });
}

function findColumns({ sheet, columns }: PartSheet, [head, ...lines]: readonly Line[]): readonly string[] {
  const titles = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const taken = new Set(columns.map(({ title }) => titles.indexOf(title.toLowerCase())));
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const others = Array.from({ length: width }, (_, index) => index).filter(
    (index) => !taken.has(index) && lines.some(({ cells }) => (cells[index] ?? '') !== ''),
  );
  return others.map((index) => {
    const title = head?.cells[index] ?? '';
    return title === '' ? `Sheet ${sheet}, a column without a heading` : toPlace(sheet, undefined, title);
  });
}

function findInFacts({ row, cells }: Line, lines: readonly Line[]): readonly string[] {
  const [title = '', value = '', ...others] = cells;
  const place = toPlace(PACK_SHEET, row, undefined);
  const beside = others.some((cell) => cell !== '') ? [`${place}, beside the value`] : [];
  if (isSame(title, FACT_HEAD[0])) return beside;
  const fact = facts.find((one) => isSame(one.title, title));
  if (fact === undefined) return [`${place}, ${title || value || 'beside the value'}`];
  const first = lines.find((line) => isSame(line.cells[0] ?? '', title) && (line.cells[1] ?? '') !== '');
  const isSecond = fact.kind !== 'many' && value !== '' && first?.row !== row;
  return isSecond ? [`${place}, ${fact.title} a second time`, ...beside] : beside;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
