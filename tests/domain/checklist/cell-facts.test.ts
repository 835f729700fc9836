import { describe, expect, it } from 'vitest';
import { type CellAnswer, cellWords, toCellFacts } from '../../../src/domain/checklist/cell-facts.ts';

const TODAY = '2026-11-23';
const nothing = { hasStaleEvidence: false, hasAction: false, hasLateAction: false };
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
    expect(said({ ...answer, progress: 'agreed' })).toBe('FD-A1, Police, own red, agreed amber, agreed');
    expect(said(answer)).toBe('FD-A1, Police, own red, agreed amber before, ready to agree, late, no action');
    expect(said({ verdict: 'red' }, { ...nothing, hasStaleEvidence: true })).toBe(
      'FD-A1, Police, own red, in progress, stale evidence, no action',
    );
    expect(said({ verdict: 'red' }, { ...nothing, hasAction: true })).not.toContain('no action');
  });
});

describe('what was brought forward', () => {
  it('is said until somebody confirms it', () => {
    expect(said({ verdict: 'amber', broughtForward: 'front-door-2025' })).toBe(
      'FD-A1, Police, own amber, in progress, brought forward, not confirmed',
    );
    expect(said({ verdict: 'amber' })).not.toContain('brought forward');
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

  it('when one of its actions is, agreed or not, and says which of both', () => {
    const around = { ...nothing, hasAction: true, hasLateAction: true };
    const agreed = { verdict: 'green', agreedVerdict: 'green', progress: 'agreed' } as const;
    expect(toCellFacts({ prompt: 'A1', partner: 'police', ...agreed }, around, TODAY).isLate).toBe(true);
    expect(said(agreed, around)).toBe('FD-A1, Police, agreed green, agreed, an action is late');
    expect(said({ verdict: 'green', dueOn: '2026-11-22' }, around)).toBe(
      'FD-A1, Police, own green, in progress, late, an action is late',
    );
  });
});
