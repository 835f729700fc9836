import { describe, expect, it } from 'vitest';
import { groupPrompts } from '../../../src/domain/checklist/groups.ts';

describe('prompts in their groups', () => {
  it('stand by position, groups by their first prompt', () => {
    const prompts = [
      { code: 'B1', group: 'Second', position: 3 },
      { code: 'A2', group: 'First', position: 2 },
      { code: 'A1', group: 'First', position: 1 },
      { code: 'A3', group: 'First', position: 4 },
    ];
    expect(groupPrompts(prompts).map((g) => [g.name, g.prompts.map((p) => p.code)])).toEqual([
      ['First', ['A1', 'A2', 'A3']],
      ['Second', ['B1']],
    ]);
  });

  it('of an equal position stand by their id, and none is lost', () => {
    const prompts = [
      { code: 'A2', group: 'G', position: 1 },
      { code: 'A1', group: 'G', position: 1 },
    ];
    expect(groupPrompts(prompts)[0]?.prompts.map((p) => p.code)).toEqual(['A1', 'A2']);
    expect(groupPrompts([])).toEqual([]);
  });
});
