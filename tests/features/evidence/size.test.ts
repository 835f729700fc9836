import { expect, it } from 'vitest';
import { formatSize } from '../../../src/features/evidence/size.ts';

it('says sizes as the library does', () => {
  expect([0, 1, 1023, 1024, 1536, 10_240, 26_214_400, 1_073_741_824].map(formatSize)).toEqual([
    '0 bytes',
    '1 byte',
    '1023 bytes',
    '1 KB',
    '1.5 KB',
    '10 KB',
    '25 MB',
    '1 GB',
  ]);
});
