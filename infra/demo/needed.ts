import type { PartnerUid } from './half-finished.ts';

/** A gap: a row without a file, with the day on which it is due. */
export type Needed = {
  readonly title: string;
  readonly partner: PartnerUid;
  readonly due: number;
  readonly kind: string;
  readonly prompts: readonly string[];
};

export const needed: readonly Needed[] = [
  {
    title: 'Emergency duty team handover protocol',
    partner: 'council',
    due: -4,
    kind: 'Policy or procedure',
    prompts: ['FD-A5'],
  },
  {
    title: 'Referrals of disabled children, analysis',
    partner: 'icb',
    due: 9,
    kind: 'Data or performance report',
    prompts: ['FD-A6'],
  },
  {
    title: 'Exclusions and contacts, matched data',
    partner: 'education',
    due: 5,
    kind: 'Data or performance report',
    prompts: ['FD-G4'],
  },
  {
    title: 'Escalation log, last two quarters',
    partner: 'education',
    due: 12,
    kind: 'Action plan or tracker',
    prompts: ['FD-B9'],
  },
  {
    title: 'Training record for volunteers',
    partner: 'voluntary-sector',
    due: 18,
    kind: 'Training or supervision record',
    prompts: ['FD-F2'],
  },
];
