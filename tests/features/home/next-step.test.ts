import { describe, expect, it } from 'vitest';
import { findNextStep } from '../../../src/features/home/next-step.ts';
import { buildAssessment, buildEvidence, buildPartner, buildPrompt, byUid } from '../build-rows.ts';

const police = buildPartner('police', 'Police', 0);
const icb = buildPartner('icb', 'ICB', 1);
const a1 = buildPrompt('FD-A1', 'Spots need', 'A', 1);
const a2 = buildPrompt('FD-A2', 'Referrers know how', 'A', 2);

function partnershipOf(rated: ReturnType<typeof buildAssessment>[], evidence: ReturnType<typeof buildEvidence>[] = []) {
  const partners = [police, icb];
  return { partners, columns: partners, prompts: [a1, a2], assessments: byUid(rated), evidence, actions: [] };
}

const lead = { isCoordinator: false, ownPartners: ['police'] };
const coordinator = { isCoordinator: true, ownPartners: [] };
const reader = { isCoordinator: false, ownPartners: [] };

describe('the next step', () => {
  it("is a lead's first prompt without a verdict", () => {
    const partnership = partnershipOf([buildAssessment(a1, police, { verdict: 'green' })]);
    expect(findNextStep({ partnership, rights: lead, unregistered: [] })).toMatchObject({
      title: 'Rate FD-A2 for Police',
      href: '#/assessment/front-door-2026.FD-A2.police',
    });
  });

  it('is to register a file before anything else, but only for those who may', () => {
    const partnership = partnershipOf([]);
    const step = (rights: typeof lead) => findNextStep({ partnership, rights, unregistered: ['police', 'police'] });
    expect(step(lead)?.title).toBe('Register 2 files for Police');
    expect(step({ ...lead, ownPartners: ['icb'] })?.title).toBe('Rate FD-A1 for ICB');
  });

  it('is a document that is needed before a prompt that is not rated', () => {
    const partnership = partnershipOf([], [buildEvidence('gap', { title: 'Escalation log', state: 'needed' })]);
    expect(findNextStep({ partnership, rights: lead, unregistered: [] })).toMatchObject({
      title: 'Find: Escalation log',
      href: '#/evidence/gap',
    });
  });

  it('is to give a red answer of mine an action, before what is needed', () => {
    const gap = buildEvidence('gap', { title: 'Escalation log', state: 'needed' });
    const red = buildAssessment(a1, police, { verdict: 'red' });
    const step = (row: typeof red, rights = lead) =>
      findNextStep({ partnership: partnershipOf([row], [gap]), rights, unregistered: [] });
    expect(step(red)).toMatchObject({
      title: 'Give FD-A1 an action for Police',
      href: '#/assessment/front-door-2026.FD-A1.police',
    });
    expect(step({ ...red, noActionReason: 'Next month' })?.title).toBe('Find: Escalation log');
    expect(step(red, { ...lead, ownPartners: ['icb'] })?.title).toBe('Rate FD-A1 for ICB');
  });

  it('leads the coordinator to the partner that has most to rate', () => {
    const partnership = partnershipOf([buildAssessment(a1, police, { verdict: 'green' })]);
    expect(findNextStep({ partnership, rights: coordinator, unregistered: [] })?.title).toBe('Rate FD-A1 for ICB');
  });

  it('is nothing for those who read, and when all is done', () => {
    const rated = [a1, a2].map((prompt) => buildAssessment(prompt, police, { verdict: 'green' }));
    expect(findNextStep({ partnership: partnershipOf([]), rights: reader, unregistered: ['police'] })).toBeUndefined();
    expect(findNextStep({ partnership: partnershipOf(rated), rights: lead, unregistered: [] })).toBeUndefined();
  });
});
