import { expect, it } from 'vitest';
import type { Membership } from '../../../src/domain/roles.ts';
import { toCells } from '../../../src/features/checklist/cells.ts';
import { findToConfirm, partnersToConfirm } from '../../../src/features/checklist/to-confirm.ts';
import { buildAssessment, buildPartner, buildPrompt, byUid } from '../build-rows.ts';

const police = buildPartner('police', 'Police');
const icb = buildPartner('icb', 'ICB');
const partners = [police, icb, buildPartner('council', 'Council')];
const a1 = buildPrompt('FD-A1', 'Each agency spots need', 'A Identify', 1);
const a2 = buildPrompt('FD-A2', 'Referrers know how', 'A Identify', 2);
const prompts = [a1, a2];
const brought = { verdict: 'amber', broughtForward: 'front-door-2025' } as const;
const rows = [
  buildAssessment(a2, police, brought),
  buildAssessment(a1, police, { verdict: 'amber' }),
  buildAssessment(a1, icb, brought),
  buildAssessment(a2, icb, brought),
];
const sources = { partners, prompts, assessments: byUid(rows), actions: [], evidence: [], links: [] };
const cells = toCells(sources, '2026-11-23');
const codes = (partner: typeof police) => findToConfirm(cells, prompts, partner).map(({ prompt }) => prompt.code);

it('what is to be confirmed is what was brought forward and nobody has confirmed, in the order of the prompts', () => {
  expect(codes(police)).toEqual(['FD-A2']);
  expect(codes(icb)).toEqual(['FD-A1', 'FD-A2']);
});

it('a lead is offered the own partner, the coordinator each one that has something to confirm', () => {
  const offered = (mine: Membership) =>
    partnersToConfirm(cells, { prompts, partners }, [mine]).map((partner) => partner.uid);
  expect(offered({ role: 'lead', partner: 'icb' })).toEqual(['icb']);
  expect(offered({ role: 'lead', partner: 'council' })).toEqual([]);
  expect(offered({ role: 'coordinator' })).toEqual(['police', 'icb']);
});
