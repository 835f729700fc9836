import { describe, expect, it } from 'vitest';
import { peopleOf, whomToAsk } from '../../../src/features/checklist/people-of.ts';
import type { Person } from '../../../src/workspace/schema/lists.ts';

const dorian = { id: 'd', name: 'Dorian Hexwell' };
const marta = { id: 'm', name: 'Marta Oakhollow' };
const bea = { id: 'b', name: 'Bea Thistledown' };
const lines: readonly Pick<Person, 'person' | 'role' | 'partner'>[] = [
  { role: 'coordinator', person: bea },
  { role: 'lead', partner: 'police', person: dorian },
  { role: 'deputy', partner: 'police', person: marta },
  { role: 'deputy', partner: 'icb', person: dorian },
  { role: 'lead', partner: 'council' },
];

describe('the people of a partnership', () => {
  it('are each there once, by name, without names that were typed by hand', () => {
    expect(peopleOf(lines).map(({ name }) => name)).toEqual([bea.name, dorian.name, marta.name]);
  });

  it('who are asked about an answer: its owner, else the lead, else the deputy, never oneself', () => {
    expect(whomToAsk(marta, 'police', lines, 'b')).toBe(marta);
    expect(whomToAsk(undefined, 'police', lines, 'b')).toBe(dorian);
    expect(whomToAsk(undefined, 'police', lines, 'd')).toBe(marta);
    expect(whomToAsk(undefined, 'council', lines, 'd')).toBeUndefined();
  });
});
