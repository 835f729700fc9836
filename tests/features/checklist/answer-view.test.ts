import { describe, expect, it } from 'vitest';
import { type AnswerDraft, toFields } from '../../../src/features/checklist/answer.ts';
import { toView } from '../../../src/features/checklist/answer-view.ts';
import type { Assessment } from '../../../src/workspace/schema/lists.ts';
import { buildAssessment, buildPartner, buildPrompt } from '../build-rows.ts';

const police = buildPartner('police', 'Police');
const a1 = buildPrompt('FD-A1', 'Spots need', 'A', 1);
const dorian = { id: 'd', name: 'Dorian Hexwell' };
const bea = { id: 'b', name: 'Bea Thistledown' };
const ready = buildAssessment(a1, police, { verdict: 'red', progress: 'ready-to-agree', ratedBy: dorian });

const lead = [{ role: 'lead', partner: 'police' }] as const;
const coordinator = [{ role: 'coordinator' }] as const;
const otherLead = [{ role: 'lead', partner: 'icb' }] as const;
const reader = [{ role: 'senior leader' }] as const;

function look(
  row: Assessment | undefined,
  as: {
    readonly me: { readonly id: string; readonly name: string };
    readonly memberships: Parameters<typeof toView>[0]['memberships'];
  },
  change: Partial<AnswerDraft> = {},
  of: { readonly withdrawnOn?: string } = {},
) {
  const draft: AnswerDraft = { fields: toFields(row), linked: [], seen: row, seenLinks: [], ...change };
  const answer = { draft, row, key: 'front-door-2026.FD-A1.police' };
  const partnership = { people: [], actions: [] };
  return toView({ partnership, prompt: { ...a1, ...of }, partner: police, answer, today: '2026-11-23', ...as });
}

describe('the panel of an answer', () => {
  it('offers a lead their own answer, and asks for an action where it is red', () => {
    const view = look(ready, { me: dorian, memberships: lead });
    expect(view).toMatchObject({ mayRate: true, mayDo: true, asksAction: true });
    expect([view.agrees, view.whyNotAgree]).toEqual([undefined, 'You gave this verdict, so another person agrees it.']);
  });

  it("offers a second person the partner's verdict to agree, another one once they pick it, and asks for red alone", () => {
    const as = { me: bea, memberships: otherLead };
    expect(look(ready, as)).toMatchObject({ mayRate: false, agrees: 'red', asksAction: true });
    const agreeing = { verdict: 'amber', seen: ready } as const;
    expect(look(ready, as, { agreeing })).toMatchObject({ chosen: 'amber', agrees: 'amber', asksAction: false });
  });

  it('has one decision for the coordinator: own changes are saved before anything is agreed', () => {
    const as = { me: bea, memberships: coordinator };
    expect(look(ready, as).agrees).toBe('red');
    expect(look(ready, as, { fields: { ...toFields(ready), reason: 'New' } }).agrees).toBeUndefined();
  });

  it('has nothing to agree where the same is agreed already', () => {
    const agreed = { ...ready, progress: 'agreed', agreedVerdict: 'amber' } as const;
    const as = { me: bea, memberships: otherLead };
    expect(look(agreed, as)).toMatchObject({ chosen: 'amber', agrees: undefined });
    expect(look(agreed, as, { agreeing: { verdict: 'green', seen: agreed } }).agrees).toBe('green');
  });

  it('is only read once its prompt is withdrawn, but what was promised can still be done', () => {
    for (const memberships of [lead, otherLead, coordinator] as const) {
      const view = look(ready, { me: bea, memberships }, {}, { withdrawnOn: '2026-11-20' });
      expect(view).toMatchObject({
        mayRate: false,
        mayDo: false,
        mayFinish: true,
        agrees: undefined,
        asksAction: false,
      });
      expect(view.whyNotRate).toBe(
        'Withdrawn from the pack on Fri 20 Nov 2026. What was written stays as it was, and comes back with the prompt.',
      );
      expect(view.whyNotAgree).toBe(view.whyNotRate);
    }
  });

  it('lets a senior leader read', () => {
    expect(look(ready, { me: bea, memberships: reader })).toMatchObject({
      mayRate: false,
      mayDo: false,
      agrees: undefined,
      asksAction: false,
    });
  });
});
