import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, type GraphFetch, openNorthbridge } from '../../support/northbridge.ts';
import { filesOf, type Place, putFile } from '../../support/places.ts';

let bea: GraphFetch;
let place: Place;

const put = (name: string, body: BodyInit) =>
  bea(`${place.folder}:/${encodeURIComponent(name)}:/content`, { method: 'PUT', body });

/** The smallest PDF with one line of text. */
function pdf(text: string): string {
  const stream = `BT /F1 12 Tf 20 100 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
}

beforeAll(async () => {
  bea = await (await openNorthbridge()).as('Bea');
  place = await filesOf(bea, 'JTAI');
  await put('plain.txt', 'A heron stands by the water.');
  await put(
    'word.docx',
    zipSync({
      'word/document.xml': strToU8(
        '<w:document><w:p><w:t>The kingfisher</w:t></w:p><w:p><w:t>dives &amp; waits</w:t></w:p></w:document>',
      ),
    }) as Uint8Array<ArrayBuffer>,
  );
  await put(
    'sheet.xlsx',
    zipSync({
      'xl/sharedStrings.xml': strToU8('<sst><si><t>Bittern</t></si><si><t>count</t></si></sst>'),
    }) as Uint8Array<ArrayBuffer>,
  );
  await put('paper.pdf', pdf('A curlew calls'));
  await put('Heron survey.txt', 'Nothing yet.');
  await put('broken.docx', 'not a zip');
  await putFile(bea, place, 'Inner/note.txt', "O'Hara saw a wren");
});

const find = async (words: string, where = `${place.drive}/root`): Promise<(string | null | undefined)[]> =>
  (
    await bodyOf<{ value: DriveItem[] }>(bea(`${where}/search(q='${encodeURIComponent(words.replaceAll("'", "''"))}')`))
  ).value.map((item) => item.name);

describe('a search', () => {
  it('finds names first and then the words inside', async () => {
    expect(await find('heron')).toEqual(['Heron survey.txt', 'plain.txt']);
  });

  it.each([
    ['kingfisher', 'word.docx'],
    ['dives waits', 'word.docx'],
    ['bitter', 'sheet.xlsx'],
    ['curlew', 'paper.pdf'],
    ["o'hara", 'note.txt'],
    ['broken', 'broken.docx'],
  ])('finds %s in %s', async (words, name) => {
    expect(await find(words)).toEqual([name]);
  });

  it('keeps below the folder that was asked', async () => {
    expect(await find('wren', `${place.folder}:/Inner:`)).toEqual(['note.txt']);
    expect(await find('heron', `${place.folder}:/Inner:`)).toEqual([]);
  });

  it('follows what was renamed, changed and deleted', async () => {
    const file = await putFile(bea, place, 'gull.txt', 'white');
    expect(await find('gull')).toEqual(['gull.txt']);
    await bea(`${place.drive}/items/${file.id}`, { method: 'PATCH', json: { name: 'tern.txt' } });
    await bea(`${place.drive}/items/${file.id}/content`, { method: 'PUT', body: 'grey' });
    expect([await find('gull'), await find('white'), await find('grey')]).toEqual([[], [], ['tern.txt']]);
    await bea(`${place.drive}/items/${file.id}`, { method: 'DELETE' });
    expect(await find('tern')).toEqual([]);
  });

  it('takes any text without stumbling', async () => {
    for (const words of ['"', '*', 'a AND', 'name:', '(', '   ', "''"]) await find(words);
    expect((await bea(`${place.drive}/root/search()`)).status).toBe(400);
  });
});
