import { describe, expect, it } from 'vitest';
import { matchEvidence, noFilter, toEvidenceRows } from '../../../src/features/evidence/evidence-rows.ts';
import { buildEvidence, buildPartner, buildPrompt } from '../build-rows.ts';

const at = (day: string) => ({ at: `${day}T09:00:00Z`, by: 'Dorian Hexwell' });
const item = {
  id: 'f9',
  kind: 'file',
  name: 'Detention data.xlsx',
  size: 1600,
  version: '1',
  webUrl: 'https://northbridge.sharepoint.com/f9',
  created: at('2026-11-05'),
  changed: at('2026-11-05'),
} as const;

const rows = toEvidenceRows({
  partners: [buildPartner('police', 'Police'), buildPartner('icb', 'ICB')],
  prompts: [buildPrompt('FD-A1', 'Spots need', 'A', 1)],
  evidence: [
    buildEvidence('old', { title: 'Dip sample', changed: at('2026-10-01') }),
    buildEvidence('new', { title: 'Pathway', partner: 'icb', state: 'approved', changed: at('2026-11-01') }),
    buildEvidence('gap', { title: 'Escalation log', state: 'needed', changed: at('2026-09-01') }),
  ],
  links: [
    {
      uid: 'old.front-door-2026.FD-A1',
      title: 'x',
      evidence: 'old',
      prompt: 'front-door-2026.FD-A1',
      partner: 'police',
      version: '1',
      created: at('2026-10-01'),
      changed: at('2026-10-01'),
    },
  ],
  unregistered: [{ item, partner: 'police', theme: 'front-door-2026' }],
});

const titles = (filter: Partial<typeof noFilter>) =>
  matchEvidence(rows, { ...noFilter, ...filter }).map((row) => row.title);

describe('the evidence register', () => {
  it('puts files that nobody registered first, then what changed last', () => {
    expect(titles({})).toEqual(['Detention data.xlsx', 'Pathway', 'Dip sample', 'Escalation log']);
  });

  it('finds every word wherever it stands: title, file, partner or prompt', () => {
    expect(titles({ find: 'fd-a1 police' })).toEqual(['Dip sample']);
    expect(titles({ find: 'detention XLSX' })).toEqual(['Detention data.xlsx']);
    expect(titles({ find: 'pathway police' })).toEqual([]);
  });

  it('filters by partner and by state, gaps and loose files included', () => {
    expect(titles({ partner: 'icb' })).toEqual(['Pathway']);
    expect(titles({ state: 'needed' })).toEqual(['Escalation log']);
    expect(titles({ state: 'unregistered', partner: 'police' })).toEqual(['Detention data.xlsx']);
  });
});
