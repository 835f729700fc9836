import { type CellValue, type HyperlinkValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { escapeSigns } from './escape-signs.ts';

/** A file that is in the pack, in words for people; what is not known is empty. */
export type IndexedFile = {
  readonly path: string;
  readonly title: string;
  readonly partner: string;
  readonly prompts: string;
  readonly state: string;
  /** What to know before relying on it; empty for most. */
  readonly warning: string;
  /** SharePoint's number of the version that is in the pack. */
  readonly version: string;
  readonly period: string;
  readonly freshness: string;
  readonly documentOn: string;
  readonly reviewBy: string;
  readonly marking: string;
  readonly size: number;
  readonly sha256: string;
  readonly link: string;
};

export type IndexedGap = {
  readonly title: string;
  readonly partner: string;
  readonly prompts: string;
  readonly reason: string;
  readonly why: string;
  readonly owner: string;
  readonly due: string;
  readonly link: string;
};

/** What an evidence pack holds, and what it does not. */
export type PackIndex = {
  /** Who made it, when, of what: names and values. */
  readonly about: readonly (readonly [string, string])[];
  readonly files: readonly IndexedFile[];
  readonly gaps: readonly IndexedGap[];
};

type Column<Row> = { readonly key: keyof Row & string; readonly header: string; readonly width: number };

const fileColumns: readonly Column<IndexedFile>[] = [
  { key: 'path', header: 'File in this pack', width: 60 },
  { key: 'title', header: 'Title', width: 40 },
  { key: 'partner', header: 'Partner', width: 20 },
  { key: 'prompts', header: 'Prompts', width: 20 },
  { key: 'state', header: 'State', width: 22 },
  { key: 'warning', header: 'Warning', width: 30 },
  { key: 'version', header: 'Version in this pack', width: 20 },
  { key: 'period', header: 'Period covered', width: 34 },
  { key: 'freshness', header: 'Freshness', width: 18 },
  { key: 'documentOn', header: 'Document date', width: 18 },
  { key: 'reviewBy', header: 'Review by', width: 18 },
  { key: 'marking', header: 'Marking', width: 20 },
  { key: 'size', header: 'Bytes', width: 14 },
  { key: 'sha256', header: 'SHA-256', width: 68 },
  { key: 'link', header: 'In SharePoint', width: 40 },
];

const gapColumns: readonly Column<IndexedGap>[] = [
  { key: 'title', header: 'Title', width: 40 },
  { key: 'partner', header: 'Partner', width: 20 },
  { key: 'prompts', header: 'Prompts', width: 20 },
  { key: 'reason', header: 'Reason', width: 28 },
  { key: 'why', header: 'Why', width: 70 },
  { key: 'owner', header: 'Owner', width: 24 },
  { key: 'due', header: 'Due', width: 18 },
  { key: 'link', header: 'In SharePoint', width: 40 },
];

/** The index as a workbook: the files, what is missing or left out, and how the pack was made. */
export function writeIndex({ about, files, gaps }: PackIndex): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      toSheet('Evidence', fileColumns, files),
      toSheet('Missing or left out', gapColumns, gaps),
      {
        name: 'About this pack',
        columns: [{ width: 24 }, { width: 90 }],
        rows: about.map(([name, value]) => [toCell(name), toCell(value)]),
      },
    ],
  });
}

function toSheet<Row extends object>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): WriteSheet {
  return {
    name,
    columns: columns.map((column) => ({ ...column })),
    data: rows.map((row) =>
      Object.fromEntries(columns.map(({ key }) => [key, key === 'link' ? toLink(row[key]) : toCell(row[key])])),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${String.fromCharCode(64 + columns.length)}${rows.length + 1}` },
    rowDefs: new Map([[0, { height: 20 }]]),
  };
}

/** A cell of Excel holds no more. */
const MOST_LETTERS = 32_767;

/** Text stays text: it is never written as a formula, and what Excel would read as an escaped character is escaped itself. */
function toCell(value: unknown): CellValue {
  if (typeof value === 'number') return value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a workbook cannot hold them
  const words = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
  return escapeSigns(words).slice(0, MOST_LETTERS);
}

function toLink(value: unknown): CellValue | HyperlinkValue {
  const address = String(value);
  return /^https?:\/\//.test(address) ? { text: address, hyperlink: address } : toCell(address);
}
