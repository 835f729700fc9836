import { describe, expect, it } from 'vitest';
import { type ManyAct, splitByAct } from '../../../src/domain/evidence/several.ts';
import type { EvidenceState } from '../../../src/domain/evidence/state.ts';

const dorian = { id: 'dorian', memberships: [{ role: 'lead', partner: 'police' } as const] };
const reader = { id: 'greta', memberships: [{ role: 'senior leader' } as const] };

function row(
  name: string,
  state: EvidenceState | undefined,
  more: { by?: string; partner?: string; hasSubject?: boolean } = {},
) {
  const { by, partner = 'police', hasSubject = true } = more;
  const item = state && { state, partner, ...(by !== undefined && { submittedBy: { id: by } }) };
  return { name, item, partner, hasSubject };
}

const rows = [
  row('draft', 'draft'),
  row('returned', 'returned'),
  row('of the ICB', 'draft', { partner: 'icb' }),
  row('without a file', 'draft', { hasSubject: false }),
  row('mine', 'submitted', { by: 'dorian' }),
  row("Wilf's", 'submitted', { by: 'wilf', partner: 'council' }),
  row('nobody knows whose', 'submitted'),
  row('lost', 'submitted', { by: 'wilf', hasSubject: false }),
  row('needed', 'needed', { hasSubject: false }),
  row('loose', undefined),
  row('loose of the ICB', undefined, { partner: 'icb' }),
];

function told(act: ManyAct, by: typeof dorian | typeof reader = dorian) {
  const { may, refused } = splitByAct(act, rows, by);
  expect(may.length + refused.length).toBe(rows.length);
  return {
    may: may.map(({ name }) => name),
    refused: Object.fromEntries(refused.map(({ row: { name }, why }) => [name, why])),
  };
}

describe('several that are chosen together', () => {
  it('are submitted where this person may, and each other one says why not', () => {
    const { may, refused } = told('submit');
    expect(may).toEqual(['draft', 'returned']);
    expect(refused).toMatchObject({
      'of the ICB': "The partner's lead, its deputy or the coordinator does this.",
      'without a file': 'There is no file to check. Add it first.',
      needed: 'This is needed, not there, so it cannot be submitted.',
      loose: 'Nobody has registered it.',
    });
  });

  it('are approved by a second person only', () => {
    const { may, refused } = told('approve');
    expect(may).toEqual(["Wilf's"]);
    expect(refused).toMatchObject({
      mine: 'You submitted it, so another person checks it.',
      'nobody knows whose': 'It is not known who submitted this. Return it, so that it can be submitted again.',
      lost: 'There is no file to check. Add it first.',
      draft: 'This is draft, so it cannot be approved.',
    });
  });

  it('get an owner from who works for their partner, whatever state they are in', () => {
    expect(told('owner').may).toEqual([
      'draft',
      'returned',
      'without a file',
      'mine',
      'nobody knows whose',
      'lost',
      'needed',
    ]);
  });

  it('are registered where nobody has, by who works for their partner', () => {
    const { may, refused } = told('register');
    expect(may).toEqual(['loose']);
    expect(refused.draft).toBe('It is registered already.');
    expect(refused['loose of the ICB']).toBe("The partner's lead, its deputy or the coordinator does this.");
  });

  it.each(['submit', 'approve', 'owner', 'register'] as const)('are not for who only reads: %s', (act) => {
    expect(told(act, reader).may).toEqual([]);
  });
});
