import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatOf, ratings, type Share, shareOf, toHeatMap } from '../../../src/domain/checklist/heat-map.ts';
import { progresses } from '../../../src/domain/checklist/progress.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';

const cell = fc.record({
  standing: fc.constantFrom(undefined, ...verdicts),
  agreed: fc.constant(undefined),
  progress: fc.constantFrom(...progresses),
  isToConfirm: fc.boolean(),
});
const none = { red: 0, amber: 0, green: 0, 'not-applicable': 0, 'not-rated': 0 };
const sumOf = ({ counts }: Share) => ratings.reduce((total, rating) => total + counts[rating], 0);

describe('the heat map', () => {
  it('counts the verdicts of each group and partner', () => {
    const cells: Readonly<
      Record<
        string,
        { standing: 'red' | 'green' | undefined; agreed: 'green' | undefined; progress: 'agreed' | 'in-progress' }
      >
    > = {
      'A1 police': { standing: 'red', agreed: undefined, progress: 'in-progress' },
      'A2 police': { standing: 'green', agreed: 'green', progress: 'agreed' },
      'A1 icb': { standing: undefined, agreed: undefined, progress: 'in-progress' },
      'A2 icb': { standing: 'green', agreed: undefined, progress: 'in-progress' },
    };
    const map = toHeatMap([{ name: 'A', prompts: ['A1', 'A2'] }], ['police', 'icb'], (prompt, partner) => {
      const found = cells[`${prompt} ${partner}`];
      if (!found) throw new Error('No such cell');
      // One of each partner was brought forward; what has no verdict is no rating of another cycle.
      return { ...found, isToConfirm: prompt === 'A1' };
    });
    expect(map.rows[0]?.shares[0]).toEqual({
      of: 2,
      agreed: 1,
      counts: { red: 1, amber: 0, green: 1, 'not-applicable': 0, 'not-rated': 0 },
      agreedCounts: { ...none, green: 1 },
      brought: 1,
    });
    expect(map.total.total).toEqual({
      of: 4,
      agreed: 1,
      counts: { red: 1, amber: 0, green: 2, 'not-applicable': 0, 'not-rated': 1 },
      agreedCounts: { ...none, green: 1 },
      brought: 1,
    });
  });

  it('adds up: by verdict, by group, by partner and over all', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), (lines) => {
        const groups = [
          { name: 'A', prompts: lines.filter((_, index) => index % 2 === 0) },
          { name: 'B', prompts: lines.filter((_, index) => index % 2 === 1) },
        ];
        const map = toHeatMap(groups, [0, 1, 2], (line, column) => {
          const found = line[column];
          if (!found) throw new Error('No such cell');
          return found;
        });
        expect(map.total.total).toEqual(shareOf(lines.flat()));
        for (const { shares, total } of [...map.rows, map.total]) {
          for (const share of [...shares, total]) expect(sumOf(share)).toBe(share.of);
          for (const rating of ratings) {
            expect(shares.reduce((sum, share) => sum + share.counts[rating], 0)).toBe(total.counts[rating]);
          }
        }
        for (const column of [0, 1, 2]) {
          const below = map.rows.reduce((sum, row) => sum + (row.shares[column]?.counts.red ?? 0), 0);
          expect(below).toBe(map.total.shares[column]?.counts.red);
        }
      }),
    );
  });

  it('is warmest where most of what is rated is red', () => {
    const share = (red: number, green: number, none = 0): Share => ({
      of: red + green + none,
      agreed: 0,
      counts: { red, amber: 0, green, 'not-applicable': 0, 'not-rated': none },
      agreedCounts: { red: 0, amber: 0, green: 0, 'not-applicable': 0, 'not-rated': 0 },
      brought: 0,
    });
    expect([share(0, 4), share(1, 3), share(2, 2), share(3, 1), share(1, 0, 9)].map(heatOf)).toEqual([0, 1, 2, 3, 3]);
  });
});
