import type { ThemePack } from '../../src/themes/pack-schema.ts';

/** A small pack that is whole. */
export function buildPack(change: Partial<ThemePack> = {}): ThemePack {
  return {
    schema: 1,
    id: 'small',
    title: 'Small',
    label: 'benchmark prompts',
    version: '1',
    date: '2026-11-30',
    guidance: 'G',
    inspectorates: ['Ofsted'],
    partners: ['police'],
    notVerified: [],
    sources: { G: { title: 'Guidance', url: 'https://www.gov.uk/guidance' } },
    groups: [{ id: 'A', name: 'Identify' }],
    prompts: [{ id: 'S-A1', group: 'A', text: 'One thing', trust: ['verified'], sources: [{ id: 'G' }] }],
    documents: [],
    kinds: [{ name: 'Policy', untilReview: true, trust: ['derived'] }],
    timetable: [
      { id: 'T1', anchor: 'notified', from: 1, text: 'The list goes in', who: 'Council', trust: ['remembered'] },
    ],
    cohort: [{ id: 'age', title: 'Age', need: 'required', trust: ['derived'] }],
    ...change,
  };
}
