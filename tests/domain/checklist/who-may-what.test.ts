import { describe, expect, it } from 'vitest';
import { type AgreeableAnswer, whyMayNotAgree } from '../../../src/domain/checklist/may-agree.ts';
import { mayRate } from '../../../src/domain/checklist/may-rate.ts';
import { verdicts } from '../../../src/domain/checklist/verdict.ts';
import type { Membership } from '../../../src/domain/roles.ts';

const ME = 'me';
const lines: readonly (Membership | undefined)[] = [
  undefined,
  { role: 'coordinator' },
  { role: 'lead', partner: 'police' },
  { role: 'deputy', partner: 'police' },
  { role: 'lead', partner: 'icb' },
  { role: 'deputy', partner: 'icb' },
  { role: 'senior leader' },
  { role: 'senior leader', partner: 'police' },
];

/** Everybody with one line or two: a person may be lead of one partner and deputy of another. */
const everybody = lines.flatMap((one) =>
  lines.map((other) => [one, other].flatMap((line) => (line === undefined ? [] : [line]))),
);

const answers: readonly (AgreeableAnswer | undefined)[] = [
  undefined,
  {},
  ...[undefined, ...verdicts].flatMap((verdict) =>
    ([undefined, 'in-progress', 'ready-to-agree', 'agreed'] as const).flatMap((progress) =>
      [undefined, { id: ME }, { id: 'somebody else' }].map((ratedBy) => ({
        ...(verdict && { verdict }),
        ...(progress && { progress }),
        ...(ratedBy && { ratedBy }),
      })),
    ),
  ),
];

/** What product.md says, written out once more in other words. */
function isRater(mine: readonly Membership[]): boolean {
  return mine.some(
    ({ role, partner }) => role === 'coordinator' || (partner === 'police' && (role === 'lead' || role === 'deputy')),
  );
}

describe('whoever looks at an answer of the police, with every pair of roles', () => {
  it.each(
    everybody.map((mine) => [mine.map(({ role, partner }) => `${role} ${partner ?? ''}`).join(', '), mine] as const),
  )('%s rates only as its lead, its deputy or the coordinator', (_, mine) => {
    expect(mayRate('police', mine)).toBe(isRater(mine));
  });

  it('agrees it only as a named person who does more than read, who did not rate it, once it is ready', () => {
    let agreed = 0;
    for (const mine of everybody) {
      for (const answer of answers) {
        const may = whyMayNotAgree(answer, { id: ME, name: 'Me', memberships: mine }) === undefined;
        const isNamed = mine.some(({ role }) => role !== 'senior leader');
        const isReady = answer?.progress === 'ready-to-agree' || answer?.progress === 'agreed';
        const isOthers = answer?.ratedBy !== undefined && answer.ratedBy.id !== ME;
        expect(may, JSON.stringify([mine, answer])).toBe(
          isNamed && isOthers && isReady && answer?.verdict !== undefined,
        );
        if (may) agreed += 1;
      }
    }
    expect(agreed).toBeGreaterThan(100);
  });

  it('and is told why not, in a sentence, whenever they may not agree', () => {
    for (const mine of everybody) {
      for (const answer of answers) {
        const why = whyMayNotAgree(answer, { id: ME, name: 'Me', memberships: mine });
        if (why !== undefined) expect(why).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('a senior leader does neither, whatever state the answer is in', () => {
    const mine: readonly Membership[] = [{ role: 'senior leader', partner: 'police' }];
    expect(mayRate('police', mine)).toBe(false);
    for (const answer of answers)
      expect(whyMayNotAgree(answer, { id: ME, name: 'Me', memberships: mine })).toBeDefined();
  });
});
