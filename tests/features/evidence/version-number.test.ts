import { expect, it } from 'vitest';
import { versionNumber } from '../../../src/features/evidence/version-number.ts';

it('a version is called as people count, and a draft between two keeps both its numbers', () => {
  expect(['1.0', '10.0', '2.1', '2.10', '3'].map(versionNumber)).toEqual(['1', '10', '2.1', '2.10', '3']);
});
