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
});

it('wants every word, and forgives nothing in short ones', () => {
  expect(find('tresholds police')).toEqual([]);
  expect(find('fx')).toEqual([]);
});

it('takes thousands of rows in slices, so that typing goes on between them', async () => {
  vi.useFakeTimers();
  try {
    let read = 0;
    const rows = Array.from({ length: 3 * ROWS_AT_ONCE }, (_, n) => ({
      key: `${n}`,
      get text() {
        read += 1;
        return `row ${n}`;
      },
    }));
    const slices: number[] = [];
    const made = indexNear(rows).then((own) => own('1000'));
    do {
      await vi.advanceTimersToNextTimerAsync();
      slices.push(read);
      read = 0;
    } while (vi.getTimerCount() > 0);
    expect(await made).toContain('1000');
    expect(slices).toEqual([ROWS_AT_ONCE, ROWS_AT_ONCE, ROWS_AT_ONCE]);
  } finally {
    vi.useRealTimers();
  }
});
