import { describe, expect, it } from 'vitest';
import { findByCode, pickFrom, toCommand } from '../../../src/features/checklist/grid-keys.ts';

const from = { row: 3, column: 2 };
const size = { rows: 10, columns: 8 };
const press = (key: string, held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {}) =>
  toCommand({ key, ctrl: false, shift: false, alt: false, ...held }, from, size);

describe('a key in the grid', () => {
  it('sets a verdict with R, A, G and N, in capitals too', () => {
    expect(press('r')).toEqual({ kind: 'rate', verdict: 'red' });
    expect(press('A')).toEqual({ kind: 'rate', verdict: 'amber' });
    expect(press('g')).toEqual({ kind: 'rate', verdict: 'green' });
    expect(press('n')).toEqual({ kind: 'rate', verdict: 'not-applicable' });
  });

  it('begins a jump with a slash, a digit or any other letter', () => {
    expect(press('/')).toEqual({ kind: 'go-to', typed: '' });
    expect(press('4')).toEqual({ kind: 'go-to', typed: '4' });
    expect(press('b')).toEqual({ kind: 'go-to', typed: 'b' });
  });

  it('undoes, redoes and fills down as in a spreadsheet, and leaves copying to the browser', () => {
    expect(press('z', { ctrl: true })).toEqual({ kind: 'undo' });
    expect(press('Z', { ctrl: true, shift: true })).toEqual({ kind: 'redo' });
    expect(press('y', { ctrl: true })).toEqual({ kind: 'redo' });
    expect(press('d', { ctrl: true })).toEqual({ kind: 'fill-down' });
    expect(press('c', { ctrl: true })).toBeUndefined();
    expect(press('r', { ctrl: true })).toBeUndefined();
    expect(press('d', { alt: true })).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
  });

  it('picks with Shift, down and up only', () => {
    expect(press('ArrowDown', { shift: true })).toEqual({ kind: 'move', to: { row: 4, column: 2 }, extends: true });
    expect(press('ArrowRight', { shift: true })).toMatchObject({ extends: false });
    expect(press('ArrowDown')).toMatchObject({ extends: false });
  });
});

describe('the beginning of an id', () => {
  const prompts = ['FD-A1', 'FD-A10', 'FD-B2', 'SYV-1.2'].map((code) => ({ code }));
  it("finds the prompt, with or without the theme's letters", () => {
    expect(findByCode(prompts, 'fd-b')?.code).toBe('FD-B2');
    expect(findByCode(prompts, 'b2')?.code).toBe('FD-B2');
    expect(findByCode(prompts, 'a')?.code).toBe('FD-A1');
    expect(findByCode(prompts, '1.2')?.code).toBe('SYV-1.2');
    expect(findByCode(prompts, 'q')).toBeUndefined();
    expect(findByCode(prompts, ' ')).toBeUndefined();
  });
});

describe('what is picked', () => {
  it('is a stretch of one partner, from either end', () => {
    expect(pickFrom({ row: 5, column: 2 }, { row: 3, column: 2 })).toEqual({ column: 2, from: 3, to: 5 });
    expect(pickFrom({ row: 5, column: 2 }, { row: 3, column: 1 })).toBeUndefined();
    expect(pickFrom({ row: 5, column: 0 }, { row: 3, column: 0 })).toBeUndefined();
    expect(pickFrom({ row: 0, column: 2 }, { row: -1, column: 2 })).toBeUndefined();
  });
});
