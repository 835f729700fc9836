/**
 * How far Northbridge has come with the front door: who works for whom here, what each partner has said of each prompt
 * in `answers.ts`, which files are there and in which state in `documents.ts`. Invented throughout; no child, no real
 * person. Days count from the day on which the demo is made (-7 is a week ago), so that what is stale stays stale and
 * what is due stays due.
 */
import { people } from './northbridge.ts';

export const partnershipName = 'Northbridge Safeguarding Children Partnership';

export const partners = [
  { uid: 'council', title: 'Council', lead: 2, deputy: 3 },
  { uid: 'icb', title: 'ICB', lead: 4, deputy: 5 },
  { uid: 'police', title: 'Police', lead: 6, deputy: 7 },
  { uid: 'probation', title: 'Probation', lead: 8, deputy: 9 },
  { uid: 'youth-justice', title: 'Youth justice', lead: 10, deputy: 11 },
  { uid: 'education', title: 'Education', lead: 12, deputy: 13 },
  { uid: 'voluntary-sector', title: 'Voluntary sector', lead: 14, deputy: undefined },
] as const;

export type PartnerUid = (typeof partners)[number]['uid'];

export const coordinator = 1;
export const seniorLeader = 15;

/** People by their number in the cast. */
export function personOf(number: number): (typeof people)[number] {
  const found = people[number - 1];
  if (!found) throw new RangeError(`There is nobody with the number ${number}`);
  return found;
}

/** Where each partner has looked. */
export const sources: { readonly [partner in PartnerUid]: readonly string[] } = {
  council: ['hub performance report', 'dip sample of 30 contacts', 'team manager audit'],
  icb: ['named nurse audit', 'survey of safeguarding leads', 'health desk log'],
  police: ['vulnerability desk dip sample', 'duty inspector log', 'strategy meeting records'],
  probation: ['case sample', 'court team feedback'],
  'youth-justice': ['management board report', 'case sample'],
  education: ['survey of designated leads', 'school audit returns'],
  'voluntary-sector': ['forum survey', 'member feedback'],
};

/** These three turned red lately, and the channel heard of it. */
export const announced: readonly { readonly code: string; readonly partner: PartnerUid; readonly day: number }[] = [
  { code: 'FD-B5', partner: 'police', day: -3 },
  { code: 'FD-B10', partner: 'council', day: -2 },
  { code: 'FD-B4', partner: 'icb', day: 0 },
];

export function isAnnounced(code: string, partner: PartnerUid): boolean {
  return announced.some((one) => one.code === code && one.partner === partner);
}
