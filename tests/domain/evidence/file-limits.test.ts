import { describe, expect, it } from 'vitest';
import { checkFile, isSystemFile, LARGEST_FILE, noteOnFile } from '../../../src/domain/evidence/file-limits.ts';
import {
  nameScreenshot,
  nextFreeName,
  offerFileName,
  questionFileName,
} from '../../../src/domain/evidence/file-name.ts';

describe('what cannot be kept', () => {
  it.each(['~$Plan.docx', 'Plan.tmp', 'film.mp4.crdownload', 'Plan.lnk', 'Site.URL', 'Sheet.gsheet'])(
    '%s is said to be no document',
    (name) => {
      expect(checkFile({ name, size: 10 })).toMatch(/^(A name that begins|This is a (temporary file|shortcut))/);
    },
  );

  it('a file of 250 GB can be, one byte more cannot', () => {
    expect(checkFile({ name: 'a.bin', size: LARGEST_FILE })).toBeUndefined();
    expect(checkFile({ name: 'a.bin', size: LARGEST_FILE + 1 })).toBe(
      'The file is larger than 250 GB, the most that SharePoint takes. Send it in parts.',
    );
  });

  it('an empty file can be, and is said to be empty', () => {
    expect(checkFile({ name: 'a.txt', size: 0 })).toBeUndefined();
    expect(noteOnFile({ size: 0 })).toBe('This file is empty: it holds nothing to read.');
  });

  it.each(['.DS_Store', 'Thumbs.db', 'desktop.ini', '._Plan.docx'])('%s belongs to the system', (name) => {
    expect(isSystemFile(name)).toBe(true);
  });

  it('a document that only sounds like one does not', () => {
    expect(['Thumbs.docx', 'My desktop.ini notes.txt'].map(isSystemFile)).toEqual([false, false]);
  });
});

describe('names that are offered', () => {
  it('follow partner, prompt, title and day, and hold no state', () => {
    const facts = { partner: 'Police', prompt: 'FD-B5', day: '2026-10-31', today: '2026-11-22' } as const;
    expect(offerFileName('Strategy attendance.xlsx', facts)).toBe('Police_FD-B5_strategy-attendance_2026-10-31.xlsx');
    expect(offerFileName('Plan 2026-10-31.pdf', { ...facts, partner: 'Voluntary sector', prompt: undefined })).toBe(
      'Voluntary-sector_plan_2026-10-31.pdf',
    );
    expect(offerFileName('???.pdf', facts)).toBe('Police_FD-B5_document_2026-10-31.pdf');
  });

  it('leave out whatever would be questioned', () => {
    const facts = { partner: 'Police', day: '2026-11-22', today: '2026-11-22' } as const;
    for (const name of ['Call 07700 900123.txt', 'jack smith 12.3.11.txt', 'About 943 476 5919.txt']) {
      const offered = offerFileName(name, facts);
      expect(offered).toBe('Police_document_2026-11-22.txt');
      expect(questionFileName(offered, facts.today)).toBeUndefined();
    }
  });

  it('count on where a name is taken', () => {
    const taken = new Set(['Plan 1.pdf', 'Plan 2.pdf']);
    expect(nextFreeName('Plan.pdf', (name) => taken.has(name))).toBe('Plan 3.pdf');
    expect(nextFreeName('No ending', () => false)).toBe('No ending 1');
  });

  it('of a screenshot say when it was taken', () => {
    expect(nameScreenshot({ day: '2026-11-23', time: '09:15' }, 'image/png')).toBe('Screenshot 2026-11-23 0915.png');
    expect(nameScreenshot({ day: '2026-11-23', time: '09:15' }, 'image/jpeg')).toBe('Screenshot 2026-11-23 0915.jpg');
  });
});
