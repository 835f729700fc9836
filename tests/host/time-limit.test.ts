import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withTimeLimit } from '../../src/host/time-limit.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a time limit', () => {
  it('gives what the work gives when it comes in time', async () => {
    await expect(withTimeLimit(Promise.resolve('token'), 1000, () => new Error('late'))).resolves.toBe('token');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes on what went wrong in time', async () => {
    await expect(withTimeLimit(Promise.reject(new Error('no')), 1000, () => new Error('late'))).rejects.toThrow('no');
  });

  it('says late when nothing comes', async () => {
    const waiting = withTimeLimit(new Promise(() => undefined), 1000, () => new Error('late'));
    const failing = expect(waiting).rejects.toThrow('late');
    await vi.advanceTimersByTimeAsync(1000);
    await failing;
  });
});
