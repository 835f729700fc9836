import type { ThemePack } from '../themes/pack-schema.ts';
import { readPack } from '../themes/read-pack.ts';
import { type FileFault, fromPackWorkbook, type PackFileReading } from './pack-workbook.ts';
import { readText } from './read-text.ts';

const MOST_BYTES = 2 * 1024 * 1024;

/** Reads a pack from a file that a person chose: a workbook if it is a zip, else JSON. */
export async function readPackFile(bytes: Uint8Array): Promise<PackFileReading> {
  // A zip begins with the letters PK.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromPackWorkbook(bytes);
  // What Excel wrote before 2007, or protects with a password, begins so.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return refuse('is an older Excel file, or one with a password. Save it as .xlsx without a password');
  }
  if (bytes.length > MOST_BYTES) return refuse('is larger than 2 MB');
  return fromPackJson(readText(bytes));
}

/** The pack as JSON, as it is published in `pack.schema.json`. */
export function toPackJson(pack: ThemePack): string {
  return `${JSON.stringify(pack, undefined, 2)}\n`;
}

export function fromPackJson(text: string): PackFileReading {
  try {
    const reading = readPack(JSON.parse(text));
    return reading.ok ? reading : { ok: false, faults: reading.faults.map(toFault) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(`is neither an Excel workbook nor JSON${describePosition(error.message, text)}`);
  }
}

/** `Prompt 3 (FD-A3), text: must not be empty.` in its two halves. */
function toFault(sentence: string): FileFault {
  const [, where, words] = /^(.*?): (.*)\.$/s.exec(sentence) ?? [];
  return where === undefined || words === undefined ? { where: 'The pack', words: sentence } : { where, words };
}

/** Browsers say it in their own ways; where they give a place, or the text ends too early, people get a line and a column. */
function describePosition(message: string, text: string): string {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined) return `: line ${line}, column ${column}`;
  const isCut = /\bend of\b|\bEOF\b/i.test(message) && text.trim() !== '';
  const position = /position (\d+)/.exec(message)?.[1] ?? (isCut ? text.trimEnd().length : undefined);
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return isCut ? `: it ends too early, at ${place}` : `: ${place}`;
}

function refuse(words: string): PackFileReading {
  return { ok: false, faults: [{ where: 'The file', words }] };
}
