import { expect, it } from 'vitest';
import { isDisputed, progressOf, standingVerdict } from '../../../src/domain/checklist/progress.ts';

it('calls an answer started as soon as it holds a verdict', () => {
  expect(progressOf(undefined)).toBe('not-started');
  expect(progressOf({})).toBe('not-started');
  expect(progressOf({ verdict: 'green' })).toBe('in-progress');
  expect(progressOf({ verdict: 'green', progress: 'ready-to-agree' })).toBe('ready-to-agree');
});

it('counts what was agreed before what the partner says', () => {
  expect(standingVerdict({ verdict: 'green', agreedVerdict: 'amber' })).toBe('amber');
  expect(standingVerdict({ verdict: 'green' })).toBe('green');
  expect(standingVerdict(undefined)).toBeUndefined();
});

it('sees a dispute only where both have spoken and differ', () => {
  expect(isDisputed({ verdict: 'green', agreedVerdict: 'amber' })).toBe(true);
  expect(isDisputed({ verdict: 'green', agreedVerdict: 'green' })).toBe(false);
  expect(isDisputed({ agreedVerdict: 'amber' })).toBe(false);
});
