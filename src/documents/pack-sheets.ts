/** How a theme pack stands in a workbook: which part on which sheet, and each field in which column. */

export type CellKind = 'text' | 'trust' | 'sources' | 'yes-no' | 'whole';

export type SheetColumn = {
  readonly title: string;
  /** The field's name in the pack. */
  readonly field: string;
  readonly kind: CellKind;
  /** An empty cell means that the field is not there. */
  readonly optional?: true;
  /** In characters. */
  readonly width: number;
};

export type PartSheet = { readonly sheet: string; readonly part: string; readonly columns: readonly SheetColumn[] };

const text = (title: string, field: string, width: number): SheetColumn => ({ title, field, kind: 'text', width });
const maybe = (column: SheetColumn): SheetColumn => ({ ...column, optional: true });
const trust: SheetColumn = { title: 'Trust', field: 'trust', kind: 'trust', width: 24 };
const sources: SheetColumn = { title: 'Sources', field: 'sources', kind: 'sources', optional: true, width: 24 };

/** Where the pack's list of sources stands; a record in the pack, rows in the workbook. */
export const SOURCES_SHEET = 'Sources';

export const partSheets: readonly PartSheet[] = [
  { sheet: 'Groups', part: 'groups', columns: [text('Id', 'id', 10), text('Group', 'name', 50)] },
  {
    sheet: 'Prompts',
    part: 'prompts',
    columns: [
      text('Id', 'id', 12),
      text('Group', 'group', 10),
      text('Prompt', 'text', 80),
      trust,
      sources,
      maybe(text('Note', 'note', 40)),
    ],
  },
  {
    sheet: SOURCES_SHEET,
    part: 'sources',
    columns: [text('Id', 'id', 12), text('Title', 'title', 50), maybe(text('Address', 'url', 80))],
  },
  {
    sheet: 'Documents',
    part: 'documents',
    columns: [
      maybe(text('Partner', 'partner', 18)),
      text('Document', 'title', 60),
      maybe(text('Kind', 'kind', 40)),
      trust,
    ],
  },
  {
    sheet: 'Kinds of evidence',
    part: 'kinds',
    columns: [
      text('Kind', 'name', 44),
      { title: 'Holds until its review', field: 'untilReview', kind: 'yes-no', width: 22 },
      trust,
    ],
  },
  {
    sheet: 'Timetable',
    part: 'timetable',
    columns: [
      text('Id', 'id', 10),
      text('Counted from', 'anchor', 18),
      { title: 'First working day', field: 'from', kind: 'whole', width: 16 },
      { title: 'Last working day', field: 'to', kind: 'whole', optional: true, width: 16 },
      text('Step', 'text', 90),
      text('Who', 'who', 40),
      trust,
      sources,
    ],
  },
  {
    sheet: 'Cohort list',
    part: 'cohort',
    columns: [text('Id', 'id', 16), text('Column', 'title', 60), text('Needed', 'need', 12), trust],
  },
];

/** The sheet of single facts: a name and a value a row. A list has a row for each of its members. */
export const PACK_SHEET = 'Pack';
export const FACT_HEAD = ['Field', 'Value'] as const;

export type Fact = { readonly title: string; readonly field: string; readonly kind: 'one' | 'optional' | 'many' };

export const facts: readonly Fact[] = [
  { title: 'Format', field: 'schema', kind: 'one' },
  { title: 'Id', field: 'id', kind: 'one' },
  { title: 'Theme', field: 'title', kind: 'one' },
  { title: 'Label', field: 'label', kind: 'one' },
  { title: 'Version', field: 'version', kind: 'one' },
  { title: 'Date', field: 'date', kind: 'one' },
  { title: 'Guidance', field: 'guidance', kind: 'one' },
  { title: 'Age band', field: 'ageBand', kind: 'optional' },
  { title: 'Inspectorate', field: 'inspectorates', kind: 'many' },
  { title: 'Partner', field: 'partners', kind: 'many' },
  { title: 'Not verified', field: 'notVerified', kind: 'many' },
];
