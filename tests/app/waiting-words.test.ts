import { describe, expect, it } from 'vitest';
import { pauseWords, standingWords, waitWords } from '../../src/app/waiting-words.ts';

describe('how long it takes', () => {
  it.each([
    [0, '1 second'],
    [1_000, '1 second'],
    [11_200, '12 seconds'],
    [99_000, '99 seconds'],
    [120_000, '2 minutes'],
    [120_001, '3 minutes'],
    [3_600_000, '60 minutes'],
    [86_400_000, '24 hours'],
  ])('%d ms is %s', (ms, words) => expect(waitWords(ms)).toBe(words));
});

describe('a change that waits', () => {
  const waiting = { kind: 'change', standing: { is: 'waiting' } } as const;

  it('says why, and when it is tried again', () => {
    expect(standingWords(waiting, undefined, 0)).toBe('On its way.');
    expect(standingWords(waiting, { why: 'asked-to-wait', until: 12_000 }, 0)).toBe(
      'Microsoft 365 asked us to wait. Trying again in 12 seconds.',
    );
    expect(pauseWords({ why: 'no-answer', until: 120_000 }, 0)).toBe(
      'Microsoft 365 did not answer. Trying again in 2 minutes.',
    );
    expect(standingWords(waiting, { why: 'offline', until: 0 }, 0)).toContain('You are offline.');
    expect(standingWords(waiting, { why: 'signed-out', until: Number.POSITIVE_INFINITY }, 0)).toContain(
      'Your sign-in has ended.',
    );
  });

  it('says what a person has to decide, whatever else stands in the way', () => {
    const clash = { columns: ['reason'], theirs: {}, by: 'Marta Oakhollow', at: '2026-11-30T10:38:00Z' };
    const pause = { why: 'offline', until: 0 } as const;
    expect(standingWords({ kind: 'change', standing: { is: 'clash', clash } }, pause, 0)).toBe(
      'Marta Oakhollow changed this too. Choose what is kept.',
    );
    expect(standingWords({ kind: 'change', standing: { is: 'removed' } }, pause, 0)).toContain('Somebody removed it');
    expect(standingWords({ kind: 'change', standing: { is: 'refused', why: 'Not allowed.' } }, pause, 0)).toBe(
      'Not allowed.',
    );
  });
});
