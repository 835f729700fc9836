import { describe, expect, it } from 'vitest';
import { type CellAnswer, cellWords, toCellFacts } from '../../../src/domain/checklist/cell-facts.ts';

const TODAY = '2026-11-23';
const nothing = { hasStaleEvidence: false, hasAction: false };
const said = (answer: Partial<CellAnswer>, around = nothing) => {
  const facts = toCellFacts({ prompt: 'A1', partner: 'police', ...answer }, around, TODAY);
  return cellWords({ code: 'FD-A1' }, { title: 'Police' }, facts);
};

describe('a cell says aloud', () => {
  it('whose verdict it shows, and how far the answer is', () => {
    expect(said({})).toBe('FD-A1, Police, not rated, not started');
    expect(said({ verdict: 'green' })).toBe('FD-A1, Police, own green, in progress');
    expect(said({ verdict: 'green', agreedVerdict: 'green', progress: 'agreed' })).toBe(
      'FD-A1, Police, agreed green, agreed',
    );
  });

  it('both verdicts where they differ, and what is wrong', () => {
    const answer = { verdict: 'red', agreedVerdict: 'amber', progress: 'ready-to-agree', dueOn: '2026-11-20' } as const;
    expect(said(answer)).toBe('FD-A1, Police, own red, agreed amber, ready to agree, late');
    expect(said({ verdict: 'red' }, { hasStaleEvidence: true, hasAction: false })).toBe(
      'FD-A1, Police, own red, in progress, stale evidence, no action',
    );
    expect(said({ verdict: 'red' }, { hasStaleEvidence: false, hasAction: true })).not.toContain('no action');
  });
});

describe('a cell is late', () => {
  const isLate = (answer: Partial<CellAnswer>) =>
    toCellFacts({ prompt: 'A1', partner: 'police', ...answer }, nothing, TODAY).isLate;

  it('from the day after it was due, rated or not', () => {
    expect(isLate({ dueOn: '2026-11-22' })).toBe(true);
    expect(isLate({ dueOn: '2026-11-23' })).toBe(false);
    expect(isLate({ dueOn: '2026-11-22', verdict: 'green', progress: 'ready-to-agree' })).toBe(true);
    expect(isLate({})).toBe(false);
  });

  it('no more once it is agreed', () => {
    expect(isLate({ dueOn: '2026-11-22', verdict: 'green', progress: 'agreed' })).toBe(false);
  });
});
