import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPackFile } from '../../src/documents/pack-file.ts';
import { partSheets } from '../../src/documents/pack-sheets.ts';
import { toPackWorkbook } from '../../src/documents/pack-workbook.ts';
import { readWorkbook } from '../../src/documents/workbook.ts';
import { loadPack, offeredPacks } from '../../src/themes/packs.ts';
import { buildPack } from '../themes/build-pack.ts';
import { checkWorkbook } from './support/check-workbook.ts';
import { buildRawSheet, buildRawWorkbook, toSheet } from './support/raw-workbook.ts';

/** What a spreadsheet would like to take for a formula, a number, a day or a character. */
const words = [
  '=1+1',
  '+44 is not called',
  '-2',
  '@SUM(A1)',
  '=HYPERLINK("https://example.org","x")',
  "'quoted",
  '007',
  '1e5',
  '2026-11-30',
  'TRUE',
  '12:30',
  '<b>bold</b> & more',
  '_x000D_ is no line end',
  'line \u00a0 space',
  '“£5” – é 漢字 🙂',
];
const risky = buildPack({
  title: '=Small',
  prompts: words.map((text, at) => ({ id: `S-A${at}`, group: 'A', text, trust: ['derived'] })),
});

describe('a pack as an Excel workbook', () => {
  it.each(offeredPacks.map(({ id }) => id))('%s is right for a strict reader', async (id) => {
    expect(checkWorkbook(await toPackWorkbook(await loadPack(id)))).toEqual([]);
  });

  it('holds words only, whatever they look like, and is read back as it was', async () => {
    const bytes = await toPackWorkbook(risky);
    expect(checkWorkbook(bytes)).toEqual([]);
    expect(await readPackFile(bytes)).toEqual({ ok: true, pack: risky });
    const twice = buildPack({ title: '_x0041_x0042_' });
    expect(await readPackFile(await toPackWorkbook(twice))).toEqual({ ok: true, pack: twice });
  });

  it('that LibreOffice has opened and saved is read as it was', async () => {
    const saved = readFileSync(new URL('support/saved-by-libreoffice.xlsx', import.meta.url));
    expect(await readPackFile(saved)).toEqual({ ok: true, pack: risky });
  });

  it('that is not right is found out by the check itself', async () => {
    const formula = toSheet('<row r="1"><c r="B1"><f>1+1</f><v>2</v></c><c r="A1" t="s"><v>7</v></c></row>');
    expect(checkWorkbook(buildRawWorkbook([{ name: 'S', xml: formula }], { 'xl/extra.bin': 'x' }))).toEqual([
      'xl/extra.bin has no type',
      'nothing leads to xl/extra.bin',
      'xl/worksheets/sheet1.xml holds a formula',
      'xl/worksheets/sheet1.xml has B1, which is no text',
      'xl/worksheets/sheet1.xml has A1 out of order',
      'A1 names no text',
    ]);
  });
});

describe('a workbook as Excel saves it', () => {
  /** The pack with its prompts on a sheet of raw XML, whose shared texts are given. */
  async function read(rows: string, { texts = [], after = '' }: { texts?: readonly string[]; after?: string } = {}) {
    const own = await readWorkbook(await toPackWorkbook(buildPack()));
    if (!own.ok) throw new Error(own.sentence);
    const head = partSheets.find(({ sheet }) => sheet === 'Prompts')?.columns.map(({ title }) => title) ?? [];
    const first = /<row r="1">.*?<\/row>/.exec(buildRawSheet([head]))?.[0] ?? '';
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relations = own.sheets.map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="/xl/worksheets/sheet${at + 1}.xml"/>`,
    );
    const bytes = buildRawWorkbook(
      own.sheets.map(({ name, rows: as }) => ({
        name,
        xml:
          name === 'Prompts'
            ? toSheet(first + rows).replace('</sheetData>', `</sheetData>${after}`)
            : buildRawSheet(as.map((row) => [...row])),
      })),
      {
        'xl/sharedStrings.xml': `<?xml version="1.0"?><sst xmlns="${main}">${texts.join('')}</sst>`,
        'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="rId99" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      },
    );
    const reading = await readPackFile(bytes);
    return reading.ok
      ? reading.pack.prompts.map(({ id, text, trust }) => [id, text, trust.join()])
      : reading.faults.map(({ where, words: what }) => `${where}: ${what}`);
  }
  const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

  it('with rich text, phonetic signs, lists with Windows line ends and the results of formulas is read', async () => {
    const texts = [
      '<si><r><t>Seen </t></r><r><rPr><b/></rPr><t xml:space="preserve">early </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
      '<si><t>derived_x000D_\nremembered</t></si>',
    ];
    const row = `<row r="2">${cell('A2', 'S-A1')}<c r="B2" t="str"><f>"A"</f><v>A</v></c><c r="C2" t="s"><v>0</v></c><c r="D2" t="s"><v>1</v></c></row>`;
    expect(await read(row, { texts })).toEqual([['S-A1', 'Seen early', 'derived,remembered']]);
  });

  it('with a group merged over its prompts is refused where the cells are empty', async () => {
    const row = (at: number, group: string) =>
      `<row r="${at}">${cell(`A${at}`, `S-A${at}`)}${group && cell(`B${at}`, group)}${cell(`C${at}`, 'One')}${cell(`D${at}`, 'derived')}</row>`;
    const after = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    expect(await read(row(2, 'A') + row(3, ''), { after })).toEqual([
      'Sheet Prompts, row 3, column Group: must not be empty',
    ]);
  });

  it('with the error of a formula, or a text of two lines, is refused in its place', async () => {
    const row = (at: number, prompt: string) =>
      `<row r="${at}">${cell(`A${at}`, `S-A${at}`)}${cell(`B${at}`, 'A')}${prompt}${cell(`D${at}`, 'derived')}</row>`;
    const error = '<c r="C2" t="e"><f>A1/0</f><v>#DIV/0!</v></c>';
    expect(await read(row(2, error) + row(4, cell('C4', 'One&#13;&#10;two')))).toEqual([
      'Sheet Prompts, row 2, column Prompt: holds the error #DIV/0! of a formula',
      'Sheet Prompts, row 4, column Prompt: must be one line, without spaces at its ends',
    ]);
  });

  it('with what is hidden is read with it', async () => {
    const row = `<row r="2" hidden="1">${cell('A2', 'S-A1')}${cell('B2', 'A')}${cell('C2', 'One')}${cell('D2', 'derived')}</row>`;
    expect(await read(row)).toEqual([['S-A1', 'One', 'derived']]);
  });
});
