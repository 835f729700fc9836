import { describe, expect, it } from 'vitest';
import { firstHash, fromHash, toHref } from '../../src/session/href.ts';

describe('addresses in the page', () => {
  it('leads to each screen and record, and back', () => {
    const addresses = [
      { screen: 'home' },
      { screen: 'checklist' },
      { screen: 'checklist', assessment: 'front-door-2026.FD-A1.police' },
      { screen: 'checklist', prompt: 'front-door-2026.FD-A1' },
      { screen: 'evidence', item: '0f8fad5b-d9cb-469f-a165-70867728950e' },
      { screen: 'settings' },
    ] as const;
    for (const address of addresses) expect(fromHash(toHref(address))).toEqual(address);
  });

  it('takes what it did not write for Home', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#/evidence/../../x', '#%E0%A4%A', '#/<script>']) {
      expect(fromHash(hash)).toEqual({ screen: 'home' });
    }
  });

  it('lets the link that opened the tab win over a fragment left from before', () => {
    expect(firstHash('#/settings', 'evidence')).toBe('#/evidence');
    expect(firstHash('#/settings', '')).toBe('#/settings');
    expect(firstHash('#/settings', 'https://elsewhere.example')).toBe('#/settings');
  });
});
