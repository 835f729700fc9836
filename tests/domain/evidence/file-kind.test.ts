import { describe, expect, it } from 'vitest';
import { fileKinds, kindOfFile, kindWords } from '../../../src/domain/evidence/file-kind.ts';

const nothing = new Uint8Array();
const bytes = (...start: readonly number[]) => Uint8Array.from([...start, ...Array(8).fill(0)].slice(0, 8));
const text = (words: string) => new TextEncoder().encode(words).slice(0, 8);

const ZIP = bytes(0x50, 0x4b, 0x03, 0x04, 20, 0, 0, 0);
const LOCKED_ZIP = bytes(0x50, 0x4b, 0x03, 0x04, 20, 0, 1, 0);
const WRAPPED = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const WINDOWS = bytes(0x4d, 0x5a, 0x90, 0x00, 0x03);

/** Every ending that is not taken as it is, by hand: a change of the table shows here. */
const unusual = {
  program: `exe scr pif cpl msi msp msix msixbundle appx appxbundle dll sys reg bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta
    jar apk deb rpm pkg aspx asmx ascx master xap swf xsf htc`,
  script: 'sh bash zsh command py pyw pl rb php asp jsp mjs cjs vb bas',
  archive: 'zip zipx 7z rar tar gz tgz bz2 xz zst cab iso img dmg vhd vhdx',
  mailbox: 'pst ost mbox olm nsf',
  'web page': 'html htm xhtml mht mhtml',
} as const;

const usual = `pdf doc docx docm dotx xls xlsx xlsm xlsb csv tsv ppt pptx pptm ppsx odt ods odp rtf txt md one vsdx msg eml
  ics png jpg jpeg gif heic tif tiff bmp webp svg mp4 mov avi mkv ts mp3 wav m4a accdb json xml pages numbers key`;

describe('what a file is, by its name', () => {
  const endings = Object.entries(unusual).flatMap(([kind, list]) => list.split(/\s+/).map((ending) => [ending, kind]));

  it.each(endings)('.%s is a %s', (ending, kind) => {
    expect(kindOfFile(`Plan.${ending}`, nothing)).toBe(kind);
    expect(kindOfFile(`PLAN.${ending?.toUpperCase()}`, nothing)).toBe(kind);
  });

  it.each(usual.split(/\s+/))('.%s is taken without a word', (ending) => {
    expect(kindOfFile(`Plan.${ending}`, nothing)).toBeUndefined();
  });

  it.each(['Minutes', 'Letter to example.com', '.zip', 'exe', 'Advice about .exe files.docx', 'Plan 1.5'])(
    '%s as well: it only sounds like another',
    (name) => expect(kindOfFile(name, text('words'))).toBe(name === '.zip' ? 'archive' : undefined),
  );

  it.each(['Minutes.pdf.exe', 'run.exe.', 'run.exe ', 'run.exe. .'])('"%s" runs, whatever stands round it', (name) => {
    expect(kindOfFile(name, nothing)).toBe('program');
  });
});

describe('what a file is, by its first bytes', () => {
  it('a program under the name of a document is still one', () => {
    expect(kindOfFile('Plan.pdf', WINDOWS)).toBe('program');
    expect(kindOfFile('Plan', WINDOWS)).toBe('program');
  });

  it.each(['MZ', 'MZ\r\n', 'MZ says: ', 'MZ\n\n\n'])('words that begin with the same letters are none: %j', (words) => {
    expect(kindOfFile('Notes.txt', text(words))).toBeUndefined();
  });

  it('a document of Office that is locked is told from one that is not, and from one of an older Office', () => {
    expect(kindOfFile('Plan.docx', WRAPPED)).toBe('locked');
    expect(kindOfFile('Annex A.XLSM', WRAPPED)).toBe('locked');
    expect(kindOfFile('Plan.docx', ZIP)).toBeUndefined();
    expect(kindOfFile('Plan.doc', WRAPPED)).toBeUndefined();
    expect(kindOfFile('Letter.msg', WRAPPED)).toBeUndefined();
  });

  it('an archive that is locked as well', () => {
    expect(kindOfFile('Case notes.zip', LOCKED_ZIP)).toBe('locked archive');
    expect(kindOfFile('Case notes.zip', ZIP)).toBe('archive');
    expect(kindOfFile('Case notes.rar', LOCKED_ZIP.fill(1))).toBe('archive');
  });
});

describe('what is said of it', () => {
  it.each(fileKinds)('of a %s holds what to do', (kind) => {
    expect(kindWords[kind]).toMatch(/^[A-Z][^!]+[.:] .*\b(?:send|Send)\b[^!]*\.$/);
  });
});
