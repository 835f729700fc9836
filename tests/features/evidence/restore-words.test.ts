import { describe, expect, it } from 'vitest';
import { restoreWords } from '../../../src/features/evidence/restore-words.ts';

const versions = [
  { id: '4.0', size: 30 },
  { id: '3.0', size: 10 },
  { id: '2.0', size: 20 },
  { id: '1.0', size: 10 },
] as const;
const [, third, second, first] = versions;
const approved = { state: 'approved', approvedVersion: '1.0', approvedFingerprint: 'h' } as const;

describe('the question before a version is restored', () => {
  it('says that the item counts as approved where it is the version that was approved', () => {
    const words = restoreWords(approved, first, versions);
    expect(words).toContain('It is the version that was approved: with it the item counts as approved.');
    expect(words).not.toContain('waits for checking');
    expect(restoreWords({ ...approved, state: 'expired' }, first, versions)).toContain('still counts as expired');
  });

  it('says that the item waits for checking again where it is another one, for certain only where it is', () => {
    expect(restoreWords(approved, second, versions)).toContain(
      'It is not what was approved: the item waits for checking again.',
    );
    expect(restoreWords(approved, third, versions)).toContain('Unless it is byte for byte what was approved');
    expect(restoreWords({ state: 'approved' }, first, versions)).toContain('Unless it is byte for byte');
  });

  it('says nothing of an approval where there is none', () => {
    expect(restoreWords({ ...approved, state: 'submitted' }, first, versions)).toBe(
      'It becomes the newest version; no other is lost.',
    );
  });
});
