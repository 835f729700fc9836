import { expect, it } from 'vitest';
import { startSpeed } from '../../../src/services/file-queue/totals.ts';

it('how fast files go is not said before they have gone for some seconds', () => {
  let now = 0;
  const speed = startSpeed(() => now);
  const note = (at: number, sent: number) => {
    now = at;
    speed.note(sent);
    return speed.bytesPerSecond();
  };
  // While the files are looked at nothing moves.
  expect(note(0, 0)).toBeUndefined();
  expect(note(8_000, 0)).toBeUndefined();
  // The first, small one.
  expect(note(9_500, 1_000)).toBeUndefined();
  expect(note(12_000, 2_000_000)).toBeUndefined();
  expect(note(18_000, 10_000_000)).toBe(1_000_000);
});

it('and not when nothing has gone for a while', () => {
  let now = 0;
  const speed = startSpeed(() => now);
  for (let second = 0; second < 60; second += 1) {
    now = second * 1_000;
    speed.note(Math.min(second, 10) * 1_000_000);
  }
  expect(speed.bytesPerSecond()).toBeUndefined();
});
