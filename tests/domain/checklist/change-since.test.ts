import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSince } from '../../../src/domain/checklist/change-since.ts';
import { addToTrail } from '../../../src/domain/checklist/trail.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';

const SINCE = '2026-11-16T00:00:00Z';
const earlier = (verdict: 'red' | 'amber' | 'green' | 'not-applicable') =>
  addToTrail(undefined, { at: '2026-11-02T10:00:00Z', whose: 'own', verdict });

describe('what became of a verdict since a day', () => {
  it('is better, worse, new, or something else', () => {
    expect(changeSince({ verdict: 'green', trail: earlier('amber') }, SINCE)).toBe('better');
    expect(changeSince({ verdict: 'red', trail: earlier('amber') }, SINCE)).toBe('worse');
    expect(changeSince({ verdict: 'not-applicable', trail: earlier('red') }, SINCE)).toBe('other');
    expect(changeSince({ verdict: 'amber', ratedAt: '2026-11-17T10:00:00Z' }, SINCE)).toBe('new');
    expect(changeSince({ verdict: 'amber', trail: earlier('amber') }, SINCE)).toBeUndefined();
    expect(changeSince(undefined, SINCE)).toBeUndefined();
    expect(changeSince({}, SINCE)).toBeUndefined();
  });

  it('looks at the agreed verdict where there is one', () => {
    expect(changeSince({ verdict: 'green', agreedVerdict: 'amber', trail: earlier('green') }, SINCE)).toBe('worse');
  });

  it('is nothing for an old answer of which only the day of its rating is known', () => {
    expect(changeSince({ verdict: 'red', ratedAt: '2026-11-02T10:00:00Z' }, SINCE)).toBeUndefined();
  });

  it("is nothing for what was brought forward, which is the last cycle's until somebody confirms it", () => {
    const answer = { verdict: 'amber', ratedAt: '2026-11-17T10:00:00Z' } as const;
    expect(changeSince(answer, SINCE)).toBe('new');
    expect(changeSince({ ...answer, broughtForward: 'front-door-2025' }, SINCE)).toBeUndefined();
  });

  it('is nothing when one looks back from after the last step', () => {
    const step = fc.record({
      at: fc.integer({ min: 1, max: 28 }).map((day) => `2026-10-${String(day).padStart(2, '0')}T10:00:00Z`),
      whose: fc.constant('own' as const),
      verdict: fc.constantFrom(...verdicts),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const ordered = steps.toSorted((one, other) => (one.at < other.at ? -1 : 1));
        const trail = ordered.reduce<string | undefined>((text, one) => addToTrail(text, one), undefined);
        const verdict = ordered.at(-1)?.verdict ?? 'red';
        expect(changeSince({ verdict, ...(trail && { trail }) }, SINCE)).toBeUndefined();
      }),
    );
  });
});
