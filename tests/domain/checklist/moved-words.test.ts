import { describe, expect, it } from 'vitest';
import { findMovedWords } from '../../../src/domain/checklist/moved-words.ts';

const uid = 'front-door-2026.FD-A1';
const markOf = (change: object) => JSON.stringify({ from: '1', on: '2026-11-23', change: { uid, ...change } });
const lastUpgrade = markOf({ kind: 'change', before: { title: 'Old words' }, after: { title: 'New words' } });
const prompt = { title: 'New words', changed: { at: '2026-11-23T12:00:00Z' }, lastUpgrade };

describe('a prompt whose words an upgrade changed', () => {
  it('says so where it was agreed before, with what was agreed upon', () => {
    const found = { on: '2026-11-23', before: 'Old words' };
    expect(findMovedWords({ prompt, agreedAt: '2026-11-20T10:00:00Z' })).toEqual(found);
    expect(findMovedWords({ prompt, agreedAt: '2026-11-23T11:00:00Z' })).toEqual(found);
  });

  it('says nothing where it was agreed since, or not at all', () => {
    expect(findMovedWords({ prompt, agreedAt: '2026-11-23T13:00:00Z' })).toBeUndefined();
    const touched = { ...prompt, changed: { at: '2026-12-01T10:00:00Z' } };
    expect(findMovedWords({ prompt: touched, agreedAt: '2026-11-24T10:00:00Z' })).toBeUndefined();
    expect(findMovedWords({ prompt, agreedAt: undefined })).toBeUndefined();
  });

  it('says nothing where the words are the same, or another change was made', () => {
    const agreedAt = '2026-11-20T10:00:00Z';
    expect(findMovedWords({ prompt: { ...prompt, title: 'Old words' }, agreedAt })).toBeUndefined();
    const moved = markOf({ kind: 'change', before: { position: 2 }, after: { position: 3 } });
    expect(findMovedWords({ prompt: { ...prompt, lastUpgrade: moved }, agreedAt })).toBeUndefined();
    const added = markOf({ kind: 'add' });
    expect(findMovedWords({ prompt: { ...prompt, lastUpgrade: added }, agreedAt })).toBeUndefined();
    const { lastUpgrade: _, ...never } = prompt;
    expect(findMovedWords({ prompt: never, agreedAt })).toBeUndefined();
  });
});
