import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { broughtWords, rollUp } from '../../../src/domain/checklist/roll-up.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';

const prompts = [{ uid: 'A1' }, { uid: 'A2' }, { uid: 'A3' }];
const partners = [{ uid: 'council' }, { uid: 'police' }];
const none = { red: 0, amber: 0, green: 0, 'not-applicable': 0, 'not-rated': 0 };

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
        agreed: 0,
        brought: 0,
        counts: { ...none, 'not-rated': 3 },
        agreedCounts: none,
        red: [],
      },
      {
        partner: 'police',
        rated: 3,
        of: 3,
        agreed: 0,
        brought: 0,
        counts: { ...none, red: 2, 'not-applicable': 1 },
        agreedCounts: none,
        red: ['A1', 'A3'],
      },
    ]);
  });

  it("is told with how much of it is another cycle's: what was brought forward with a verdict and is not confirmed", () => {
    const [, police] = rollUp(prompts, partners, [
      { prompt: 'A1', partner: 'police', verdict: 'green', broughtForward: 'front-door-2025' },
      { prompt: 'A2', partner: 'police', broughtForward: 'front-door-2025' },
      { prompt: 'A3', partner: 'police', verdict: 'red' },
    ]);
    expect(police).toMatchObject({ rated: 2, brought: 1 });
    expect(broughtWords(police?.brought ?? 0)).toBe('1 brought forward, to confirm');
  });

  it('counts the verdict that counts: the agreed one while it holds', () => {
    const [, police] = rollUp(prompts, partners, [
      { prompt: 'A1', partner: 'police', verdict: 'amber', agreedVerdict: 'green', progress: 'agreed' },
      { prompt: 'A2', partner: 'police', verdict: 'red', agreedVerdict: 'green', progress: 'in-progress' },
    ]);
    expect(police).toMatchObject({ counts: { red: 1, green: 1 }, red: ['A2'] });
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
