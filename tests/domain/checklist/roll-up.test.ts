import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../../src/domain/checklist/roll-up.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';

const prompts = [{ uid: 'A1' }, { uid: 'A2' }, { uid: 'A3' }];
const partners = [{ uid: 'council' }, { uid: 'police' }];

describe('where each partner stands', () => {
  it('is how many prompts are rated, and which are red', () => {
    expect(
      rollUp(prompts, partners, [
        { prompt: 'A3', partner: 'police', verdict: 'red' },
        { prompt: 'A1', partner: 'police', verdict: 'red' },
        { prompt: 'A2', partner: 'police', verdict: 'not-applicable' },
        { prompt: 'A1', partner: 'council' },
      ]),
    ).toEqual([
      {
        partner: 'council',
        rated: 0,
        of: 3,
        counts: { red: 0, amber: 0, green: 0, 'not-applicable': 0 },
        red: [],
      },
      {
        partner: 'police',
        rated: 3,
        of: 3,
        counts: { red: 2, amber: 0, green: 0, 'not-applicable': 1 },
        red: ['A1', 'A3'],
      },
    ]);
  });

  it('leaves out prompts that were withdrawn and partners that were removed', () => {
    const [council] = rollUp(prompts, partners, [
      { prompt: 'gone', partner: 'council', verdict: 'red' },
      { prompt: 'A1', partner: 'gone', verdict: 'red' },
    ]);
    expect(council).toMatchObject({ rated: 0, red: [] });
  });

  it('adds up', () => {
    const assessment = fc.record({
      prompt: fc.constantFrom('A1', 'A2', 'A3', 'A4'),
      partner: fc.constantFrom('council', 'police', 'icb'),
      verdict: fc.constantFrom(...verdicts),
    });
    fc.assert(
      fc.property(fc.array(assessment), (assessments) => {
        for (const standing of rollUp(prompts, partners, assessments)) {
          const sum = verdicts.reduce((total, verdict) => total + standing.counts[verdict], 0);
          expect(sum).toBe(standing.rated);
          expect(standing.rated).toBeLessThanOrEqual(standing.of);
          expect(standing.red).toHaveLength(standing.counts.red);
        }
      }),
    );
  });
});
