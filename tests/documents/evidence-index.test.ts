import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { type IndexedFile, type IndexedGap, writeIndex } from '../../src/documents/evidence-index.ts';
import { writeManifest, writeReadMe } from '../../src/documents/pack-manifest.ts';

const file: IndexedFile = {
  ...{ path: 'Front door/Police/=cmd.pdf', title: '=1+1', partner: '@SUM(A1)', prompts: '+44', state: 'Approved' },
  ...{
    warning: '',
    version: '3.0',
    period: '',
    freshness: 'Current',
    documentOn: '',
    reviewBy: '',
    marking: 'OFFICIAL',
    size: 12,
    sha256: 'ab',
  },
  link: 'https://northbridge.sharepoint.com/a b',
};
const gap: IndexedGap = {
  ...{ title: '-1', partner: 'Police', prompts: 'FD-A1', reason: 'Needed, not there', owner: 'Dorian', due: '' },
  ...{ why: 'a\u0000b _x0041_\r\nsecond line', link: 'javascript:alert(1)' },
};
const index = { about: [['Made by', '=A1']] as const, files: [file], gaps: [gap] };

describe('the index of an evidence pack', () => {
  it('is a workbook with every fact, in which what people typed stays text', async () => {
    const { sheets } = await readXlsx(await writeIndex(index));
    expect(sheets.map(({ name }) => name)).toEqual(['Evidence', 'Missing or left out', 'About this pack']);
    expect(sheets[0]?.rows[1]).toEqual([
      ...[
        'Front door/Police/=cmd.pdf',
        '=1+1',
        '@SUM(A1)',
        '+44',
        'Approved',
        '',
        '3.0',
        '',
        'Current',
        '',
        '',
        'OFFICIAL',
        12,
        'ab',
      ],
      'https://northbridge.sharepoint.com/a b',
    ]);
    expect(sheets[1]?.rows[1]).toEqual([
      ...[
        '-1',
        'Police',
        'FD-A1',
        'Needed, not there',
        'ab _x0041_\r\nsecond line',
        'Dorian',
        '',
        'javascript:alert(1)',
      ],
    ]);
    expect(sheets[2]?.rows).toEqual([['Made by', '=A1']]);
    expect([...(sheets[0]?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([]);
    expect([...(sheets[1]?.cells?.values() ?? [])].filter((cell) => cell.hyperlink !== undefined)).toEqual([]);
  });

  it('is told again for programs and for people', () => {
    expect(JSON.parse(writeManifest(index))).toEqual({
      about: { 'Made by': '=A1' },
      files: [file],
      missingOrLeftOut: [gap],
    });
    const warned = { ...index, files: [{ ...file, warning: 'Changed since it was approved' }] };
    expect(writeReadMe(warned)).toContain('Approved. Changed since it was approved. SHA-256 ab');
    const text = writeReadMe(index);
    expect(text).toContain('In this pack: 1\r\n- Front door/Police/=cmd.pdf\r\n  =1+1. Approved. SHA-256 ab');
    expect(text).toContain('Missing or left out: 1\r\n- -1 (Police)\r\n  Needed, not there. a');
  });
});
