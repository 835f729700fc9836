import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { buildFile } from '../../../infra/demo/file-bytes.ts';

const lines = ['What (we) saw & asked <twice>', 'Police'];

it('a PDF opens and its words can be read', async () => {
  const pdf = await getDocumentProxy(buildFile('a.pdf', lines));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  expect(totalPages).toBe(1);
  expect(text.replace(/\s+/g, ' ')).toContain('What (we) saw & asked <twice> Police');
});

it.each([
  ['a.docx', 'word/document.xml'],
  ['a.xlsx', 'xl/worksheets/sheet1.xml'],
])('%s is a package whose main part holds the words, escaped', (name, part) => {
  const parts = unzipSync(buildFile(name, lines));
  expect(Object.keys(parts)).toEqual(expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', part]));
  expect(strFromU8(parts[part] ?? new Uint8Array())).toContain('What (we) saw &#38; asked &#60;twice&#62;');
});

it('the same words give the same bytes', () => {
  expect(buildFile('a.docx', lines)).toEqual(buildFile('a.docx', lines));
});

it('anything else is plain text', () => {
  expect(new TextDecoder().decode(buildFile('a.txt', ['one', 'two']))).toBe('one\r\ntwo\r\n');
});
