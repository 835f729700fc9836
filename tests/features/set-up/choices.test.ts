import { describe, expect, it } from 'vitest';
import {
  addPartner,
  checkPartners,
  checkTyped,
  leftPresets,
  removePartner,
  renamePartner,
  startChoices,
  takeTyped,
  toPlannedPeople,
} from '../../../src/features/set-up/choices.ts';

const me = { id: 'a1', name: 'Bea Thistledown', email: 'bea@northbridge.example' };
const start = startChoices('Northbridge', me, 'front-door');

describe('what is chosen at set-up', () => {
  it('begins with all seven usual partners and me as coordinator', () => {
    expect(start.partners).toHaveLength(7);
    expect(start.coordinator).toBe(me);
    expect(leftPresets(start)).toEqual([]);
  });

  it('offers a partner again that was removed, and it comes back under its own key', () => {
    const without = removePartner(start, 'education');
    expect(leftPresets(without)).toEqual([{ uid: 'education', title: 'Education' }]);
    expect(addPartner(without, 'Education').partners.at(-1)).toEqual({ uid: 'education', title: 'Education' });
  });

  it('gives a new partner a key that no usual partner has, even one that is not here', () => {
    const renamed = renamePartner(removePartner(start, 'council'), 'police', 'Constabulary');
    const added = addPartner(renamed, 'Police');
    expect(new Set(added.partners.map((partner) => partner.uid)).size).toBe(added.partners.length);
    expect(added.partners.at(-1)?.uid).toBe('police-2');
  });

  it('takes a partner that was typed and not added, and says what is wrong with one that cannot be taken', () => {
    const typed = { ...start, typed: ' Fire and rescue ' };
    expect(checkTyped(typed)).toBeUndefined();
    expect(takeTyped(typed)).toMatchObject({ typed: '' });
    expect(takeTyped(typed).partners.at(-1)?.title).toBe('Fire and rescue');
    expect(checkTyped({ ...start, typed: 'police' })).toBeDefined();
    expect(takeTyped(start)).toBe(start);
  });

  it('finds names that are the same or cannot be a folder', () => {
    const twice = renamePartner(start, 'icb', 'police');
    expect([...checkPartners(twice.partners).keys()]).toEqual(['icb', 'police']);
    expect(checkPartners(renamePartner(start, 'icb', 'Health: all').partners).has('icb')).toBe(true);
    expect(checkPartners(start.partners).size).toBe(0);
  });

  it('plans only people of partners that are still there, with an account where one was picked', () => {
    const choices = {
      ...removePartner(start, 'council'),
      people: {
        council: { lead: { id: 'a2', name: 'Wilf Tarnbeck' } },
        police: { lead: { id: 'a6', name: 'Dorian Hexwell' }, deputy: { name: 'Typed by hand' } },
      },
    };
    expect(toPlannedPeople(choices)).toEqual([
      {
        name: 'Bea Thistledown',
        role: 'coordinator',
        partner: undefined,
        person: { id: 'a1', name: 'Bea Thistledown' },
        email: 'bea@northbridge.example',
      },
      {
        name: 'Dorian Hexwell',
        role: 'lead',
        partner: 'police',
        person: { id: 'a6', name: 'Dorian Hexwell' },
        email: undefined,
      },
      { name: 'Typed by hand', role: 'deputy', partner: 'police', person: undefined, email: undefined },
    ]);
  });
});
