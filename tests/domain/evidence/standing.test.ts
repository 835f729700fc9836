import { describe, expect, it } from 'vitest';
import { standingOf } from '../../../src/domain/evidence/standing.ts';

const item = {
  state: 'approved',
  file: 'f1',
  fileName: 'Audit.docx',
  folder: 'audits',
  fingerprint: 'A=',
  approvedFingerprint: 'A=',
} as const;
const file = { name: 'Audit.docx', parentId: 'audits', hash: 'A=' };

describe('where an item stands, by what lies in the library', () => {
  it('is what the register says while the file is the same', () => {
    expect(standingOf(item, file)).toEqual({ state: 'approved', news: [] });
  });

  it('falls back to submitted when other bytes lie there than were approved', () => {
    expect(standingOf(item, { ...file, hash: 'B=' })).toEqual({ state: 'submitted', news: ['changed since approval'] });
    expect(standingOf({ ...item, state: 'expired' }, { ...file, hash: 'B=' }).state).toBe('submitted');
  });

  it('says that what waits for a check is not what was submitted', () => {
    const submitted = { ...item, state: 'submitted' } as const;
    expect(standingOf(submitted, { ...file, hash: 'B=' })).toEqual({
      state: 'submitted',
      news: ['changed since submission'],
    });
  });

  it('says who brought the other bytes, and names nobody where somebody else may only have renamed or moved the file', () => {
    const changed = { id: 'dorian', by: 'Dorian Hexwell', at: '2026-11-22T18:00:00Z' };
    expect(standingOf(item, { ...file, hash: 'B=', changed }).broughtBy).toEqual(changed);
    expect(standingOf(item, { ...file, hash: 'B=', changed, name: 'Audit 2.docx' }).broughtBy).toBeUndefined();
    expect(standingOf(item, { ...file, hash: 'B=', changed, parentId: 'policies' }).broughtBy).toBeUndefined();
    expect(standingOf(item, { ...file, changed, name: 'Audit 2.docx' }).broughtBy).toBeUndefined();
  });

  it('lets drafts and returned items be worked on in silence', () => {
    for (const state of ['draft', 'returned', 'superseded'] as const) {
      expect(standingOf({ ...item, state }, { ...file, hash: 'B=' })).toEqual({ state, news: [] });
    }
  });

  it('follows a file that was renamed and moved, and says both', () => {
    const found = { name: 'Audit 2.docx', parentId: 'policies', hash: 'A=' };
    expect(standingOf(item, found)).toEqual({ state: 'approved', news: ['renamed', 'moved'] });
  });

  it('says that the file is gone only after the library was read without it', () => {
    expect(standingOf(item, null)).toEqual({ state: 'approved', news: ['deleted'] });
    expect(standingOf(item, undefined)).toEqual({ state: 'approved', news: [] });
  });

  it('makes no news of what was never known, nor of a file in another library', () => {
    const { approvedFingerprint: _approved, folder: _folder, ...older } = item;
    expect(standingOf(older, { name: 'Audit.docx', parentId: 'x', hash: 'B=' })).toEqual({
      state: 'approved',
      news: [],
    });
    expect(standingOf({ ...item, drive: 'elsewhere' }, null)).toEqual({ state: 'approved', news: [] });
    expect(standingOf({ state: 'needed' }, undefined)).toEqual({ state: 'needed', news: [] });
  });
});
