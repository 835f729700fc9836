import { extractWords } from '../search/extract.ts';

type Shown = { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> };

const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};
const documents = new Set(['docx', 'xlsx', 'pptx', 'pdf']);
const texts = new Set(['txt', 'csv', 'md', 'json', 'html', 'htm', 'xml', 'svg', 'log']);

/** What a frame shows of a file: a picture as it is, the words of a document, and text as text, never as markup. */
export async function toPreview(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Shown> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const picture = pictures[ending];
  if (picture) return { type: picture, body: bytes };
  if (texts.has(ending)) return { type: 'text/plain; charset=utf-8', body: bytes };
  const words = documents.has(ending) ? await extractWords(name, bytes) : 'There is no preview of this kind of file.';
  return { type: 'text/html; charset=utf-8', body: toPage(name, words) };
}

function toPage(name: string, words: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${toText(name)}</title>
<style>body{margin:0;padding:24px;background:#e8e8e8;font:15px/1.5 "Segoe UI",sans-serif;color:#242424}
main{max-width:640px;margin:0 auto;padding:48px;background:#fff;min-height:480px;white-space:pre-wrap;overflow-wrap:anywhere}</style>
<main>${toText(words)}</main></html>`;
}

function toText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
