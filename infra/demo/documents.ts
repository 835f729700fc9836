import type { PartnerUid } from './half-finished.ts';

export type DemoFile = {
  readonly name: string;
  readonly partner: PartnerUid;
  readonly section: '1 Documents asked for' | '2 Self-evaluation' | '3 Audits' | '4 Data' | '5 Policies';
  readonly text: string;
  /** Missing: lies in the folder and nobody has registered it. */
  readonly state?: 'draft' | 'submitted' | 'approved' | 'returned';
  /** First and last day of the period that it covers. */
  readonly period?: readonly [number, number];
  readonly prompts?: readonly string[];
  readonly note?: string;
};

export const files: readonly DemoFile[] = [
  {
    name: 'Hub performance report Q2.xlsx',
    partner: 'council',
    section: '4 Data',
    text: 'Contacts, referrals and time to decision by week',
    state: 'approved',
    period: [-150, -58],
    prompts: ['FD-A4', 'FD-B6', 'FD-G1'],
  },
  {
    name: 'Threshold document.pdf',
    partner: 'council',
    section: '5 Policies',
    text: 'Right help at the right time: what each level means',
    state: 'approved',
    period: [-420, -60],
    prompts: ['FD-B2', 'FD-B7'],
  },
  {
    name: 'Dip sample of contacts.docx',
    partner: 'council',
    section: '3 Audits',
    text: 'Thirty contacts read by two managers, what was strong and what was not',
    state: 'submitted',
    period: [-75, -45],
    prompts: ['FD-A3', 'FD-E1'],
  },
  {
    name: 'Hub terms of reference.pdf',
    partner: 'council',
    section: '5 Policies',
    text: 'Who sits in the hub and who decides',
    state: 'returned',
    period: [-800, -430],
    prompts: ['FD-G2'],
    note: 'This is the version of two years ago. Is there a newer one?',
  },
  {
    name: 'Feedback to referrers survey.docx',
    partner: 'council',
    section: '4 Data',
    text: 'What 120 referrers told us',
    state: 'draft',
    period: [-40, -12],
    prompts: ['FD-B10'],
  },
  {
    name: 'Named nurse audit.docx',
    partner: 'icb',
    section: '3 Audits',
    text: 'Health contribution to strategy meetings',
    state: 'approved',
    period: [-110, -80],
    prompts: ['FD-B5', 'FD-F4'],
  },
  {
    name: 'Health desk response times.xlsx',
    partner: 'icb',
    section: '4 Data',
    text: 'Hours from question to answer, by month',
    state: 'submitted',
    period: [-62, -2],
    prompts: ['FD-B4'],
  },
  {
    name: 'Routine enquiry guidance.pdf',
    partner: 'icb',
    section: '5 Policies',
    text: 'Asking adults about children at home',
    state: 'approved',
    period: [-300, -240],
    prompts: ['FD-A8', 'FD-A1'],
  },
  {
    name: 'Strategy meeting attendance.xlsx',
    partner: 'police',
    section: '4 Data',
    text: 'Attendance by agency and week',
    state: 'submitted',
    period: [-95, -5],
    prompts: ['FD-B5'],
  },
  {
    name: 'Risk grading of notifications.pdf',
    partner: 'police',
    section: '5 Policies',
    text: 'How a notification is graded before it is passed on',
    state: 'approved',
    period: [-200, -20],
    prompts: ['FD-A7', 'FD-A1'],
  },
  {
    name: 'Vulnerability desk dip sample.docx',
    partner: 'police',
    section: '3 Audits',
    text: 'Forty notifications read against the grading policy',
    state: 'draft',
    period: [-33, -6],
    prompts: ['FD-A7'],
  },
  {
    name: 'Out of hours log summary.txt',
    partner: 'police',
    section: '4 Data',
    text: 'Calls between six in the evening and eight in the morning, by month',
    state: 'approved',
    period: [-290, -200],
    prompts: ['FD-A5'],
  },
  {
    name: 'Probation self-evaluation.docx',
    partner: 'probation',
    section: '2 Self-evaluation',
    text: 'What we are proud of and what worries us',
    state: 'draft',
    period: [-60, -30],
    prompts: ['FD-B8', 'FD-A2'],
  },
  {
    name: 'Children of people on licence.xlsx',
    partner: 'probation',
    section: '4 Data',
    text: 'How many households with children, by office',
    state: 'submitted',
    period: [-100, -10],
    prompts: ['FD-E3'],
  },
  {
    name: 'Management board report.pdf',
    partner: 'youth-justice',
    section: '1 Documents asked for',
    text: 'Quarterly report to the management board',
    state: 'approved',
    period: [-160, -70],
    prompts: ['FD-G1', 'FD-B8'],
  },
  {
    name: 'School audit returns.xlsx',
    partner: 'education',
    section: '3 Audits',
    text: 'Returns of 64 schools on referrals and advice',
    state: 'submitted',
    period: [-240, -50],
    prompts: ['FD-A2', 'FD-F1'],
  },
  {
    name: 'What young people told us.docx',
    partner: 'education',
    section: '2 Self-evaluation',
    text: 'How the first letter to families was rewritten',
    state: 'approved',
    period: [-130, -90],
    prompts: ['FD-G6', 'FD-E2'],
  },
  {
    name: 'Forum survey of members.docx',
    partner: 'voluntary-sector',
    section: '2 Self-evaluation',
    text: 'Confidence in sharing information, 31 organisations',
    state: 'draft',
    period: [-45, -15],
    prompts: ['FD-F2'],
  },
  {
    name: 'Notes from the hub visit.txt',
    partner: 'council',
    section: '1 Documents asked for',
    text: 'What we saw and asked',
  },
  {
    name: 'Detention data Q2.xlsx',
    partner: 'police',
    section: '4 Data',
    text: 'Arrests and time in custody, by month',
  },
  {
    name: 'Emergency department pathway.pdf',
    partner: 'icb',
    section: '5 Policies',
    text: 'From the front desk to the safeguarding nurse',
  },
];

/** Gaps: rows without a file, with the day on which they are due. */
export const needed: readonly {
  readonly title: string;
  readonly partner: PartnerUid;
  readonly due: number;
  readonly prompts: readonly string[];
}[] = [
  { title: 'Emergency duty team handover protocol', partner: 'council', due: -4, prompts: ['FD-A5'] },
  { title: 'Referrals of disabled children, analysis', partner: 'icb', due: 9, prompts: ['FD-A6'] },
  { title: 'Exclusions and contacts, matched data', partner: 'education', due: 5, prompts: ['FD-G4'] },
  { title: 'Escalation log, last two quarters', partner: 'education', due: 12, prompts: ['FD-B9'] },
  { title: 'Training record for volunteers', partner: 'voluntary-sector', due: 18, prompts: ['FD-F2'] },
];
