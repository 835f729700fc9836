/** How a file can be looked at without leaving: as a picture, as text, as a page that SharePoint draws, or not at all. */
export type PreviewKind = 'picture' | 'text' | 'page' | 'none';

const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
};

/** Web pages and drawings are text here: what is written in them is shown and never carried out. */
const texts = new Set(['txt', 'csv', 'tsv', 'md', 'log', 'json', 'xml', 'html', 'htm', 'xhtml', 'svg', 'ics', 'vtt']);

const pages = new Set([
  ...['pdf', 'doc', 'docx', 'docm', 'dotx', 'rtf', 'odt', 'xls', 'xlsx', 'xlsm', 'xlsb', 'ods'],
  ...['ppt', 'pptx', 'pptm', 'ppsx', 'odp', 'vsd', 'vsdx', 'msg', 'eml', 'heic', 'tif', 'tiff', 'mp4', 'mov'],
]);

const office = new Set([
  ...['doc', 'docx', 'docm', 'dotx', 'odt', 'xls', 'xlsx', 'xlsm', 'xlsb', 'ods'],
  ...['ppt', 'pptx', 'pptm', 'ppsx', 'odp', 'vsdx', 'one'],
]);

/** What opens behind a file's address. */
export function opensIn(name: string): 'Office' | 'SharePoint' {
  return office.has(endingOf(name)) ? 'Office' : 'SharePoint';
}

/** By the ending of its name, since that is what people see and what SharePoint goes by. */
export function previewKind(name: string): PreviewKind {
  const ending = endingOf(name);
  if (Object.hasOwn(pictures, ending)) return 'picture';
  if (texts.has(ending)) return 'text';
  return pages.has(ending) ? 'page' : 'none';
}

/** The media type to draw a picture by; never the one that came with the file. */
export function pictureType(name: string): string | undefined {
  const ending = endingOf(name);
  return Object.hasOwn(pictures, ending) ? pictures[ending] : undefined;
}

function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}
