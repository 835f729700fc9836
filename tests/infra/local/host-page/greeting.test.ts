import { describe, expect, it } from 'vitest';
import { toGreeting } from '../../../../infra/local/host-page/frame/greeting.ts';

describe('the answer to initialize', () => {
  it('says third the version and fourth the runtime', () => {
    const [kind, client, version, runtime] = toGreeting('content', {});
    expect([kind, client]).toEqual(['content', 'web']);
    expect(() => JSON.parse(String(version))).toThrow();
    expect(JSON.parse(String(runtime)).supports).toHaveProperty('nestedAppAuth');
  });

  it('offers no sign-in when it is told not to', () => {
    const [, , , runtime] = toGreeting('content', { nestedAuth: 'off' });
    const told = JSON.parse(String(runtime));
    expect(told.supports).not.toHaveProperty('nestedAppAuth');
    expect(told.isNAAChannelRecommended).toBe(false);
  });

  it('has the natural order, which hosts may not use, only when it is told to', () => {
    const [, , third] = toGreeting('task', { nestedAuth: 'natural-order' });
    expect(JSON.parse(String(third))).toHaveProperty('supports');
  });
});
