import { describe, expect, it } from 'vitest';
import { HEAD_ROW, moveInGrid } from '../../../src/features/checklist/grid-moves.ts';

const size = { rows: 37, columns: 8 };
const press = (key: string, from = { row: 5, column: 3 }, ctrl = false) => moveInGrid(from, { key, ctrl }, size);

describe('moving in the grid', () => {
  it('goes one step with an arrow', () => {
    expect(press('ArrowUp')).toEqual({ row: 4, column: 3 });
    expect(press('ArrowDown')).toEqual({ row: 6, column: 3 });
    expect(press('ArrowLeft')).toEqual({ row: 5, column: 2 });
    expect(press('ArrowRight')).toEqual({ row: 5, column: 4 });
  });

  it('stays inside at every edge', () => {
    expect(press('ArrowUp', { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(press('ArrowLeft', { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(press('ArrowDown', { row: 36, column: 7 })).toEqual({ row: 36, column: 7 });
    expect(press('PageDown', { row: 35, column: 7 })).toEqual({ row: 36, column: 7 });
    expect(press('PageUp', { row: 2, column: 7 })).toEqual({ row: 0, column: 7 });
  });

  it('goes to the ends of a row with Home and End, and to the corners with Ctrl', () => {
    expect(press('Home')).toEqual({ row: 5, column: 0 });
    expect(press('End')).toEqual({ row: 5, column: 7 });
    expect(press('Home', undefined, true)).toEqual({ row: 0, column: 0 });
    expect(press('End', undefined, true)).toEqual({ row: 36, column: 7 });
    expect(press('ArrowDown', undefined, true)).toEqual({ row: 36, column: 3 });
  });

  it("goes up from the first row to the partners' heads and along them, but to none above the prompts", () => {
    expect(press('ArrowUp', { row: 0, column: 3 })).toEqual({ row: HEAD_ROW, column: 3 });
    expect(press('ArrowUp', { row: HEAD_ROW, column: 3 })).toEqual({ row: HEAD_ROW, column: 3 });
    expect(press('ArrowDown', { row: HEAD_ROW, column: 3 })).toEqual({ row: 0, column: 3 });
    expect(press('ArrowRight', { row: HEAD_ROW, column: 7 })).toEqual({ row: HEAD_ROW, column: 7 });
    expect(press('ArrowLeft', { row: HEAD_ROW, column: 1 })).toEqual({ row: HEAD_ROW, column: 1 });
    expect(press('Home', { row: HEAD_ROW, column: 3 })).toEqual({ row: HEAD_ROW, column: 1 });
    expect(press('End', { row: HEAD_ROW, column: 3 })).toEqual({ row: HEAD_ROW, column: 7 });
    expect(press('ArrowUp', { row: 5, column: 3 }, true)).toEqual({ row: 0, column: 3 });
  });

  it('leaves other keys alone', () => {
    expect(press('a')).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
  });
});
