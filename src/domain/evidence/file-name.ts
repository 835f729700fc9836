import { holdsDateUpTo } from '../alerts/birth-date.ts';
import { findPrivateDetail } from '../alerts/privacy-check.ts';
import { type Day, yearOf } from '../calendar/day.ts';

/** The register keeps a file's name in a column of this length. */
const MAX_NAME = 255;
/** SharePoint's limit for the whole path below the library, decoded. */
const MAX_PATH = 400;

const FORBIDDEN = /["*:<>?/\\|]/g;
/** Control characters, and marks that turn the direction of writing: `rtl\u202etxt.exe` reads as another kind of file. */
const CONTROL = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Windows and SharePoint keep these for themselves, with an ending or without. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const RESERVED_WHOLE = /^(?:\.lock|desktop\.ini)$/i;

/** Why SharePoint would refuse this file name, each reason a sentence with what to do; empty when it would not. */
export function checkFileName(name: string): readonly string[] {
  return checkName(name);
}

/** The same for a folder, for which SharePoint has two rules more. */
export function checkFolderName(name: string): readonly string[] {
  const faults = [...checkName(name)];
  if (name.startsWith('~')) faults.push('A folder name cannot begin with ~. Take it away.');
  if (name.endsWith('.')) faults.push('A folder name cannot end with a full stop. Take it away.');
  return faults;
}

/** Why this place in the library is refused, or undefined. `path` is decoded, from the library's root, name included. */
export function checkPath(path: string): string | undefined {
  if (path.length <= MAX_PATH) return undefined;
  return `The folders and the name together have ${path.length} characters; SharePoint takes ${MAX_PATH}. Shorten the name.`;
}

/** Evidence is seldom older than this; people are. */
const OLD_YEARS = 3;

/** `born 2012`, `DOB-2012`; not `born 2012 to 2015`, which is many. */
const BIRTH_YEAR =
  /(?<!\p{L})(?:born|d\.?o\.?b\.?)(?: in)?[\s.-]{0,3}(?:19|20)\d{2}(?!\d|[\s-]*(?:to|and|[–-])[\s-]*\d)/iu;

/** A sentence if the name itself seems to say who somebody is: to be asked about before the file is sent. */
export function questionFileName(name: string, today: Day): string | undefined {
  const detail = findPrivateDetail(name);
  const spaced = name.replaceAll('_', ' ');
  // Evaluations are named after their child's reference; those live in a restricted place.
  if (detail === undefined || detail.kind === 'child reference') {
    if (BIRTH_YEAR.test(spaced)) {
      return 'The name of this file holds what looks like a year of birth. Rename it before you send it.';
    }
    const thisYear = yearOf(today);
    if (!holdsDateUpTo(thisYear - OLD_YEARS, spaced, thisYear)) return undefined;
    return 'The name of this file holds a day that could be a date of birth. Rename it if it is one.';
  }
  return `The name of this file holds what looks like ${article(detail.kind)}. Rename it before you send it.`;
}

/** A name as near as possible to `name` that `checkFileName` accepts; the same name if it is good already. */
export function proposeFileName(name: string): string {
  return repair(name, checkFileName, 'file');
}

export function proposeFolderName(name: string): string {
  return repair(name, checkFolderName, 'folder');
}

type Offered = {
  readonly partner: string;
  /** The prompt's code, where one is known. */
  readonly prompt?: string | undefined;
  /** Of the file. */
  readonly day: Day;
  readonly today: Day;
};

/**
 * A name by the pattern that keeps folders in order, `Police_FD-B5_strategy-attendance_2026-10-31.xlsx`. It is offered,
 * never asked for. State and version are not in it: the register and SharePoint hold them.
 */
export function offerFileName(name: string, { partner, prompt, day, today }: Offered): string {
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  const title = toWords(name.slice(0, name.length - ending.length).replace(/\b\d{4}-\d{2}-\d{2}\b/g, ''))
    .toLowerCase()
    .slice(0, MAX_SHORT_TITLE)
    .replace(/-+$/, '');
  // What would be questioned is not offered: a name, a number or a birthday is left behind.
  const isBare = title === '' || questionFileName(name, today) !== undefined;
  const parts = [toWords(partner), prompt, isBare ? 'document' : title, day].filter((part) => part !== undefined);
  return proposeFileName(`${parts.join('_')}${ending}`);
}

const MAX_SHORT_TITLE = 60;

function toWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
}

/** The first free name of the kind `Plan 1.pdf`; `isTaken` is asked for each. */
export function nextFreeName(name: string, isTaken: (name: string) => boolean): string {
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  for (let number = 1; ; number += 1) {
    const next = `${stem} ${number}${ending}`;
    if (!isTaken(next)) return next;
  }
}

/** A pasted picture has no name of its own: `Screenshot 2026-11-23 0915.png`. `at` is in the time of the person. */
export function nameScreenshot(at: { readonly day: string; readonly time: string }, type: string): string {
  const ending = type === 'image/jpeg' ? 'jpg' : 'png';
  return `Screenshot ${at.day} ${at.time.replace(':', '')}.${ending}`;
}

function checkName(name: string): readonly string[] {
  if (name.trim() === '') return ['The name is empty. Give it a name.'];
  const faults: string[] = [];
  const forbidden = [...new Set(name.match(FORBIDDEN) ?? [])];
  if (forbidden.length > 0) {
    faults.push(`SharePoint does not take ${forbidden.join(' ')} in a name. Use a hyphen in its place.`);
  }
  if (name.search(CONTROL) >= 0 || !name.isWellFormed()) {
    faults.push('The name holds a character that cannot be seen. Type the name again.');
  }
  if (name !== name.trim()) faults.push('The name begins or ends with a space. Take the space away.');
  if (name.startsWith('~$')) {
    faults.push('A name that begins with ~$ is the temporary copy of an open document. Send the document itself.');
  }
  if (/_vti_/i.test(name)) faults.push('SharePoint keeps _vti_ for itself. Take it out of the name.');
  if (RESERVED.test(name) || RESERVED_WHOLE.test(name) || /^\.+$/.test(name)) {
    faults.push(`The name ${name} is kept for the system. Choose another.`);
  }
  if (name.length > MAX_NAME) {
    faults.push(`The name has ${name.length} characters; at most ${MAX_NAME} are kept. Shorten it.`);
  }
  return faults;
}

function repair(name: string, check: (name: string) => readonly string[], fallback: string): string {
  if (check(name).length === 0) return name;
  let better = name
    .toWellFormed()
    .replace(CONTROL, '')
    .replace(FORBIDDEN, '-')
    .replace(/^~+\$?/, '');
  while (/_vti_/i.test(better)) better = better.replace(/_vti_/gi, 'vti');
  better = shorten(better.trim()).trim();
  if (fallback === 'folder') better = better.replace(/[\s.]+$/, '');
  if (RESERVED.test(better) || RESERVED_WHOLE.test(better)) better = `${fallback} ${better.replace(/^\./, '')}`;
  // What is left may be nothing at all, or only full stops.
  return check(better).length === 0 ? better : fallback;
}

/** Cuts from the middle, so that the ending that says what kind of file it is stays. */
function shorten(name: string): string {
  // Leaves room for the word that a reserved name gets in front.
  const room = MAX_NAME - 7;
  if (name.length <= room) return name;
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, room - ending.length).trimEnd()}${ending}`.toWellFormed();
}

function article(kind: string): string {
  return `${/^(?:email|NHS)/.test(kind) ? 'an' : 'a'} ${kind === 'email' ? 'email address' : kind}`;
}
