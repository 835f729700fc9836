import { ancestorsOf, type DriveItemRow } from '../state/drive-items.ts';
import type { DriveRow } from '../state/drives.ts';
import type { State } from '../state/state.ts';
import { invalidRequest } from './errors.ts';

const LONGEST_PATH = 400;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|\.lock|desktop\.ini)$/i;

/** Refuses a name that SharePoint does not take for a file or folder in this place. */
export function demandName(state: State, drive: DriveRow, parent: DriveItemRow, name: string, isFolder: boolean): void {
  const atRoot = parent.id === drive.root;
  const wrong =
    name === '' ||
    name === '.' ||
    name === '..' ||
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    /["*:<>?/\\|\u0000-\u001f]/.test(name) ||
    name !== name.trim() ||
    RESERVED.test(name) ||
    /_vti_/i.test(name) ||
    name.startsWith('~$') ||
    (atRoot && name.toLowerCase() === 'forms') ||
    (isFolder && (name.startsWith('~') || name.endsWith('.')));
  if (wrong) throw invalidRequest('The provided name cannot contain reserved characters or words.', 'invalidPath');
  const above = [...ancestorsOf(state, parent), parent].slice(1).map((folder) => folder.name);
  if ([...above, name].join('/').length > LONGEST_PATH || name.length > 255) {
    throw invalidRequest('The path is longer than SharePoint takes.', 'pathIsTooLong');
  }
}

/** `report.pdf` → `report 1.pdf`, the first number that is free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let n = 1; ; n += 1) {
    const candidate = `${stem} ${n}${ending}`;
    if (!isTaken(candidate)) return candidate;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  zip: 'application/zip',
  msg: 'application/vnd.ms-outlook',
};

/** SharePoint goes by the name's ending, not by what the upload says of itself. */
export const mimeOf = (name: string): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
