import { expect, it } from 'vitest';
import { whenWords } from '../../src/session/when.ts';

it('leaves the day out when it is today in England', () => {
  expect(whenWords('2026-11-30T10:41:00Z', '2026-11-30T23:00:00Z')).toBe('10.41 am');
  expect(whenWords('2026-11-29T10:41:00Z', '2026-11-30T09:00:00Z')).toBe('Sun 29 Nov, 10.41 am');
  expect(whenWords('2026-06-30T23:30:00Z', '2026-07-01T09:00:00Z')).toBe('12.30 am');
});
