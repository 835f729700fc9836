import type { PartnerUid } from './half-finished.ts';

/** What was promised about an answer that is red. Days count from the day on which the demo is made. */
export type Promised = {
  readonly code: string;
  readonly partner: PartnerUid;
  readonly title: string;
  readonly due: number;
  readonly by: 'lead' | 'deputy';
  readonly doneOn?: number;
};

export const promised: readonly Promised[] = [
  {
    code: 'FD-A3',
    partner: 'probation',
    title: 'Make adults of concern a required line of the form',
    due: 12,
    by: 'lead',
  },
  { code: 'FD-A5', partner: 'police', title: 'Record the morning handover in the shared log', due: -2, by: 'deputy' },
  { code: 'FD-A5', partner: 'youth-justice', title: 'Join the morning handover by telephone', due: 9, by: 'lead' },
  { code: 'FD-A6', partner: 'icb', title: 'Ask the disabled children team to read 20 contacts', due: 21, by: 'deputy' },
  { code: 'FD-B2', partner: 'education', title: 'Read ten cases together and agree one reading', due: 16, by: 'lead' },
  { code: 'FD-B5', partner: 'police', title: 'Name a duty officer for every strategy meeting', due: 5, by: 'lead' },
  {
    code: 'FD-B9',
    partner: 'education',
    title: 'Ask all designated leads for escalations since spring',
    due: -6,
    by: 'deputy',
  },
  {
    code: 'FD-B9',
    partner: 'education',
    title: 'Show schools how to log an escalation',
    due: -20,
    by: 'lead',
    doneOn: -18,
  },
  { code: 'FD-B10', partner: 'council', title: 'Tell every referrer the outcome within a week', due: 7, by: 'deputy' },
  {
    code: 'FD-F2',
    partner: 'voluntary-sector',
    title: 'Brief volunteers on sharing without consent',
    due: 14,
    by: 'lead',
  },
  { code: 'FD-G3', partner: 'police', title: 'Sample 15 notifications for what changed', due: 24, by: 'lead' },
  { code: 'FD-G7', partner: 'youth-justice', title: 'Write the next quality plan', due: 28, by: 'lead' },
];

/** A red without an action, and why. FD-B4 of the ICB is red without either: it is on the list of what is left. */
export const noAction: { readonly [cell: string]: string } = {
  'FD-E3 probation': 'The court team changes its form in January; we look again then.',
};

/** Answers that are late, by so many days; the others with a date are still to come. */
export const lateAnswers: { readonly [cell: string]: number } = { 'FD-A6 icb': -4, 'FD-B7 council': -1 };

/** Numbers of people who have said something, and whom they ask, in the order in which they said it. */
export const said: readonly {
  readonly code: string;
  readonly partner: PartnerUid;
  readonly by: number;
  readonly asks?: number;
  readonly words: string;
}[] = [
  { code: 'FD-A5', partner: 'police', by: 1, asks: 6, words: 'Which of the two desks keeps the log now?' },
  { code: 'FD-A5', partner: 'police', by: 6, words: 'The vulnerability desk, since October.' },
  { code: 'FD-G3', partner: 'police', by: 2, asks: 6, words: 'Can the sample be shared with the hub?' },
  { code: 'FD-B4', partner: 'icb', by: 1, asks: 4, words: 'Red without an action: what would help first?' },
  {
    code: 'FD-B10',
    partner: 'council',
    by: 12,
    asks: 3,
    words: 'Schools would like to be told by letter. Is that planned?',
  },
  { code: 'FD-A3', partner: 'icb', by: 5, asks: 1, words: 'We are ready for a second look.' },
];
