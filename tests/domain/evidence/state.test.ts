import { describe, expect, it } from 'vitest';
import {
  type EvidenceState,
  evidenceStateNames,
  evidenceStates,
  type Move,
  mayMove,
  moves,
  movesFor,
  needsReason,
} from '../../../src/domain/evidence/state.ts';
import type { Membership } from '../../../src/domain/roles.ts';

const at = (role: Membership['role'], partner?: string) => ({
  id: `${role} ${partner}`,
  memberships: [partner === undefined ? { role } : { role, partner }],
});
const policeLead = at('lead', 'police');
const policeDeputy = at('deputy', 'police');
const icbLead = at('lead', 'icb');
const coordinator = at('coordinator');
const seniorLeader = at('senior leader');
const stranger = { id: 'stranger', memberships: [] };

const police = (state: EvidenceState, submittedBy?: { id: string }) => ({
  state,
  partner: 'police',
  ...(submittedBy && { submittedBy }),
});

/** Each state and what it may become, written out, for someone with every right to do it. */
const table: Record<EvidenceState, Partial<Record<Move, EvidenceState>>> = {
  needed: { 'add file': 'draft' },
  draft: { 'add file': 'draft', 'take file away': 'needed', submit: 'submitted', supersede: 'superseded' },
  submitted: {
    'take back': 'draft',
    'add new version': 'submitted',
    approve: 'approved',
    return: 'returned',
    supersede: 'superseded',
  },
  approved: { 'add new version': 'submitted', return: 'returned', supersede: 'superseded', expire: 'expired' },
  returned: { 'add file': 'draft', 'take file away': 'needed', submit: 'submitted', supersede: 'superseded' },
  superseded: { 'bring back': 'draft' },
  expired: { 'add new version': 'submitted', supersede: 'superseded', 'bring back': 'draft' },
};

const everyMove = Object.keys(moves) as Move[];

describe('the states of an evidence item', () => {
  it('lead to each other as the table says, and no other way', () => {
    for (const state of evidenceStates) {
      const found = everyMove.flatMap((move) => {
        const answer = mayMove(move, police(state, policeLead), coordinator);
        return answer.allowed ? [[move, answer.to]] : [];
      });
      expect(Object.fromEntries(found), state).toEqual(table[state]);
    }
  });

  it('have words of their own', () => {
    expect(evidenceStates.map((state) => evidenceStateNames[state])).toEqual([
      'Needed, not there',
      'Draft',
      'Submitted for checking',
      'Approved',
      'Returned',
      'Superseded',
      'Expired',
    ]);
  });
});

describe('who may move an evidence item', () => {
  const ownMoves: Move[] = [
    'add file',
    'take file away',
    'submit',
    'take back',
    'add new version',
    'supersede',
    'expire',
    'bring back',
  ];

  it.each(ownMoves)('%s: the partner, or the coordinator for all, and nobody else', (move) => {
    for (const state of moves[move].from) {
      const allowed = (by: typeof policeLead) => mayMove(move, police(state, policeDeputy), by).allowed;
      expect([policeLead, policeDeputy, coordinator].map(allowed)).toEqual([true, true, true]);
      expect([icbLead, seniorLeader, stranger].map(allowed)).toEqual([false, false, false]);
    }
  });

  it.each<Move>(['approve', 'return'])('%s: any other named person than who submitted it last', (move) => {
    const allowed = (by: typeof policeLead) => mayMove(move, police('submitted', policeLead), by).allowed;
    expect([policeDeputy, icbLead, coordinator].map(allowed)).toEqual([true, true, true]);
    expect([policeLead, seniorLeader, stranger].map(allowed)).toEqual([false, false, false]);
  });

  it('lets not even the coordinator approve what they submitted', () => {
    expect(mayMove('approve', police('submitted', coordinator), coordinator)).toEqual({
      allowed: false,
      why: 'You submitted it, so another person checks it.',
    });
  });

  it('approves nothing whose submitter is not known, but sends it back', () => {
    expect(mayMove('approve', police('submitted'), icbLead)).toEqual({
      allowed: false,
      why: 'It is not known who submitted this. Return it, so that it can be submitted again.',
    });
    expect(mayMove('return', police('submitted'), icbLead)).toEqual({ allowed: true, to: 'returned' });
  });

  it('lets a senior leader check who is a lead as well', () => {
    const both = { id: 'both', memberships: [...seniorLeader.memberships, ...icbLead.memberships] };
    expect(mayMove('approve', police('submitted', policeLead), both).allowed).toBe(true);
  });

  it('says why not', () => {
    expect(mayMove('approve', police('needed'), coordinator)).toEqual({
      allowed: false,
      why: 'This is needed, not there, so it cannot be approved.',
    });
    expect(mayMove('submit', police('draft'), icbLead)).toEqual({
      allowed: false,
      why: "The partner's lead, its deputy or the coordinator does this.",
    });
    expect(mayMove('approve', police('submitted', policeLead), seniorLeader)).toEqual({
      allowed: false,
      why: 'Leads, deputies and the coordinator check evidence.',
    });
  });

  it('has a sentence for every move that a state does not allow', () => {
    for (const move of everyMove) {
      for (const state of evidenceStates.filter((s) => !moves[move].from.includes(s))) {
        const answer = mayMove(move, police(state), coordinator);
        expect(answer.allowed ? '' : answer.why, `${move} ${state}`).toMatch(
          /^This is (.+ so it cannot be .+|.+ already)\.$/,
        );
      }
    }
  });

  it('lists what a person may do now', () => {
    expect(movesFor(police('submitted', policeLead), policeLead)).toEqual([
      'take back',
      'add new version',
      'supersede',
    ]);
    expect(movesFor(police('submitted', policeLead), icbLead)).toEqual(['approve', 'return']);
    expect(movesFor(police('submitted', policeLead), seniorLeader)).toEqual([]);
  });

  it('asks for a reason only when evidence goes back', () => {
    expect(everyMove.filter(needsReason)).toEqual(['return']);
  });
});
