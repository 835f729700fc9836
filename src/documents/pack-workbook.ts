import { addDays } from '../domain/calendar/day.ts';
import type { ThemePack } from '../themes/pack-schema.ts';
import { type PackFault, readPack } from '../themes/read-pack.ts';
import { findLeftOut, type Line, linesOf, toPlace } from './pack-places.ts';
import {
  FACT_HEAD,
  facts,
  PACK_SHEET,
  type PartSheet,
  partSheets,
  type SheetColumn,
  SOURCES_SHEET,
} from './pack-sheets.ts';
import { readWorkbook, type TextSheet, writeWorkbook } from './workbook.ts';

/** One thing that is wrong with a file, and where: `Sheet Prompts, row 5, column Trust`. */
export type FileFault = { readonly where: string; readonly words: string };

export type PackFileReading =
  /** `leftOut` are places of what a pack has no place for. */
  | { readonly ok: true; readonly pack: ThemePack; readonly leftOut?: readonly string[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

type Values = { readonly [field: string]: unknown };

/** The pack as an Excel workbook that `fromPackWorkbook` reads back as it was. */
export function toPackWorkbook(pack: ThemePack): Promise<Uint8Array> {
  const values: Values = pack;
  const rows = facts.flatMap(({ title, field }) => {
    const value = values[field];
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one) => [title, String(one)]);
  });
  return writeWorkbook([
    { name: PACK_SHEET, rows: [FACT_HEAD, ...rows], widths: [18, 100] },
    ...partSheets.map(({ sheet, part, columns }) => ({
      name: sheet,
      rows: [
        columns.map((column) => column.title),
        ...toLines(pack, part).map((line) => columns.map((column) => toCell(line[column.field], column))),
      ],
      widths: columns.map((column) => column.width),
    })),
  ]);
}

function toLines(pack: ThemePack, part: string): readonly Values[] {
  if (part === 'sources') return Object.entries(pack.sources).map(([id, source]) => ({ id, ...source }));
  return (pack as Values)[part] as readonly Values[];
}

function toCell(value: unknown, { kind }: SheetColumn): string {
  if (value === undefined) return '';
  if (kind === 'trust') return (value as readonly string[]).join(', ');
  if (kind === 'yes-no') return value === true ? 'yes' : 'no';
  if (kind !== 'sources') return String(value);
  const named = value as readonly { readonly id: string; readonly paragraph?: string }[];
  return named.map(({ id, paragraph }) => (paragraph === undefined ? id : `${id}, ${paragraph}`)).join('; ');
}

/** Where in the workbook each value of the pack came from. */
type Places = {
  readonly where: (fault: PackFault) => string;
  /** As whoever looks at the sheet would say it. */
  readonly words: (fault: PackFault) => string;
  /** Whether the fault is one of the file: what is on a missing sheet or under a missing heading was not read at all. */
  readonly isRead: (fault: PackFault) => boolean;
};

/** Reads a pack from a workbook. Says of everything that is wrong on which sheet, in which row and column it stands. */
export async function fromPackWorkbook(bytes: Uint8Array): Promise<PackFileReading> {
  const reading = await readWorkbook(bytes);
  if (!reading.ok) {
    return { ok: false, faults: [{ where: 'The file', words: reading.sentence.replace(/^The file |\.$/g, '') }] };
  }
  const taken = takeSheets(reading.sheets);
  const pack = readPack(taken.value);
  if (pack.ok && taken.faults.length === 0) {
    const leftOut = findLeftOut(reading.sheets);
    return { ok: true, pack: pack.pack, ...(leftOut.length > 0 && { leftOut }) };
  }
  const found = (pack.ok ? [] : pack.found)
    .filter(taken.isRead)
    .map((fault) => ({ where: taken.where(fault), words: taken.words(fault) }));
  return { ok: false, faults: [...taken.faults, ...found] };
}

function takeSheets(
  sheets: readonly TextSheet[],
): Places & { readonly value: Values; readonly faults: readonly FileFault[] } {
  const find = (name: string) => sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
  const missing = [PACK_SHEET, ...partSheets.map((one) => one.sheet)].filter((name) => find(name) === undefined);
  const facts = takeFacts(linesOf(find(PACK_SHEET)));
  const parts = partSheets
    .filter(({ sheet }) => !missing.includes(sheet))
    .map((part) => takePart(part, linesOf(find(part.sheet))));
  const sources = parts.find(({ part }) => part.part === 'sources');
  const value = {
    ...facts.values,
    ...Object.fromEntries(parts.map(({ part, lines }) => [part.part, lines.map((line) => line.values)])),
    // Without its ids nobody knows which source is which.
    sources:
      sources === undefined || sources.missing.includes('id')
        ? undefined
        : Object.fromEntries(sources.lines.map(({ values: { id, ...source } }) => [String(id), source])),
  };
  return {
    value,
    faults: [
      ...missing.map((name) => ({ where: 'The file', words: `has no sheet ${name}` })),
      ...facts.faults,
      ...parts.flatMap((part) => part.faults),
      ...findRepeated(sources),
    ],
    isRead: ({ path: [name, , field] }) => {
      const part = partSheets.find((one) => one.part === name);
      if (missing.includes(part?.sheet ?? PACK_SHEET)) return false;
      const unread = parts.find((one) => one.part === part)?.missing ?? [];
      return unread.length === 0 || (name !== 'sources' && !unread.includes(String(field)));
    },
    words: ({ path: [name, at, field], words }) => {
      const columns = partSheets.find(({ part }) => part === name)?.columns;
      if (columns !== undefined && at === undefined) return 'has no rows; a pack needs at least one';
      const isYesNo = columns?.find((one) => one.field === field)?.kind === 'yes-no';
      return isYesNo && words !== 'is missing' ? 'must be yes or no' : words;
    },
    where: (fault) => {
      const [name, at, field] = fault.path;
      const taken = parts.find(({ part }) => part.part === name);
      if (!taken) return facts.where(String(name ?? ''), at);
      if (at === undefined) return toPlace(taken.part.sheet, undefined, undefined);
      const line = typeof at === 'number' ? taken.lines[at] : taken.lines.find(({ values }) => values.id === at);
      const column = taken.part.columns.find((one) => one.field === (field ?? 'id'));
      return toPlace(taken.part.sheet, line?.row, column?.title);
    },
  };
}

type TakenPart = {
  readonly part: PartSheet;
  readonly lines: readonly { readonly row: number; readonly values: Values }[];
  readonly faults: readonly FileFault[];
  /** Fields whose headings are not there. */
  readonly missing: readonly string[];
};

function takePart(part: PartSheet, [head, ...lines]: readonly Line[]): TakenPart {
  const titles = (head?.cells ?? []).map((cell) => cell.toLowerCase());
  const at = part.columns.map((column) => titles.indexOf(column.title.toLowerCase()));
  const faults = part.columns.flatMap((column, index) => {
    const place = at[index] ?? -1;
    if (place === -1) return [{ where: toPlace(part.sheet, head?.row ?? 1, column.title), words: 'is missing' }];
    return lines.flatMap(({ row, cells }) => findError(cells[place], toPlace(part.sheet, row, column.title)));
  });
  return {
    part,
    faults,
    missing: part.columns.flatMap((column, index) => (at[index] === -1 ? [column.field] : [])),
    lines: lines.map(({ row, cells }) => ({
      row,
      values: Object.fromEntries(
        part.columns.flatMap((column, index) => {
          const place = at[index] ?? -1;
          const value = place === -1 ? undefined : fromCell(cells[place] ?? '', column);
          return value === undefined ? [] : [[column.field, value]];
        }),
      ),
    })),
  };
}

function takeFacts(lines: readonly Line[]) {
  const rows = (title: string) =>
    lines.filter(({ cells }) => (cells[0] ?? '').toLowerCase() === title.toLowerCase() && (cells[1] ?? '') !== '');
  const values: { [field: string]: unknown } = {};
  for (const { title, field, kind } of facts) {
    const found = rows(title).map(({ cells }) => cells[1] ?? '');
    if (kind === 'many') values[field] = found;
    else if (found[0] !== undefined) values[field] = toFact(field, found[0]);
  }
  const where = (field: string, at: PropertyKey | undefined) => {
    const fact = facts.find((one) => one.field === field);
    const row = fact && rows(fact.title)[typeof at === 'number' ? at : 0]?.row;
    return row === undefined
      ? `Sheet ${PACK_SHEET}, field ${fact?.title ?? field}`
      : toPlace(PACK_SHEET, row, FACT_HEAD[1]);
  };
  const faults = lines.flatMap(({ row, cells }) => findError(cells[1], toPlace(PACK_SHEET, row, FACT_HEAD[1])));
  return { values, where, faults };
}

/** What a formula left that could not be worked out: nobody wrote it as words. */
function findError(cell: string | undefined, where: string): readonly FileFault[] {
  const isError = /^#(?:REF!|DIV\/0!|VALUE!|NAME\?|N\/A|NULL!|NUM!|SPILL!|CALC!)$/.test(cell ?? '');
  return isError ? [{ where, words: `holds the error ${cell} of a formula` }] : [];
}

function toFact(field: string, cell: string): unknown {
  if (field === 'schema') return Number(cell);
  // A date that lost its format is the number of days since the end of 1899.
  return field === 'date' && /^\d{5}$/.test(cell) ? addDays('1899-12-30', Number(cell)) : cell;
}

/** Two rows of one id would be one source, and one of them would be lost. */
function findRepeated(sources: TakenPart | undefined): readonly FileFault[] {
  const ids = (sources?.lines ?? []).map(({ values }) => values.id);
  return (sources?.lines ?? []).flatMap(({ row, values }, index) =>
    values.id === undefined || ids.indexOf(values.id) === index
      ? []
      : [{ where: toPlace(SOURCES_SHEET, row, 'Id'), words: 'is there twice' }],
  );
}

function fromCell(cell: string, { kind, optional }: SheetColumn): unknown {
  if (cell === '' && (optional || kind !== 'text')) return optional || kind !== 'trust' ? undefined : [];
  switch (kind) {
    case 'text':
      return cell;
    case 'trust':
      return split(cell, /[,;\n]/).map((word) => word.toLowerCase());
    case 'yes-no':
      return /^(?:yes|true|1)$/i.test(cell) ? true : /^(?:no|false|0)$/i.test(cell) ? false : cell;
    case 'whole':
      return /^\d+$/.test(cell) ? Number(cell) : cell;
    case 'sources':
      return split(cell, /[;\n]/).map((one) => {
        const [, id = '', paragraph] = /^([^,]*?)(?:\s*,\s*(.*))?$/.exec(one) ?? [];
        return paragraph === undefined || paragraph === '' ? { id } : { id, paragraph };
      });
  }
}

function split(cell: string, by: RegExp): readonly string[] {
  return cell
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
