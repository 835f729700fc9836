import { describe, expect, it } from 'vitest';
import { ownWords } from '../../../src/features/checklist/standing-words.ts';

const ratedBy = { id: 'd', name: 'Dorian Hexwell' };
const given = '2026-11-23T10:00:00Z';
const trail = `2026-11-20T10:00:00Z own red\n${given} own amber\n2026-11-24T10:00:00Z agreed red`;

describe('who says a verdict', () => {
  it('is who gave it', () => {
    expect(ownWords({ ratedBy, ratedAt: '2026-11-23T10:00:00.400Z', trail })).toMatch(
      /^Dorian Hexwell, Mon 23 Nov 2026/,
    );
  });

  it('is not who only changed the words since', () => {
    expect(ownWords({ ratedBy, ratedAt: '2026-11-25T10:00:00Z', trail })).toMatch(
      /^Given on Mon 23 Nov 2026.*; words last changed by Dorian Hexwell, Wed 25 Nov 2026/,
    );
  });

  it('is not claimed where the row does not remember', () => {
    expect(ownWords({ ratedBy, ratedAt: given })).toMatch(/^Last changed by Dorian Hexwell, Mon 23 Nov 2026/);
    expect(ownWords({})).toBe('');
  });
});
