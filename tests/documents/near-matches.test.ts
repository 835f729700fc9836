import { expect, it } from 'vitest';
import { indexNear } from '../../src/documents/near-matches.ts';

const find = indexNear([
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
