import { describe, expect, it } from 'vitest';
import { findMovedWords } from '../../../src/domain/checklist/moved-words.ts';

const uid = 'front-door-2026.FD-A1';
const upgrade = {
  from: '1',
  to: '2',
  on: '2026-11-23',
  state: 'applied',
  changes: [
    { kind: 'change', uid, before: { title: 'Old words' }, after: { title: 'New words' } },
    { kind: 'change', uid: 'front-door-2026.FD-A2', before: { position: 2 }, after: { position: 3 } },
  ],
};
const lastUpgrade = JSON.stringify(upgrade);
const prompt = { uid, title: 'New words', changed: { at: '2026-11-23T12:00:00Z' } };

describe('a prompt whose words an upgrade changed', () => {
  it('says so where it was agreed before, with what was agreed upon', () => {
    const found = { on: '2026-11-23', before: 'Old words' };
    expect(findMovedWords({ lastUpgrade, prompt, agreedAt: '2026-11-20T10:00:00Z' })).toEqual(found);
    expect(findMovedWords({ lastUpgrade, prompt, agreedAt: '2026-11-23T11:00:00Z' })).toEqual(found);
  });

  it('says nothing where it was agreed since, or not at all', () => {
    expect(findMovedWords({ lastUpgrade, prompt, agreedAt: '2026-11-23T13:00:00Z' })).toBeUndefined();
    const touched = { ...prompt, changed: { at: '2026-12-01T10:00:00Z' } };
    expect(findMovedWords({ lastUpgrade, prompt: touched, agreedAt: '2026-11-24T10:00:00Z' })).toBeUndefined();
    expect(findMovedWords({ lastUpgrade, prompt, agreedAt: undefined })).toBeUndefined();
  });

  it('says nothing where the words are the same, or another change was made', () => {
    const agreedAt = '2026-11-20T10:00:00Z';
    expect(findMovedWords({ lastUpgrade, prompt: { ...prompt, title: 'Old words' }, agreedAt })).toBeUndefined();
    const moved = { ...prompt, uid: 'front-door-2026.FD-A2' };
    expect(findMovedWords({ lastUpgrade, prompt: moved, agreedAt })).toBeUndefined();
    expect(findMovedWords({ lastUpgrade: undefined, prompt, agreedAt })).toBeUndefined();
  });
});
