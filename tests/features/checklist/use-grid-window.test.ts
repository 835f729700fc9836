import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowHeightFor, shareWidth } from '../../../src/features/checklist/use-grid-window.ts';

describe('the width of the grid', () => {
  it('goes to the prompts first, and then to the partners', () => {
    expect(shareWidth(1100, 7)).toEqual({ first: 568, column: 76 });
    expect(shareWidth(1328, 7)).toEqual({ first: 621, column: 101 });
    expect(shareWidth(1872, 7)).toEqual({ first: 1032, column: 120 });
  });

  it('leaves nothing empty, and scrolls only where the narrowest columns do not fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 3000 }), fc.integer({ min: 1, max: 40 }), (width, columns) => {
        const { first, column } = shareWidth(width, columns);
        const isTight = 240 + columns * 76 >= width || 290 + columns * 76 >= width;
        if (isTight) expect(first + columns * column).toBeGreaterThanOrEqual(width);
        else expect(first + columns * column).toBe(width);
        expect(column).toBeGreaterThanOrEqual(76);
        expect(column).toBeLessThanOrEqual(120);
      }),
    );
  });
});

describe('the height of a row', () => {
  it('is as the density says, until more cells would be in sight than a page can hold', () => {
    expect(rowHeightFor(1200, 7, 'regular')).toBe(48);
    expect(rowHeightFor(1000, 29, 'compact')).toBe(36);
    expect(rowHeightFor(1800, 40, 'compact')).toBe(82);
    expect(rowHeightFor(1800, 40, 'regular')).toBe(82);
  });
});
