import { describe, expect, it } from 'vitest';
import { mayRate, whyMayNotRate } from '../../../src/domain/checklist/may-rate.ts';

const police = { uid: 'police', title: 'Police' };

describe('who gives a verdict', () => {
  it("is the partner's lead or deputy, or the coordinator", () => {
    expect(mayRate('police', [{ role: 'lead', partner: 'police' }])).toBe(true);
    expect(mayRate('police', [{ role: 'deputy', partner: 'police' }])).toBe(true);
    expect(mayRate('police', [{ role: 'coordinator' }])).toBe(true);
  });

  it('is no other lead, no senior leader and nobody who is not named', () => {
    expect(mayRate('police', [{ role: 'lead', partner: 'icb' }])).toBe(false);
    expect(mayRate('police', [{ role: 'senior leader', partner: 'police' }])).toBe(false);
    expect(mayRate('police', [])).toBe(false);
  });

  it('is told to whoever may not', () => {
    expect(whyMayNotRate(police, [])).toBe(
      "You can read this. Police's lead, its deputy or the coordinator gives the verdict.",
    );
    expect(whyMayNotRate(police, [{ role: 'coordinator' }])).toBeUndefined();
  });
});
