import { expect, it } from 'vitest';
import { saveWords } from '../../src/app/save-line.tsx';

it('says in four ways whether all is saved', () => {
  expect(saveWords({ state: 'saved', count: 0 })).toBe('All saved');
  expect(saveWords({ state: 'saving', count: 3 })).toBe('Saving 3 changes');
  expect(saveWords({ state: 'waiting', count: 1 })).toBe('1 change not saved yet');
  expect(saveWords({ state: 'needs-you', count: 1 })).toBe('1 change needs you');
  expect(saveWords({ state: 'needs-you', count: 2 })).toBe('2 changes need you');
  expect(saveWords({ state: 'needs-you', count: 128, of: 'files' })).toBe('128 files need you');
  expect(saveWords({ state: 'waiting', count: 1, of: 'files' })).toBe('1 file not saved yet');
});
