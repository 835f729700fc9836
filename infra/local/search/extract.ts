import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';

/** More than this of a file is not read for its words. */
const LARGEST_PLAIN = 1024 * 1024;
const LARGEST_PART = 50 * 1024 * 1024;

/** The words of a file, as far as its kind is known; nothing for one that cannot be read. */
export async function extractWords(name: string, bytes: Uint8Array): Promise<string> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  try {
    switch (ending) {
      case 'txt':
      case 'csv':
      case 'md':
      case 'json':
        return new TextDecoder().decode(bytes.subarray(0, LARGEST_PLAIN));
      case 'html':
        return toPlain(new TextDecoder().decode(bytes.subarray(0, LARGEST_PLAIN)));
      case 'docx':
        return fromParts(bytes, /^word\/(document|header\d*|footer\d*|footnotes)\.xml$/);
      case 'xlsx':
        return fromParts(bytes, /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/);
      case 'pptx':
        return fromParts(bytes, /^ppt\/slides\/slide\d+\.xml$/);
      case 'pdf':
        return (await extractText(new Uint8Array(bytes), { mergePages: true })).text;
      default:
        return '';
    }
  } catch (error) {
    // A broken file is still found by its name.
    return error instanceof Error ? '' : String(error);
  }
}

function fromParts(bytes: Uint8Array, wanted: RegExp): string {
  const parts = unzipSync(bytes, { filter: (file) => wanted.test(file.name) && file.originalSize < LARGEST_PART });
  return Object.values(parts)
    .map((part) => toPlain(strFromU8(part)))
    .join('\n');
}

/** Tags out; the ends of paragraphs, cells and strings stay apart. */
function toPlain(xml: string): string {
  return xml
    .replace(/<\/(w:p|a:p|si|t|v|td|p|div|li|h\d)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
}
