import { describe, expect, it } from 'vitest';
import { countRated, matchPrompts, toGridRows } from '../../../src/features/checklist/grid-rows.ts';
import { buildAssessment, buildPartner, buildPrompt, byUid } from '../build-rows.ts';

const police = buildPartner('police', 'Police');
const icb = buildPartner('icb', 'ICB');
const a1 = buildPrompt('FD-A1', 'Each agency spots need', 'A Identify', 1);
const a2 = buildPrompt('FD-A2', 'Referrers know how', 'A Identify', 2);
const b1 = buildPrompt('FD-B1', 'A joint decision point', 'B Decide', 3);
const prompts = [a1, a2, b1];
const assessments = byUid([
  buildAssessment(a1, police, { verdict: 'red' }),
  buildAssessment(a2, icb, { verdict: 'green' }),
  buildAssessment(b1, police),
]);
const sources = { prompts, assessments };

describe('the rows of the checklist', () => {
  it('stand under their groups, and a closed group keeps its heading only', () => {
    const rows = toGridRows(prompts, new Set(['A Identify']));
    expect(rows.map((row) => (row.kind === 'group' ? row.name : row.prompt.code))).toEqual([
      'A Identify',
      'B Decide',
      'FD-B1',
    ]);
  });

  it('are found by id, text or group, in any case', () => {
    const find = (words: string) => matchPrompts(sources, [police, icb], { find: words, verdict: '' });
    expect(find('fd-a2')).toEqual([a2]);
    expect(find('  DECISION ')).toEqual([b1]);
    expect(find('identify')).toEqual([a1, a2]);
    expect(find('nothing like it')).toEqual([]);
  });

  it('are filtered by the verdict of the partners that are shown', () => {
    const red = { find: '', verdict: 'red' } as const;
    expect(matchPrompts(sources, [police, icb], red)).toEqual([a1]);
    expect(matchPrompts(sources, [icb], red)).toEqual([]);
    expect(matchPrompts(sources, [police], { find: '', verdict: 'not-rated' })).toEqual([a2, b1]);
  });

  it('count as rated only with a verdict: a row without one is not rated', () => {
    expect(countRated(prompts, police, assessments)).toBe(1);
  });
});
