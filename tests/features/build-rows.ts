import type { Assessment, Evidence, Partner, Prompt } from '../../src/workspace/schema/lists.ts';

const facts = {
  version: '1',
  created: { at: '2026-11-02T09:00:00Z', by: 'Bea Thistledown' },
  changed: { at: '2026-11-02T09:00:00Z', by: 'Bea Thistledown' },
};

export function buildPartner(uid: string, title: string, position = 0): Partner {
  return { ...facts, uid, title, position };
}

export function buildPrompt(code: string, title: string, group: string, position: number): Prompt {
  return { ...facts, uid: `front-door-2026.${code}`, theme: 'front-door-2026', code, title, group, position };
}

export function buildAssessment(prompt: Prompt, partner: Partner, change: Partial<Assessment> = {}): Assessment {
  const uid = `${prompt.uid}.${partner.uid}`;
  return { ...facts, uid, title: uid, prompt: prompt.uid, partner: partner.uid, ...change };
}

export function buildEvidence(uid: string, change: Partial<Evidence> = {}): Evidence {
  return { ...facts, uid, title: uid, partner: 'police', state: 'draft', ...change };
}

export function byUid<Row extends { readonly uid: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.uid, row]));
}
