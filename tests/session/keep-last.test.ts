import { expect, it } from 'vitest';
import { keepLast, keepSame } from '../../src/session/keep-last.ts';

it('makes something once from the same facts, and anew when one of them is another', () => {
  let made = 0;
  const join = keepLast(({ rows, year }: { readonly rows: readonly string[]; readonly year: number }) => {
    made += 1;
    return rows.map((row) => `${row} ${year}`);
  });
  const rows = ['Front door'];
  const first = join({ rows, year: 2026 });
  expect(join({ rows, year: 2026 })).toBe(first);
  expect(made).toBe(1);
  expect(join({ rows, year: 2027 })).toEqual(['Front door 2027']);
  expect(join({ rows: [...rows], year: 2027 })).toEqual(['Front door 2027']);
  expect(made).toBe(3);
});

it('a list with the same rows in the same order is the one from before', () => {
  const before = ['one', 'two'];
  expect(keepSame(before, ['one', 'two'])).toBe(before);
  for (const after of [['two', 'one'], ['one'], ['one', 'two', 'three']]) expect(keepSame(before, after)).toBe(after);
  expect(keepSame(undefined, before)).toBe(before);
});
