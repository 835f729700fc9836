import { describe, expect, it } from 'vitest';
import { addToTrail } from '../../../src/domain/checklist/trail.ts';
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

  it('stays who gave it where somebody else changed the words since', () => {
    const named = addToTrail(trail, {
      at: '2026-11-24T11:00:00Z',
      whose: 'own',
      verdict: 'green',
      by: 'Marta  Oakhollow',
    });
    expect(ownWords({ ratedBy, ratedAt: '2026-11-25T10:00:00Z', trail: named })).toMatch(
      /^Marta Oakhollow, Tue 24 Nov 2026.*; words last changed or confirmed by Dorian Hexwell, Wed 25 Nov 2026/,
    );
    const own = `${given} own amber Dorian Hexwell`;
    expect(ownWords({ ratedBy, ratedAt: '2026-11-25T10:00:00Z', trail: own })).toMatch(
      /^Dorian Hexwell, Mon 23 Nov 2026.*; words last changed or confirmed Wed 25 Nov 2026/,
    );
    expect(ownWords({ ratedBy, ratedAt: '2026-11-24T11:00:00Z', trail: named })).toMatch(/^Dorian Hexwell, Tue 24 Nov/);
  });

  it('is not who only changed the words since', () => {
    expect(ownWords({ ratedBy, ratedAt: '2026-11-25T10:00:00Z', trail })).toMatch(
      /^Given on Mon 23 Nov 2026.*; words last changed or confirmed by Dorian Hexwell, Wed 25 Nov 2026/,
    );
  });

  it('is not claimed where the row does not remember', () => {
    expect(ownWords({ ratedBy, ratedAt: given })).toMatch(/^Last changed by Dorian Hexwell, Mon 23 Nov 2026/);
    expect(ownWords({})).toBe('');
  });
});
