import { describe, expect, it } from 'vitest';
import { type CellAnswer, toCellFacts } from '../../../src/domain/checklist/cell-facts.ts';
import { backgroundOf, marksOf } from '../../../src/features/checklist/cell-marks.ts';

const quiet = { hasStaleEvidence: false, hasAction: true, hasLateAction: false };
const factsOf = (answer?: Omit<CellAnswer, 'prompt' | 'partner'>, around = quiet) =>
  toCellFacts(answer && { prompt: 'FD-A1', partner: 'police', ...answer }, around, '2026-11-23');
const pictures = (...given: Parameters<typeof factsOf>) => marksOf(factsOf(...given)).map(({ picture }) => picture);

describe('the marks of a cell', () => {
  it('are a hollow shape for an own verdict, a filled one for an agreed one, and both where they differ', () => {
    expect(pictures(undefined)).toEqual(['not-rated-own', 'not-started']);
    expect(pictures({ verdict: 'green', progress: 'in-progress' })).toEqual(['green-own', 'in-progress']);
    expect(pictures({ verdict: 'green', agreedVerdict: 'green', progress: 'agreed' })).toEqual([
      'green-agreed',
      'agreed',
    ]);
    expect(pictures({ verdict: 'green', agreedVerdict: 'amber', progress: 'agreed' })).toEqual([
      'green-own',
      'differs',
      'amber-agreed',
      'agreed',
    ]);
  });

  it('have a place of their own for each thing to be warned of', () => {
    const answer = { verdict: 'red', dueOn: '2026-11-01', broughtForward: 'front-door-2025' } as const;
    const marks = marksOf(factsOf(answer, { ...quiet, hasStaleEvidence: true, hasAction: false }));
    expect(marks.map(({ picture }) => picture)).toEqual([
      'red-own',
      'in-progress',
      'stale',
      'brought',
      'late',
      'no-action',
    ]);
    expect(new Set(marks.map(({ x, y }) => `${x} ${y}`)).size).toBe(marks.length);
  });

  it('are the paler pictures where the filters do not mean the cell', () => {
    const facts = factsOf({ verdict: 'amber' });
    expect(backgroundOf(facts, false).backgroundImage).toBe('var(--mark-amber-own),var(--mark-in-progress)');
    expect(backgroundOf(facts, true).backgroundImage).toBe('var(--mark-amber-own-pale),var(--mark-in-progress-pale)');
  });
});
