import { expect, it } from 'vitest';
import { addToTrail, ownGiven, readTrail, standingAt } from '../../../src/domain/checklist/trail.ts';

const own = addToTrail(undefined, { at: '2026-10-01T09:00:00Z', whose: 'own', verdict: 'red' });
const both = addToTrail(own, { at: '2026-10-20T09:00:00Z', whose: 'agreed', verdict: 'amber' });

it('reads back what was added, in its order', () => {
  expect(readTrail(both)).toEqual([
    { at: '2026-10-01T09:00:00Z', whose: 'own', verdict: 'red' },
    { at: '2026-10-20T09:00:00Z', whose: 'agreed', verdict: 'amber' },
  ]);
});

it('says who gave each, where the row remembers, and reads what an earlier version wrote', () => {
  const named = addToTrail(both, {
    at: '2026-11-02T09:00:00Z',
    whose: 'own',
    verdict: 'green',
    by: ' Bea\nThistledown',
  });
  expect(ownGiven(named)).toEqual({
    at: '2026-11-02T09:00:00Z',
    whose: 'own',
    verdict: 'green',
    by: 'Bea Thistledown',
  });
  expect(ownGiven(both)).toEqual({ at: '2026-10-01T09:00:00Z', whose: 'own', verdict: 'red' });
});

it('says what counted at a moment', () => {
  expect(standingAt(both, '2026-09-30T23:59:59Z')).toBeUndefined();
  expect(standingAt(both, '2026-10-10T00:00:00Z')).toBe('red');
  expect(standingAt(both, '2026-11-01T00:00:00Z')).toBe('amber');
});

it('passes over lines that somebody wrote by hand', () => {
  expect(readTrail('hello\n\n2026-10-01T09:00:00Z own purple')).toEqual([]);
});

it('lets go of the oldest steps and never of the newest', () => {
  let trail: string | undefined;
  for (let step = 0; step < 300; step += 1) {
    trail = addToTrail(trail, { at: `2026-10-01T09:00:00.${step}Z`, whose: 'own', verdict: 'green' });
  }
  expect(readTrail(trail)).toHaveLength(200);
  expect(readTrail(trail).at(-1)?.at).toBe('2026-10-01T09:00:00.299Z');
});
