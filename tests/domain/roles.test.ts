import { describe, expect, it } from 'vitest';
import { type Membership, mayCheck, mayWorkFor, membershipsOf } from '../../src/domain/roles.ts';

const people: readonly Membership[] = [
  { role: 'coordinator', person: { id: 'bea' } },
  { role: 'lead', partner: 'police', person: { id: 'dorian' } },
  { role: 'deputy', partner: 'icb', person: { id: 'dorian' } },
  { role: 'senior leader', partner: 'council', person: { id: 'greta' } },
  { role: 'lead', partner: 'probation' },
];
const mine = (id: string) => membershipsOf(id, people);

describe('what a person may do', () => {
  it('hangs on every line that names their account', () => {
    expect(mine('dorian')).toHaveLength(2);
    expect(mine('nobody')).toEqual([]);
    expect(mine('')).toEqual([]);
  });

  it('is to work for their own partners, or for all as coordinator', () => {
    expect(['police', 'icb', 'council'].map((partner) => mayWorkFor(partner, mine('dorian')))).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayWorkFor('council', mine('bea'))).toBe(true);
    expect(mayWorkFor('council', mine('greta'))).toBe(false);
    expect(mayWorkFor('probation', mine('nobody'))).toBe(false);
  });

  it('is to check, if they are named and do more than read', () => {
    expect(['bea', 'dorian', 'greta', 'nobody'].map((id) => mayCheck(mine(id)))).toEqual([true, true, false, false]);
  });
});
