import { zipSync } from 'fflate';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { escapeSigns } from './escape-signs.ts';
import { unpackWithin, type ZipCaps } from './zip-guard.ts';

/** A sheet as rows of text, as it stands from its first row on. */
export type TextSheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

export type WorkbookReading =
  | { readonly ok: true; readonly sheets: readonly TextSheet[] }
  | { readonly ok: false; readonly sentence: string };

const CAPS: ZipCaps = {
  bytes: 5 * 1024 * 1024,
  entries: 200,
  entryBytes: 16 * 1024 * 1024,
  totalBytes: 32 * 1024 * 1024,
  ratio: 200,
};
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 60;
const MOST_CELLS = 60_000;

/** What a reader of cells needs; pictures, macros and links to other files stay outside. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;
const SHEET = /^xl\/worksheets\//i;

/** Reads the cells of a workbook as text. What could hurt the reader is refused before it reads. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  const unpacked = unpackWithin(bytes, CAPS);
  if (!unpacked.ok) return unpacked;
  const parts = [...unpacked.files].filter(([name]) => NEEDED.test(name));
  for (const [name, content] of parts) {
    const fault = findFault(name, content);
    if (fault !== undefined) return { ok: false, sentence: fault };
  }
  try {
    // Packed anew, so that the reader sees the very parts that were checked.
    const clean = zipSync(Object.fromEntries(parts), { level: 0 });
    const { sheets } = await readXlsx(clean, { maxRows: MOST_ROWS + 1 });
    return { ok: true, sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(toText)) })) };
  } catch {
    return { ok: false, sentence: 'The file could not be read as an Excel workbook. Save it again as .xlsx.' };
  }
}

/** Writes sheets of text. What looks like a formula stays text. The first row of each sheet is its head. */
export function writeWorkbook(
  sheets: readonly (TextSheet & { readonly widths: readonly number[] })[],
): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows, widths }) => ({
      name,
      rows: rows.map((row) => row.map(escapeSigns)),
      columns: widths.map((width) => ({ width })),
      freezePane: { rows: 1 },
    })),
  });
}

function findFault(name: string, content: Uint8Array): string | undefined {
  if (content[0] === 0xfe || content[0] === 0xff || content[1] === 0)
    return 'The file is written in an unusual alphabet.';
  const xml = new TextDecoder().decode(content);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return 'The file holds definitions of its own, which no workbook needs.';
  return SHEET.test(name) ? findSize(xml) : undefined;
}

/** A cell at the far corner makes some readers fill all that lies before it. */
function findSize(xml: string): string | undefined {
  if ((xml.match(/<(?:\w+:)?c[\s/>]/g) ?? []).length > MOST_CELLS) return `A sheet has more than ${MOST_CELLS} cells.`;
  if ((xml.match(/<(?:\w+:)?row[\s/>]/g) ?? []).length > MOST_ROWS) return tooManyRows;
  for (const [, , place = ''] of xml.matchAll(/\sr\s*=\s*(["'])(.*?)\1/g)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    if (letters === undefined) return `A sheet has a cell at ${place.slice(0, 20)}, which is no place.`;
    if (Number(digits) > MOST_ROWS) return tooManyRows;
    if (toNumber(letters) > MOST_COLUMNS) return `A sheet has more than ${MOST_COLUMNS} columns.`;
  }
  return undefined;
}

const tooManyRows = `A sheet has more than ${MOST_ROWS} rows.`;

function toNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** Dates come as midnight in UTC. */
function toText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value).trim();
}
