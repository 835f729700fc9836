import { expect, it } from 'vitest';
import { findAbsent } from '../../../src/features/settings/absent.ts';

const facts = {
  version: '1',
  created: { at: '2026-11-02T09:00:00Z', by: 'Bea' },
  changed: { at: '2026-11-02T09:00:00Z', by: 'Bea' },
};
const line = (uid: string, id?: string) => ({
  ...facts,
  uid,
  title: uid,
  role: 'lead' as const,
  ...(id !== undefined && { person: { id, name: uid } }),
});

it('names each person once who has a place and an account, but is not in the channel', () => {
  const people = [line('Dorian', 'a6'), line('Edwin', 'a17'), line('Edwin again', 'a17'), line('Typed')];
  const members = [{ id: 'a6', name: 'Dorian', kind: 'member' as const }];
  expect(findAbsent(people, members).map((person) => person.title)).toEqual(['Edwin']);
});
