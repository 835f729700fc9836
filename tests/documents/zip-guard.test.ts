import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/documents/workbook.ts';
import { unpackWithin, type ZipCaps } from '../../src/documents/zip-guard.ts';
import { buildRawSheet, buildRawWorkbook, toSheet } from './support/raw-workbook.ts';

const caps: ZipCaps = { bytes: 100_000, entries: 3, entryBytes: 200_000, totalBytes: 300_000, ratio: 100 };
const zip = (files: Record<string, Uint8Array>) => zipSync(files);
function random(length: number): Uint8Array {
  let state = 88172645;
  return Uint8Array.from({ length }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  });
}
const sentenceOf = (bytes: Uint8Array, changed: Partial<ZipCaps> = {}) => {
  const unpacked = unpackWithin(bytes, { ...caps, ...changed });
  return unpacked.ok ? undefined : unpacked.sentence;
};
/** Writes another number over the four bytes that stand so many behind the n-th mark of a kind. */
function falsify(bytes: Uint8Array, mark: number, behind: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = copy.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== mark) continue;
    view.setUint32(at + behind, value, true);
    return copy;
  }
  throw new RangeError('no such mark');
}
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

describe('an archive', () => {
  it('that is small enough is unpacked as it was', () => {
    const files = { a: strToU8('one'), 'b/c': random(70_000), empty: new Uint8Array(0) };
    const unpacked = unpackWithin(zip(files), caps);
    expect(unpacked.ok && Object.fromEntries(unpacked.files)).toEqual(files);
  });

  it.each([
    ['larger than a file may be', zip({ a: random(90_000) }), { bytes: 1_000 }, 'The file is larger than 0 MB.'],
    [
      'of too many parts',
      zip({ a: random(1), b: random(1), c: random(1), d: random(1) }),
      {},
      'The file holds more than 3 parts.',
    ],
    ['whose part is too large', zip({ a: new Uint8Array(250_000) }), {}, 'Unpacked, the part a is larger than 0 MB.'],
    [
      'whose parts are too large together',
      zip({ a: random(90_000), b: random(90_000) }),
      { bytes: 1e6, totalBytes: 100_000 },
      'Unpacked, the file is larger than 0 MB.',
    ],
    ['that is a bomb', zip({ a: new Uint8Array(150_000) }), {}, 'The part a unpacks to more than 100 times its size.'],
    [
      'that says it is smaller than it is',
      falsify(zip({ a: new Uint8Array(150_000) }), CENTRAL, 24, 1_000),
      {},
      'The part a is larger than the file says.',
    ],
    [
      'that says it is larger than it is',
      falsify(zip({ a: random(2_000) }), CENTRAL, 24, 3_000),
      {},
      'The part a is not as large as the file says.',
    ],
    [
      'whose part lies over the directory',
      falsify(zip({ a: random(2_000) }), CENTRAL, 20, 90_000),
      {},
      'The file is damaged and cannot be unpacked.',
    ],
    [
      'whose part is somewhere else',
      falsify(zip({ a: random(2_000) }), CENTRAL, 42, 7),
      {},
      'The file is damaged and cannot be unpacked.',
    ],
    [
      'that is meant for very large files',
      falsify(zip({ a: random(10) }), END, 16, 0xffffffff),
      {},
      'The file is packed in a way that is meant for very large files.',
    ],
    [
      'that is cut off',
      zip({ a: random(2_000) }).slice(0, 1_500),
      {},
      'The file is not a workbook, or a part of it is missing.',
    ],
    ['that is none', strToU8('PK, but nothing else'), {}, 'The file is not a workbook, or a part of it is missing.'],
    ['that is empty', new Uint8Array(0), {}, 'The file is not a workbook, or a part of it is missing.'],
  ])('%s is refused with a sentence', (_, bytes, changed, sentence) => {
    expect(sentenceOf(bytes, changed)).toBe(sentence);
  });

  it('with a password is refused with a sentence', () => {
    const view = new DataView(zip({ a: random(10) }).buffer);
    const bytes = new Uint8Array(view.buffer);
    expect(sentenceOf(falsify(bytes, CENTRAL, 8, 1))).toBe('The file is protected by a password.');
  });

  it('that somebody has altered anywhere never throws', () => {
    const whole = zip({ a: random(300), b: strToU8('x'.repeat(500)) });
    for (let at = 0; at < whole.length; at += 1) {
      const altered = whole.slice();
      altered[at] = (altered[at] ?? 0) ^ 0xff;
      const unpacked = unpackWithin(altered, caps);
      if (!unpacked.ok) expect(unpacked.sentence).toMatch(/\.$/);
    }
  });
});

describe('a workbook', () => {
  const read = async (xml: string, more = {}) => {
    const reading = await readWorkbook(buildRawWorkbook([{ name: 'A', xml }], more));
    return reading.ok ? reading.sheets : reading.sentence;
  };

  it('from another program is read, with its empty rows in their places', async () => {
    expect(await read(buildRawSheet([['Id', 'Text'], undefined, ['', ' =SUM(1) ']]))).toEqual([
      {
        name: 'A',
        rows: [
          ['Id', 'Text'],
          ['', ''],
          ['', '=SUM(1)'],
        ],
      },
    ]);
  });

  it('gives numbers, days, ticks and results of formulas as text', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>1.5x</v></c><c r="D1" t="e"><v>#N/A</v></c></row>';
    expect(await read(toSheet(cells))).toEqual([{ name: 'A', rows: [['1.5', 'yes', '1.5x', '#N/A']] }]);
  });

  it.each([
    [
      'one cell at the far corner',
      toSheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      'A sheet has more than 2000 rows.',
    ],
    [
      'one cell far to the right',
      toSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
      'A sheet has more than 60 columns.',
    ],
    [
      'a place in other letters',
      toSheet('<row r="1"><c r="A&#49;048576"><v>1</v></c></row>'),
      'A sheet has a cell at A&#49;048576, which is no place.',
    ],
    ['rows without numbers', toSheet('<row/>'.repeat(2_001)), 'A sheet has more than 2000 rows.'],
    [
      'cells without places',
      toSheet(
        `<row>${Array.from({ length: 60_001 }, (_, at) => `<c><v>${(at * 7919) % 10_007}</v></c>`).join('')}</row>`,
      ),
      'A sheet has more than 60000 cells.',
    ],
    [
      'definitions of its own',
      `<!DOCTYPE x [<!ENTITY a "b">]>${toSheet('')}`,
      'The file holds definitions of its own, which no workbook needs.',
    ],
  ])('with %s is refused before it is read', async (_, xml, sentence) => {
    expect(await read(xml)).toBe(sentence);
  });

  it('that is a zip of something else is refused', async () => {
    const reading = await readWorkbook(zip({ 'word/document.xml': strToU8('<w/>') }));
    expect(reading).toEqual({
      ok: false,
      sentence: 'The file could not be read as an Excel workbook. Save it again as .xlsx.',
    });
  });

  it('loses its macros and pictures on the way, and is read all the same', async () => {
    const more = { 'xl/vbaProject.bin': 'x', 'xl/media/image1.png': 'y' };
    expect(await read(buildRawSheet([['a']]), more)).toEqual([{ name: 'A', rows: [['a']] }]);
  });
});
