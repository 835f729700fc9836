/**
 * ## What a file is, before it is sent
 * SharePoint Online takes files of every kind, and only keeps pages and scripts from running there. So what is refused
 * here is our own rule: evidence is read by people of several agencies, and what runs when it is opened is not read.
 * What can be evidence, but cannot be checked as others can, is asked about. All else, macros too, goes without a word.
 */
export const fileKinds = ['program', 'script', 'archive', 'locked archive', 'mailbox', 'web page', 'locked'] as const;
export type FileKind = (typeof fileKinds)[number];

const endings = {
  /** Windows, or another system, runs these when they are opened; the last line only works where SharePoint runs it. */
  program: [
    ...['exe', 'scr', 'pif', 'cpl', 'msi', 'msp', 'msix', 'msixbundle', 'appx', 'appxbundle', 'dll', 'sys', 'reg'],
    ...['bat', 'cmd', 'ps1', 'psm1', 'vbs', 'vbe', 'js', 'jse', 'wsf', 'wsh', 'hta', 'jar', 'apk', 'deb', 'rpm', 'pkg'],
    ...['aspx', 'asmx', 'ascx', 'master', 'xap', 'swf', 'xsf', 'htc'],
  ],
  script: ['sh', 'bash', 'zsh', 'command', 'py', 'pyw', 'pl', 'rb', 'php', 'asp', 'jsp', 'mjs', 'cjs', 'vb', 'bas'],
  archive: [
    ...['zip', 'zipx', '7z', 'rar', 'tar', 'gz', 'tgz', 'bz2', 'xz', 'zst', 'cab'],
    ...['iso', 'img', 'dmg', 'vhd', 'vhdx'],
  ],
  mailbox: ['pst', 'ost', 'mbox', 'olm', 'nsf'],
  'web page': ['html', 'htm', 'xhtml', 'mht', 'mhtml'],
} as const satisfies Partial<Record<FileKind, readonly string[]>>;

const kindOfEnding: ReadonlyMap<string, FileKind> = new Map(
  (Object.keys(endings) as (keyof typeof endings)[]).flatMap((kind) =>
    endings[kind].map((ending) => [ending, kind] as const),
  ),
);

/** So many bytes of a file's beginning are enough for `kindOfFile`. */
export const BEGINNING = 8;

const OFFICE = /\.(?:docx|docm|dotx|dotm|xlsx|xlsm|xltx|xltm|xlsb|pptx|pptm|potx|ppsx)$/i;
/** In this Office wraps a document that is locked; one that is not is a zip. */
const WRAPPED = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const LOCKED_BIT = 1;

/** What to know of a file by its name and its first bytes; undefined for what is usual as evidence. */
export function kindOfFile(name: string, first: Uint8Array): FileKind | undefined {
  if (isForWindows(first)) return 'program';
  if (OFFICE.test(name) && startsWith(first, WRAPPED)) return 'locked';
  // Windows opens a file by what stands before full stops and spaces at the end of its name.
  const ending = /\.([^.\s]+)[.\s]*$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = kindOfEnding.get(ending);
  return kind === 'archive' && startsWith(first, ZIP) && (first[6] ?? 0) & LOCKED_BIT ? 'locked archive' : kind;
}

/** Why a program is not taken, and what is asked about the others before they are sent. */
export const kindWords: Readonly<Record<FileKind, string>> = {
  program: 'This is a program, not a document: it runs when somebody opens it. Send the document that it belongs to.',
  script: 'A script is not a document: few people can read it, and some computers run it. Send what it is to show.',
  archive: 'It holds other files, which nobody can find, look at or check one by one. Unpack it and send those.',
  'locked archive':
    'It holds other files and is locked with a password: nobody can check them. Unpack it and send those.',
  mailbox: 'It holds a whole mailbox, and more in it than is meant. Send only the messages that are.',
  'web page': 'A web page may lose its pictures and its look elsewhere. Print it as a PDF and send that.',
  locked: 'It is locked, with a password or for named people: others may not be able to open it. Send it unlocked.',
};

/** Two letters, as every program for Windows begins whatever it is called, and a length that no text has behind them. */
function isForWindows(first: Uint8Array): boolean {
  return startsWith(first, [0x4d, 0x5a]) && (first[3] ?? 2) < 2;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
