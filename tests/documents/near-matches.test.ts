import { expect, it, vi } from 'vitest';
import { indexNear, ROWS_AT_ONCE } from '../../src/documents/near-matches.ts';

const find = await indexNear([
  { key: 'a', text: 'threshold document council fd-b2' },
  { key: 'b', text: 'strategy meeting attendance police' },
  { key: 'c', text: 'board minutes police' },
]);

it('forgives a slip in a longer word, and takes the beginning of one', () => {
  expect(find('tresholds')).toEqual(['a']);
  expect(find('attendence police')).toEqual(['b']);
  expect(find('thresh')).toEqual(['a']);
  expect(find('meeitng')).toEqual(['b']);
  expect(find('polcie')).toEqual(expect.arrayContaining(['b', 'c']));
});

it('wants every word, and forgives nothing in short ones', () => {
  expect(find('tresholds police')).toEqual([]);
  expect(find('fx')).toEqual([]);
});

it('takes thousands of rows in slices, so that typing goes on between them', async () => {
  let read = 0;
  const rows = Array.from({ length: 3 * ROWS_AT_ONCE }, (_, n) => ({
    key: `${n}`,
    get text() {
      read += 1;
      return `row ${n}`;
    },
  }));
  const slices: number[] = [];
  const endSlice = () => {
    if (read > 0) slices.push(read);
    read = 0;
  };
  // The page answers whenever a timer is waited for.
  vi.stubGlobal('setTimeout', (goOn: () => void) => {
    endSlice();
    setImmediate(goOn);
  });
  try {
    expect((await indexNear(rows))('1000')).toContain('1000');
  } finally {
    vi.unstubAllGlobals();
  }
  endSlice();
  expect(slices).toEqual([ROWS_AT_ONCE, ROWS_AT_ONCE, ROWS_AT_ONCE]);
});
