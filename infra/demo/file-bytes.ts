import { strToU8, zipSync } from 'fflate';

/**
 * Small real files of the kinds that people bring, made here so that none has to be kept in the repository. Each opens
 * in the program that its ending names.
 */
export function buildFile(name: string, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const ending = /\.([a-z]+)$/.exec(name)?.[1];
  switch (ending) {
    case 'pdf':
      return buildPdf(lines);
    case 'docx':
      return buildDocx(lines);
    case 'xlsx':
      return buildXlsx(lines);
    default:
      return toBytes(`${lines.join('\r\n')}\r\n`);
  }
}

/** One A4 page with a text layer, and a table of offsets that is right to the byte. */
function buildPdf(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const text = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join(' ');
  const content = `BT /F1 12 Tf 16 TL 60 780 Td ${text} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = pdf.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return toBytes(pdf);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function buildDocx(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`);
  return pack({
    '[Content_Types].xml': contentTypes([['/word/document.xml', main]]),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`,
  });
}

/** One sheet with a line a row. */
function buildXlsx(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const sheetMain = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const rows = lines.map(
    (line, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>${escapeXml(line)}</t></is></c></row>`,
  );
  return pack({
    '[Content_Types].xml': contentTypes([
      ['/xl/workbook.xml', `${type}.sheet.main+xml`],
      ['/xl/worksheets/sheet1.xml', `${type}.worksheet+xml`],
    ]),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${sheetMain}" xmlns:r="${officeTypes}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml']]),
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${sheetMain}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
}

function contentTypes(parts: readonly (readonly [string, string])[]): string {
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('');
  return `${declaration}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${officeTypes}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageTypes}/relationships">${all.join('')}</Relationships>`;
}

/** The date inside is fixed, so that the same words give the same bytes. */
function pack(parts: { readonly [name: string]: string }): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: '2026-01-05T12:00:00Z' }));
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(strToU8(text));
}
