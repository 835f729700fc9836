import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { fromPackJson, readPackFile, toPackJson } from '../../src/documents/pack-file.ts';
import { PACK_SHEET, partSheets } from '../../src/documents/pack-sheets.ts';
import { fromPackWorkbook, toPackWorkbook } from '../../src/documents/pack-workbook.ts';
import { readWorkbook, type TextSheet, writeWorkbook } from '../../src/documents/workbook.ts';
import type { ThemePack } from '../../src/themes/pack-schema.ts';
import { loadPack, offeredPacks } from '../../src/themes/packs.ts';
import { readPack } from '../../src/themes/read-pack.ts';
import { buildPack } from '../themes/build-pack.ts';
import { buildRawSheet, buildRawWorkbook, type RawCell } from './support/raw-workbook.ts';

describe('a pack', () => {
  it.each(offeredPacks.map(({ id }) => id))(
    '%s goes out to Excel and to JSON, and comes back as it was',
    async (id) => {
      const pack = await loadPack(id);
      expect(await readPackFile(await toPackWorkbook(pack))).toEqual({ ok: true, pack });
      expect(await readPackFile(new TextEncoder().encode(toPackJson(pack)))).toEqual({ ok: true, pack });
    },
  );

  it('of any kind comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(packs, async (pack) => {
        const reading = readPack(pack);
        expect(reading.ok ? [] : reading.faults).toEqual([]);
        expect(await fromPackWorkbook(await toPackWorkbook(pack))).toEqual({ ok: true, pack });
        expect(fromPackJson(toPackJson(pack))).toEqual({ ok: true, pack });
      }),
      { numRuns: 60 },
    );
  });

  it('whose words look like a formula keeps them as words', async () => {
    const pack = buildPack({
      title: '=SUM(1)',
      prompts: [{ id: 'S-1', group: 'A', text: '+1-1@x', trust: ['derived'] }],
    });
    const bytes = await toPackWorkbook(pack);
    const sheet = new TextDecoder('latin1').decode(bytes);
    expect(sheet).not.toContain('<f>');
    expect(await fromPackWorkbook(bytes)).toEqual({ ok: true, pack });
  });

  it('that another program wrote is read too', async () => {
    const sheets = await sheetsOf(buildPack());
    const raw = buildRawWorkbook(sheets.map(({ name, rows }) => ({ name, xml: buildRawSheet(rows) })));
    expect(await readPackFile(raw)).toEqual({ ok: true, pack: buildPack() });
  });
});

describe('a workbook that went through other hands', () => {
  const change = async (rows: (name: string, rows: RawCell[][]) => readonly (readonly RawCell[] | undefined)[]) =>
    (await sheetsOf(buildPack())).map(({ name, rows: as }) => ({
      name,
      xml: buildRawSheet(
        rows(
          name,
          as.map((row) => [...row]),
        ),
      ),
    }));
  const read = async (sheets: Parameters<typeof buildRawWorkbook>[0]) => readPackFile(buildRawWorkbook(sheets));
  const whole = { ok: true, pack: buildPack() };

  it('with empty rows between and behind is read, and what is wrong behind them keeps its row', async () => {
    expect(
      await read(await change((_, rows) => [undefined, ...rows.flatMap((row) => [row, [' ', '']]), undefined])),
    ).toEqual(whole);
    const bad = await change((name, [head = [], ...rows]) =>
      name === 'Prompts' ? [head, undefined, [], ['S-A2', 'A', '', 'derived'], ...rows] : [head, ...rows],
    );
    expect(await read(bad)).toEqual({
      ok: false,
      faults: [{ where: 'Sheet Prompts, row 4, column Prompt', words: 'must not be empty' }],
    });
  });

  it('with spaces at the ends, other capitals and columns in another order is read', async () => {
    const spaced = (cell: RawCell) => (cell === '' ? cell : ` ${cell}\u00a0 `);
    const turned = await change((name, [head = [], ...rows]) =>
      [head.map((cell) => String(cell).toUpperCase()), ...rows].map((row) =>
        (name === 'Pack' ? row : row.toReversed()).map(spaced),
      ),
    );
    expect(await read(turned.toReversed())).toEqual(whole);
  });

  it('with sheets, columns and rows of its own is read without them, and says what was left out', async () => {
    const more = await change((name, rows) =>
      name === 'Pack'
        ? [...rows, ['Colour', 'Blue'], ['Theme', 'Another'], ['Note', '', 'Ask Bea'], ['Inspectorate', '', 'Which?']]
        : rows.map((row, index) => [
            ...row,
            index === 0 ? 'Our notes' : 'Ask Bea',
            '',
            name === 'Groups' && index === 1 ? 'x' : '',
          ]),
    );
    const own = [
      { name: 'Cover', xml: buildRawSheet([['Our pack']]) },
      { name: 'Empty', xml: buildRawSheet([]) },
    ];
    const rows = (await sheetsOf(buildPack())).find(({ name }) => name === 'Pack')?.rows.length ?? 0;
    expect(await read([...own, ...more])).toEqual({
      ...whole,
      leftOut: [
        'Sheet Cover',
        `Sheet Pack, row ${rows + 1}, Colour`,
        `Sheet Pack, row ${rows + 2}, Theme a second time`,
        `Sheet Pack, row ${rows + 3}, Note`,
        `Sheet Pack, row ${rows + 4}, beside the value`,
        'Sheet Groups, column Our notes',
        'Sheet Groups, a column without a heading',
        ...['Prompts', 'Sources', 'Kinds of evidence', 'Timetable', 'Cohort list'].map(
          (name) => `Sheet ${name}, column Our notes`,
        ),
      ],
    });
  });

  it('with numbers for words and a date as a number is read', async () => {
    const numbered = await change((_, rows) =>
      rows.map((row) =>
        row.map((cell) => (cell === '2026-11-30' ? 46_356 : /^\d+$/.test(String(cell)) ? Number(cell) : cell)),
      ),
    );
    expect(numbered.some(({ xml }) => xml.includes('<v>46356</v>'))).toBe(true);
    expect(await read(numbered)).toEqual(whole);
  });

  it('with a true date and true booleans, as Excel keeps them, is read', async () => {
    const sheets = (await sheetsOf(buildPack())).map(({ name, rows }) => ({
      name,
      rows: rows.map((row) =>
        row.map((cell) => (cell === '2026-11-30' ? new Date('2026-11-30') : cell === 'yes' ? true : cell)),
      ),
    }));
    expect(await readPackFile(await writeXlsx({ sheets }))).toEqual(whole);
  });
});

describe('a file that is not right', () => {
  const faultsOf = async (change: (sheets: Map<string, string[][]>) => void) => {
    const sheets = new Map((await sheetsOf(buildPack())).map(({ name, rows }) => [name, rows.map((row) => [...row])]));
    change(sheets);
    const written = [...sheets].map(([name, rows]) => ({ name, rows, widths: [] }));
    const reading = await readPackFile(await writeWorkbook(written));
    return reading.ok ? [] : reading.faults.map(({ where, words }) => `${where}: ${words}`);
  };
  const put = (name: string, row: number, column: number, cell: string) => (sheets: Map<string, string[][]>) => {
    const line = sheets.get(name)?.[row - 1];
    if (!line) throw new RangeError(`${name} has no row ${row}`);
    line[column - 1] = cell;
  };

  it.each([
    ['Prompts', 2, 3, '', 'Sheet Prompts, row 2, column Prompt: must not be empty'],
    [
      'Prompts',
      2,
      4,
      'sure',
      'Sheet Prompts, row 2, column Trust: must be one of: verified, computed, derived, remembered',
    ],
    ['Prompts', 2, 2, 'Z', 'Sheet Prompts, row 2, column Group: is in the group Z, which is not there'],
    ['Prompts', 2, 5, 'X, 6', 'Sheet Prompts, row 2, column Sources: names the source X, which is not in the list'],
    ['Prompts', 1, 3, 'Words', 'Sheet Prompts, row 1, column Prompt: is missing'],
    ['Sources', 2, 3, 'http://x', 'Sheet Sources, row 2, column Address: must be an https address'],
    ['Timetable', 2, 3, 'soon', 'Sheet Timetable, row 2, column First working day: must be a number'],
    [
      'Kinds of evidence',
      2,
      2,
      'maybe',
      'Sheet Kinds of evidence, row 2, column Holds until its review: must be yes or no',
    ],
    ['Cohort list', 2, 3, 'maybe', 'Sheet Cohort list, row 2, column Needed: must be one of: required, optional, off'],
    ['Pack', 7, 2, '30/11/2026', 'Sheet Pack, row 7, column Value: must be a day, like 2026-11-30'],
    ['Pack', 3, 2, '', 'Sheet Pack, field Id: is missing'],
  ])('in sheet %s, row %i, column %i is said in its place', async (name, row, column, cell, sentence) => {
    expect(await faultsOf(put(name, row, column, cell))).toContain(sentence);
  });

  it('says everything at once', async () => {
    const faults = await faultsOf((sheets) => {
      put('Prompts', 2, 3, '')(sheets);
      put('Cohort list', 2, 3, 'maybe')(sheets);
    });
    expect(faults).toHaveLength(2);
  });

  it('says of groups, ids and texts at once, and of a missing heading nothing but that', async () => {
    const faults = await faultsOf((sheets) => {
      put('Prompts', 2, 2, 'No such group')(sheets);
      put('Prompts', 2, 3, '')(sheets);
      sheets.get('Prompts')?.push(['S-A1', 'A', 'Another', 'derived']);
      put('Timetable', 1, 1, 'Number')(sheets);
    });
    expect(faults.toSorted()).toEqual([
      'Sheet Prompts, row 2, column Group: is in the group No such group, which is not there',
      'Sheet Prompts, row 2, column Prompt: must not be empty',
      'Sheet Prompts, row 3, column Id: is there twice',
      'Sheet Timetable, row 1, column Id: is missing',
    ]);
    expect(await faultsOf(put('Groups', 1, 1, 'Number'))).toEqual(['Sheet Groups, row 1, column Id: is missing']);
    const without = await faultsOf((sheets) => {
      put('Sources', 1, 1, 'Number')(sheets);
      sheets.get('Sources')?.push(['H', 'Another']);
    });
    expect(without).toEqual(['Sheet Sources, row 1, column Id: is missing']);
  });

  it('without a sheet, and with a source twice, says so', async () => {
    expect(await faultsOf((sheets) => sheets.delete('Kinds of evidence'))).toEqual([
      'The file: has no sheet Kinds of evidence',
    ]);
    expect(await faultsOf((sheets) => sheets.get('Sources')?.push(['G', 'Another', '']))).toEqual([
      'Sheet Sources, row 3, column Id: is there twice',
    ]);
  });

  it('whose sheet holds nothing but its headings is told that', async () => {
    const faults = await faultsOf((sheets) => sheets.get('Prompts')?.splice(1));
    expect(faults).toEqual(['Sheet Prompts: has no rows; a pack needs at least one']);
  });

  it.each([PACK_SHEET, ...partSheets.map(({ sheet }) => sheet)])(
    'without the sheet %s is told of it, and of all else',
    async (sheet) => {
      const other = sheet === 'Prompts' ? 'Cohort list' : 'Prompts';
      const faults = await faultsOf((sheets) => {
        sheets.delete(sheet);
        put(other, 2, other === 'Prompts' ? 3 : 2, '')(sheets);
      });
      expect(faults).toEqual([
        `The file: has no sheet ${sheet}`,
        `Sheet ${other}, row 2, column ${other === 'Prompts' ? 'Prompt' : 'Column'}: must not be empty`,
      ]);
    },
  );

  it.each([
    ['{ "schema": 1,\n  "id" 2 }', /^The file: is neither an Excel workbook nor JSON: line 2, column 8$/],
    ['', /^The file: is neither an Excel workbook nor JSON$/],
    [
      '{ "schema": 1,\n  "id": ',
      /^The file: is neither an Excel workbook nor JSON: it ends too early, at line 2, column 8$/,
    ],
    ['\u00ff\u00fe{\u0000}\u0000', /: is missing$/],
    ['PK and no more', /^The file: is not a workbook, or a part of it is missing$/],
    ['{}', /: is missing$/],
    ['\u00d0\u00cf', /older Excel file/],
  ])('as JSON %j is said in its place', async (text, sentence) => {
    const reading = await readPackFile(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
    expect(reading.ok ? [] : reading.faults.map(({ where, words }) => `${where}: ${words}`)[0]).toMatch(sentence);
  });
});

async function sheetsOf(pack: ThemePack): Promise<readonly TextSheet[]> {
  const reading = await readWorkbook(await toPackWorkbook(pack));
  if (!reading.ok) throw new Error(reading.sentence);
  expect(reading.sheets).toHaveLength(partSheets.length + 1);
  return reading.sheets;
}

const line = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) =>
      text
        .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, '')
        .trim()
        .slice(0, max),
    )
    .filter((text) => text !== '' && text.isWellFormed());
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,9}$/);
const keys = fc.uniqueArray(key, { minLength: 1, maxLength: 4 });
const trust = fc.uniqueArray(fc.constantFrom('verified', 'computed', 'derived', 'remembered'), { minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const filled = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const packs: fc.Arbitrary<ThemePack> = fc
  .record({
    sources: keys,
    groups: keys,
    prompts: keys,
    kinds: fc.uniqueArray(line(120), { maxLength: 3 }),
    steps: keys,
    columns: keys,
  })
  .chain(({ sources, groups, prompts, kinds, steps, columns }) => {
    const named = maybe(
      fc.array(
        fc.record({
          id: fc.constantFrom(...sources),
          paragraph: maybe(
            line(20)
              .map((text) => text.replace(/;/g, ',').trim() || '1')
              .filter((text) => !/^\s*$/.test(text)),
          ),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    );
    const each = <T>(ids: readonly string[], of: (id: string) => fc.Arbitrary<T>) => fc.tuple(...ids.map(of));
    return fc.record({
      schema: fc.constant(1),
      id: key,
      title: line(80),
      label: fc.constant('benchmark prompts'),
      version: line(30),
      date: fc.constantFrom('2026-11-30', '2028-02-29'),
      guidance: fc.constantFrom(...sources),
      inspectorates: fc.array(line(60), { minLength: 1, maxLength: 3 }),
      partners: keys,
      ageBand: maybe(line(120)),
      notVerified: fc.array(line(255), { maxLength: 2 }),
      sources: each(sources, () =>
        fc.record({ title: line(60), url: maybe(fc.constant('https://www.gov.uk/x?a=1&b=2')) }),
      ).map((all) => Object.fromEntries(sources.map((id, index) => [id, all[index]]))),
      groups: each(groups, (id) => fc.record({ id: fc.constant(id), name: line(100) })),
      prompts: each(prompts, (id) =>
        fc.record({
          id: fc.constant(id),
          group: fc.constantFrom(...groups),
          text: line(255),
          trust,
          sources: named,
          note: maybe(line(120)),
        }),
      ),
      documents: fc.array(
        fc.record({
          partner: maybe(key),
          title: line(255),
          kind: kinds.length > 0 ? maybe(fc.constantFrom(...kinds)) : fc.constant(undefined),
          trust,
        }),
        { maxLength: 3 },
      ),
      kinds: each(kinds, (name) => fc.record({ name: fc.constant(name), untilReview: fc.boolean(), trust })),
      timetable: each(steps, (id) =>
        fc
          .record({
            id: fc.constant(id),
            anchor: fc.constantFrom('notified', 'fieldwork-start', 'fieldwork-end', 'report-received'),
            from: fc.nat(70),
            to: maybe(fc.nat(30)),
            text: line(255),
            who: line(120),
            trust,
            sources: named,
          })
          .map((step) => ({ ...step, to: step.to === undefined ? undefined : step.from + step.to })),
      ),
      cohort: each(columns, (id) =>
        fc.record({
          id: fc.constant(id),
          title: line(120),
          need: fc.constantFrom('required', 'optional', 'off'),
          trust,
        }),
      ),
    });
  })
  .map((pack) => filled(pack) as ThemePack);
