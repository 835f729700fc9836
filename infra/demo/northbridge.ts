/**
 * Northbridge, a fictional partnership, in one table: who there is, where they meet, and what they have done so far.
 * No real person, no child. Days are counted from the day on which the demo is made, so that it never goes stale.
 */

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly jobTitle: string;
  /** A guest has an account in the partnership's tenant; an outside member stays in their own. */
  readonly kind: 'member' | 'guest' | 'outside';
  readonly homeTenant?: string;
};

export type DemoChannel = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'standard' | 'private' | 'shared';
  /** Private and shared channels have members of their own; a standard channel has the team's. */
  readonly members?: readonly string[];
};

export const tenant = {
  id: '6f0d1f0a-3c1b-4b52-9f0e-2a54c0a1e001',
  name: 'Northbridge Council',
  domain: 'northbridge.example',
  sharePointHost: 'northbridge.sharepoint.com',
} as const;

export const otherTenants = [
  { id: '6f0d1f0a-3c1b-4b52-9f0e-2a54c0a1e002', name: 'Northbridge Voluntary Forum', domain: 'nvf.example' },
  { id: '6f0d1f0a-3c1b-4b52-9f0e-2a54c0a1e003', name: 'Northbridge Police', domain: 'northbridge-police.example' },
] as const;

export const app = {
  clientId: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000001',
  teamsAppId: '1c0de5a7-0b5e-4c1e-8d1a-7a1a00000002',
  name: 'JTAI Ready',
} as const;

const id = (n: number) => `a0a0a0a0-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const people: readonly DemoPerson[] = [
  person(1, 'Bea Thistledown', 'Partnership business manager'),
  person(2, 'Wilf Tarnbeck', 'Head of safeguarding, Council'),
  person(3, 'Ottilie Brackenfold', 'Quality assurance lead, Council'),
  person(4, 'Imani Larkspur', 'Designated nurse, ICB'),
  person(5, 'Kofi Wrenfield', 'Deputy designated nurse, ICB'),
  person(6, 'Dorian Hexwell', 'Detective superintendent, Police'),
  person(7, 'Marta Oakhollow', 'Detective inspector, Police'),
  person(8, 'Sabine Quillmere', 'Head of service, Probation'),
  person(9, 'Tobias Fenwick-Hale', 'Senior probation officer'),
  person(10, 'Kit Marrowdale', 'Head of youth justice'),
  person(11, 'Asha Pellingford', 'Youth justice team manager'),
  person(12, 'Philippa Dunvale', 'Education safeguarding adviser'),
  person(13, 'Rhys Coldbeck', 'Designated safeguarding lead, schools network'),
  {
    id: id(14),
    name: 'Jomo Applewick',
    userName: 'jomo.applewick_nvf.example#EXT#@northbridge.example',
    jobTitle: 'Chief officer, Voluntary Forum',
    kind: 'guest',
    homeTenant: otherTenants[0].id,
  },
  person(15, 'Greta Stonelea', 'Chief executive, Council (senior leader)'),
  {
    id: id(16),
    name: 'Niamh Ferrowby',
    userName: 'niamh.ferrowby@northbridge-police.example',
    jobTitle: 'Analyst, Police',
    kind: 'outside',
    homeTenant: otherTenants[1].id,
  },
  person(17, 'Edwin Ravensby', 'Council officer, not in the team'),
];

function person(n: number, name: string, jobTitle: string): DemoPerson {
  const userName = `${name
    .toLowerCase()
    .replace(' ', '.')
    .replace(/[^a-z.-]/g, '')}@${tenant.domain}`;
  return { id: id(n), name, userName, jobTitle, kind: 'member' };
}

const teamMembers = people.filter((p) => p.kind !== 'outside' && p.id !== id(17)).map((p) => p.id);

/** The channel in which the demo partnership has its workspace. */
export const homeChannel: DemoChannel = {
  id: '19:jtaiprep00000000000000000000002@thread.tacv2',
  name: 'JTAI preparation',
  kind: 'standard',
};

export const team = {
  id: 'b1b1b1b1-0000-4000-8000-000000000001',
  name: 'Northbridge Partnership',
  description: 'Safeguarding children across Northbridge',
  owners: [id(1)],
  members: teamMembers,
  channels: [
    { id: '19:general000000000000000000000001@thread.tacv2', name: 'General', kind: 'standard' },
    homeChannel,
    { id: '19:practice00000000000000000000003@thread.tacv2', name: 'Policy and practice', kind: 'standard' },
    {
      id: '19:leaders000000000000000000000004@thread.tacv2',
      name: 'Case evaluations',
      kind: 'private',
      members: [id(1), id(2), id(4), id(6)],
    },
    {
      id: '19:sharedch00000000000000000000005@thread.tacv2',
      name: 'Police and partners',
      kind: 'shared',
      members: [id(1), id(2), id(6), id(7), id(16)],
    },
  ] satisfies readonly DemoChannel[],
} as const;
