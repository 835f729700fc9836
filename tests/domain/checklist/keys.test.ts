import { describe, expect, it } from 'vitest';
import { assessmentKey, evidenceLinkKey, folderKey, promptKey, themeKey } from '../../../src/domain/checklist/keys.ts';

describe('keys', () => {
  it('say what they belong to', () => {
    const theme = themeKey('front-door', 2026);
    const prompt = promptKey(theme, 'FD-A1');
    expect([theme, prompt, assessmentKey(prompt, 'police'), evidenceLinkKey('0b5e', prompt)]).toEqual([
      'front-door-2026',
      'front-door-2026.FD-A1',
      'front-door-2026.FD-A1.police',
      '0b5e.front-door-2026.FD-A1',
    ]);
    expect([folderKey(theme), folderKey(theme, 'police')]).toEqual(['front-door-2026', 'front-door-2026.police']);
  });
});
