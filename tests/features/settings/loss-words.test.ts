import { expect, it } from 'vitest';
import { lossWords } from '../../../src/features/settings/loss-words.ts';

it('says what is lost when the browser forgets', () => {
  expect(lossWords(0, 0)).toBe('Everything is with Microsoft 365: nothing is lost.');
  expect(lossWords(1, 0)).toContain('1 change that Microsoft 365 does not have yet.');
  expect(lossWords(2, 1)).toContain(
    '2 changes that Microsoft 365 does not have yet and 1 text that you have not saved.',
  );
});
