import { describe, expect, it } from 'vitest';
import {
  cellName,
  turnsRed,
  type Verdict,
  verdictLetter,
  verdictName,
  verdicts,
} from '../../../src/domain/checklist/verdict.ts';

const all: (Verdict | undefined)[] = [...verdicts, undefined];

describe('a verdict', () => {
  it('has a name and a letter, never a colour alone', () => {
    expect(all.map(verdictName)).toEqual(['Red', 'Amber', 'Green', 'Not applicable', 'Not rated']);
    expect(all.map(verdictLetter)).toEqual(['R', 'A', 'G', '–', '']);
  });

  it('is read aloud with its prompt and partner', () => {
    const prompt = { code: 'FD-A1' };
    const partner = { title: 'Police' };
    expect(cellName(prompt, partner, undefined)).toBe('FD-A1, Police, not rated');
    expect(cellName(prompt, partner, 'red')).toBe('FD-A1, Police, red');
    expect(cellName(prompt, partner, 'not-applicable')).toBe('FD-A1, Police, not applicable');
  });

  it('turns red only from something else', () => {
    for (const before of all) {
      for (const after of all) expect(turnsRed(before, after)).toBe(after === 'red' && before !== 'red');
    }
    expect(turnsRed(undefined, 'red')).toBe(true);
    expect(turnsRed('red', 'red')).toBe(false);
    expect(turnsRed('red', 'green')).toBe(false);
  });
});
